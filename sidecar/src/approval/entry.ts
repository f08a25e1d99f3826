import type { ApprovalTerms } from '@chaperone/core/policy';
import { approvalDigest } from './digest.ts';
import { conditionsOf, decisionOf, mayFollow, phaseOf, type State } from './state.ts';
import type { Subject } from './subject.ts';
import type { ApprovalObject, CommandToApprove, Decision, Settled } from './types.ts';

export interface EntryOptions {
  readonly name: string;
  /** Differs between two Approvals of one name. */
  readonly uid: string;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly terms: ApprovalTerms;
  readonly subject: Subject;
  /** Until when it can be decided. */
  readonly expiresAtMs: number;
}

/** One Approval in memory. */
export class Entry {
  readonly name: string;
  readonly uid: string;
  readonly terms: ApprovalTerms;
  /** Its exact command leaves memory with the decision. */
  subject: Subject;
  /** When it ends by itself: the time to decide, and for a grant that is approved the end of its window. */
  deadlineMs: number;
  /** Stops the timer of its deadline. */
  cancelTimer: () => void = () => undefined;
  state: State = { kind: 'Pending' };
  decisions: readonly Decision[] = [];
  /** Rows that the target's planner expects the command to reach, where it could be asked. */
  estimatedRows: number | undefined;
  readonly #createdAt: string;
  readonly #expiresAt: string;
  readonly #listeners: ((settled: Settled) => void)[] = [];
  #settled: Settled | undefined;

  constructor(options: EntryOptions) {
    this.name = options.name;
    this.uid = options.uid;
    this.terms = options.terms;
    this.subject = options.subject;
    this.deadlineMs = options.expiresAtMs;
    this.#createdAt = options.createdAt;
    this.#expiresAt = new Date(options.expiresAtMs).toISOString();
  }

  /** The identical command, sent again, finds this Approval; else it belongs to the one command that waits for it. */
  get retryable(): boolean {
    return this.subject.kind === 'command' && this.subject.retryable;
  }

  /** Calls `listener` once with how it ended, at once where it has. */
  whenSettled(listener: (settled: Settled) => void): void {
    if (this.#settled === undefined) this.#listeners.push(listener);
    else listener(this.#settled);
  }

  /** True where `request` is the very command that this Approval was asked for. */
  covers(request: CommandToApprove): boolean {
    const { subject } = this;
    if (subject.kind !== 'command') return false;
    return approvalDigest(request, this.terms, this.#expiresAt) === subject.digest;
  }

  /** False where the transition does not exist; the state then stays. */
  transition(to: State): boolean {
    if (!mayFollow(this.state, to)) return false;
    this.state = to;
    return true;
  }

  /** Tells whoever waits; the first call counts. */
  announce(): void {
    const { state } = this;
    if (state.kind === 'Pending' || this.#settled !== undefined) return;
    const decision = settledAs[state.kind];
    const deciders = this.decisions.map(({ groups: _groups, ...decider }) => decider);
    this.#settled = { approval: this.name, decision, deciders, reason: state.reason };
    this.subject = this.subject.withoutExact();
    for (const listener of this.#listeners.splice(0)) listener(this.#settled);
  }

  /** `exact` shows the command as the target would get it; else as the recording keeps it. */
  toObject(exact: boolean): ApprovalObject {
    const { subject, terms, state, estimatedRows } = this;
    const active = subject.kind === 'grant' && state.kind === 'Approved';
    return {
      apiVersion: 'chaperone.dev/v1alpha1',
      kind: 'Approval',
      metadata: {
        name: this.name,
        namespace: subject.connection.namespace,
        uid: this.uid,
        creationTimestamp: this.#createdAt,
        annotations: subject.annotations(terms),
      },
      spec: {
        connectionRef: { name: subject.connection.name },
        policyRef: { name: terms.policy, rule: terms.rule },
        ...subject.show(exact),
        approvers: terms.approvers,
        required: terms.required,
        expiresAt: this.#expiresAt,
        decision: decisionOf(state),
        reason: state.kind === 'Pending' ? '' : state.reason,
        decisions: this.decisions,
      },
      status: {
        phase: phaseOf(state),
        consumedAt: state.kind === 'Consumed' ? state.at : null,
        ...(estimatedRows !== undefined && { estimatedRows }),
        ...(active && { activeUntil: new Date(this.deadlineMs).toISOString() }),
        conditions: conditionsOf(state),
      },
    };
  }
}

const settledAs = {
  Approved: 'Approved',
  Consumed: 'Approved',
  Denied: 'Denied',
  Revoked: 'Denied',
  Expired: 'Expired',
  Withdrawn: 'Withdrawn',
} as const;
