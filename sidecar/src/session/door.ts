import { formatTime } from '@chaperone/core/record';
import type { SessionOpening } from '@chaperone/core/broker';
import type { Agent } from '@chaperone/core/command';
import type { Approvals } from '../approval/index.ts';
import type { AgentFacts, ConfigSnapshot, ServedConnection } from '../config/index.ts';
import { SidecarError } from '../errors.ts';
import type { Identity, Verifier } from '../identity/index.ts';
import type {
  CommandPath,
  ConnectionFacts,
  Credential,
  Door,
  Lease,
  SessionPolicies,
} from '../protocols/protocol.ts';
import { newUlid } from '../spool/index.ts';
import type { Spool } from '../spool/index.ts';
import type { Counters, Log } from '../telemetry/index.ts';
import { SessionClock } from './clock.ts';
import { Decisions } from './decisions.ts';
import { Holds } from './holds.ts';
import { PolicyCache } from './policy-cache.ts';
import { SessionPath } from './session-path.ts';
import { SessionRecord } from './session-record.ts';
import { Tally } from './tally.ts';
import type { Leases, Subject } from '../upstream/index.ts';
import { SessionAllowance } from './usage.ts';
import type { Usage, Usages } from './usage.ts';

export interface DoorParts {
  /** Name that `--listen` gave. */
  readonly name: string;
  readonly agent: () => AgentFacts;
  /** Says elsewhere that a session begins; without it no session does. */
  readonly register?: (session: string, opening: SessionOpening) => Promise<void>;
  readonly snapshot: () => ConfigSnapshot;
  readonly spool: Spool;
  readonly approvals: Approvals;
  readonly maskSecret: Uint8Array;
  readonly counters: Counters;
  readonly log: Log;
  readonly version: string;
  readonly usages: Usages;
  readonly verifier: Verifier;
  readonly leases: Leases;
}

/** An agent that has said who it is. */
interface KnownAgent {
  readonly policies: PolicyCache;
  readonly identity: Identity;
  readonly endsAtMs?: number;
}

/** What an accepted connection of one listener meets: connection, policies and recording as they are configured now. */
export class ConnectionDoor implements Door {
  readonly endsAtMs: number | undefined;
  readonly #parts: DoorParts;
  readonly #policies: PolicyCache;
  #effective: { readonly snapshot: ConfigSnapshot; readonly policies: SessionPolicies } | undefined;
  /** Of the agent behind this door, once it is known. */
  readonly #identity: Identity | undefined;

  constructor(parts: DoorParts, known?: KnownAgent) {
    this.#parts = parts;
    this.#policies = known?.policies ?? new PolicyCache(parts.name, parts.maskSecret);
    this.#identity = known?.identity;
    this.endsAtMs = known?.endsAtMs;
  }

