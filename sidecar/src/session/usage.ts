import type { Agent } from '@chaperone/core/command';
import type { EffectivePolicies } from '@chaperone/core/policy';
import { SidecarError } from '../errors.ts';
import type { Allowance, SessionPolicies } from '../protocols/protocol.ts';
import { Meter } from './meter.ts';

/** What is counted of one agent on one connection. */
export interface AgentUsage {
  readonly meter: Meter;
  /** Open now. */
  sessions: number;
}

interface ConnectionUsage {
  sessions: number;
  readonly agents: Map<string, AgentUsage>;
}

const newConnection = (): ConnectionUsage => ({ sessions: 0, agents: new Map() });

/** What agents use of connections, over all listeners of this sidecar. */
export class Usages {
  readonly #connections = new Map<string, ConnectionUsage>();

  /** An agent is its ServiceAccount and its claims: pods and runs of the same agent are counted together. */
  of(connection: { readonly namespace: string; readonly name: string }, agent: Agent): Usage {
    const id = `${connection.namespace}/${connection.name}`;
    const shared = this.#connections.get(id) ?? newConnection();
    this.#connections.set(id, shared);
    const who = JSON.stringify([agent.namespace, agent.serviceAccount, agent.claims?.['agent']]);
    const own = shared.agents.get(who) ?? { meter: new Meter(), sessions: 0 };
    shared.agents.set(who, own);
    return new Usage(shared, own);
  }
}

/** One agent's use of one connection. */
export class Usage {
  readonly #shared: ConnectionUsage;
  readonly #own: AgentUsage;

  constructor(shared: ConnectionUsage, own: AgentUsage) {
    this.#shared = shared;
    this.#own = own;
  }

  get meter(): Meter {
    return this.#own.meter;
  }

  /** @throws SidecarError TOO_MANY_SESSIONS where as many are open as may be */
  assertRoom(limits: { readonly connection: number; readonly agent: number }): void {
    const { sessions } = this.#shared;
    if (sessions >= limits.connection) {
      throw tooMany(`${String(sessions)} sessions are open, and the connection allows no more`);
    }
    if (this.#own.sessions >= limits.agent) {
      const open = String(this.#own.sessions);
      throw tooMany(`${open} sessions of this agent are open, and policies allow no more`);
    }
  }

  /** Counts a session that opens; the answer, called once, says that it has ended. */
  open(): () => void {
    this.#shared.sessions++;
    this.#own.sessions++;
    return () => {
      this.#shared.sessions--;
      this.#own.sessions--;
    };
  }
}

function tooMany(message: string): SidecarError {
  return new SidecarError('TOO_MANY_SESSIONS', message);
}

/** What policies and the agent's other sessions leave to a session. */
export class SessionAllowance implements Allowance {
  rowsPerCommand: number = Number.POSITIVE_INFINITY;
  bytesPerCommand: number = Number.POSITIVE_INFINITY;
  rowsLeft: number = Number.POSITIVE_INFINITY;
  bytesLeft: number = Number.POSITIVE_INFINITY;
  readonly #policies: () => SessionPolicies;
  readonly #meter: Meter;
  #limits: EffectivePolicies['limits'] | undefined;
  #limited = false;

  constructor(policies: () => SessionPolicies, meter: Meter) {
    this.#policies = policies;
    this.#meter = meter;
  }

  readonly look = (): boolean => {
    const { limits } = this.#policies().effective;
    if (limits !== this.#limits) this.#follow(limits);
    if (!this.#limited) return false;
    const now = Date.now();
    this.rowsLeft = this.#meter.rowsLeft(now, limits);
    this.bytesLeft = this.#meter.bytesLeft(now, limits);
    return true;
  };

  readonly spend = (rows: number, bytes: number): void => {
    this.#meter.add(Date.now(), rows, bytes);
  };

  #follow(limits: EffectivePolicies['limits']): void {
    const { rowsPerCommand, bytesPerCommand, rowsPerHour, bytesPerHour } = limits;
    this.#limits = limits;
    this.rowsPerCommand = rowsPerCommand ?? Infinity;
    this.bytesPerCommand = bytesPerCommand ?? Infinity;
    this.#limited = [rowsPerCommand, bytesPerCommand, rowsPerHour, bytesPerHour].some(
      (limit) => limit !== undefined,
    );
  }
}
