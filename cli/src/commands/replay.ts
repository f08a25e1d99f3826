import { readCommands, readSummary } from '@chaperone/core/record';
import type { Io } from '../io.ts';
import { outcomeText, requestText } from '../output/command-text.ts';
import { toDuration } from '../output/time.ts';
import type { Store } from '../store/store.ts';
import { headText } from './show.ts';

/** Nobody waits longer between two commands, however long the agent thought. */
const MAX_WAIT_MS = 5000;

/**
 * Steps through a session at its own pace.
 * @param speed times faster; 0 waits for nothing
 */
export async function replaySession(
  store: Store,
  session: string,
  { io, speed }: { readonly io: Io; readonly speed: number },
): Promise<void> {
  const recording = store.recording(session);
  const summary = await readSummary(recording);
  await io.out(headText(summary, io.colour));
  let at = Date.parse(summary.startedAt);
  const waitUntil = async (time: number): Promise<void> => {
    const pause = Math.max(0, time - at);
    at = Math.max(at, time);
    if (speed === 0 || pause === 0) return;
    if (pause / speed > MAX_WAIT_MS) await io.out(`\n… ${toDuration(pause)} pass\n`);
    await io.sleep(Math.min(pause / speed, MAX_WAIT_MS));
  };
  for await (const command of readCommands(recording.segments)) {
    const receivedAt = Date.parse(command.receivedAt);
    await waitUntil(receivedAt);
    await io.out(
      `\n+${toDuration(receivedAt - Date.parse(summary.startedAt))}\n${requestText(command, io.colour)}`,
    );
    await waitUntil(receivedAt + (command.outcome?.durationMs ?? 0));
    await io.out(outcomeText(command, io.colour));
  }
}
