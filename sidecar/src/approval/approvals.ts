import { mintPermit } from '@chaperone/core/policy/permit';
import type { ApprovalTerms, Permit } from '@chaperone/core/policy';
import { SidecarError } from '../errors.ts';
import { Book, type BookOptions } from './book.ts';
import { decideOn, type Decider, type DecideProblem, type Word } from './deciding.ts';
import { retryKey } from './digest.ts';
import type { Entry } from './entry.ts';
import {
  Grants,
  type Grantable,
  type GrantProblem,
  type GrantRequest,
  type ManifestGrant,
} from './grants.ts';
import { settlement } from './settlement.ts';
import { isOpen } from './state.ts';
import { commandSubject } from './subject.ts';
import type { ApprovalObject, CommandToApprove, Held, Phase } from './types.ts';

export interface ApprovalsOptions extends BookOptions {
  readonly grantable: Grantable;
}

/**
 * The Approvals of this sidecar. Scope `Once`: this exact command. Scope `Session`: after one approval the same rule asks
 * no more in that session. Scope `Window`: while a grant runs the rule does not ask; without one it asks as `Once` does.
 */
export class Approvals {
  readonly #book: Book;
  readonly #grants: Grants;
  /** Approvals of scope Session by session, policy digest and rule. */
  readonly #standing = new Map<string, Entry>();

  constructor(options: ApprovalsOptions) {
    this.#book = new Book(options);
    this.#grants = new Grants(this.#book, options.grantable);
  }

