import {
  ADMIN_PORT,
  ANNOTATION_PREFIX,
  ANNOTATIONS,
  AUDIENCE,
  SIDECAR,
  VOLUME_PREFIX,
  VOLUMES,
  type Container,
  type Pod,
} from '../pod.ts';
import type { InjectorSettings, PodConnection } from '../settings.ts';
import { trustWarnings } from './trust.ts';

/** Why a pod cannot be an agent's. */
export type RefusalCode =
  | 'HOST_NAMESPACE'
  | 'SHARED_PROCESSES'
  | 'OPERATING_SYSTEM'
  | 'DNS_POLICY'
  | 'PRIVILEGED'
  | 'HOST_PATH'
  | 'UID_TAKEN'
  | 'NAME_TAKEN'
  | 'VOLUME_TAKEN'
  | 'TOKEN_PROJECTED'
  | 'PORT_CONFLICT'
  | 'HOST_ALIAS_CONFLICT'
  | 'HOST_IS_ADDRESS'
  | 'NO_ADDRESS'
  | 'NO_CONNECTION'
  | 'UNKNOWN_CONNECTION';

export interface Refusal {
  readonly code: RefusalCode;
  /** Says what to change. */
  readonly message: string;
}

/** What is to be said of a pod before anything is changed. With a refusal nothing is. */
export interface Report {
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly string[];
}

/** All that keeps a pod from being injected, and all that is odd about it. */
export function reportOn(
  pod: Pod,
  connections: readonly PodConnection[],
  settings: InjectorSettings,
): Report {
  const refusals = [
    ...isolationRefusals(pod),
    ...containersOf(pod).flatMap((container) => containerRefusals(container, settings)),
    ...podUserRefusals(pod, settings),
    ...volumeRefusals(pod, settings),
    ...connections.flatMap((connection) => connectionRefusals(pod, connection)),
    ...portRefusals(pod, connections),
  ];
  const warnings = [
    ...annotationWarnings(pod),
    ...containersOf(pod).flatMap((container) => trustWarnings(container)),
    ...connections.flatMap((connection) => connectionWarnings(connection)),
  ];
  return { refusals, warnings };
}

/** Every container but the sidecar. */
export function containersOf({ spec }: Pod): readonly Container[] {
  const first = (spec.initContainers ?? []).filter(({ name }) => name !== SIDECAR);
  return [...first, ...spec.containers];
}

function refusal(condition: boolean, code: RefusalCode, message: string): readonly Refusal[] {
  return condition ? [{ code, message }] : [];
}

function isolationRefusals({ spec }: Pod): readonly Refusal[] {
  const host = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter(
    (name) => spec[name] === true,
  );
  return [
    ...host.flatMap((name) =>
      refusal(
        true,
        'HOST_NAMESPACE',
        `spec.${name} takes an agent out of its pod, and so past the sidecar: remove it`,
      ),
    ),
    ...refusal(
      spec.shareProcessNamespace === true,
      'SHARED_PROCESSES',
      "spec.shareProcessNamespace lets the agent read the sidecar's memory: remove it",
    ),
    ...refusal(
      spec.os?.name === 'windows',
      'OPERATING_SYSTEM',
      'spec.os.name is windows, for which there is no sidecar: run the agent on Linux',
    ),
    ...refusal(
      spec.dnsPolicy === 'None',
      'DNS_POLICY',
      'spec.dnsPolicy None lets the pod choose who the sidecar takes for its broker: use ClusterFirst',
    ),
  ];
}

/** Capabilities that the Pod Security Standard Baseline lets a container add. */
const CAPABILITIES = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

function containerRefusals(container: Container, { uid }: InjectorSettings): readonly Refusal[] {
  const { name, securityContext = {}, volumeMounts = [] } = container;
  const powers = (securityContext.capabilities?.add ?? []).filter(
    (power) => !CAPABILITIES.has(power),
  );
  const mounts = volumeMounts.filter(
    (mount) =>
      mount.name.startsWith(VOLUME_PREFIX) &&
      (mount.name !== VOLUMES.trust || mount.readOnly !== true),
  );
  return [
    ...refusal(
      securityContext.privileged === true,
      'PRIVILEGED',
      `container ${name} is privileged, and could read the sidecar from the node: remove securityContext.privileged`,
    ),
    ...refusal(
      powers.length > 0,
      'PRIVILEGED',
      `container ${name} adds ${powers.join(', ')}, with which it could get past the sidecar: remove it from securityContext.capabilities.add`,
    ),
    ...refusal(
      securityContext.runAsUser === uid,
      'UID_TAKEN',
      `container ${name} runs as user ${String(uid)}, which is the sidecar's: choose another securityContext.runAsUser`,
    ),
    ...mounts.map((mount): Refusal => ({
      code: 'VOLUME_TAKEN',
      message: `container ${name} mounts ${mount.name}, which is the sidecar's: remove the volumeMount`,
    })),
  ];
}

