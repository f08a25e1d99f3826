import { expect, test } from '@jest/globals';
import { FakeClock, settle } from '../testing/fake-clock.ts';
import { WorkQueue, type WorkFailure, type WorkQueueOptions } from './work-queue.ts';

interface Ground {
  readonly queue: WorkQueue;
  readonly clock: FakeClock;
  /** Keys in the order in which their work began. */
  readonly begun: string[];
  readonly failures: WorkFailure[];
  /** Ends the work of a key that runs. */
  readonly end: (key: string, error?: Error) => Promise<void>;
}

function aQueue(options: Partial<WorkQueueOptions> = {}): Ground {
  const clock = new FakeClock();
  const begun: string[] = [];
  const failures: WorkFailure[] = [];
  const running = new Map<string, PromiseWithResolvers<undefined>>();
  const queue = new WorkQueue({
    work: async (key) => {
      begun.push(key);
      expect(running.has(key)).toBe(false);
      const work = Promise.withResolvers<undefined>();
      running.set(key, work);
      await work.promise;
      return undefined;
    },
    parallelism: 2,
    firstBackoffMs: 100,
    mostBackoffMs: 1_000,
    clock,
    random: () => 0,
    failed: (failure) => failures.push(failure),
    ...options,
  });
  queue.start();
  return {
    ...{ queue, clock, begun, failures },
    end: async (key, error) => {
      await settle();
      const work = running.get(key);
      running.delete(key);
      if (error === undefined) work?.resolve(undefined);
      else work?.reject(error);
      await settle();
    },
  };
}

test('a key that is added many times before its turn is worked on once', async () => {
  const { queue, begun, end } = aQueue({ parallelism: 1 });
  queue.add('a');
  await settle();
  for (let i = 0; i < 5; i += 1) queue.add('b');
  expect(queue.length).toBe(1);
  await end('a');
  await end('b');
  expect(begun).toEqual(['a', 'b']);
});

test('a key that is added while it is worked on is worked on once more, and not at the same time', async () => {
  const { queue, begun, end } = aQueue();
  queue.add('a');
  await settle();
  queue.add('a');
  queue.add('a');
  await settle();
  expect(begun).toEqual(['a']);
  await end('a');
  expect(begun).toEqual(['a', 'a']);
  await end('a');
  expect(begun).toEqual(['a', 'a']);
  expect(queue.running).toBe(0);
});

test('no more keys are worked on at a time than allowed', async () => {
  const { queue, begun, end } = aQueue();
  for (const key of ['a', 'b', 'c', 'd']) queue.add(key);
  await settle();
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
  expect(queue.running).toBe(2);
});

test('failures are tried again ever later, up to the longest pause, until one succeeds', async () => {
  const { queue, clock, begun, failures, end } = aQueue();
  queue.add('a');
  for (const ms of [50, 100, 200, 400, 500, 500]) {
    await end('a', new Error('refused'));
    expect(failures.at(-1)).toMatchObject({ key: 'a', pauseMs: ms, failures: failures.length });
    const before = begun.length;
    await clock.advance(ms - 1);
    expect(begun).toHaveLength(before);
    await clock.advance(1);
    expect(begun).toHaveLength(before + 1);
  }
  expect(queue.failing).toBe(1);
  await end('a');
  expect(queue.failing).toBe(0);
  queue.add('a');
  await end('a', new Error('refused'));
  expect(failures.at(-1)).toMatchObject({ failures: 1, pauseMs: 50 });
});

test('jitter keeps a pause within its upper half', async () => {
  const { queue, failures, end } = aQueue({ random: () => 0.999 });
  queue.add('a');
  await end('a', new Error('refused'));
  expect(failures[0]?.pauseMs).toBeCloseTo(99.95);
});

test('a change ends the pause after a failure, and the count of failures stays', async () => {
  const { queue, clock, begun, failures, end } = aQueue();
  queue.add('a');
  await end('a', new Error('no secret'));
  queue.add('a');
  await settle();
  expect(begun).toEqual(['a', 'a']);
  await end('a', new Error('no secret'));
  expect(failures.at(-1)?.failures).toBe(2);
  await clock.advance(100);
  expect(begun).toEqual(['a', 'a', 'a']);
  await clock.advance(10_000);
  expect(begun).toEqual(['a', 'a', 'a']);
});

