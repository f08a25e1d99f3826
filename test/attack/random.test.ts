import { expect, it } from '@jest/globals';
import { codesOf, type Message } from '../harness/raw-agent.ts';
import { randomFrom } from '../soak/random.ts';
import { bytesOf, openFloor, tried } from './floor.ts';
import { leakIn, type Door } from './lab.ts';
import { Generator } from './tries/generator.ts';

const SHORT_MS = 6_000;
/** Other statements in each run; a failure names it. */
const seed = Date.now() % 1_000_000;

const shows = (messages: readonly Message[]): boolean => leakIn(bytesOf(messages)) !== undefined;

const floor = openFloor();

async function through(door: Door, text: string, extended: boolean): Promise<boolean> {
  const agent = await floor.lab.agent(door);
  await agent.query('BEGIN');
  const messages = await (extended ? agent.extended(text) : agent.query(text));
  await agent.query('ROLLBACK');
  return shows(messages);
}

it(`shows nothing in statements made by chance, seed ${String(seed)}`, async () => {
  const generator = new Generator(randomFrom(seed));
  const until = performance.now() + SHORT_MS;
  let shown = 0;
  for (let run = 0; performance.now() < until; run++) {
    const text = generator.statement();
    const told = await tried(floor.direct, text, 'BEGIN; SET LOCAL statement_timeout = 300');
    if (codesOf(told).length > 0) continue;
    if (shows(told)) shown++;
    for (const door of ['wide', 'asking'] as const)
      expect({ text, door, leaks: await through(door, text, run % 2 === 0) }).toEqual({
        ...{ text, door, leaks: false },
      });
  }
  expect(shown).toBeGreaterThan(5);
});
