import type { ApprovalTerms } from '@chaperone/core/policy';
import { approvalLimits } from '../config/limits.ts';
import { approvalDigest, retryKey } from './digest.ts';
import type {
  ApprovalObject,
  CommandToApprove,
  Condition,
  Decision,
  Phase,
  Settled,
} from './types.ts';

/**
 * Life of an Approval. Pending -> Approved | Denied | Expired | Withdrawn by `settle`; Approved -> Consumed by its one use,
 * or Expired | Withdrawn where nobody used it. Nothing leaves Denied, Expired, Withdrawn or Consumed.
 */
export type State =
  | { readonly kind: 'Pending' }
  | { readonly kind: 'Approved'; readonly at: string; readonly reason: string }
  | {
      readonly kind: 'Denied' | 'Expired' | 'Withdrawn';
      readonly at: string;
      readonly reason: string;
    }
  | { readonly kind: 'Consumed'; readonly at: string; readonly reason: string };

const next: Readonly<Record<State['kind'], readonly State['kind'][]>> = {
  Pending: ['Approved', 'Denied', 'Expired', 'Withdrawn'],
  Approved: ['Consumed', 'Expired', 'Withdrawn'],
  Denied: [],
  Expired: [],
  Withdrawn: [],
  Consumed: [],
};

const phases: Readonly<Record<State['kind'], Phase>> = {
  Pending: 'Pending',
  Approved: 'Approved',
  Denied: 'Denied',
  Expired: 'Expired',
  Withdrawn: 'Expired',
  Consumed: 'Consumed',
};

export interface EntryOptions {
  readonly name: string;
  readonly request: CommandToApprove;
  readonly terms: ApprovalTerms;
  readonly retryable: boolean;
  readonly nowMs: number;
}

/** One Approval in memory. */
export class Entry {
  readonly name: string;
  readonly terms: ApprovalTerms;
  readonly session: string;
  readonly retryKey: string;
  readonly digest: string;
  readonly expiresAtMs: number;
  /** The identical command, sent again, finds this Approval; else it belongs to the one command that waits for it. */
  readonly retryable: boolean;
  /** Stops the timer of its expiry. */
  cancelTimer: () => void = () => undefined;
  state: State = { kind: 'Pending' };
  decisions: readonly Decision[] = [];
  readonly #createdAt: string;
  readonly #expiresAt: string;
  /** The exact command leaves memory with the decision; what is kept then is what the recording keeps. */
  #request: CommandToApprove;
  readonly #listeners: ((settled: Settled) => void)[] = [];
  #settled: Settled | undefined;

  constructor(options: EntryOptions) {
    const { request, terms, nowMs } = options;
    this.name = options.name;
    this.terms = terms;
    this.retryable = options.retryable;
    this.session = request.session;
    this.#request = request;
    this.#createdAt = new Date(nowMs).toISOString();
    this.expiresAtMs = nowMs + terms.timeoutMs;
    this.#expiresAt = new Date(this.expiresAtMs).toISOString();
    this.retryKey = retryKey(request, terms);
    this.digest = approvalDigest(request, terms, this.#expiresAt);
  }

  /** Calls `listener` once with how it ended, at once where it has. */
  whenSettled(listener: (settled: Settled) => void): void {
    if (this.#settled === undefined) this.#listeners.push(listener);
    else listener(this.#settled);
  }

  /** True where `request` is the very command that this Approval was asked for. */
  covers(request: CommandToApprove): boolean {
    return approvalDigest(request, this.terms, this.#expiresAt) === this.digest;
  }

  /** False where the transition does not exist; the state then stays. */
  transition(to: State): boolean {
    if (!next[this.state.kind].includes(to.kind)) return false;
    this.state = to;
    return true;
  }

  /** Tells whoever waits; the first call counts. */
  announce(): void {
    const { state } = this;
    if (state.kind === 'Pending' || this.#settled !== undefined) return;
    const decision = state.kind === 'Consumed' ? 'Approved' : state.kind;
    const deciders = this.decisions.map(({ groups: _groups, ...decider }) => decider);
    this.#settled = { approval: this.name, decision, deciders, reason: state.reason };
    this.#request = withoutExact(this.#request);
    for (const listener of this.#listeners.splice(0)) listener(this.#settled);
  }

  /** `exact` shows the command as the target would get it; else as the recording keeps it. */
  toObject(exact: boolean): ApprovalObject {
    const { agent, connection } = this.#request;
    const shown = exact ? this.#request.command : this.#request.recorded;
    const { serviceAccount, pod, claims } = agent;
    return {
      apiVersion: 'chaperone.dev/v1alpha1',
      kind: 'Approval',
      metadata: {
        name: this.name,
        namespace: connection.namespace,
        creationTimestamp: this.#createdAt,
      },
      spec: {
        connectionRef: { name: connection.name },
        policyRef: { name: this.terms.policy, rule: this.terms.rule },
        request: {
          session: this.session,
          agent: { serviceAccount, ...(pod && { pod }), ...(claims && { claims }) },
          command: clip(shown.text),
          parameters: shown.parameters.map(displayParameter),
          effects: this.#request.command.effects.map(({ command, object }) => ({
            command,
            ...(object !== undefined && { object }),
          })),
          digest: this.digest,
        },
        approvers: this.terms.approvers,
        required: this.terms.required,
        expiresAt: this.#expiresAt,
        decision: decisionField(this.state),
        reason: this.state.kind === 'Pending' ? '' : this.state.reason,
        decisions: this.decisions,
      },
      status: {
        phase: phases[this.state.kind],
        consumedAt: this.state.kind === 'Consumed' ? this.state.at : null,
        conditions: conditionsOf(this.state),
      },
    };
  }
}

function withoutExact(request: CommandToApprove): CommandToApprove {
  const { effects, parameterTypes } = request.command;
  return { ...request, command: { ...request.recorded, effects, parameterTypes } };
}

function decisionField(state: State): 'Pending' | 'Approved' | 'Denied' {
  if (state.kind === 'Consumed') return 'Approved';
  return state.kind === 'Approved' || state.kind === 'Denied' ? state.kind : 'Pending';
}

function conditionsOf(state: State): readonly Condition[] {
  if (state.kind === 'Pending') return [];
  const { kind, at, reason } = state;
  return [
    { type: 'Settled', status: 'True', reason: kind, message: reason, lastTransitionTime: at },
  ];
}

function displayParameter(parameter: string | null | { readonly binary: string }): string | null {
  if (parameter === null || typeof parameter === 'string') {
    return parameter === null ? null : clip(parameter);
  }
  return clip(`base64:${parameter.binary}`);
}

function clip(text: string): string {
  const max = approvalLimits.displayBytes.value;
  if (text.length <= max) return text;
  return `${text.slice(0, max)}… (${String(text.length - max)} more characters)`;
}
