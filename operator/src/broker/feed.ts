import { createHash } from 'node:crypto';
import type { PlainObject, StreamMessage } from '@chaperone/core/broker';
import type { Certificates } from '../certificates/types.ts';
import { hostsOf } from './certifier.ts';
import { entitlementOf, plain } from './entitlement.ts';
import { brokerLimits } from './limits.ts';
import type { Approval } from '@chaperone/crds';
import type { Caller, Cluster, Following } from './types.ts';

/** Where a stream's lines go; false from `write` is no reason to stop. */
export interface Sink {
  write(line: string): void;
  /** Bytes that the sidecar has not taken yet. */
  readonly unsent: number;
  destroy(): void;
}

export interface FeedSources {
  readonly cluster: Pick<Cluster, 'objects' | 'follow'>;
  readonly certificates: Pick<Certificates, 'authorities' | 'follow'>;
  /** The operator's own, for which no sidecar serves. */
  readonly ownNames: readonly string[];
}

/**
 * What one sidecar is told, from its start to its end: who it is, what it may use, what was decided. Each is told when it is
 * another than before, and manifests not before everything in them was looked at.
 */
export class Feed {
  readonly #caller: Caller;
  readonly #cluster: Pick<Cluster, 'objects' | 'follow'>;
  readonly #certificates: FeedSources['certificates'];
  readonly #ownNames: readonly string[];
  readonly #sink: Sink;
  readonly #following: Following;
  readonly #unfollow: () => void;
  readonly #ping: NodeJS.Timeout;
  #settling: NodeJS.Timeout | undefined;
  /** Digests of what was told last: of who it is, of the manifests, and of each Approval's decisions. */
  #run = '';
  #manifests = '';
  readonly #decisions = new Map<string, string>();

  constructor(caller: Caller, { cluster, certificates, ownNames }: FeedSources, sink: Sink) {
    this.#caller = caller;
    this.#cluster = cluster;
    this.#certificates = certificates;
    this.#ownNames = ownNames;
    this.#sink = sink;
    const changed = (): void => {
      this.#settling ??= setTimeout(() => {
        this.#settling = undefined;
        this.#tell();
      }, brokerLimits.settleMs.value);
    };
    this.#following = cluster.follow(caller.namespace, changed);
    this.#unfollow = certificates.follow(changed);
    this.#ping = setInterval(() => {
      this.#say({ type: 'ping' });
    }, brokerLimits.pingMs.value);
    this.#tell();
  }

  stop(): void {
    clearInterval(this.#ping);
    clearTimeout(this.#settling);
    this.#unfollow();
    this.#following.stop();
  }

  /** Who it is, whom it trusts and for whom it may serve. */
  #tellRun(hosts: readonly string[]): void {
    const { namespace, serviceAccount, pod, labels } = this.#caller;
    const { authorities } = this.#certificates;
    const digest = digestOf([authorities, hosts]);
    if (digest === this.#run) return;
    this.#run = digest;
    const agent = { namespace, serviceAccount, pod, labels };
    this.#say({ type: 'run', agent, authorities, hosts });
  }

  #tell(): void {
    const objects = this.#cluster.objects(this.#caller.namespace);
    const { connections, policies, approvals, references } = entitlementOf(this.#caller, objects);
    this.#tellRun(hostsOf(connections, this.#ownNames));
    this.#following.refer(references);
    if (!this.#following.isKnown) return;
    const referenced = references.flatMap((reference) => {
      const object = this.#following.referenced(reference);
      return object === undefined ? [] : [plain(reference.kind, object)];
    });
    const manifests = [
      ...connections.map((one) => plain('AuditedConnection', one)),
      ...policies.map((one) => plain('AccessPolicy', one)),
      ...approvals.filter(({ spec }) => spec.grant !== undefined).map(asGrant),
      ...unique(referenced),
    ];
    const digest = digestOf(manifests);
    if (digest !== this.#manifests) this.#say({ type: 'manifests', manifests });
    this.#manifests = digest;
    for (const approval of approvals) this.#tellDecisions(approval);
    this.#forget(approvals);
  }

  #tellDecisions({ metadata, spec }: Approval): void {
    const { name = '' } = metadata;
    const decisions = spec.decisions.map((one) => ({
      ...{ username: one.username, groups: one.groups ?? [] },
      ...{ decision: one.decision, reason: one.reason ?? '', decidedAt: one.decidedAt },
    }));
    const digest = digestOf(decisions);
    if (decisions.length > 0 && this.#decisions.get(name) !== digest)
      this.#say({ type: 'decisions', approval: name, decisions });
    this.#decisions.set(name, digest);
  }

  #forget(approvals: readonly Approval[]): void {
    const names = new Set(approvals.map(({ metadata }) => metadata.name));
    for (const name of this.#decisions.keys()) if (!names.has(name)) this.#decisions.delete(name);
  }

  #say(message: StreamMessage): void {
    if (this.#sink.unsent > brokerLimits.unsentBytes.value) {
      this.#sink.destroy();
      return;
    }
    this.#sink.write(`${JSON.stringify(message)}\n`);
  }
}

/** A grant as the sidecar takes it over: what people say of it comes as decisions. */
function asGrant(approval: Approval): PlainObject {
  const { connectionRef, policyRef, grant } = approval.spec;
  return plain('Approval', { ...approval, spec: { connectionRef, policyRef, grant } });
}

/** One Secret may be referred to twice. */
function unique(objects: readonly PlainObject[]): readonly PlainObject[] {
  const all = objects.map((object): [string, PlainObject] => {
    const { kind, metadata } = object as { kind: string; metadata: { name: string } };
    return [`${kind}/${metadata.name}`, object];
  });
  return [...new Map(all).values()];
}

function digestOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64');
}
