import type { X509Certificate } from 'node:crypto';
import type { Agent } from '../command/types.ts';

/** id-kp-documentSigning (RFC 9336): what a certificate of a recorder's key is for, and of no server's. */
export const RECORDING_USAGE = '1.3.6.1.5.5.7.3.36';

const SCHEME = 'chaperone://pod/';

/** A pod whose sidecar signs recordings. */
export interface SignerPod {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly pod: { readonly name: string; readonly uid: string };
}

/** The name of a pod in a certificate: a URI of its namespace, ServiceAccount, name and uid, of which none has a slash. */
export function podUri({ namespace, serviceAccount, pod }: SignerPod): string {
  return SCHEME + [namespace, serviceAccount, pod.name, pod.uid].join('/');
}

/** Whether a certificate names the pod of a recording's agent, and nobody else. */
export function isOfAgent(
  certificate: X509Certificate,
  { namespace, agent }: { readonly namespace: string; readonly agent: Agent },
): boolean {
  const { serviceAccount, pod } = agent;
  if (pod === undefined) return false;
  return certificate.subjectAltName === `URI:${podUri({ namespace, serviceAccount, pod })}`;
}