  /**
   * Asks for every approval that the command needs, or finds those already given.
   * @throws SidecarError TOO_MANY_APPROVALS, RECORDING_UNAVAILABLE where an Approval cannot be stored.
   */
  request(command: CommandToApprove, terms: readonly ApprovalTerms[]): Held {
    const entries: Entry[] = [];
    const retryable = terms.some((t) => t.onPending === 'Reject');
    try {
      for (const one of terms) {
        const found = this.#find(command, one, retryable);
        entries.push(found ?? this.#create(command, one, retryable));
      }
    } catch (error) {
      const own = entries.filter(({ subject }) => subject.kind === 'command');
      this.#withdraw(own, 'another Approval of the same command could not be made');
      throw error;
    }
    const pending = entries.filter((e) => e.state.kind === 'Pending');
    return {
      names: entries.map((e) => e.name),
      mode: pending.length > 0 && retryable ? 'reject' : 'hold',
      settled: settlement(entries),
      wantsEstimate: pending.some((e) => e.estimatedRows === undefined),
      estimated: (rows) => {
        for (const entry of pending) entry.estimatedRows = rows;
      },
      withdraw: (reason) => {
        this.#withdraw(entries.filter(isOfOneCommand), reason);
      },
      consume: (current) => this.#consume(entries, current),
    };
  }

  /** One decider's word. The answer is the Approval afterwards, or why the word did not count. */
  decide(name: string, decider: Decider, word: Word): ApprovalObject | DecideProblem {
    const entry = this.#book.get(name);
    if (entry === undefined) return this.#book.isPast(name) ? 'ALREADY_SETTLED' : 'NOT_FOUND';
    const problem = decideOn(this.#book, entry, decider, word);
    if (problem !== undefined) return problem;
    // It may have been decided so long ago that its window is over.
    this.#book.expireIfDue(entry);
    if (entry.subject.kind === 'grant' && entry.state.kind === 'Approved') {
      this.#grants.releaseWaiting(entry);
    }
    return entry.toObject(true);
  }

  /** Nobody can decide it: whoever waits for it waits no longer. */
  withdraw(name: string, reason: string): void {
    const entry = this.#book.get(name);
    if (entry?.state.kind === 'Pending') this.#book.end(entry, 'Withdrawn', reason);
  }

  /** Asks for a rule's approval in advance. */
  grant(request: GrantRequest, requestedBy: string): ApprovalObject | GrantProblem {
    return this.#grants.ask(request, requestedBy);
  }

  /** Takes over the grants that lie in the configuration directory now; answers those that cannot be used. */
  followGrants(
    manifests: readonly ManifestGrant[],
  ): readonly { readonly name: string; readonly problem: GrantProblem }[] {
    return this.#grants.follow(manifests);
  }

  /** All that are pending and the latest that are not, oldest first. */
  list(): readonly ApprovalObject[] {
    return this.#book.list();
  }

  /** Number of Approvals in each phase. */
  count(): Readonly<Record<Phase, number>> {
    const counts = { Pending: 0, Approved: 0, Denied: 0, Expired: 0, Consumed: 0 };
    for (const approval of this.list()) counts[approval.status.phase] += 1;
    return counts;
  }

  /** What a session leaves behind when it ends: nothing pending, nothing standing. */
  endSession(session: string): void {
    const own = this.#book.entries.filter(
      ({ subject }) => subject.kind === 'command' && subject.session === session,
    );
    for (const [key, entry] of this.#standing) {
      if (!own.includes(entry)) continue;
      this.#standing.delete(key);
      this.#book.end(entry, 'Consumed', 'the session that it was given for ended');
    }
    this.#withdraw(own.filter(isOfOneCommand), 'the session ended');
  }

  /** Withdraws what waits for this process; grants, and what may be sent again, outlive it. For shutdown. */
  close(reason: string): void {
    this.#withdraw(this.#book.entries.filter(isOfOneCommand), reason);
    for (const entry of this.#book.entries) entry.cancelTimer();
  }

  #find(command: CommandToApprove, terms: ApprovalTerms, retryable: boolean): Entry | undefined {
    const standing = this.#standing.get(standingKey(command, terms));
    if (standing?.state.kind === 'Approved') return standing;
    const window = terms.scope === 'Window' ? this.#grants.active(command, terms) : undefined;
    if (window !== undefined) return window;
    if (!retryable) return undefined;
    const key = retryKey(command, terms);
    for (const entry of this.#book.entries) {
      const { subject } = entry;
      if (subject.kind !== 'command' || !subject.retryable || subject.retryKey !== key) continue;
      this.#book.expireIfDue(entry);
      if (isOpen(entry.state)) return entry;
    }
    return undefined;
  }

  #create(request: CommandToApprove, terms: ApprovalTerms, retryable: boolean): Entry {
    return this.#book.add(terms, (expiresAt) =>
      commandSubject(request, terms, { expiresAt, retryable }),
    );
  }

  #withdraw(entries: readonly Entry[], reason: string): void {
    const standing = new Set(this.#standing.values());
    for (const entry of entries) {
      if (isOpen(entry.state) && !standing.has(entry)) this.#book.end(entry, 'Withdrawn', reason);
    }
  }

  #consume(entries: readonly Entry[], current: CommandToApprove): Permit {
    const standing = new Set(this.#standing.values());
    for (const entry of entries) {
      this.#book.expireIfDue(entry);
      if (entry.state.kind !== 'Approved') throw unusable(entry, `it is ${entry.state.kind}`);
      const lasts = standing.has(entry) || this.#grants.isActiveFor(entry, current);
      if (!lasts && !entry.covers(current))
        throw unusable(entry, 'it was given for another command');
    }
    for (const entry of entries) {
      if (standing.has(entry) || entry.subject.kind === 'grant') continue;
      if (entry.terms.scope === 'Session') this.#stand(entry, current);
      else this.#use(entry);
    }
    return mintPermit('approval');
  }

  #stand(entry: Entry, current: CommandToApprove): void {
    this.#book.keep(entry);
    this.#standing.set(standingKey(current, entry.terms), entry);
  }

  #use(entry: Entry): void {
    if (entry.state.kind !== 'Approved') throw unusable(entry, `it is ${entry.state.kind}`);
    const { reason } = entry.state;
    this.#book.move(entry, { kind: 'Consumed', at: this.#book.timestamp, reason });
  }
}

/** It belongs to one command of one session, and ends with it. */
function isOfOneCommand({ subject }: Entry): boolean {
  return subject.kind === 'command' && !subject.retryable;
}

function standingKey(command: CommandToApprove, terms: ApprovalTerms): string {
  return JSON.stringify([command.session, command.policyDigest, terms.policy, terms.rule]);
}

function unusable(entry: Entry, why: string): SidecarError {
  return new SidecarError(
    'APPROVAL_UNUSABLE',
    `Approval ${entry.name} cannot be used: ${why}. Run the command again to ask anew.`,
    { facts: { approval: entry.name, state: entry.state.kind } },
  );
}
