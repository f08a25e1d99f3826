import { describe, expect, it } from '@jest/globals';
import { codesOf, type Message, type RawAgent } from '../harness/raw-agent.ts';
import { openFloor } from './floor.ts';
import { leakIn } from './lab.ts';
import { oracles, type Oracle } from './tries/oracles.ts';

/** By so much a statement that waits takes longer than one that does not. */
const SLOWER_MS = 250;

/** What an agent can tell from the answers: all bytes, without the guess itself and the time that EXPLAIN measured. */
interface Observation {
  readonly answers: readonly string[];
  readonly tookMs: number;
  readonly codes: readonly string[];
}

async function observe(agent: RawAgent, texts: readonly string[]): Promise<Observation> {
  const messages: Message[] = [];
  const since = performance.now();
  await agent.query('BEGIN');
  for (const text of texts) messages.push(...(await agent.query(text)));
  const tookMs = performance.now() - since;
  await agent.query('ROLLBACK');
  const answers = messages.map(
    ({ type, body }) => type + body.toString('latin1').replaceAll(/[0-9.]+ ms/g, ''),
  );
  return { answers, tookMs, codes: codesOf(messages) };
}

const titled = oracles.map((one) => [one.right.join(' | ').replaceAll(/\s+/g, ' '), one] as const);

describe('questions about a masked value', () => {
  const floor = openFloor();

  it.each(titled)('%s', async (_, { right, wrong, answer }: Oracle) => {
    const [told, other] = [await observe(floor.direct, right), await observe(floor.direct, wrong)];
    const slower = told.tookMs - other.tookMs > SLOWER_MS;
    expect(slower || told.answers.join() !== other.answers.join()).toBe(true);

    const agent = await floor.lab.agent('wide');
    const [yes, no] = [await observe(agent, right), await observe(agent, wrong)];
    expect(yes.codes).toEqual(
      answer.length === 0 ? [] : [...answer, ...right.slice(1).map(() => '25P02')],
    );
    expect({ answers: yes.answers, codes: yes.codes }).toEqual({
      answers: no.answers,
      codes: no.codes,
    });
    expect(leakIn(agent.received)).toBeUndefined();
  });
});
