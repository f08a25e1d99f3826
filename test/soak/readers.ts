import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { WriterPlace } from './writers.ts';

/** What readers ask for: plain, masked, large, refused, broken; `$` stands for a number that differs each time. */
const TEXTS: readonly string[] = [
  'SELECT * FROM public.orders LIMIT 20',
  "SELECT item FROM public.orders WHERE number = 'n-$'",
  'SELECT count(*) FROM public.orders',
  'SELECT id, email, ssn FROM public.customers WHERE id = $',
  "SELECT id FROM public.customers WHERE email = 'x$'",
  'DROP TABLE public.orders',
  'SELEC $',
  "SELECT repeat('x', 100000), $",
];
/** Texts that go to the parser's thread: one in so many. */
const LARGE_EVERY = 500;
const LARGE_ROWS = 2_000;
/** Commands of one session. */
const SESSION = 200;

const largeText = (number: number): string =>
  `SELECT * FROM (VALUES ${Array.from({ length: LARGE_ROWS }, (_, i) => `(${String(i + number)}, 'row')`).join(', ')}) AS v LIMIT 1`;

export interface Readers {
  /** Commands that were answered, with rows or with an error. */
  readonly answered: () => number;
  /** Errors that end a session, which none should. */
  readonly failures: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Agents that read, one command after the other at the given pace, and connect anew from time to time. */
export function startReaders(place: WriterPlace, count: number, paceMs: number): Readers {
  const failures: string[] = [];
  let answered = 0;
  let stopped = false;
  const session = async (from: number): Promise<void> => {
    const { port, database } = place;
    const client = new pg.Client({ host: '127.0.0.1', port, database, user: 'agent' });
    let lost: Error | undefined;
    client.on('error', (error) => {
      lost = error;
    });
    await client.connect();
    for (let n = from; n < from + SESSION && !stopped; n++) {
      const text = n % LARGE_EVERY === 0 ? largeText(n) : (TEXTS[n % TEXTS.length] ?? '');
      // A refusal is an answer as good as any.
      await client.query(text.replaceAll('$', String(n))).catch(() => undefined);
      if (lost !== undefined) throw lost;
      answered++;
      await sleep(paceMs);
    }
    await client.end();
  };
  const reader = async (number: number): Promise<void> => {
    try {
      for (let from = number; !stopped; from += SESSION) await session(from);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  };
  const running = Array.from({ length: count }, async (_, number) => reader(number));
  return {
    answered: () => answered,
    failures,
    stop: async () => {
      stopped = true;
      await Promise.all(running);
    },
  };
}
