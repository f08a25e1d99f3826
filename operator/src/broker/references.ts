import type { PlainObject } from '@chaperone/core/broker';
import type { KubeClient } from '../kube/client/client.ts';
import { systemClock } from '../kube/clock.ts';
import { configMaps, secrets } from '../kube/kinds.ts';
import type { Log } from '../kube/log.ts';
import type { KubeObject } from '../kube/object.ts';
import { Reflector } from '../kube/reflector/reflector.ts';
import type { Reference } from './types.ts';

interface Watched {
  readonly reflector: Reflector<KubeObject>;
  holders: number;
}

/** References that one holder looks at. */
export interface Held {
  refer(references: readonly Reference[]): void;
  get(reference: Reference): PlainObject | undefined;
  readonly isKnown: boolean;
  release(): void;
}

/**
 * Secrets and ConfigMaps that connections refer to, each watched by its name and no others: the operator needs no right to
 * list a namespace's Secrets. Each is watched once, for as long as somebody holds it.
 */
export class References {
  readonly #client: KubeClient;
  readonly #log: Log;
  readonly #changed: (namespace: string) => void;
  readonly #watched = new Map<string, Watched>();
  readonly #stopping = new Set<Promise<void>>();

  constructor(client: KubeClient, log: Log, changed: (namespace: string) => void) {
    this.#client = client;
    this.#log = log;
    this.#changed = changed;
  }

  hold(namespace: string): Held {
    let held = new Map<string, Watched>();
    return {
      refer: (references) => {
        const wanted = new Map<string, Watched>();
        for (const reference of references) {
          const key = keyOf(namespace, reference);
          if (!wanted.has(key))
            wanted.set(key, held.get(key) ?? this.#take(key, namespace, reference));
        }
        for (const key of held.keys()) if (!wanted.has(key)) this.#give(key);
        held = wanted;
      },
      get: (reference) => {
        const { reflector } = held.get(keyOf(namespace, reference)) ?? {};
        return reflector?.store.list()[0] as PlainObject | undefined;
      },
      get isKnown() {
        return [...held.values()].every(({ reflector }) => reflector.isSynced);
      },
      release: () => {
        for (const key of held.keys()) this.#give(key);
        held = new Map();
      },
    };
  }

  async stop(): Promise<void> {
    for (const { reflector } of this.#watched.values()) this.#stop(reflector);
    this.#watched.clear();
    await Promise.all(this.#stopping);
  }

  #take(key: string, namespace: string, reference: Reference): Watched {
    const known = this.#watched.get(key);
    const watched = known ?? { reflector: this.#watch(namespace, reference), holders: 0 };
    this.#watched.set(key, watched);
    watched.holders += 1;
    return watched;
  }

  #give(key: string): void {
    const watched = this.#watched.get(key);
    if (watched === undefined) return;
    watched.holders -= 1;
    if (watched.holders > 0) return;
    this.#watched.delete(key);
    this.#stop(watched.reflector);
  }

  #watch(namespace: string, { kind, name }: Reference): Reflector<KubeObject> {
    const reflector = new Reflector<KubeObject>({
      client: this.#client,
      kind: kind === 'Secret' ? secrets : configMaps,
      selection: { namespace, fieldSelector: `metadata.name=${name}` },
      indexes: {},
      changed: () => {
        this.#changed(namespace);
      },
      clock: systemClock,
      random: Math.random,
      log: this.#log,
    });
    reflector.start();
    // A list that is empty changes nothing, and yet is what was waited for.
    reflector.synced().then(
      () => {
        this.#changed(namespace);
      },
      () => undefined,
    );
    return reflector;
  }

  #stop(reflector: Reflector<KubeObject>): void {
    const stopping = reflector.stop().finally(() => this.#stopping.delete(stopping));
    this.#stopping.add(stopping);
  }
}

function keyOf(namespace: string, { kind, name }: Reference): string {
  return `${kind}/${namespace}/${name}`;
}
