import { parseDuration, UnitError } from '@chaperone/crds';
import type { ApprovalTerms } from '@chaperone/core/policy';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import type { Book } from './book.ts';
import { canonicalJson } from './digest.ts';
import type { Entry } from './entry.ts';
import { isOpen } from './state.ts';
import { BY_MANIFEST, GrantSubject } from './subject.ts';
import type { ApprovalObject, CommandToApprove, Grant } from './types.ts';

/** A rule that asks for approval, as it is configured now. */
export interface GrantableRule {
  readonly terms: ApprovalTerms;
  /** Of the whole policy that it stands in, hex. */
  readonly policyDigest: string;
  readonly isAbout: (connection: string) => boolean;
}

/** What is configured now, as far as grants need it. */
export interface Grantable {
  readonly namespaceOf: (connection: string) => string | undefined;
  readonly rule: (namespace: string, policy: string, rule: string) => GrantableRule | undefined;
}

/** A grant as a person asks for it. */
export interface GrantRequest {
  readonly connection: string;
  readonly policy: string;
  readonly rule: string;
  readonly grant: Grant;
}

/** A grant that lies in the configuration directory. */
export interface ManifestGrant extends GrantRequest {
  readonly name: string;
  /** Its `spec.decision`; a denial revokes, an approval is not taken from a file. */
  readonly isDenied: boolean;
}

/** Why there can be no such grant. */
export type GrantProblem =
  | 'UNKNOWN_CONNECTION'
  | 'UNKNOWN_RULE'
  | 'SCOPE_IS_NOT_WINDOW'
  | 'BAD_DURATION'
  | 'NAME_TAKEN'
  | 'TOO_MANY_APPROVALS'
  | 'NOT_STORED';

/** Grants: windows of time in which a rule does not ask. */
export class Grants {
  readonly #book: Book;
  readonly #grantable: Grantable;

  constructor(book: Book, grantable: Grantable) {
    this.#book = book;
    this.#grantable = grantable;
  }

  ask(request: GrantRequest, requestedBy: string): ApprovalObject | GrantProblem {
    const entry = this.#add(request, requestedBy);
    return typeof entry === 'string' ? entry : entry.toObject(true);
  }

  /** The grant whose window covers this command now. */
  active(command: CommandToApprove, terms: ApprovalTerms): Entry | undefined {
    for (const entry of this.#book.entries) {
      if (entry.subject.kind !== 'grant' || entry.state.kind !== 'Approved') continue;
      this.#book.expireIfDue(entry);
      const same = entry.terms.policy === terms.policy && entry.terms.rule === terms.rule;
      if (same && this.isActiveFor(entry, command)) return entry;
    }
    return undefined;
  }

  /** Its window is open, for this agent and connection, and under the policy that it was given for. */
  isActiveFor({ subject, state, terms }: Entry, command: CommandToApprove): boolean {
    if (subject.kind !== 'grant' || state.kind !== 'Approved') return false;
    if (!isFor(subject, command.connection, command.agent.serviceAccount)) return false;
    const rule = this.#grantable.rule(subject.connection.namespace, terms.policy, terms.rule);
    return rule?.policyDigest === subject.policyDigest;
  }

  /** What waits for the same rule and agent waits no longer: the deciders of the grant have approved it. */
  releaseWaiting(grant: Entry): void {
    const { subject, state, terms } = grant;
    if (subject.kind !== 'grant' || state.kind !== 'Approved') return;
    for (const entry of this.#book.entries) {
      // What is sent again finds the grant then; approved now, it would outlive the window.
      const waits = entry.state.kind === 'Pending' && !entry.retryable;
      const same = entry.terms.policy === terms.policy && entry.terms.rule === terms.rule;
      if (!waits || !same || entry.subject.kind === 'grant') continue;
      if (!isFor(subject, entry.subject.connection, entry.subject.serviceAccount)) continue;
      this.#approveBy(grant, entry);
    }
  }

