import { SidecarError } from '../../../sidecar/src/errors.ts';
import { readBearer } from '../../../sidecar/src/protocols/postgres/startup/oauth-bearer.ts';
import {
  assertAllowed,
  readStartupRequest,
} from '../../../sidecar/src/protocols/postgres/startup/parameters.ts';
import type { FuzzTarget } from '../target.ts';
import { codeOf, must } from './expect.ts';

const TOKEN = /^[A-Za-z0-9._~+/-]+=*$/;

/** The first message of OAUTHBEARER, from an agent that nobody knows yet. */
const bearer: FuzzTarget = {
  name: 'bearer',
  seeds: [
    Buffer.from('n,,\x01auth=Bearer eyJh.eyJz.c2ln\x01\x01'),
    Buffer.from('y,,\x01auth=\x01\x01'),
    Buffer.from('n,,\x01host=a\x01port=1\x01auth=bearer  a==\x01\x01'),
  ],
  words: ['\x01', 'auth=', 'Bearer ', 'n,,', 'y,,', 'p=tls-unique,,', 'a=x,', '=', '\0'],
  run: async (input) => {
    let token: string | undefined;
    const code = await codeOf(SidecarError, () => {
      token = readBearer(input);
    });
    must(token === undefined || TOKEN.test(token), 'a token that is none');
    return `${code} ${String(token === undefined)}`;
  },
};

/** Pairs of a StartupMessage, divided by NUL as there. */
const parameters: FuzzTarget = {
  name: 'parameters',
  seeds: [
    Buffer.from('user\0agent\0database\0orders\0application_name\0x\0client_encoding\0UTF8'),
    Buffer.from('user\0a\0options\0-c TimeZone=UTC --geqo=off -cDateStyle=ISO\\ x\0_pq_.x\0y'),
    Buffer.from('user\0a\0replication\0off\0TIMEZONE\0UTC'),
  ],
  words: [
    ...['\0', 'options\0', '-c ', '--', '=', '\\', ' ', 'user\0', 'replication\0database'],
    ...['search_path', 'role', 'session_authorization', 'SEARCH-PATH', '_pq_.', 'client-encoding'],
  ],
  run: async (input) => {
    const words = input.toString().split('\0');
    const pairs = words.flatMap((name, at): (readonly [string, string])[] =>
      at % 2 === 0 ? [[name, words[at + 1] ?? '']] : [],
    );
    return codeOf(SidecarError, () => {
      assertAllowed(readStartupRequest(pairs).parameters);
    });
  },
};

export const loginTargets: readonly FuzzTarget[] = [bearer, parameters];