  async identified(token: string): Promise<ConnectionDoor> {
    const { identity: wanted } = this.#served();
    if (wanted === undefined) throw new TypeError('the connection asks for no token');
    const identity = await this.#parts.verifier.verify(wanted, token);
    const ends = wanted.atExpiry === 'EndSession' ? { endsAtMs: identity.expiresAtMs } : {};
    return new ConnectionDoor(this.#parts, { policies: this.#policies, identity, ...ends });
  }

  connection(): ConnectionFacts {
    const connection = this.#served();
    this.#assertRoom(connection);
    return connection;
  }

  readonly policies = (): SessionPolicies => {
    const snapshot = this.#parts.snapshot();
    if (this.#effective?.snapshot !== snapshot) {
      const namespace = snapshot.connections.get(this.#parts.name)?.namespace ?? '';
      const policies = this.#policies.of(snapshot, this.#agent(namespace));
      this.#effective = { snapshot, policies };
    }
    return this.#effective.policies;
  };

  lease(): Lease {
    const { name, namespace, credential } = this.#served();
    if (credential.kind === 'password') {
      // A Secret that changes is used as it is now.
      return { current: async () => Promise.resolve(this.#password()), release: () => undefined };
    }
    const { username, exchange: settings } = credential;
    const subject = this.#subject(settings.subject);
    const connection = `${namespace}/${name}`;
    const held = this.#parts.leases.hold({ connection, settings, subject });
    return {
      current: async () => ({ username, password: await held.current() }),
      release: held.release,
    };
  }

  async openSession(client: Readonly<Record<string, string>>): Promise<CommandPath> {
    const clock = new SessionClock();
    const id = newUlid(clock.startMs);
    const startedAt = formatTime(clock.startMs);
    if (this.#parts.register !== undefined) {
      const { claims } = this.#identity ?? {};
      const opening = { connection: this.#parts.name, startedAt, ...(claims && { claims }) };
      await this.#parts.register(id, opening);
    }
    return this.#open(id, clock, client);
  }

  #open(id: string, clock: SessionClock, client: Readonly<Record<string, string>>): CommandPath {
    const { spool, approvals, counters } = this.#parts;
    const connection = this.#served();
    if (connection.identity !== undefined && this.#identity === undefined) {
      throw unidentified();
    }
    const usage = this.#assertRoom(connection);
    const { name, namespace, protocol, recording, credential } = connection;
    const agent = this.#agent(namespace);
    const startedAt = formatTime(clock.startMs);
    const registration = { session: id, connection: name, namespace, protocol, agent, startedAt };
    const recorder = spool.openSession(registration, recording.durability);
    recorder.encoder.at(clock.startMs, 0).encode('session-start', {
      connection: name,
      namespace,
      protocol,
      agent,
      target: { host: connection.target.host, port: connection.target.port },
      client,
      recorder: { version: this.#parts.version },
    });
    recorder.flush();
    const facts = {
      agent,
      connection: { name, namespace, protocol },
      session: { id, startedAtMs: clock.startMs },
    };
    const decisions = new Decisions(facts, this.policies, usage.meter);
    const record = new SessionRecord({
      recorder,
      clock,
      tally: new Tally(counters, name),
      recording,
      commandDetectors: () => this.policies().commandDetectors,
    });
    const database = client['database'] ?? '';
    const hold = { ...facts, database, role: credential.username };
    const holds = new Holds(approvals, decisions, hold);
    const allowance = new SessionAllowance(this.policies, usage.meter);
    return new SessionPath({ decisions, record, holds }, allowance, usage.open());
  }

  /** Asked before the target is reached, and again where the session is counted. */
  #assertRoom(connection: ServedConnection): Usage {
    const usage = this.#parts.usages.of(connection, this.#agent(connection.namespace));
    const { sessions = Infinity } = this.policies().effective.limits;
    usage.assertRoom({ connection: connection.maxSessions, agent: sessions });
    return usage;
  }

  log(event: string, facts: Readonly<Record<string, string | number>>): void {
    this.#parts.log.warn({ connection: this.#parts.name, ...facts }, event);
  }

  refused(event: string, error: SidecarError): void {
    this.#parts.counters.refused(error.code);
    this.log(event, { code: error.code, reason: error.message });
  }

  #agent(namespace: string): Agent {
    const { claims } = this.#identity ?? {};
    return { ...this.#parts.agent(), namespace, ...(claims && { claims }) };
  }

  #subject(whose: 'Agent' | 'Pod'): Subject {
    if (whose === 'Pod') return { kind: 'pod' };
    const token = this.#identity?.token;
    if (token === undefined) throw unidentified();
    return { kind: 'agent', token };
  }

  #password(): Credential {
    const { credential } = this.#served();
    if (credential.kind === 'password') return credential;
    throw new SidecarError('CREDENTIAL_MISSING', 'the connection has no password any more');
  }

  #served(): ServedConnection {
    const connection = this.#parts.snapshot().connections.get(this.#parts.name);
    if (connection?.kind === 'served') return connection;
    throw new SidecarError(
      connection?.code ?? 'UNKNOWN_CONNECTION',
      connection?.message ?? `there is no AuditedConnection ${this.#parts.name} any more`,
    );
  }
}

/** The configuration changed between the agent's start-up and its session. */
function unidentified(): SidecarError {
  return new SidecarError('IDENTITY_MISSING', 'the connection asks for an OIDC token by now');
}
