import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import { typesOf, type Frame } from './frames.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll, standaloneMasking } from './manifests.ts';
import { ordersSchema } from './schema.ts';

const { query, parse, bind, execute, sync } = serialize;

const schema = `${ordersSchema}
  CREATE FUNCTION tell() RETURNS text LANGUAGE sql SECURITY DEFINER AS
    $$SELECT set_config('application_name', (SELECT email FROM customers WHERE id = 1), false)$$;`;
const detecting = { name: 'mail', detectors: ['Email'], method: 'Redact' };

/** What was reported, in order. */
const reported = (frames: readonly Frame[]): readonly (readonly [string, string])[] =>
  frames
    .filter((frame) => frame[0] === 0x53)
    .map((frame) => {
      const [name = '', value = ''] = frame.toString('utf8', 5).split('\0');
      return [name, value] as const;
    });

describe('ParameterStatus', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await startGround({
      policies: {
        open: { rules: [allowAll] },
        masked: { rules: [allowAll], masking: standaloneMasking },
        detected: { rules: [allowAll], masking: [detecting] },
      },
      schema,
    });
  });
  afterAll(async () => {
    await ground.stop();
  });

  it('tells of settings as the server does', async () => {
    const [through, direct] = [await ground.raw('open'), await ground.direct()];
    const texts = [
      "SET application_name = 'mine, “ünïcode”'",
      "SET datestyle = 'SQL, DMY'; SET TimeZone = 'Asia/Tokyo'",
      'BEGIN; SET LOCAL intervalstyle = iso_8601',
      'ROLLBACK',
      'SET extra_float_digits = 2',
      'RESET ALL',
    ];
    for (const text of texts) {
      const [here, there] = [
        await through.exchange([query(text)]),
        await direct.exchange([query(text)]),
      ];
      expect([typesOf(here), reported(here)]).toEqual([typesOf(there), reported(there)]);
    }
    const inExtended = [parse({ text: "SET application_name = 'x'" }), bind(), execute(), sync()];
    expect(reported(await through.exchange(inExtended))).toEqual([['application_name', 'x']]);
  });

  it.each([
    ['simple', [query('SELECT tell()')], 1],
    ['extended', [parse({ text: 'SELECT tell()' }), bind(), execute(), sync()], 1],
    ['in a transaction', [query('BEGIN'), query('SELECT tell()'), query('COMMIT')], 3],
  ] as const)(
    'tells of no masked value that a function has put there: %s',
    async (_how, messages, readies) => {
      const raw = await ground.raw('masked');
      const answer = await raw.exchange(messages, readies);
      expect(reported(answer)).toEqual([['application_name', '[redacted]']]);
      expect(Buffer.concat(answer).includes('ada@example.com')).toBe(false);
      // What the agent sets by itself it may read.
      expect(reported(await raw.exchange([query("SET application_name = 'own'")]))).toEqual([
        ['application_name', 'own'],
      ]);
    },
  );

  it('tells of no value that detectors find', async () => {
    const raw = await ground.raw('detected');
    expect(reported(await raw.exchange([query('SELECT tell()')]))).toEqual([
      ['application_name', '[redacted]'],
    ]);
  });
});
