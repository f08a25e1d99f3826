import type { SessionSummary, SessionView } from '@chaperone/core/record';
import type { Ground } from './ground.ts';
import { waitFor } from './wait.ts';

type Reader = Pick<Ground, 'chaperone'>;

/** What `chaperone sessions -o json` prints. */
export async function listSessions(
  { chaperone }: Reader,
  ...args: readonly string[]
): Promise<readonly SessionSummary[]> {
  const { status, stdout, stderr } = await chaperone('sessions', '-o', 'json', ...args);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as readonly SessionSummary[];
}

/** The id of a session once it has ended: the one of this id, or the last of all. */
export async function sessionOf(ground: Reader, id?: string): Promise<string> {
  return waitFor('the session ends', async () => {
    const all = await listSessions(ground);
    const found = id === undefined ? all.at(-1) : all.find(({ session }) => session === id);
    return found === undefined || found.phase === 'Active' ? undefined : found.session;
  });
}

/** What `chaperone show SESSION -o json` prints. */
export async function showSession({ chaperone }: Reader, session: string): Promise<SessionView> {
  const { status, stdout, stderr } = await chaperone('show', session, '-o', 'json');
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as SessionView;
}
