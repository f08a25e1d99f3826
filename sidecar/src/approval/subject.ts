import { parseDuration } from '@chaperone/crds';
import type { ApprovalTerms } from '@chaperone/core/policy';
import { approvalLimits } from '../config/limits.ts';
import { approvalDigest, retryKey } from './digest.ts';
import type { ApprovalObject, CommandToApprove, Grant } from './types.ts';

type Spec = ApprovalObject['spec'];
type Connection = CommandToApprove['connection'];

/** What is kept beside the object's own fields, to find it again after a restart. */
export const ANNOTATIONS = {
  scope: 'chaperone.dev/scope',
  onPending: 'chaperone.dev/on-pending',
  retryKey: 'chaperone.dev/retry-key',
  policyDigest: 'chaperone.dev/policy-digest',
  requestedBy: 'chaperone.dev/requested-by',
} as const;

/** Name of the requester where a grant comes from a manifest. */
export const BY_MANIFEST = 'manifest';

export type Subject = CommandSubject | GrantSubject;

/** One exact command. */
export class CommandSubject {
  readonly kind = 'command' as const;
  readonly connection: Connection;
  readonly session: string;
  readonly serviceAccount: string;
  readonly retryable: boolean;
  readonly retryKey: string;
  readonly digest: string;
  readonly #recorded: NonNullable<Spec['request']>;
  readonly #exact: NonNullable<Spec['request']>;

  constructor(
    facts: Pick<CommandSubject, 'connection' | 'retryable' | 'retryKey'>,
    recorded: NonNullable<Spec['request']>,
    exact: NonNullable<Spec['request']> = recorded,
  ) {
    this.connection = facts.connection;
    this.retryable = facts.retryable;
    this.retryKey = facts.retryKey;
    this.session = recorded.session;
    this.serviceAccount = recorded.agent.serviceAccount;
    this.digest = recorded.digest;
    this.#recorded = recorded;
    this.#exact = exact;
  }

  show(exact: boolean): Pick<Spec, 'request'> {
    return { request: exact ? this.#exact : this.#recorded };
  }

  withoutExact(): CommandSubject {
    return new CommandSubject(this, this.#recorded);
  }

  annotations({ scope, onPending }: ApprovalTerms): Readonly<Record<string, string>> {
    return {
      [ANNOTATIONS.scope]: scope,
      [ANNOTATIONS.onPending]: onPending,
      ...(this.retryable && { [ANNOTATIONS.retryKey]: this.retryKey }),
    };
  }
}

/** A rule's approval for one agent, in advance. */
export class GrantSubject {
  readonly kind = 'grant' as const;
  readonly connection: Connection;
  readonly serviceAccount: string;
  readonly durationMs: number;
  /** Who asked: `local:ada`, or BY_MANIFEST. */
  readonly requestedBy: string;
  /** Of the policy as it was when the grant was asked for; under another the grant is good for nothing. */
  readonly policyDigest: string;
  readonly grant: Grant;

  constructor(
    facts: Pick<GrantSubject, 'connection' | 'requestedBy' | 'policyDigest'>,
    grant: Grant,
  ) {
    this.connection = facts.connection;
    this.requestedBy = facts.requestedBy;
    this.policyDigest = facts.policyDigest;
    this.grant = grant;
    this.serviceAccount = grant.subject.serviceAccount;
    this.durationMs = parseDuration(grant.duration);
  }

  show(_exact: boolean): Pick<Spec, 'grant'> {
    return { grant: this.grant };
  }

  withoutExact(): this {
    return this;
  }

  annotations({ scope, onPending }: ApprovalTerms): Readonly<Record<string, string>> {
    return {
      [ANNOTATIONS.scope]: scope,
      [ANNOTATIONS.onPending]: onPending,
      [ANNOTATIONS.requestedBy]: this.requestedBy,
      [ANNOTATIONS.policyDigest]: this.policyDigest,
    };
  }
}

/** The subject of an Approval for this command. */
export function commandSubject(
  request: CommandToApprove,
  terms: ApprovalTerms,
  facts: { readonly expiresAt: string; readonly retryable: boolean },
): CommandSubject {
  const digest = approvalDigest(request, terms, facts.expiresAt);
  const { connection } = request;
  return new CommandSubject(
    { connection, retryable: facts.retryable, retryKey: retryKey(request, terms) },
    shown(request, request.recorded, digest),
    shown(request, request.command, digest),
  );
}

function shown(
  { session, agent, command }: CommandToApprove,
  { text, parameters }: CommandToApprove['recorded'],
  digest: string,
): NonNullable<Spec['request']> {
  const { serviceAccount, pod, claims } = agent;
  return {
    session,
    agent: { serviceAccount, ...(pod && { pod }), ...(claims && { claims }) },
    command: clip(text),
    parameters: parameters.map(displayParameter),
    effects: command.effects.map(({ command: action, object }) => ({
      command: action,
      ...(object !== undefined && { object }),
    })),
    digest,
  };
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
