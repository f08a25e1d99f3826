import { rootCertificates } from 'node:tls';
import {
  RecordError,
  ResponseDecoder,
  parseEvent,
  readManifest,
  readRegistry,
  readSession,
  verifyCertified,
  verifyRecording,
} from '@chaperone/core/record';
import { aDataDirectory, recordingOf } from '@chaperone/core/record/testing';
import { backendSamples } from '../../../sidecar/src/protocols/postgres/codec/testing/samples.ts';
import type { Files } from '@chaperone/core/record/testing';
import type { FuzzTarget } from '../target.ts';
import { codeOf, must } from './expect.ts';

const SESSION = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';
const files = aDataDirectory([{ session: SESSION }]);
const file = (suffix: string): string =>
  [...files.keys()].find((path) => path.endsWith(suffix)) ?? '';
const content = (suffix: string): Buffer => files.get(file(suffix)) ?? Buffer.alloc(0);
const segment = content('000001.ndjson');
const lines = segment.toString().split('\n').slice(0, -1);

const event: FuzzTarget = {
  name: 'event',
  seeds: lines.map((line) => Buffer.from(line)),
  words: ['{"seq":', ',"time":"', '"payload":{', 'null', '1e9', '\\u0000', '"binary":', '[]', '-1'],
  run: (input) => {
    const parsed = parseEvent(input);
    if (parsed.kind === 'malformed') return `${parsed.reason} ${parsed.field ?? ''}`;
    must(JSON.stringify(parsed.event) === input.toString(), 'an event is not what its line says');
    return parsed.event.type;
  },
};

const manifest: FuzzTarget = {
  name: 'manifest',
  seeds: [
    content('manifest.jws'),
    Buffer.from(content('manifest.jws').toString().split('.')[1] ?? '', 'base64url'),
  ],
  words: ['"treeSize":', '"segments":[', '"format":1', 'null', '{}', '.', '-1', '1e308'],
  run: async (input) => {
    const wrapped = Buffer.from(`e30.${input.toString('base64url')}.AA`);
    const codes = [input, wrapped].map(async (jws) => codeOf(RecordError, () => readManifest(jws)));
    return (await Promise.all(codes)).join();
  },
};

/** The header of a manifest that nobody certified, whatever it holds: some authorities of the world stand for an installation's. */
const authorities = rootCertificates.slice(0, 3);
const certificates: FuzzTarget = {
  name: 'certificates',
  seeds: [[0], [1, 2], [5, 0]].map((chain) => {
    const x5c = chain.map((at) => rootCertificates[at]?.replace(/-----[^-]+-----|\s/g, ''));
    return Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: 'k', x5c }));
  }),
  words: ['"x5c":[', '"MII', 'null', '[]', '"kid":"', ',', '}', 'AAAA'],
  run: async (input) => {
    const jws = Buffer.from(`${input.toString('base64url')}.e30.AA`);
    const code = await codeOf(RecordError, async () =>
      verifyCertified(jws, authorities.join('\n')),
    );
    must(code === 'SIGNER_UNCERTIFIED', 'somebody vouches for it');
    return code;
  },
};

const registry: FuzzTarget = {
  name: 'registry',
  seeds: [content('registry.ndjson')],
  words: ['\n', '{"previous":"', 'sha256:', 'null', '"closed"', '"registered"'],
  run: (input) => {
    const { sessions, breaks } = readRegistry(input);
    return `${String(sessions.size)} ${String(Math.min(breaks.length, 3))}`;
  },
};

/** One file of a recording is changed: nobody may take it for the one that was written. */
function recordingTarget(name: string, suffix: string): FuzzTarget {
  const original = content(suffix);
  return {
    name,
    seeds: [original],
    words: ['\n', '"seq":', '"command":', 'session-end', '"rows":', '0', 'sha256:', '.'],
    run: async (input) => {
      const changed: Files = new Map(files).set(file(suffix), input);
      const recording = recordingOf(changed, SESSION);
      const { status, findings } = await verifyRecording(recording);
      const same = input.equals(original);
      must((status === 'verified') === same, `status ${status} for a file that changed`);
      const read = await codeOf(RecordError, async () => readSession(recording));
      return `${read} ${[...new Set(findings.map(({ code }) => code))].sort().join()}`;
    },
  };
}

/** A recorded response, for who reads a recording: however it is cut, the same is shown. */
const response: FuzzTarget = {
  name: 'response',
  seeds: backendSamples.map((sample, at) =>
    Buffer.concat([Buffer.of(at), sample, backendSamples[0] ?? sample]),
  ),
  words: ['\0\0\0\x04', '\xff\xff\xff\xff', 'T', 'D', ...backendSamples],
  run: (input) => {
    const stream = input.subarray(1);
    const at = (input[0] ?? 0) % (stream.length + 1);
    const whole = new ResponseDecoder();
    whole.push(stream);
    const cut = new ResponseDecoder();
    cut.push(stream.subarray(0, at));
    cut.push(stream.subarray(at));
    const shown = whole.finish();
    must(JSON.stringify(cut.finish()) === JSON.stringify(shown), 'what is shown depends on cuts');
    return `${Object.keys(shown).join()} ${String(Math.min(shown.rows.length, 2))}`;
  },
};

export const recordTargets: readonly FuzzTarget[] = [
  response,
  event,
  manifest,
  certificates,
  registry,
  recordingTarget('segment', '000001.ndjson'),
  recordingTarget('leaves', 'leaves.bin'),
  recordingTarget('signature', 'manifest.jws'),
];
