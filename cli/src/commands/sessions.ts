import {
  readRegistration,
  readSummary,
  type SessionPhase,
  type SessionSummary,
} from '@chaperone/core/record';
import type { Io } from '../io.ts';
import { toJson } from '../output/json.ts';
import { painter, toneOf } from '../output/style.ts';
import { table } from '../output/table.ts';
import { toSeconds } from '../output/time.ts';
import { visible } from '../output/visible.ts';
import type { Store } from '../store/store.ts';

export interface SessionFilter {
  readonly agent?: string;
  readonly connection?: string;
  /** Milliseconds since the epoch; a session counts by its start. */
  readonly since?: number;
  readonly until?: number;
  readonly phase?: SessionPhase;
}

/** Lists sessions, oldest first. Answers false if one could not be read. */
export async function listSessions(
  store: Store,
  filter: SessionFilter,
  { io, output }: { readonly io: Io; readonly output: 'table' | 'json' },
): Promise<boolean> {
  const summaries: SessionSummary[] = [];
  let allRead = true;
  for (const session of store.sessions()) {
    try {
      const summary = await summarise(store, session, filter);
      if (summary !== undefined) summaries.push(summary);
    } catch (error) {
      allRead = false;
      const why = error instanceof Error ? error.message : String(error);
      io.err(
        `chaperone: session ${session} cannot be read: ${visible(why)}; run chaperone verify ${session}\n`,
      );
    }
  }
  await io.out(output === 'json' ? toJson(summaries) : sessionTable(summaries, io));
  return allRead;
}

/** Looks at the cheap part first: the events of a session that is filtered out are not read. */
async function summarise(
  store: Store,
  session: string,
  filter: SessionFilter,
): Promise<SessionSummary | undefined> {
  const recording = store.recording(session);
  const registration = readRegistration(recording.registration ?? Buffer.alloc(0));
  const startedAt = Date.parse(registration.startedAt);
  const { agent, connection, since, until, phase } = filter;
  if (agent !== undefined && registration.agent.serviceAccount !== agent) return undefined;
  if (connection !== undefined && registration.connection !== connection) return undefined;
  if (startedAt < (since ?? -Infinity) || startedAt > (until ?? Infinity)) return undefined;
  const summary = await readSummary(recording);
  return phase === undefined || summary.phase === phase ? summary : undefined;
}

function sessionTable(summaries: readonly SessionSummary[], io: Io): string {
  return table({
    head: ['SESSION', 'CONNECTION', 'AGENT', 'STARTED', 'ENDED', 'PHASE', 'EVENTS'],
    rows: summaries.map(({ session, connection, agent, startedAt, endedAt, phase, tree }) => [
      session,
      connection,
      agent.serviceAccount,
      toSeconds(startedAt),
      endedAt === null ? '-' : toSeconds(endedAt),
      { text: phase, tone: toneOf(phase) },
      String(tree.size),
    ]),
    paint: painter(io.colour),
    empty: 'No sessions.',
  });
}