  /** Grants of the configuration directory: new ones are asked for, those that went are withdrawn. */
  follow(
    manifests: readonly ManifestGrant[],
  ): readonly { readonly name: string; readonly problem: GrantProblem }[] {
    const names = new Set(manifests.map(({ name }) => name));
    for (const entry of this.#book.entries) {
      const { subject } = entry;
      const gone = subject.kind === 'grant' && subject.requestedBy === BY_MANIFEST;
      if (gone && isOpen(entry.state) && !names.has(entry.name)) {
        this.#close(entry, 'its manifest was removed');
      }
    }
    return manifests.flatMap((manifest) => {
      const problem = this.#followOne(manifest);
      return problem === undefined ? [] : [{ name: manifest.name, problem }];
    });
  }

  #followOne(manifest: ManifestGrant): GrantProblem | undefined {
    const { name } = manifest;
    const entry = this.#book.get(name);
    const known = entry?.toObject(false) ?? this.#book.earlier(name);
    if (known !== undefined) {
      if (known.spec.grant === undefined) return 'NAME_TAKEN';
      if (sameGrant(known, manifest)) {
        if (manifest.isDenied && entry !== undefined)
          this.#close(entry, 'its manifest says Denied');
        return undefined;
      }
      if (entry !== undefined) this.#close(entry, 'its manifest was changed');
    }
    if (manifest.isDenied) return undefined;
    const added = this.#add(manifest, BY_MANIFEST, name);
    return typeof added === 'string' ? added : undefined;
  }

  #close(entry: Entry, reason: string): void {
    if (!isOpen(entry.state)) return;
    this.#book.end(entry, entry.state.kind === 'Approved' ? 'Revoked' : 'Withdrawn', reason);
  }

  #add(request: GrantRequest, requestedBy: string, name?: string): Entry | GrantProblem {
    const found = this.#check(request);
    if (typeof found === 'string') return found;
    const { namespace, rule } = found;
    const connection = { name: request.connection, namespace };
    const { policyDigest } = rule;
    const subject = new GrantSubject({ connection, requestedBy, policyDigest }, request.grant);
    try {
      return this.#book.add(rule.terms, () => subject, name);
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
      return error.code === 'TOO_MANY_APPROVALS' ? error.code : 'NOT_STORED';
    }
  }

  #check({
    connection,
    policy,
    rule: ruleName,
    grant,
  }: GrantRequest): { readonly namespace: string; readonly rule: GrantableRule } | GrantProblem {
    const namespace = this.#grantable.namespaceOf(connection);
    if (namespace === undefined) return 'UNKNOWN_CONNECTION';
    const rule = this.#grantable.rule(namespace, policy, ruleName);
    if (rule?.isAbout(connection) !== true) return 'UNKNOWN_RULE';
    if (rule.terms.scope !== 'Window') return 'SCOPE_IS_NOT_WINDOW';
    const durationMs = durationOf(grant.duration);
    const fits = durationMs > 0 && durationMs <= approvalLimits.grantMs.value;
    return fits ? { namespace, rule } : 'BAD_DURATION';
  }

  #approveBy(grant: Entry, entry: Entry): void {
    const { decisions } = entry;
    entry.decisions = grant.decisions;
    const reason = `grant ${grant.name}`;
    try {
      this.#book.move(entry, { kind: 'Approved', at: this.#book.timestamp, reason });
    } catch {
      // It waits on, and can be decided by itself.
      entry.decisions = decisions;
    }
  }
}

function isFor(
  subject: GrantSubject,
  connection: CommandToApprove['connection'],
  serviceAccount: string,
): boolean {
  const { name, namespace } = subject.connection;
  if (connection.name !== name || connection.namespace !== namespace) return false;
  return subject.serviceAccount === serviceAccount;
}

function sameGrant({ spec }: ApprovalObject, manifest: ManifestGrant): boolean {
  const { connectionRef, policyRef, grant } = spec;
  const { connection, policy, rule } = manifest;
  return (
    canonicalJson([connectionRef.name, policyRef.name, policyRef.rule, grant]) ===
    canonicalJson([connection, policy, rule, manifest.grant])
  );
}

/** 0 where it is none. */
function durationOf(text: string): number {
  try {
    return parseDuration(text);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    return 0;
  }
}
