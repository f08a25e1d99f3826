import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { codesOf, RawAgent, rowsOf } from '../harness/raw-agent.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { copies } from './disguises/copies.ts';
import type { Disguise } from './disguises/disguise.ts';
import { HIDDEN, login, prepare, writeManifests } from './disguises/ground.ts';
import { harmless } from './disguises/harmless.ts';
import { queries } from './disguises/queries.ts';
import { through } from './disguises/through.ts';
import { utilities } from './disguises/utilities.ts';

const all: readonly Disguise[] = [...queries, ...through, ...utilities, ...copies, ...harmless];

const textsOf = ({ sql }: Disguise): readonly string[] => (typeof sql === 'string' ? [sql] : sql);

const titled = all.map((one): readonly [string, Disguise] => [
  textsOf(one).join(' | ').replaceAll(/\s+/g, ' ').slice(0, 100),
  one,
]);

async function asks(agent: RawAgent, expression: string): Promise<boolean> {
  const rows = rowsOf(await agent.query(`SELECT coalesce(${expression}, false)`));
  return rows[0]?.[0] === 't';
}

describe('statements that look like others', () => {
  let server: Postgres;
  let sidecar: Sidecar;
  let eye: RawAgent;
  const ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    server = await startPostgres();
    ends.push(async () => server.stop());
    await prepare(server);
    const dir = await makeTempDir('disguise');
    ends.push(async () => dir.remove());
    const config = path.join(dir.path, 'config');
    await writeManifests(config, server.port);
    sidecar = await startSidecar({
      config,
      connections: ['narrow-db', 'wide-db'],
      data: path.join(dir.path, 'data'),
    });
    ends.push(async () => sidecar.stop());
    eye = await direct();
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });

  async function direct(): Promise<RawAgent> {
    const file = path.join(server.socketDir, `.s.PGSQL.${String(server.port)}`);
    return RawAgent.openAt(file, { user: login.user, database: 'postgres' });
  }

  async function open({ door }: Disguise): Promise<RawAgent> {
    return RawAgent.open(sidecar.port(`${door}-db`), { user: 'agent', database: 'postgres' });
  }

  /** The codes and the rows of the answers. */
  async function run(
    agent: RawAgent,
    one: Disguise,
  ): Promise<{
    readonly codes: readonly string[];
    readonly rows: unknown;
    readonly holds: boolean;
  }> {
    const { evidence } = one;
    if (one.outside !== true) await agent.query('BEGIN');
    const answers = [];
    for (const text of textsOf(one)) answers.push(...(await agent.query(text)));
    const codes = codesOf(answers);
    const holds = typeof evidence === 'object' && (await asks(agent, evidence.becomes));
    if (one.outside !== true) await agent.query('ROLLBACK');
    return { codes, rows: rowsOf(answers), holds };
  }

  /** At the target itself it does what it is said to do. */
  async function expectItWorks(one: Disguise): Promise<unknown> {
    const { evidence } = one;
    if (typeof evidence === 'object') expect(await asks(eye, evidence.becomes)).toBe(false);
    const agent = await direct();
    const { codes, rows, holds } = await run(agent, one);
    agent.destroy();
    if (evidence === 'ends') expect(codes).toEqual(['57P01']);
    else expect(codes).toEqual([]);
    if (evidence === 'shows') expect(agent.received.includes(HIDDEN)).toBe(true);
    if (typeof evidence === 'object') expect(holds).toBe(true);
    return rows;
  }

  it('are a hundred at least, thirty of them harmless', () => {
    expect(titled.length).toBeGreaterThanOrEqual(130);
    expect(harmless.length).toBeGreaterThanOrEqual(30);
    expect(new Set(titled.map(([title]) => title)).size).toBe(titled.length);
  });

  it.each(titled)('%s', async (_, one) => {
    const rows = await expectItWorks(one);
    const agent = await open(one);
    const answered = await run(agent, one);
    agent.destroy();
    expect(answered.codes).toEqual(one.answer);
    if (one.answer.length === 0) {
      expect(answered.rows).toEqual(rows);
      return;
    }
    expect(agent.received.includes(HIDDEN)).toBe(false);
    if (typeof one.evidence === 'object') {
      expect(await asks(eye, one.evidence.becomes)).toBe(false);
    }
  });
});
