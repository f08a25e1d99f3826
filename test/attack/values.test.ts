import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codesOf, type RawAgent } from '../harness/raw-agent.ts';
import { Lab, leakIn } from './lab.ts';
import { reading } from './tries/reading.ts';
import { reshaping } from './tries/reshaping.ts';
import { roundabout } from './tries/roundabout.ts';
import { writing } from './tries/writing.ts';
import type { Try } from './tries/try.ts';

const textsOf = ({ sql }: Try): readonly string[] => (typeof sql === 'string' ? [sql] : sql);

/** A short title for the table. */
const titled = (all: readonly Try[]): readonly (readonly [string, Try])[] =>
  all.map((one) => [textsOf(one).join(' | ').replaceAll(/\s+/g, ' ').slice(0, 100), one]);

/** Runs the texts, each as a Query of its own, and answers the codes of the errors. */
async function simply(agent: RawAgent, texts: readonly string[]): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const text of texts) codes.push(...codesOf(await agent.query(text)));
  return codes;
}

/** The same by Parse, Bind, Describe, Execute, Sync. */
async function extendedly(agent: RawAgent, texts: readonly string[]): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const text of texts) codes.push(...codesOf(await agent.extended(text)));
  return codes;
}

describe('ways to a masked value', () => {
  let lab: Lab;
  let untouched: string;
  beforeAll(async () => {
    lab = await Lab.open();
    untouched = await lab.digest();
  });
  afterAll(async () => lab.close());

  /** At the target itself, without a sidecar, in a transaction that is rolled back. */
  async function shownDirectly(one: Try): Promise<boolean> {
    const agent = await lab.direct('wide');
    await simply(agent, ['BEGIN', ...textsOf(one), 'ROLLBACK']);
    agent.destroy();
    return leakIn(agent.received) !== undefined;
  }

  async function run(
    one: Try,
    how: (agent: RawAgent, texts: readonly string[]) => Promise<readonly string[]>,
  ): Promise<readonly string[]> {
    const agent = await lab.agent('wide');
    if (one.writes === true) await agent.query('BEGIN');
    const codes = await how(agent, textsOf(one));
    if (agent.status !== 'I') await agent.query('ROLLBACK');
    expect(leakIn(agent.received)).toBeUndefined();
    return codes;
  }

  /** Nothing is different afterwards, neither at the target nor in what is masked. */
  async function expectUntouched(): Promise<void> {
    expect(await lab.digest()).toBe(untouched);
    const agent = await lab.agent('wide');
    const texts = ['SELECT * FROM customers', 'SELECT * FROM notes', 'SELECT * FROM orders, later'];
    expect(await simply(agent, texts.slice(0, 2))).toEqual([]);
    expect(leakIn(agent.received)).toBeUndefined();
  }

  it.each(titled([...reading, ...writing, ...reshaping, ...roundabout]))('%s', async (_, one) => {
    if (one.reveals !== false) expect(await shownDirectly(one)).toBe(true);
    const answer = one.answer === 'masked' ? [] : one.answer;
    expect(await run(one, simply)).toEqual(answer);
    await expectUntouched();
    const single = textsOf(one).every((text) => !/;\s*\S/.test(text));
    if (single) {
      expect(await run(one, extendedly)).toEqual(answer);
      await expectUntouched();
    }
  });
});
