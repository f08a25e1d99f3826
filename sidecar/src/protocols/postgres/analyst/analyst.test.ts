import process from 'node:process';
import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { analyse, loadParser } from '@chaperone/core/sql';
import type { Analysis } from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';
import { Analyst } from './analyst.ts';
import type { Thread, ThreadEvents } from './analyst.ts';

const row = (i: number, size: number): string => `(${String(i)}, '${'x'.repeat(size)}')`;
const insert = (rows: number, size: number): string =>
  `INSERT INTO orders VALUES ${Array.from({ length: rows }, (_, i) => row(i, size)).join(', ')}`;

/** Just below SQL_LIMITS in characters and in tokens. */
const megabyte = insert(3_000, 330);
const manyTokens = insert(200, 1);

beforeAll(loadParser);

describe('with its thread', () => {
  const analyst = new Analyst();
  afterEach(() => {
    analyst.close();
  });

  it('answers small texts at once', () => {
    expect(analyst.analyse('SELECT 1')).toEqual(analyse('SELECT 1'));
    expect(analyst.analyse('SELEC 1')).toMatchObject({ code: 'SQL_SYNTAX' });
  });

  it.each([
    ['a megabyte', megabyte],
    ['many tokens', manyTokens],
  ])('answers %s later, and the same', async (_, text) => {
    const answer = analyst.analyse(text);
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toEqual(analyse(text));
  });

  it.each([
    ['a syntax error', `SELECT ${'x, '.repeat(8_000)}`, 'SQL_SYNTAX'],
    ['too many characters', `SELECT '${'x'.repeat(1024 * 1024)}'`, 'SQL_TOO_COMPLEX'],
    ['too many tokens', `SELECT ${'1, '.repeat(16_000)}1`, 'SQL_TOO_COMPLEX'],
  ])('refuses %s by its code', async (_, text, code) => {
    expect(await analyst.analyse(text)).toMatchObject({ code });
  });

  it('takes less than 5 ms of the event loop for a megabyte', async () => {
    await analyst.analyse(megabyte);
    const taken: number[] = [];
    for (let i = 0; i < 5; i++) {
      const before = process.threadCpuUsage();
      await analyst.analyse(`${megabyte}, (${String(i)}, 'y')`);
      const { user, system } = process.threadCpuUsage(before);
      taken.push((user + system) / 1_000);
    }
    expect(Math.min(...taken)).toBeLessThan(5);
  });
});

/** A thread that does what the test says: faults that no text is known to cause. */
class ScriptedThreads {
  readonly started: { readonly events: ThreadEvents; readonly sent: string[]; ended: boolean }[] =
    [];

  readonly start = (events: ThreadEvents): Thread => {
    const thread = { events, sent: [] as string[], ended: false };
    this.started.push(thread);
    return {
      send: (text) => thread.sent.push(text),
      end: () => {
        thread.ended = true;
      },
    };
  };
}

const ANSWER: Analysis = { statements: [], names: [] };

describe('with a thread that fails', () => {
  const text = (i: number): string => `SELECT '${String(i)}${'x'.repeat(20_000)}'`;

  afterEach(() => {
    jest.useRealTimers();
  });

  it('starts none before the first large text, and sends one text at a time', async () => {
    const threads = new ScriptedThreads();
    const analyst = new Analyst(threads.start);
    expect(analyst.analyse('SELECT 1')).toMatchObject({ names: [] });
    expect(threads.started).toHaveLength(0);
    const answers = [1, 2].map(async (i) => analyst.analyse(text(i)));
    expect(threads.started.map(({ sent }) => sent)).toEqual([[text(1)]]);
    threads.started[0]?.events.answered(ANSWER);
    expect(threads.started.map(({ sent }) => sent)).toEqual([[text(1), text(2)]]);
    threads.started[0]?.events.answered(ANSWER);
    expect(await Promise.all(answers)).toEqual([ANSWER, ANSWER]);
    analyst.close();
  });

  it('refuses the text over which the thread ended, and goes on with another thread', async () => {
    const threads = new ScriptedThreads();
    const analyst = new Analyst(threads.start);
    const [first, second] = [analyst.analyse(text(1)), analyst.analyse(text(2))];
    threads.started[0]?.events.ended();
    expect(await first).toMatchObject({ code: 'SQL_TOO_COMPLEX' });
    expect(threads.started.map(({ sent }) => sent)).toEqual([[text(1)], [text(2)]]);
    threads.started[0]?.events.answered({ ...ANSWER, names: [] });
    threads.started[0]?.events.ended();
    threads.started[1]?.events.answered(ANSWER);
    expect(await second).toBe(ANSWER);
    analyst.close();
  });

  it('ends a thread that takes too long', async () => {
    jest.useFakeTimers();
    const threads = new ScriptedThreads();
    const analyst = new Analyst(threads.start);
    const answer = analyst.analyse(text(1));
    jest.advanceTimersByTime(postgresLimits.analystMs.value);
    expect(await answer).toMatchObject({ code: 'SQL_TOO_COMPLEX' });
    expect(threads.started.map(({ ended }) => ended)).toEqual([true]);
  });

  it('ends a thread that has nothing to do, and starts another when there is', () => {
    jest.useFakeTimers();
    const threads = new ScriptedThreads();
    const analyst = new Analyst(threads.start);
    expect(analyst.analyse(text(1))).toBeInstanceOf(Promise);
    threads.started[0]?.events.answered(ANSWER);
    jest.advanceTimersByTime(postgresLimits.analystIdleMs.value);
    expect(threads.started.map(({ ended }) => ended)).toEqual([true]);
    expect(analyst.analyse(text(2))).toBeInstanceOf(Promise);
    expect(threads.started).toHaveLength(2);
    analyst.close();
  });

  it('refuses what is beyond its queue, and everything that waits when it is closed', async () => {
    const threads = new ScriptedThreads();
    const analyst = new Analyst(threads.start);
    const waiting = Array.from({ length: postgresLimits.analystTexts.value }, async (_, i) =>
      analyst.analyse(text(i)),
    );
    expect(analyst.analyse(text(99))).toMatchObject({ code: 'SQL_PARSER_BUSY' });
    analyst.close();
    expect(threads.started.map(({ ended }) => ended)).toEqual([true]);
    for (const answer of await Promise.all(waiting)) {
      expect(answer).toMatchObject({ code: 'SQL_PARSER_UNAVAILABLE' });
    }
  });
});
