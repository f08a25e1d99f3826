import { randomBytes } from 'node:crypto';
import { mintPermit } from '@chaperone/core/policy/permit';
import type { ApprovalTerms, Permit } from '@chaperone/core/policy';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import { retryKey } from './digest.ts';
import { Entry, type State } from './entry.ts';
import type { ApprovalStore } from './store.ts';
import type {
  ApprovalObject,
  Clock,
  CommandToApprove,
  Decision,
  Held,
  Phase,
  Settled,
  Settlement,
} from './types.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const NAME_SUFFIX = 5;
/** The longest delay that a timer of Node takes; a longer expiry is armed again. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Why a decision did not count. */
export type DecideProblem = 'NOT_FOUND' | 'ALREADY_SETTLED' | 'ALREADY_DECIDED' | 'NOT_STORED';

export interface ApprovalsOptions {
  readonly clock: Clock;
  readonly store: ApprovalStore;
  /** Random bytes for names; `crypto.randomBytes` unless a test says otherwise. */
  readonly random?: (size: number) => Uint8Array;
}

/**
 * The Approvals of this sidecar. Scope `Once`: this exact command. Scope `Session`: after one approval the same rule asks
 * no more in that session. Scope `Window` needs grants, which need a cluster, and counts as `Once` here.
 */
export class Approvals {
  readonly #clock: Clock;
  readonly #store: ApprovalStore;
  readonly #random: (size: number) => Uint8Array;
  readonly #entries = new Map<string, Entry>();
  /** Approvals of scope Session by session, policy digest and rule. */
  readonly #standing = new Map<string, Entry>();

