import { setTimeout as sleep } from 'node:timers/promises';
import { writers, type Writer, type WriterPlace } from './writers.ts';

export interface Load {
  /** Numbers that the database said are committed. Grows. */
  readonly acknowledged: ReadonlySet<string>;
  /** Numbers that were sent, answered or not. Grows. */
  readonly sent: ReadonlySet<string>;
  /** Writers that are still at it. */
  readonly alive: () => number;
  /** Why writers ended, by their names. */
  readonly failures: ReadonlyMap<string, string>;
  /** Closes every connection; settles when each writer has ended. */
  readonly stop: () => Promise<void>;
}

/**
 * Numbers are `<prefix>-<writer>-<n>`, each used once.
 * @param paceMs between two writes of a writer
 */
export async function startLoad(place: WriterPlace, prefix: string, paceMs = 0): Promise<Load> {
  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  const failures = new Map<string, string>();
  let stopped = false;
  let alive = 0;

  const drive = async (name: string, writer: Writer): Promise<void> => {
    alive += 1;
    try {
      for (let next = 1; !stopped; next += writer.size) {
        const numbers = Array.from(
          { length: writer.size },
          (_, i) => `${prefix}-${name}-${String(next + i)}`,
        );
        for (const number of numbers) sent.add(number);
        await writer.write(numbers);
        for (const number of numbers) acknowledged.add(number);
        if (paceMs > 0) await sleep(paceMs);
      }
    } catch (error) {
      failures.set(name, error instanceof Error ? error.message : String(error));
    } finally {
      alive -= 1;
    }
  };

  const open = await Promise.all(
    Object.entries(writers).map(async ([name, openWriter]) => ({
      name,
      writer: await openWriter(place),
    })),
  );
  const running = open.map(async ({ name, writer }) => drive(name, writer));
  return {
    acknowledged,
    sent,
    alive: () => alive,
    failures,
    stop: async () => {
      stopped = true;
      for (const { writer } of open) writer.close();
      await Promise.all(running);
    },
  };
}
