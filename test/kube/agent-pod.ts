import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Kubernetes } from './kubernetes.ts';

export interface AgentPod {
  readonly namespace: string;
  readonly name: string;
  readonly serviceAccount: string;
}

/** An agent's pod, annotated and no more: what else it has the operator gives it. Nobody runs it: there is no kubelet. */
export function agentPod({ namespace, name, serviceAccount }: AgentPod): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace, annotations: { 'chaperone.dev/inject': 'true' } },
    spec: {
      serviceAccountName: serviceAccount,
      containers: [{ name: 'agent', image: 'registry.example.com/report-bot:3' }],
    },
  };
}

/** The token that the kubelet would mount into the sidecar of the pod, in a file. */
export async function writePodToken(
  kubernetes: Kubernetes,
  directory: string,
  pod: AgentPod,
  audience = 'chaperone',
): Promise<string> {
  const token = await kubernetes.mustKubectl([
    ...['create', 'token', pod.serviceAccount, '-n', pod.namespace, '--audience', audience],
    ...['--bound-object-kind', 'Pod', '--bound-object-name', pod.name],
  ]);
  const file = path.join(directory, `${pod.name}.token`);
  await writeFile(file, token, { mode: 0o600 });
  return file;
}