test('a key that is added while its work fails is worked on again at once', async () => {
  const { queue, begun, end } = aQueue();
  queue.add('a');
  await settle();
  queue.add('a');
  await end('a', new Error('refused'));
  expect(begun).toEqual(['a', 'a']);
});

test('a key that is to be worked on later while it is worked on is not forgotten', async () => {
  const { queue, begun, end } = aQueue();
  queue.add('a');
  await settle();
  queue.addAfter('a', 500);
  await end('a');
  expect(begun).toEqual(['a', 'a']);
});

test('work begins when whoever adds keys has added them all', async () => {
  let known = 0;
  const seen: number[] = [];
  const { queue } = aQueue({
    work: async () => {
      seen.push(known);
      return Promise.resolve(undefined);
    },
  });
  for (const key of ['a', 'b', 'c']) {
    known += 1;
    queue.add(key);
  }
  await settle();
  expect(seen).toEqual([3, 3, 3]);
});

test('of several delays the earliest counts, and work may ask for one', async () => {
  const { queue, clock, begun } = aQueue({
    work: async (key) => {
      begun.push(key);
      return Promise.resolve(begun.length === 1 ? { againMs: 30_000 } : undefined);
    },
  });
  queue.addAfter('a', 500);
  queue.addAfter('a', 200);
  queue.addAfter('a', 900);
  await clock.advance(199);
  expect(begun).toEqual([]);
  await clock.advance(1);
  expect(begun).toEqual(['a']);
  await clock.advance(29_999);
  expect(begun).toEqual(['a']);
  await clock.advance(1);
  expect(begun).toEqual(['a', 'a']);
  expect(clock.waiting).toBe(0);
});

test('what is forgotten is not tried again', async () => {
  const { queue, clock, begun, end } = aQueue();
  queue.add('a');
  await end('a', new Error('gone'));
  queue.forget('a');
  await clock.advance(10_000);
  expect(begun).toEqual(['a']);
  expect(queue.failing).toBe(0);
});

test('keys that came before the start wait for it', async () => {
  const begun: string[] = [];
  const { queue } = aQueue();
  const early = new WorkQueue({
    work: async (key) => {
      begun.push(key);
      return Promise.resolve(undefined);
    },
    parallelism: 1,
    firstBackoffMs: 1,
    mostBackoffMs: 1,
    clock: new FakeClock(),
    random: () => 0,
    failed: () => undefined,
  });
  early.add('a');
  await settle();
  expect(begun).toEqual([]);
  early.start();
  await settle();
  expect(begun).toEqual(['a']);
  expect(queue.length).toBe(0);
});

test('stopping drops what waits, tells what runs, and waits for its end', async () => {
  const signals: AbortSignal[] = [];
  const work = Promise.withResolvers<undefined>();
  const { queue, clock, begun } = aQueue({
    parallelism: 1,
    work: async (key, signal) => {
      begun.push(key);
      signals.push(signal);
      return work.promise;
    },
  });
  queue.add('a');
  queue.add('b');
  queue.addAfter('c', 10);
  await settle();
  let isStopped = false;
  const stopped = queue.stop().then(() => {
    isStopped = true;
  });
  await clock.advance(1_000);
  expect(signals[0]?.aborted).toBe(true);
  expect(isStopped).toBe(false);
  work.resolve(undefined);
  await stopped;
  queue.add('d');
  await settle();
  expect(begun).toEqual(['a']);
  expect(clock.waiting).toBe(0);
});

test('drained is told when nothing runs and nothing is ready', async () => {
  const { queue, end } = aQueue({ parallelism: 1 });
  await queue.drained();
  queue.add('a');
  queue.add('b');
  let isDrained = false;
  const drained = queue.drained().then(() => {
    isDrained = true;
  });
  await end('a');
  expect(isDrained).toBe(false);
  await end('b');
  await drained;
});
