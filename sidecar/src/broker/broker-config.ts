import { compilePolicies } from '@chaperone/core/policy';
import type { PlainObject, StreamMessage } from '@chaperone/core/broker';
import type { Agent } from '@chaperone/core/command';
import { brokerLimits } from '../config/broker-limits.ts';
import { formatProblem, loadManifests } from '../config/index.ts';
import type {
  AgentFacts,
  ConfigProblem,
  ConfigSnapshot,
  ConfigSource,
  ListenAddress,
  RefusedConnection,
} from '../config/index.ts';
import { SidecarError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';

const ORIGIN = 'the broker';

export interface BrokerConfigOptions {
  readonly listen: readonly ListenAddress[];
  readonly log: Log;
  readonly changed: (snapshot: ConfigSnapshot) => void;
  /** `performance.now()` when the broker was last heard. */
  readonly heardAt: () => number;
}

/**
 * The configuration as the broker says it.
 *
 * - `waiting`: nothing good came yet. To `current` by a good set.
 * - `current`: the last good set holds. To `cut off` by the broker's absence.
 * - `cutOff`: every connection is refused and nobody is allowed anything. To `current` by a good set.
 */
export class BrokerConfig implements ConfigSource {
  readonly #options: BrokerConfigOptions;
  readonly #timer: NodeJS.Timeout;
  readonly #first = Promise.withResolvers<undefined>();
  #agent: Agent | undefined;
  #current: ConfigSnapshot;
  #problems: readonly ConfigProblem[] = [];
  #isCutOff = false;

  constructor(options: BrokerConfigOptions) {
    this.#options = options;
    this.#current = nothing(0, options.listen, '');
    this.#timer = setInterval(this.#look, 1_000);
    this.#timer.unref();
  }

  get current(): ConfigSnapshot {
    return this.#current;
  }

  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }

  get agent(): AgentFacts {
    const { serviceAccount = '', pod, labels } = this.#agent ?? {};
    return { serviceAccount, ...(pod && { pod }), ...(labels && { labels }) };
  }

  /** Resolves with the first good set. @throws SidecarError BROKER_UNAVAILABLE when none came in time */
  async ready(): Promise<void> {
    const { value } = brokerLimits.startMs;
    const timer = setTimeout(() => {
      const why = this.#problems.map(formatProblem).join('; ');
      const message = why === '' ? `nothing was heard of it in ${String(value)} ms` : why;
      this.#first.reject(new SidecarError('BROKER_UNAVAILABLE', message));
    }, value);
    await this.#first.promise;
    clearTimeout(timer);
  }

  receive(message: Extract<StreamMessage, { type: 'run' | 'manifests' }>): void {
    if (message.type === 'run') this.#agent = message.agent;
    else this.#load(message.manifests);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #load(manifests: readonly PlainObject[]): void {
    const { listen, log } = this.#options;
    const scope = { origin: ORIGIN, listen, namespace: this.#agent?.namespace } as const;
    const files = manifests.map((manifest) => ({
      path: nameOf(manifest),
      text: JSON.stringify(manifest),
    }));
    const read = { files, problems: [] };
    const mistakesRefuse = 'part' as const;
    const generation = this.#current.generation + 1;
    const loaded = loadManifests(read, { ...scope, mistakesRefuse }, generation);
    if (loaded.kind === 'bad') {
      this.#problems = loaded.problems;
      for (const problem of loaded.problems) log.error({ ...problem }, formatProblem(problem));
      return;
    }
    this.#problems = [];
    this.#isCutOff = false;
    this.#take(loaded.snapshot);
    this.#first.resolve(undefined);
  }

  #take(snapshot: ConfigSnapshot): void {
    const { log, changed } = this.#options;
    this.#current = snapshot;
    for (const problem of snapshot.problems) log.warn({ ...problem }, formatProblem(problem));
    log.info({ generation: snapshot.generation }, 'the configuration changed');
    changed(snapshot);
  }

  readonly #look = (): void => {
    const { listen, log, heardAt } = this.#options;
    const silent = performance.now() - heardAt();
    if (this.#isCutOff || this.#current.generation === 0) return;
    if (silent <= brokerLimits.graceMs.value) return;
    this.#isCutOff = true;
    log.error({ silentMs: Math.round(silent) }, 'the broker is gone for too long; all is refused');
    const { namespace = '' } = this.#agent ?? {};
    this.#take(nothing(this.#current.generation + 1, listen, namespace));
  };
}

/** A set that refuses every connection and allows nothing. */
function nothing(
  generation: number,
  listen: readonly ListenAddress[],
  namespace: string,
): ConfigSnapshot {
  const refused = ({ connection: name }: ListenAddress): [string, RefusedConnection] => {
    const message = 'the broker is gone for so long that what is known of it may not hold any more';
    return [name, { kind: 'refused', name, namespace, code: 'BROKER_UNAVAILABLE', message }];
  };
  return {
    generation,
    connections: new Map(listen.map(refused)),
    policies: compilePolicies([]).policies,
    grants: [],
    problems: [],
  };
}

/** As problems name it: `AccessPolicy agents/orders`. */
function nameOf(manifest: PlainObject): string {
  const { name = '', namespace = '' } = (manifest['metadata'] ?? {}) as Record<string, string>;
  return `${String(manifest['kind'])} ${namespace}/${name}`;
}
