import { readFileSync } from 'node:fs';
import path from 'node:path';
import { goldenSettings } from '../../operator/src/admission/injector/testing/goldens.ts';
import type { Api } from '../contract/api.ts';
import { root } from '../harness/paths.ts';
import type { Kubernetes } from '../kube/kubernetes.ts';

/** User name of the operator, as the policies here know it. */
export const OPERATOR = 'system:serviceaccount:chaperone-system:chaperone-operator';

const WORDS: Readonly<Record<string, string>> = {
  '@IMAGES@': `['${goldenSettings.image}', 'registry.example.com/chaperone:0.0.9']`,
  '@UID@': String(goldenSettings.uid),
  '@EXCHANGE_AUDIENCE@': goldenSettings.exchangeAudience,
  '@BROKER@': goldenSettings.brokerUrl,
  '@BROKER_HOST@': new URL(goldenSettings.brokerUrl).hostname,
  '@OPERATOR@': OPERATOR,
  '@NAMESPACE@': 'chaperone-system',
};

/** A file of the chart's policies as it is applied, for the installation of the injector's goldens. */
export function policyText(name: string): string {
  const file = path.join(root, 'charts/chaperone/files/admission', `${name}.yaml`);
  return Object.entries(WORDS).reduce(
    (text, [word, value]) => text.replaceAll(word, value),
    readFileSync(file, 'utf8'),
  );
}

/** Applies policies, and waits until `isHeld` says that they hold: the server looks for new ones every second. */
export async function applyPolicies(
  kubernetes: Kubernetes,
  names: readonly string[],
  isHeld: () => Promise<boolean>,
): Promise<void> {
  for (const name of names)
    await kubernetes.mustKubectl(['apply', '-f', '-'], { input: policyText(name) });
  const until = Date.now() + 20_000;
  while (!(await isHeld())) {
    if (Date.now() > until) throw new Error('the policies do not hold within 20 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Path of the pods of namespace agents. */
export const PODS = '/api/v1/namespaces/agents/pods';

/** What was said of a request. */
export interface Said {
  readonly status: number;
  readonly message: string;
}

/** Asks for a pod, and writes nothing. */
export async function tryPod(api: Api, pod: unknown): Promise<Said> {
  const { status, body } = await api.send('POST', `${PODS}?dryRun=All`, pod);
  return { status, message: body.message ?? '' };
}
