import { parseQuantity } from '@chaperone/crds';
import {
  ADMIN_PORT,
  AUDIENCE,
  PATHS,
  SIDECAR,
  VOLUMES,
  type Container,
  type Volume,
} from '../pod.ts';
import type { InjectorSettings, PodConnection } from '../settings.ts';

// Every default of the API server is written out, so that what comes back from it compares equal to what went there.

/** Seconds for which its tokens are good; the kubelet renews it after four fifths. */
const TOKEN_SECONDS = 3600;
/** Part of the spool's volume that recordings may fill: the kubelet evicts a pod whose volume is beyond its size. */
const FULL = 0.9;
const BYTES_OF_TRUST = '4Mi';

const probe = (path: string, periodSeconds: number, failureThreshold: number): object => ({
  httpGet: { path, port: ADMIN_PORT, scheme: 'HTTP' },
  timeoutSeconds: 2,
  periodSeconds,
  successThreshold: 1,
  failureThreshold,
});

const field = (name: string, fieldPath: string): object => ({
  name,
  valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath } },
});

/**
 * The native sidecar. It has no preStop: the kubelet ends a restartable init container behind the agent's own containers,
 * and at SIGTERM it drains and uploads what is left.
 */
export function sidecarContainer(
  settings: InjectorSettings,
  connections: readonly PodConnection[],
): Container & Readonly<Record<string, unknown>> {
  const { image, imagePullPolicy, uid, resources } = settings;
  return {
    name: SIDECAR,
    image,
    imagePullPolicy,
    restartPolicy: 'Always',
    args: argumentsOf(settings, connections),
    env: environmentOf(settings) as Container['env'] & object,
    ports: [{ name: 'chaperone', containerPort: ADMIN_PORT, protocol: 'TCP' }],
    resources,
    volumeMounts: [
      { name: VOLUMES.token, mountPath: PATHS.token, readOnly: true },
      { name: VOLUMES.spool, mountPath: PATHS.spool },
      { name: VOLUMES.trust, mountPath: PATHS.trust },
    ],
    // The first start may wait for the broker; afterwards a second is a long time.
    startupProbe: probe('/readyz', 1, 120),
    readinessProbe: probe('/readyz', 5, 3),
    livenessProbe: probe('/livez', 10, 6),
    securityContext: {
      runAsNonRoot: true,
      runAsUser: uid,
      runAsGroup: uid,
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
      seccompProfile: { type: 'RuntimeDefault' },
    } as Container['securityContext'] & object,
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'FallbackToLogsOnError',
  };
}

function argumentsOf(
  { brokerUrl, spoolSize }: InjectorSettings,
  connections: readonly PodConnection[],
): readonly string[] {
  return [
    'sidecar',
    `--broker=${brokerUrl}`,
    `--broker-token=${PATHS.token}/token`,
    `--exchange-token=${PATHS.token}/exchange`,
    `--data=${PATHS.data}`,
    `--max-data=${String(Math.floor(parseQuantity(spoolSize) * FULL))}`,
    `--trust=${PATHS.trust}`,
    `--admin=0.0.0.0:${String(ADMIN_PORT)}`,
    ...connections.map(
      ({ name, address, port }) => `--listen=${name}=${address ?? ''}:${String(port)}`,
    ),
  ];
}

function environmentOf({ brokerCa }: InjectorSettings): readonly object[] {
  return [
    field('CHAPERONE_POD_NAME', 'metadata.name'),
    field('CHAPERONE_POD_UID', 'metadata.uid'),
    field('CHAPERONE_NAMESPACE', 'metadata.namespace'),
    field('CHAPERONE_SERVICE_ACCOUNT', 'spec.serviceAccountName'),
    { name: 'CHAPERONE_BROKER_CA', value: brokerCa },
  ];
}

/** What the sidecar mounts: its tokens, its spool, and the certificates that it gives agents to trust. */
export function sidecarVolumes({
  exchangeAudience,
  spoolSize,
}: InjectorSettings): readonly Volume[] {
  const token = { audience: AUDIENCE, expirationSeconds: TOKEN_SECONDS, path: 'token' };
  const exchange = {
    ...{ audience: exchangeAudience, expirationSeconds: TOKEN_SECONDS, path: 'exchange' },
  };
  return [
    {
      name: VOLUMES.token,
      projected: {
        defaultMode: 0o644,
        sources: [{ serviceAccountToken: token }, { serviceAccountToken: exchange }],
      },
    } as Volume,
    { name: VOLUMES.spool, emptyDir: { sizeLimit: spoolSize } } as Volume,
    { name: VOLUMES.trust, emptyDir: { medium: 'Memory', sizeLimit: BYTES_OF_TRUST } } as Volume,
  ];
}
