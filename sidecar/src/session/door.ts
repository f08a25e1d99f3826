import { formatTime } from '@chaperone/core/record';
import { compileDetectors } from '@chaperone/core/masking';
import { policiesFor } from '@chaperone/core/policy';
import type { Agent } from '@chaperone/core/command';
import type { Approvals } from '../approval/index.ts';
import type { ConfigSnapshot, ServedConnection } from '../config/index.ts';
import { SidecarError } from '../errors.ts';
import type { CommandPath, ConnectionFacts, Door, SessionPolicies } from '../protocols/protocol.ts';
import { newUlid } from '../spool/index.ts';
import type { Spool } from '../spool/index.ts';
import type { Counters, Log } from '../telemetry/index.ts';
import { SessionClock } from './clock.ts';
import { Decisions } from './decisions.ts';
import { Holds } from './holds.ts';
import { Meter } from './meter.ts';
import { maskKeyOf } from './mask-key.ts';
import { SessionPath } from './session-path.ts';
import { SessionRecord } from './session-record.ts';
import { Tally } from './tally.ts';

export interface DoorParts {
  /** Name that `--listen` gave. */
  readonly name: string;
  readonly serviceAccount: string;
  readonly snapshot: () => ConfigSnapshot;
  readonly spool: Spool;
  readonly approvals: Approvals;
  readonly maskSecret: Uint8Array;
  readonly counters: Counters;
  readonly log: Log;
  readonly version: string;
}

/** What an accepted connection of one listener meets: connection, policies and recording as they are configured now. */
export class ConnectionDoor implements Door {
  readonly #parts: DoorParts;
  readonly #meter = new Meter();
  #effective: { readonly snapshot: ConfigSnapshot; readonly policies: SessionPolicies } | undefined;

  constructor(parts: DoorParts) {
    this.#parts = parts;
  }

  connection(): ConnectionFacts {
    return this.#served();
  }

  readonly policies = (): SessionPolicies => {
    const snapshot = this.#parts.snapshot();
    if (this.#effective?.snapshot !== snapshot) {
      const connection = snapshot.connections.get(this.#parts.name);
      const { name, namespace } = connection ?? { name: this.#parts.name, namespace: '' };
      const facts = { name, namespace, protocol: 'Postgres' };
      const effective = policiesFor(snapshot.policies, this.#agent(namespace), facts);
      const maskKey = maskKeyOf(this.#parts.maskSecret, facts);
      const policies = {
        effective,
        detectors: compileDetectors(effective.masking.detectors, maskKey),
        commandDetectors: compileDetectors(effective.masking.commandDetectors, maskKey),
        maskKey,
      };
      this.#effective = { snapshot, policies };
    }
    return this.#effective.policies;
  };

  readonly rowsAllowed = (): number => {
    const { limits } = this.policies().effective;
    const hourly = this.#meter.rowsLeft(Date.now(), limits);
    return Math.min(limits.rowsPerCommand ?? Infinity, hourly);
  };

  openSession(client: Readonly<Record<string, string>>): CommandPath {
    const { spool, approvals, counters } = this.#parts;
    const connection = this.#served();
    const { name, namespace, protocol, recording, credential } = connection;
    const clock = new SessionClock();
    const id = newUlid(clock.startMs);
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
    const decisions = new Decisions(facts, this.policies, this.#meter);
    const record = new SessionRecord({
      recorder,
      clock,
      tally: new Tally(counters, name),
      meter: this.#meter,
      recording,
      commandDetectors: () => this.policies().commandDetectors,
    });
    const database = client['database'] ?? '';
    const hold = { ...facts, database, role: credential.username, searchPath: 'default' };
    return new SessionPath({ decisions, record, holds: new Holds(approvals, decisions, hold) });
  }

  log(event: string, facts: Readonly<Record<string, string | number>>): void {
    this.#parts.log.warn({ connection: this.#parts.name, ...facts }, event);
  }

  #agent(namespace: string): Agent {
    return { serviceAccount: this.#parts.serviceAccount, namespace };
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
