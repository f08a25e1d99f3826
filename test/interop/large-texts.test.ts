import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { analyse, loadParser } from '@chaperone/core/sql';
import type pg from 'pg';
import { chaperone, root } from '../harness/paths.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { refusalOf } from './refusal.ts';
import { startGround, type Ground } from './ground.ts';
import { allowAll, standaloneMasking } from './manifests.ts';
import { ordersSchema } from './schema.ts';

/** What another session may wait for, in ms of a processor of which nobody else uses half. */
const MOST_MS = 5;
/** Other tests share the processors: a moment without them is looked for this often. */
const TRIES = 24;
const SIZE = 1_000_000;

const filled = (unit: string, size = SIZE): string => unit.repeat(Math.floor(size / unit.length));
const rows = (count: number, i: number): string =>
  Array.from({ length: count }, (_, n) => `(${String(n + i)}, '${'x'.repeat(320)}')`).join(', ');

/** About a megabyte each, and different each time, since a text seen before costs no parse. */
const texts: Readonly<Record<string, (i: number) => string>> = {
  'rows of an INSERT': (i) => `INSERT INTO wide VALUES ${rows(2_800, i)}`,
  'one literal': (i) => `SELECT length('${String(i)}${filled('x')}')`,
  'a comment': (i) => `SELECT ${String(i)} /* ${filled('c ')} */`,
  'values in a list': (i) =>
    `SELECT 1 WHERE '${String(i)}' IN (${Array.from({ length: 9_000 }, (_, n) => `'${String(n).padStart(100, 'x')}'`).join()})`,
  'an INSERT into a masked table': (i) =>
    `INSERT INTO customers (id, name) SELECT 1, '${String(i)}' WHERE '${filled('x')}' = ''`,
};

const refused: Readonly<Record<string, (i: number) => string>> = {
  'more columns than there may be': (i) =>
    `SELECT ${Array.from({ length: 9_000 }, (_, n) => `'${String(n + i).padStart(90, 'x')}'`).join()}`,
  'a text that is too large': (i) => `SELECT length('${String(i)}${filled('x', 2 * SIZE)}')`,
};

describe('a text of a megabyte', () => {
  let temp: TempDir;
  let ground: Ground;
  let agent: pg.Client;
  let parseMs: number;
  const file = (): string => path.join(temp.path, 'turns');

  beforeAll(async () => {
    temp = await makeTempDir('turns');
    const hook = `--import=${path.join(root, 'test', 'harness', 'turns.ts')}`;
    ground = await startGround({
      policies: { 'orders-db': { rules: [allowAll], masking: standaloneMasking } },
      connection: () => ({ limits: { maxCommandBytes: '4Mi' } }),
      schema: `${ordersSchema} CREATE TABLE wide (id int, t text);`,
      program: ['env', `NODE_OPTIONS=${hook}`, `TURNS=${file()}`, chaperone, 'sidecar'],
    });
    agent = await ground.agent();
    await loadParser();
    const text = texts['rows of an INSERT']?.(-1) ?? '';
    const taken = Array.from({ length: 3 }, () => cpu(() => analyse(text)));
    parseMs = Math.min(...taken);
  });
  afterAll(async () => {
    await ground.stop();
    await temp.remove();
  });

  function cpu(work: () => unknown): number {
    const before = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  }

  async function toggle(): Promise<string> {
    process.kill(ground.sidecar.pid, 'SIGUSR2');
    for (;;) {
      await sleep(5);
      const told = await readFile(file(), 'utf8').catch(() => '');
      if (told === '') continue;
      await rm(file());
      return told;
    }
  }

  /** The least of the longest turns: what one try had to share the processor with, another had not. */
  async function longestTurn(
    work: (i: number) => Promise<unknown>,
    enough = most(),
  ): Promise<number> {
    const turns: number[] = [];
    for (let i = 0; i < TRIES && !(Math.min(...turns) < enough); i++) {
      expect(await toggle()).toBe('on');
      await work(i);
      turns.push(Number(await toggle()));
    }
    return Math.min(...turns);
  }

  /** On a machine that is slow now, the parse itself, which all would wait for, takes longer too. */
  const most = (): number => Math.max(MOST_MS, parseMs / 4);

  it('takes a parse that everybody would wait for', async () => {
    const turn = await longestTurn(async () => agent.query('SELECT 1'));
    expect(parseMs).toBeGreaterThan(turn);
  });

  it.each(Object.entries(texts))('of %s holds up no other session', async (_name, text) => {
    expect(await longestTurn(async (i) => agent.query(text(i)))).toBeLessThan(most());
  });

  it.each(Object.entries(refused))('of %s is refused, and holds up nobody', async (_name, text) => {
    const turn = await longestTurn(async (i) => {
      const { code } = await refusalOf(agent.query(text(i)));
      expect(code).toBe('SQL_TOO_COMPLEX');
    });
    expect(turn).toBeLessThan(most());
  });
});