function podUserRefusals({ spec }: Pod, { uid }: InjectorSettings): readonly Refusal[] {
  return [
    ...refusal(
      spec.securityContext?.runAsUser === uid,
      'UID_TAKEN',
      `spec.securityContext.runAsUser is ${String(uid)}, which is the sidecar's: choose another`,
    ),
    ...refusal(
      spec.containers.some(({ name }) => name === SIDECAR),
      'NAME_TAKEN',
      `a container is called ${SIDECAR}, which is the sidecar's name: rename it`,
    ),
  ];
}

function volumeRefusals({ spec }: Pod, settings: InjectorSettings): readonly Refusal[] {
  const audiences = [AUDIENCE, settings.exchangeAudience];
  const ours: readonly string[] = Object.values(VOLUMES);
  return (spec.volumes ?? []).flatMap((volume) => {
    const { name } = volume;
    const tokens = (volume.projected?.sources ?? []).flatMap(({ serviceAccountToken }) =>
      audiences.filter((audience) => audience === serviceAccountToken?.audience),
    );
    return [
      ...refusal(
        volume.hostPath !== undefined,
        'HOST_PATH',
        `volume ${name} is a hostPath, through which a container could read the sidecar's files: use another kind of volume`,
      ),
      ...refusal(
        tokens.length > 0 && name !== VOLUMES.token,
        'TOKEN_PROJECTED',
        `volume ${name} projects a token for audience ${tokens.join(', ')}, which is the sidecar's alone: remove it`,
      ),
      ...refusal(
        name.startsWith(VOLUME_PREFIX) && !ours.includes(name),
        'VOLUME_TAKEN',
        `volume ${name} has a name that is kept for the sidecar: choose one that does not begin with ${VOLUME_PREFIX}`,
      ),
    ];
  });
}

/** Names by which agents reach a target, as a hosts file can have them. */
export function hostNames({ host, aliases }: PodConnection): readonly string[] {
  return [...new Set([...(isIpAddress(host) ? [] : [host]), ...aliases])];
}

/** Host names have no colon, and their last label is not a number. */
function isIpAddress(host: string): boolean {
  return host.includes(':') || /(?:^|\.)[0-9]+$/.test(host);
}

function connectionRefusals({ spec }: Pod, connection: PodConnection): readonly Refusal[] {
  const { name, address } = connection;
  const names = hostNames(connection);
  const taken = (spec.hostAliases ?? []).filter(({ ip }) => ip !== address);
  const conflicts = names.filter((host) =>
    taken.some(({ hostnames = [] }) => hostnames.includes(host)),
  );
  return [
    ...refusal(
      address === undefined,
      'NO_ADDRESS',
      `AuditedConnection ${name} has no status.address yet: wait for its condition Ready`,
    ),
    ...refusal(
      names.length === 0,
      'HOST_IS_ADDRESS',
      `AuditedConnection ${name} has an IP address as host, which no hosts file can lead to the sidecar: give it an alias`,
    ),
    ...conflicts.map((host): Refusal => ({
      code: 'HOST_ALIAS_CONFLICT',
      message: `spec.hostAliases maps ${host} elsewhere, which is a name of connection ${name}: remove it`,
    })),
  ];
}

function portRefusals(pod: Pod, connections: readonly PodConnection[]): readonly Refusal[] {
  const taken = new Map(connections.map(({ name, port }) => [port, `connection ${name}`]));
  taken.set(ADMIN_PORT, "the sidecar's probes");
  return containersOf(pod).flatMap(({ name, ports = [] }) =>
    ports.flatMap(({ containerPort, protocol = 'TCP' }) => {
      const by = taken.get(containerPort);
      return refusal(
        by !== undefined && protocol === 'TCP',
        'PORT_CONFLICT',
        `container ${name} has port ${String(containerPort)}, on which the sidecar listens for ${by ?? ''}: move the container's port`,
      );
    }),
  );
}

function annotationWarnings({ metadata }: Pod): readonly string[] {
  const known: readonly string[] = Object.values(ANNOTATIONS);
  return Object.keys(metadata.annotations ?? {})
    .filter((name) => name.startsWith(ANNOTATION_PREFIX) && !known.includes(name))
    .map(
      (name) => `annotation ${name} means nothing and is ignored; there are ${known.join(', ')}`,
    );
}

function connectionWarnings({ name, host }: PodConnection): readonly string[] {
  return isIpAddress(host)
    ? [
        `connection ${name}: its host ${host} is an address; only calls by its aliases reach the sidecar`,
      ]
    : [];
}
