import { pause, type Clock } from '../kube/clock.ts';
import type { KubeClient } from '../kube/client/client.ts';
import { mutatingWebhookConfigurations } from '../kube/kinds.ts';
import { CertificateError } from './errors.ts';
import { certificateLimits } from './limits.ts';
import { isOurs, trusts, WEBHOOK_SELECTOR } from './webhooks.ts';

/** Milliseconds between two looks. */
const LOOK_MS = 250;

export interface ToldOptions {
  readonly client: Pick<KubeClient, 'page'>;
  readonly clock: Clock;
  /** The operator's own. */
  readonly namespace: string;
  /** PEM, as they are now. */
  readonly authorities: () => string;
}

/**
 * Resolves when the API server trusts the authorities behind every webhook of the installation that there is: a replica that is
 * ready before lets `helm install --wait` end while annotated pods are still refused. Who leads tells it.
 * @throws CertificateError CA_UNUSABLE where nobody did in time; KubeError
 */
export async function untilTold(options: ToldOptions): Promise<void> {
  const { client, clock, namespace, authorities } = options;
  const { value: mostMs } = certificateLimits.startMs;
  const began = clock.now();
  for (;;) {
    const { items } = await client.page(mutatingWebhookConfigurations, {
      labelSelector: WEBHOOK_SELECTOR,
    });
    const untold = items.filter((one) => isOurs(one, namespace) && !trusts(one, authorities()));
    if (untold.length === 0) return;
    if (clock.now() - began > mostMs) {
      const names = untold.map(({ metadata }) => metadata?.name).join(', ');
      const message = `the API server was not told whom to trust behind ${names} in ${String(mostMs)} ms: see the log of the replica that leads`;
      throw new CertificateError('CA_UNUSABLE', message);
    }
    await pause(clock, LOOK_MS, NEVER);
  }
}

const NEVER = new AbortController().signal;
