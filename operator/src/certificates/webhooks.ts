import type { KubeClient } from '../kube/client/client.ts';
import { mutatingWebhookConfigurations, type MutatingWebhookConfiguration } from '../kube/kinds.ts';
import type { KubeObject } from '../kube/object.ts';

export const WEBHOOK_SELECTOR = 'app.kubernetes.io/part-of=chaperone';
const FIELD_MANAGER = 'chaperone-certificates';
/** Whoever writes them for cert-manager does it alone. */
const INJECTED = 'cert-manager.io/inject-';

/** Whether the API server would call this installation by it, and nobody else looks after whom it trusts. */
export function isOurs(
  { metadata, webhooks = [] }: MutatingWebhookConfiguration,
  namespace: string,
): boolean {
  const names = Object.keys(metadata?.annotations ?? {});
  if (names.some((name) => name.startsWith(INJECTED))) return false;
  return webhooks.every(
    ({ clientConfig: { service } }) => service === undefined || service.namespace === namespace,
  );
}

/** Whether each webhook is called with exactly these authorities. */
export function trusts(
  { webhooks = [] }: MutatingWebhookConfiguration,
  authorities: string,
): boolean {
  const wanted = Buffer.from(authorities).toString('base64');
  return webhooks.every(({ clientConfig }) => clientConfig.caBundle === wanted);
}

/** States whom the API server trusts behind the webhooks, and no other field. @throws KubeError */
export async function tellAuthorities(
  client: Pick<KubeClient, 'apply'>,
  { metadata, webhooks = [] }: MutatingWebhookConfiguration,
  authorities: string,
): Promise<void> {
  const caBundle = Buffer.from(authorities).toString('base64');
  const stated = {
    metadata: { name: metadata?.name ?? '' },
    webhooks: webhooks.map(({ name }) => ({ name, clientConfig: { caBundle } })),
  };
  await client.apply<KubeObject>(mutatingWebhookConfigurations, stated, {
    fieldManager: FIELD_MANAGER,
  });
}
