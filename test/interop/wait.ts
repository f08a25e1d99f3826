import { setTimeout as sleep } from 'node:timers/promises';

/** Where SQL can be run at the target. */
export interface AtTarget {
  readonly target: (sql: string) => Promise<readonly unknown[]>;
}

const PATIENCE_MS = 30_000;
const POLL_MS = 50;

/** Asks again and again until there is an answer. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await sleep(POLL_MS);
  }
}

/** Waits until a session of the target is in pg_sleep. */
export async function sleepsAt({ target }: AtTarget): Promise<void> {
  const sleeping =
    "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND state = 'active'";
  await waitFor('pg_sleep runs', async () =>
    (await target(sleeping)).length > 0 ? true : undefined,
  );
}
