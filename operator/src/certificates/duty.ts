import { pause, type Clock } from '../kube/clock.ts';
import type { KubeClient } from '../kube/client/client.ts';
import { mutatingWebhookConfigurations, type MutatingWebhookConfiguration } from '../kube/kinds.ts';
import { endOf, type Term } from '../kube/lease/election.ts';
import type { Log } from '../kube/log.ts';
import { Reflector } from '../kube/reflector/reflector.ts';
import type { Keeper } from './keeper.ts';
import { certificateLimits } from './limits.ts';
import type { Certificates } from './types.ts';
import { isOurs, tellAuthorities, trusts, WEBHOOK_SELECTOR } from './webhooks.ts';

export interface DutyOptions {
  readonly client: KubeClient;
  readonly clock: Clock;
  /** 0 to 1, exclusive. */
  readonly random: () => number;
  readonly log: Log;
  /** The operator's own. */
  readonly namespace: string;
  readonly certificates: Pick<Certificates, 'authorities'>;
  /** Given whether webhooks are called with what is known. */
  readonly keeper: (isTold: () => boolean) => Keeper;
}

type Webhooks = Reflector<MutatingWebhookConfiguration>;

/** What the replica that leads does about certificates: the API server trusts the authorities, and their rotation goes on. */
export class CertificateDuty {
  readonly #options: DutyOptions;
  /** Begins the next look at once. */
  #wake: (() => void) | undefined;
  #changes = 0;

  constructor(options: DutyOptions) {
    this.#options = options;
  }

  /** Something changed: it is looked at now. */
  wake(): void {
    this.#changes += 1;
    this.#wake?.();
  }

  async during(term: Term): Promise<void> {
    const webhooks = this.#follow();
    webhooks.start();
    await Promise.race([webhooks.synced(), endOf(term)]);
    const keeper = this.#options.keeper(() => this.#untold(webhooks).length === 0);
    while (!term.signal.aborted) {
      const changes = this.#changes;
      const ms = term.isCurrent() ? await this.#look(webhooks, keeper) : undefined;
      if (ms !== 0 && changes === this.#changes) await this.#pause(ms, term.signal);
    }
    await webhooks.stop();
  }

  /** @returns milliseconds until the next is due, where that is known */
  async #look(webhooks: Webhooks, keeper: Keeper): Promise<number | undefined> {
    const { client, certificates, log } = this.#options;
    try {
      for (const one of this.#untold(webhooks)) {
        await tellAuthorities(client, one, certificates.authorities);
        log.info({ webhooks: one.metadata?.name }, 'the API server was told whom to trust');
      }
      return await keeper.step();
    } catch (error) {
      log.warn({ err: error }, 'the certificates could not be looked after; it is tried again');
      return undefined;
    }
  }

  /** Webhooks that are not called with what is known. */
  #untold({ store }: Webhooks): readonly MutatingWebhookConfiguration[] {
    const { certificates, namespace } = this.#options;
    const { authorities } = certificates;
    if (authorities === '') return [];
    return store.list().filter((one) => isOurs(one, namespace) && !trusts(one, authorities));
  }

  async #pause(ms: number | undefined, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    this.#wake = () => {
      woken.abort();
    };
    const { value: mostMs } = certificateLimits.lookMs;
    const shortest = Math.min(ms ?? mostMs, mostMs);
    await pause(this.#options.clock, shortest, AbortSignal.any([signal, woken.signal]));
    this.#wake = undefined;
  }

  #follow(): Webhooks {
    const { client, clock, random, log } = this.#options;
    return new Reflector<MutatingWebhookConfiguration>({
      ...{ client, clock, random, log, kind: mutatingWebhookConfigurations, indexes: {} },
      selection: { labelSelector: WEBHOOK_SELECTOR },
      changed: () => {
        this.wake();
      },
    });
  }
}
