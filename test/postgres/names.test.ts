import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BodyWriter } from '../../sidecar/src/protocols/postgres/codec/body-writer.ts';
import {
  decodeParse,
  encodeExecute,
  encodeSync,
} from '../../sidecar/src/protocols/postgres/codec/index.ts';
import {
  connectTarget,
  SaltedPasswords,
  type TargetLink,
} from '../../sidecar/src/protocols/postgres/startup/index.ts';
import { startPostgres, type Postgres } from './server.ts';

describe('names longer than 63 bytes', () => {
  let server: Postgres;
  let link: TargetLink;
  beforeAll(async () => {
    server = await startPostgres();
    link = await connectTarget({
      ...server,
      tls: { mode: 'Disable' },
      credential: { username: 'postgres', password: server.password },
      database: 'postgres',
      salted: new SaltedPasswords(),
    });
  }, 60_000);
  afterAll(async () => {
    link.wire.destroy();
    await server.stop();
  });

  it('are one name to the server and refused by the codec', async () => {
    const name = 'n'.repeat(63);
    const parse = new BodyWriter()
      .cstring(`${name}1`)
      .cstring(`select 'first'`)
      .int16(0)
      .frame('P');
    const bind = new BodyWriter().cstring('').cstring(`${name}2`).int16(0).int16(0).int16(0);
    const answer = new Promise<string>((resolve) => {
      link.wire.setReader((buf, start, end) => {
        const text = buf.toString('latin1', start, end);
        if (text.at(-6) !== 'Z') return start;
        resolve(text);
        return end;
      });
    });
    link.wire.write(Buffer.concat([parse, bind.frame('B'), encodeExecute(), encodeSync()]));
    expect(await answer).toContain('first');
    expect(decodeParse(parse, 5, parse.length)).toMatchObject({ code: 'NAME_TOO_LONG' });
  });
});
