import type { Book } from './book.ts';
import type { Entry } from './entry.ts';
import type { State } from './state.ts';

/** Who decides. */
export interface Decider {
  /** `local:` and the name of the machine's user; in a cluster as its API server calls the person. */
  readonly username: string;
  /** Of a user of the machine the name alone, which policies may use as well. */
  readonly account?: string;
  /** Groups of the machine that the user is in. */
  readonly groups: readonly string[];
  /** The user that runs the sidecar: may decide everything, since all that is decided on lies in its hands anyway. */
  readonly isOwner: boolean;
}

export interface Word {
  readonly decision: 'Approved' | 'Denied';
  readonly reason: string;
  /** RFC 3339; absent: now. */
  readonly decidedAt?: string;
}

/** Why a decision did not count. */
export type DecideProblem =
  | 'NOT_FOUND'
  | 'ALREADY_SETTLED'
  | 'ALREADY_DECIDED'
  | 'NOT_AN_APPROVER'
  | 'OWN_REQUEST'
  | 'NOT_STORED';

/** Takes one word; undefined where it counts. A denial settles at once, and revokes what is approved. */
export function decideOn(
  book: Book,
  entry: Entry,
  decider: Decider,
  word: Word,
): DecideProblem | undefined {
  book.expireIfDue(entry);
  const { state, decisions } = entry;
  const revokes = state.kind === 'Approved' && word.decision === 'Denied';
  if (state.kind !== 'Pending' && !revokes) return 'ALREADY_SETTLED';
  const refused = refusalOf(entry, decider, word);
  if (refused !== undefined) return refused;
  const at = word.decidedAt ?? book.timestamp;
  const { username, groups } = decider;
  entry.decisions = [...decisions, { username, groups, ...word, decidedAt: at }];
  const to = nextOf(entry, word, at);
  try {
    if (to === undefined) book.save(entry);
    else book.move(entry, to);
    return undefined;
  } catch {
    entry.decisions = decisions;
    if (to?.kind !== 'Revoked') return 'NOT_STORED';
    // What forbids holds even where it cannot be written down.
    book.end(entry, 'Revoked', word.reason);
    return undefined;
  }
}

function refusalOf(entry: Entry, decider: Decider, word: Word): DecideProblem | undefined {
  const { subject, terms, decisions } = entry;
  if (!decider.isOwner) {
    if (!isApprover(decider, terms.approvers)) return 'NOT_AN_APPROVER';
    const own = subject.kind === 'grant' && subject.requestedBy === decider.username;
    if (own && word.decision === 'Approved') return 'OWN_REQUEST';
  }
  const said = decisions.some((d) => d.username === decider.username);
  return said && word.decision === 'Approved' ? 'ALREADY_DECIDED' : undefined;
}

function isApprover(
  { username, account, groups }: Decider,
  approvers: Entry['terms']['approvers'],
): boolean {
  if (approvers.users.some((user) => user === username || user === account)) return true;
  return approvers.groups.some((group) => groups.includes(group));
}

/** Where this word, the last of `decisions`, leads to; undefined where more people are needed. */
function nextOf({ state, decisions, terms }: Entry, word: Word, at: string): State | undefined {
  const { reason } = word;
  if (word.decision === 'Denied') {
    return { kind: state.kind === 'Approved' ? 'Revoked' : 'Denied', at, reason };
  }
  const approved = decisions.filter((d) => d.decision === 'Approved').length;
  return approved >= terms.required ? { kind: 'Approved', at, reason } : undefined;
}
