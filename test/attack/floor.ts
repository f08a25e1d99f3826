import { Buffer } from 'node:buffer';
import { afterAll, beforeAll, expect } from '@jest/globals';
import { codesOf, type Message, type RawAgent } from '../harness/raw-agent.ts';
import { Lab } from './lab.ts';

/** What the cases of a file share; there as soon as the first of them runs. */
export interface Floor {
  readonly lab: Lab;
  /** A session past the sidecar, as the role of the door `wide`. */
  readonly direct: RawAgent;
}

/**
 * Opens a lab before the cases of the block that calls it, and closes it behind them.
 * @param setup SQL for the target itself
 */
export function openFloor(setup = ''): Floor {
  const floor: { lab?: Lab; direct?: RawAgent } = {};
  beforeAll(async () => {
    floor.lab = await Lab.open();
    floor.direct = await floor.lab.direct('wide');
    expect(codesOf(await floor.direct.query(setup))).toEqual([]);
  });
  afterAll(async () => {
    floor.direct?.destroy();
    await floor.lab?.close();
  });
  return floor as Floor;
}

/** Everything that these messages say. */
export const bytesOf = (messages: readonly Message[]): Buffer =>
  Buffer.concat(messages.map(({ body }) => body));

/** What is answered to a text in a transaction that goes no further. */
export async function tried(
  agent: RawAgent,
  text: string,
  begin = 'BEGIN',
): Promise<readonly Message[]> {
  await agent.query(begin);
  const messages = await agent.query(text);
  await agent.query('ROLLBACK');
  return messages;
}
