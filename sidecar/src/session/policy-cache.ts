import type { Agent } from '@chaperone/core/command';
import { compileDetectors } from '@chaperone/core/masking';
import { policiesFor } from '@chaperone/core/policy';
import type { ConfigSnapshot } from '../config/index.ts';
import type { SessionPolicies } from '../protocols/protocol.ts';
import { maskKeyOf } from './mask-key.ts';

/** Agents, told apart by their claims, whose policies are kept. */
const MAX_AGENTS = 256;

/** Policies on one connection, compiled once for all sessions of agents with the same claims. */
export class PolicyCache {
  readonly #connection: string;
  readonly #maskSecret: Uint8Array;
  readonly #known = new Map<string, SessionPolicies>();
  #snapshot: ConfigSnapshot | undefined;

  /** @param connection as `--listen` names it */
  constructor(connection: string, maskSecret: Uint8Array) {
    this.#connection = connection;
    this.#maskSecret = maskSecret;
  }

  of(snapshot: ConfigSnapshot, agent: Agent): SessionPolicies {
    if (snapshot !== this.#snapshot || this.#known.size >= MAX_AGENTS) this.#known.clear();
    this.#snapshot = snapshot;
    const who = JSON.stringify(agent);
    const policies = this.#known.get(who) ?? this.#compile(snapshot, agent);
    this.#known.set(who, policies);
    return policies;
  }

  #compile(snapshot: ConfigSnapshot, agent: Agent): SessionPolicies {
    const connection = snapshot.connections.get(this.#connection);
    const { name, namespace } = connection ?? { name: this.#connection, namespace: '' };
    const facts = { name, namespace, protocol: 'Postgres' };
    const effective = policiesFor(snapshot.policies, agent, facts);
    const maskKey = maskKeyOf(this.#maskSecret, facts);
    return {
      effective,
      detectors: compileDetectors(effective.masking.detectors, maskKey),
      commandDetectors: compileDetectors(effective.masking.commandDetectors, maskKey),
      maskKey,
    };
  }
}
