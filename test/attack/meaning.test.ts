import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import pg from 'pg';
import { postgresLimits } from '../../sidecar/src/config/limits.ts';
import { bind, close, execute, flush, parse, query, sync } from '../harness/frames.ts';
import { codesOf, RawAgent, rowsOf } from '../harness/raw-agent.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { HIDDEN, prepare, writeManifests } from './disguises/ground.ts';

const P = 'POLICY_DENIED';

/** What only the session knows, changed and used in one go, before any answer is seen. */
describe('what a text means in its session', () => {
  let server: Postgres;
  let sidecar: Sidecar;
  let agent: RawAgent;
  const ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    ends.push(async () => server.stop());
    await prepare(server);
    const dir = await makeTempDir('meaning');
    ends.push(async () => dir.remove());
    const config = path.join(dir.path, 'config');
    await writeManifests(config, server.port);
    const connections = ['narrow-db', 'wide-db'];
    sidecar = await startSidecar({ config, connections, data: path.join(dir.path, 'data') });
    ends.push(async () => sidecar.stop());
  });
  beforeEach(async () => {
    agent = await RawAgent.open(sidecar.port('wide-db'), { user: 'agent', database: 'postgres' });
  });
  afterEach(() => {
    expect(agent.received.includes(HIDDEN)).toBe(false);
    agent.destroy();
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  const run = (text: string): readonly Uint8Array[] => [parse(text), bind(), execute()];
  const inVault = 'SET search_path = vault';
  const orders = 'SELECT count(*) FROM orders';

  it('follows search_path in a pipeline of queries', async () => {
    const answer = await agent.ask(
      [query(inVault), query(orders), query('RESET search_path'), query(orders)],
      4,
    );
    expect(codesOf(answer)).toEqual([P]);
    expect(rowsOf(answer)).toEqual([['3']]);
  });

  it('follows search_path in a pipeline of the extended protocol', async () => {
    const answer = await agent.ask([...run(inVault), ...run(orders), sync]);
    expect(codesOf(answer)).toEqual([P]);
    // The pipeline failed, and with it its SET.
    expect(rowsOf(await agent.query(orders))).toEqual([['3']]);
  });

  it('keeps search_path as the transaction ends', async () => {
    await agent.query('BEGIN');
    await agent.query(inVault);
    expect(codesOf(await agent.query('TABLE orders'))).toEqual([P]);
    await agent.query('ROLLBACK');
    expect(rowsOf(await agent.query(orders))).toEqual([['3']]);
    await agent.ask([query('BEGIN'), query(inVault), query('COMMIT')], 3);
    expect(codesOf(await agent.query('TABLE orders'))).toEqual([P]);
    await agent.ask(
      [query('BEGIN'), query('RESET search_path'), query('SELECT 1/0'), query('COMMIT')],
      4,
    );
    expect(codesOf(await agent.query('TABLE orders'))).toEqual([P]);
  });

  it('looks at a prepared statement anew when search_path has changed', async () => {
    await agent.ask([parse('TABLE orders', 's'), sync]);
    expect(
      codesOf(await agent.ask([query(inVault), bind({ statement: 's' }), execute(), sync], 2)),
    ).toEqual([P]);
  });

  it('runs what the name stands for by the time it runs', async () => {
    await agent.query('PREPARE q AS SELECT 1');
    await agent.query('BEGIN');
    await agent.ask([parse('EXECUTE q', 's'), bind({ statement: 's', portal: 'p' }), sync]);
    const answer = await agent.ask([query('DEALLOCATE q'), query('PREPARE q AS SELECT 2')], 2);
    expect(codesOf(answer)).toEqual([]);
    expect(codesOf(await agent.ask([execute('p'), sync]))).toEqual(['PORTAL_ENDED']);
    await agent.query('ROLLBACK');
    expect(rowsOf(await agent.ask([bind({ statement: 's' }), execute(), sync]))).toEqual([['2']]);
  });

  it('knows that PREPARE and Parse share their names', async () => {
    await agent.query('PREPARE q (int) AS SELECT item FROM orders WHERE id = $1');
    const byProtocol = await agent.ask([bind({ statement: 'q', values: ['2'] }), execute(), sync]);
    expect(rowsOf(byProtocol)).toEqual([['lamp']]);
    await agent.ask([parse('SELECT 7', 'r'), sync]);
    expect(rowsOf(await agent.query('EXECUTE r'))).toEqual([['7']]);
    expect(codesOf(await agent.query('PREPARE r AS SELECT 8'))).toEqual(['42P05']);
    expect(rowsOf(await agent.query('EXECUTE r'))).toEqual([['7']]);
    await agent.ask([close('S', 'q'), sync]);
    expect(codesOf(await agent.query('EXECUTE q (1)'))).toEqual(['UNKNOWN_STATEMENT']);
  });

  it('waits for what is under way and not flushed', async () => {
    const answer = await agent.ask([
      ...[parse('PREPARE q AS SELECT 5'), bind(), execute()],
      ...[parse('EXECUTE q'), bind(), execute(), flush, sync],
    ]);
    expect(rowsOf(answer)).toEqual([['5']]);
  });

  it('takes a cursor away with its transaction, and counts its query at each FETCH', async () => {
    await agent.query('BEGIN');
    await agent.query('DECLARE c CURSOR FOR SELECT id FROM orders ORDER BY id');
    const fetched = await agent.ask(
      [query('FETCH 2 FROM c'), query('FETCH c'), query('COMMIT')],
      3,
    );
    expect(rowsOf(fetched)).toEqual([['1'], ['2'], ['3']]);
    expect(codesOf(await agent.query('FETCH c'))).toEqual(['34000']);
  });

  it('does not trust a temporary table that may be gone', async () => {
    await agent.query('CREATE TEMP TABLE secret (word text)');
    expect(codesOf(await agent.query('SELECT * FROM secret'))).toEqual([]);
    const answer = await agent.ask([query('DROP TABLE secret'), query('SELECT * FROM secret')], 2);
    expect(codesOf(answer)).toEqual([P]);
    await agent.query('BEGIN');
    await agent.query('CREATE TEMP TABLE secret (word text)');
    expect(codesOf(await agent.query('SELECT * FROM secret'))).toEqual([P]);
    await agent.query('ROLLBACK');
    expect(codesOf(await agent.query('SELECT * FROM secret'))).toEqual([P]);
  });

  it('knows nothing any more after DISCARD ALL', async () => {
    await agent.query('PREPARE q AS SELECT 1');
    await agent.query(inVault);
    expect(codesOf(await agent.query('DISCARD ALL'))).toEqual([]);
    expect(codesOf(await agent.query('EXECUTE q'))).toEqual(['UNKNOWN_STATEMENT']);
    expect(rowsOf(await agent.query(orders))).toEqual([['3']]);
  });

  it('hears of changes under a search_path that many others came after', async () => {
    const direct = new pg.Client({ connectionString: server.url });
    await direct.connect();
    ends.push(async () => direct.end());
    await direct.query('CREATE VIEW shelf AS SELECT item FROM orders');
    const other = await RawAgent.open(sidecar.port('wide-db'), {
      user: 'agent',
      database: 'postgres',
    });
    await agent.query('SET search_path = first, public');
    expect(rowsOf(await agent.query('SELECT count(*) FROM shelf'))).toEqual([['3']]);
    for (let i = 0; i <= postgresLimits.namings.value; i++) {
      await other.query(`SET search_path = p${String(i)}, public`);
      expect(rowsOf(await other.query('SELECT count(*) FROM shelf'))).toEqual([['3']]);
    }
    await direct.query('CREATE OR REPLACE VIEW shelf AS SELECT word AS item FROM secret');
    await other.query('CREATE TABLE public.anything ()');
    expect(codesOf(await agent.query('SELECT count(*) FROM shelf'))).toEqual([P]);
    expect(codesOf(await other.query('SELECT count(*) FROM shelf'))).toEqual([P]);
    other.destroy();
  });

  it('ends at savepoints beyond count, and goes on', async () => {
    await agent.ask([query('BEGIN'), query(inVault)], 2);
    const count = postgresLimits.names.value;
    const many = Array.from({ length: count }, (_, i) => `SAVEPOINT s${String(i)}`);
    for (let i = 0; i < count; i += 500) await agent.query(many.slice(i, i + 500).join(';'));
    expect(codesOf(await agent.query('SAVEPOINT further'))).toEqual(['TOO_MANY_STATEMENTS']);
    await agent.query('ROLLBACK');
    expect(rowsOf(await agent.query(orders))).toEqual([['3']]);
  });

  it('holds prepared statements up to a size', async () => {
    const long = (i: number): string => `SELECT '${String(i).padEnd(900_000, 'x')}'`;
    const ask = async (i: number): Promise<readonly string[]> =>
      codesOf(await agent.ask([parse(long(i), `long${String(i)}`), sync]));
    for (let i = 0; i < 5; i++) expect(await ask(i)).toEqual([]);
    expect(await ask(5)).toEqual(['TOO_MANY_STATEMENTS']);
    expect(codesOf(await agent.ask([parse(long(6)), sync]))).toEqual([]);
    expect(codesOf(await agent.ask([close('S', 'long0'), sync]))).toEqual([]);
    expect(await ask(5)).toEqual([]);
  });
});
