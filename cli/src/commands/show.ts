import {
  readEntries,
  readEvents,
  readSession,
  readSummary,
  type Entry,
  type SessionSummary,
} from '@chaperone/core/record';
import type { Io } from '../io.ts';
import { notificationText, outcomeText, requestText } from '../output/command-text.ts';
import { toJson, toJsonLine } from '../output/json.ts';
import { painter, toneOf } from '../output/style.ts';
import { toSeconds } from '../output/time.ts';
import { visible } from '../output/visible.ts';
import type { Store } from '../store/store.ts';

export type ShowOutput = 'text' | 'json' | 'ndjson';

/** Shows one session: for people, as one object, or its events one a line. */
export async function showSession(
  store: Store,
  session: string,
  { io, output }: { readonly io: Io; readonly output: ShowOutput },
): Promise<void> {
  const recording = store.recording(session);
  switch (output) {
    case 'json': {
      await io.out(toJson(await readSession(recording)));
      return;
    }
    case 'ndjson': {
      for await (const { event } of readEvents(recording.segments)) await io.out(toJsonLine(event));
      return;
    }
    case 'text': {
      await io.out(headText(await readSummary(recording), io.colour));
      for await (const entry of readEntries(recording.segments)) {
        await io.out(`\n${entryText(entry, io.colour)}`);
      }
    }
  }
}

function entryText(entry: Entry, colour: boolean): string {
  return 'command' in entry
    ? `${requestText(entry.command, colour)}${outcomeText(entry.command, colour)}`
    : notificationText(entry.notification, colour);
}

/** The session itself, over a few lines. */
export function headText(summary: SessionSummary, colour: boolean): string {
  const paint = painter(colour);
  const { agent, tree } = summary;
  const claims = Object.entries(agent.claims ?? {}).map(([name, value]) => `${name}=${value}`);
  const fields: [string, string][] = [
    ['session', summary.session],
    ['connection', visible(`${summary.connection} (${summary.protocol})`)],
    ['agent', visible(`${agent.serviceAccount} in ${agent.namespace}`)],
    ...(claims.length === 0 ? [] : ([['claims', visible(claims.join(' '))]] as [string, string][])),
    ['started', toSeconds(summary.startedAt)],
    ['ended', summary.endedAt === null ? '-' : toSeconds(summary.endedAt)],
    ['phase', paint(toneOf(summary.phase), summary.phase)],
    ['tree', `${String(tree.size)} events, ${tree.root}`],
  ];
  return fields.map(([name, value]) => `${paint('dim', name.padEnd(10))}  ${value}\n`).join('');
}
