import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { run, type Finished } from '../harness/run.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll } from './manifests.ts';
import { readRefusal, refusalOf } from './refusal.ts';

const word = 'Größe “œuvre” 🐘';

describe('encodings', () => {
  let ground: Ground;

  beforeAll(async () => {
    ground = await startGround({
      policies: { 'orders-db': { rules: [allowAll] } },
      schema: `CREATE TABLE words (word text); INSERT INTO words VALUES ('${word}');`,
    });
    const single = "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0";
    await ground.target(`CREATE DATABASE latin ${single}`);
  });
  afterAll(async () => {
    await ground.stop();
  });

  const psql = async (encoding: string, ...texts: readonly string[]): Promise<Finished> => {
    const port = String(ground.sidecar.port('orders-db'));
    const where = `host=127.0.0.1 port=${port} user=agent dbname=postgres`;
    const commands = texts.flatMap((text) => ['-c', text]);
    return run('psql', ['-X', '-w', '-A', '-t', ...commands, where], {
      env: { PGCLIENTENCODING: encoding, LC_ALL: 'C.UTF-8' },
    });
  };

  it.each(['UTF8', 'utf-8', 'unicode'])('pass in UTF-8, called %s', async (encoding) => {
    const { stdout, stderr } = await psql(
      encoding,
      `SELECT word FROM words WHERE word = '${word}'`,
    );
    expect([stdout, stderr]).toEqual([`${word}\n`, '']);
  });

  it.each(['LATIN1', 'SJIS', 'SQL_ASCII'])('are refused at start-up: %s', async (encoding) => {
    const { status, stderr } = await psql(encoding, 'SELECT 1');
    expect(status).toBe(2);
    expect(stderr).toMatch(/FATAL: .*client_encoding must be UTF8/);
    expect(stderr).toContain('"code":"INVALID_STARTUP_PARAMETER"');
  });

  it.each([
    "SET client_encoding = 'LATIN1'",
    "SET NAMES 'SJIS'",
    "SET LOCAL client_encoding TO 'BIG5'",
    "SELECT set_config('client_encoding', 'GB18030', false)",
    "SELECT 1; SET client_encoding = 'LATIN1'",
  ])('are refused in a session, which goes on: %s', async (text) => {
    const agent = await ground.agent();
    expect(await refusalOf(agent.query(text))).toMatchObject({ code: 'UNSUPPORTED_SETTING' });
    await agent.query("SET client_encoding = 'UTF8'");
    await agent.query('RESET client_encoding');
    expect((await agent.query('SHOW client_encoding')).rows).toEqual([{ client_encoding: 'UTF8' }]);
    expect((await agent.query('SELECT word FROM words')).rows).toEqual([{ word }]);
  });

  it('of a role count for nothing', async () => {
    await ground.target("ALTER ROLE orders_rw SET client_encoding = 'LATIN1'");
    const agent = await ground.agent();
    await agent.query('DISCARD ALL');
    expect((await agent.query('SELECT word FROM words')).rows).toEqual([{ word }]);
    await ground.target('ALTER ROLE orders_rw RESET client_encoding');
  });

  it('of a database are refused, where names may mean something else there than here', async () => {
    const refused: unknown = await ground
      .agent({ database: 'latin' })
      .catch((error: unknown) => error);
    expect(readRefusal(refused)).toMatchObject({ code: 'UPSTREAM_ENCODING_UNSUPPORTED' });
  });
});
