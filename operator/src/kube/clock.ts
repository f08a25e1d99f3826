/** Time as everything here is given it. */
export interface Clock {
  /** Milliseconds that never go back; of no meaning outside this process. */
  readonly now: () => number;
  /** Wall clock, for what others read: leases, conditions, events. */
  readonly date: () => Date;
  /** Calls back once, after so many milliseconds; the result takes it back. Keeps no process alive. */
  readonly after: (ms: number, call: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms).unref();
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Resolves after so many milliseconds, or at once when the signal is or becomes aborted. Never rejects. */
export async function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      cancel();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal.addEventListener('abort', done);
  });
}