  constructor(options: ApprovalsOptions) {
    this.#clock = options.clock;
    this.#store = options.store;
    this.#random = options.random ?? randomBytes;
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
      this.#withdraw(entries, 'another Approval of the same command could not be made');
      throw error;
    }
    const pending = entries.some((e) => e.state.kind === 'Pending');
    return {
      names: entries.map((e) => e.name),
      mode: pending && retryable ? 'reject' : 'hold',
      settled: settlement(entries),
      withdraw: (reason) => {
        this.#withdraw(
          entries.filter((e) => !e.retryable),
          reason,
        );
      },
      consume: (current) => this.#consume(entries, current),
    };
  }

  /** One decider's word. The answer is the Approval afterwards, or why the word did not count. */
  decide(name: string, decision: Omit<Decision, 'decidedAt'>): ApprovalObject | DecideProblem {
    const entry = this.#entries.get(name);
    if (entry === undefined) return this.#store.has(name) ? 'ALREADY_SETTLED' : 'NOT_FOUND';
    this.#expireIfDue(entry);
    if (entry.state.kind !== 'Pending') return 'ALREADY_SETTLED';
    if (entry.decisions.some((d) => d.username === decision.username)) return 'ALREADY_DECIDED';
    const before = entry.decisions;
    const at = this.#timestamp();
    entry.decisions = [...before, { ...decision, decidedAt: at }];
    const approved = entry.decisions.filter((d) => d.decision === 'Approved').length;
    const { reason } = decision;
    const to: State | undefined =
      decision.decision === 'Denied'
        ? { kind: 'Denied', at, reason }
        : approved >= entry.terms.required
          ? { kind: 'Approved', at, reason }
          : undefined;
    try {
      if (to === undefined) this.#store.save(entry.toObject(false));
      else this.#move(entry, to);
    } catch {
      entry.decisions = before;
      return 'NOT_STORED';
    }
    return entry.toObject(true);
  }

  /** All that are pending and the latest that are not, oldest first. */
  list(): readonly ApprovalObject[] {
    for (const entry of this.#entries.values()) this.#expireIfDue(entry);
    const earlier = this.#store.earlier.filter((a) => !this.#entries.has(a.metadata.name));
    return [...earlier, ...[...this.#entries.values()].map((e) => e.toObject(true))];
  }

  /** Number of Approvals in each phase. */
  count(): Readonly<Record<Phase, number>> {
    const counts = { Pending: 0, Approved: 0, Denied: 0, Expired: 0, Consumed: 0 };
    for (const approval of this.list()) counts[approval.status.phase] += 1;
    return counts;
  }

  /** What a session leaves behind when it ends: nothing pending, nothing standing. */
  endSession(session: string): void {
    for (const [key, entry] of this.#standing) {
      if (entry.session !== session) continue;
      this.#standing.delete(key);
      this.#end(entry, 'Consumed', 'the session that it was given for ended');
    }
    const held = [...this.#entries.values()].filter((e) => e.session === session && !e.retryable);
    this.#withdraw(held, 'the session ended');
  }

  /** Withdraws everything that is open; for shutdown. */
  close(reason: string): void {
    this.#withdraw([...this.#entries.values()], reason);
  }

  #find(command: CommandToApprove, terms: ApprovalTerms, retryable: boolean): Entry | undefined {
    const standing = this.#standing.get(standingKey(command, terms));
    if (standing !== undefined) return standing;
    if (!retryable) return undefined;
    const key = retryKey(command, terms);
    for (const entry of this.#entries.values()) {
      if (entry.retryKey !== key || !entry.retryable) continue;
      this.#expireIfDue(entry);
      if (entry.state.kind === 'Pending' || entry.state.kind === 'Approved') return entry;
    }
    return undefined;
  }

  #create(request: CommandToApprove, terms: ApprovalTerms, retryable: boolean): Entry {
    this.#makeRoom();
    const name = this.#newName(request);
    const entry = new Entry({ name, request, terms, retryable, nowMs: this.#clock.now() });
    this.#store.save(entry.toObject(false));
    this.#entries.set(entry.name, entry);
    this.#arm(entry);
    return entry;
  }

  #makeRoom(): void {
    const open = [...this.#entries.values()].filter((e) => isOpen(e));
    if (open.length >= approvalLimits.pending.value) {
      throw new SidecarError('TOO_MANY_APPROVALS', 'As many approvals are open as may be.', {
        facts: { open: open.length },
      });
    }
    let settled = this.#entries.size - open.length - approvalLimits.settledKept.value;
    for (const entry of this.#entries.values()) {
      if (settled < 0) return;
      if (isOpen(entry)) continue;
      this.#entries.delete(entry.name);
      settled -= 1;
    }
  }

  #newName(command: CommandToApprove): string {
    for (;;) {
      const bytes = this.#random(NAME_SUFFIX);
      const suffix = Array.from(bytes, (b) => BASE32[b % BASE32.length]).join('');
      const name = `${command.connection.name}-${suffix}`;
      if (!this.#entries.has(name) && !this.#store.has(name)) return name;
    }
  }

  #arm(entry: Entry): void {
    const left = Math.max(0, entry.expiresAtMs - this.#clock.now());
    entry.cancelTimer = this.#clock.after(Math.min(left, MAX_TIMER_MS), () => {
      this.#expireIfDue(entry);
      if (isOpen(entry)) this.#arm(entry);
    });
  }

  #expireIfDue(entry: Entry): void {
    if (!isOpen(entry) || this.#clock.now() < entry.expiresAtMs) return;
    this.#end(entry, 'Expired', 'nobody decided in time');
  }

  #withdraw(entries: readonly Entry[], reason: string): void {
    for (const entry of entries) {
      if (isOpen(entry) && !this.#isStanding(entry)) this.#end(entry, 'Withdrawn', reason);
    }
  }

  #isStanding(entry: Entry): boolean {
    return [...this.#standing.values()].includes(entry);
  }

  /** To an end that forbids; it holds even where it cannot be stored. */
  #end(entry: Entry, kind: 'Expired' | 'Withdrawn' | 'Consumed', reason: string): void {
    try {
      this.#move(entry, { kind, at: this.#timestamp(), reason });
    } catch {
      entry.transition({ kind, at: this.#timestamp(), reason });
      this.#leave(entry);
    }
  }

  /** Stores first: what permits must not be forgotten by a crash. */
  #move(entry: Entry, to: State): void {
    const before = entry.state;
    if (!entry.transition(to)) return;
    try {
      this.#store.save(entry.toObject(false));
    } catch (error) {
      entry.state = before;
      throw error;
    }
    this.#leave(entry);
  }

  #leave(entry: Entry): void {
    if (entry.state.kind !== 'Approved') entry.cancelTimer();
    entry.announce();
  }

  #consume(entries: readonly Entry[], current: CommandToApprove): Permit {
    const standing = new Set(this.#standing.values());
    for (const entry of entries) {
      if (standing.has(entry)) continue;
      this.#expireIfDue(entry);
      if (entry.state.kind !== 'Approved') throw unusable(entry, `it is ${entry.state.kind}`);
      if (!entry.covers(current)) throw unusable(entry, 'it was given for another command');
    }
    for (const entry of entries) {
      if (standing.has(entry)) continue;
      if (entry.terms.scope === 'Session') this.#stand(entry, current);
      else this.#use(entry);
    }
    return mintPermit('approval');
  }

  #stand(entry: Entry, current: CommandToApprove): void {
    entry.cancelTimer();
    this.#standing.set(standingKey(current, entry.terms), entry);
  }

  #use(entry: Entry): void {
    if (entry.state.kind !== 'Approved') throw unusable(entry, `it is ${entry.state.kind}`);
    this.#move(entry, { kind: 'Consumed', at: this.#timestamp(), reason: entry.state.reason });
  }

  #timestamp(): string {
    return new Date(this.#clock.now()).toISOString();
  }
}

function isOpen(entry: Entry): boolean {
  return entry.state.kind === 'Pending' || entry.state.kind === 'Approved';
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

/** Settles as soon as one Approval forbids, or when all permit. */
async function settlement(entries: readonly Entry[]): Promise<Settlement> {
  const { promise, resolve } = Promise.withResolvers<Settlement>();
  const settled: Settled[] = [];
  for (const entry of entries) {
    entry.whenSettled((one) => {
      settled.push(one);
      if (one.decision !== 'Approved') resolve({ decision: one.decision, approvals: [...settled] });
      else if (settled.length === entries.length) {
        resolve({ decision: 'Approved', approvals: [...settled] });
      }
    });
  }
  return promise;
}
