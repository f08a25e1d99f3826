import {
  PATHS,
  SIDECAR,
  type Container,
  type EnvVar,
  type HostAlias,
  type Pod,
  type PodSpec,
  type Volume,
  type VolumeMount,
} from '../pod.ts';
import type { InjectorSettings, PodConnection } from '../settings.ts';
import { diff, same, type PatchOperation } from '../json-patch.ts';
import { hostNames } from './report.ts';
import { sidecarContainer, sidecarVolumes } from './sidecar.ts';
import { trusting } from './trust.ts';

/** Below it only root may listen, unless the pod's sysctl says otherwise. */
const FIRST_UNPRIVILEGED_PORT = 1024;
const PORT_SYSCTL = 'net.ipv4.ip_unprivileged_port_start';

/** The patch that puts the sidecar into a pod; empty where it is there already, as it should be. */
export function injectionPatch(
  pod: Pod,
  connections: readonly PodConnection[],
  settings: InjectorSettings,
): readonly PatchOperation[] {
  return diff(pod, injected(pod, connections, settings));
}

function injected(
  pod: Pod,
  connections: readonly PodConnection[],
  settings: InjectorSettings,
): Pod {
  const { spec } = pod;
  const sidecar = sidecarContainer(settings, connections);
  const present = spec.initContainers?.find(({ name }) => name === SIDECAR);
  const others = (spec.initContainers ?? []).filter(({ name }) => name !== SIDECAR);
  const first = present !== undefined && isUntampered(present, sidecar) ? present : sidecar;
  return {
    ...pod,
    spec: {
      ...spec,
      ...withLowPorts(spec, connections),
      initContainers: [first, ...others.map(trusting)],
      containers: spec.containers.map(trusting),
      volumes: withVolumes(spec.volumes ?? [], sidecarVolumes(settings)),
      hostAliases: withAliases(spec.hostAliases ?? [], connections),
    },
  };
}

/** Where the API server and clouds put tokens into every container. */
const TOKENS = '/var/run/secrets/';
/** Variables that clouds put beside them. */
const CLOUD_VARIABLE = /^(?:AWS|AZURE)_[A-Z0-9_]+$/;

/**
 * Whether a sidecar is as it should be. Others may have added what does no harm: tokens of a cloud or the API server, and further
 * resources of a LimitRange.
 */
export function isUntampered(present: Container, wanted: Container): boolean {
  const env = (present.env ?? []).filter((variable) => !isCloudVariable(variable));
  const volumeMounts = (present.volumeMounts ?? []).filter((mount) => !isToken(mount));
  const { resources } = wanted;
  return (
    covers(present.resources, resources) &&
    same({ ...present, env, volumeMounts, resources }, wanted)
  );
}

function isCloudVariable({ name }: EnvVar): boolean {
  return CLOUD_VARIABLE.test(name);
}

function isToken({ mountPath, readOnly }: VolumeMount): boolean {
  return readOnly === true && mountPath.startsWith(TOKENS) && mountPath !== PATHS.token;
}

/** Whether all that is wanted is there, perhaps among more. */
function covers(present: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted))
    return same(present, wanted);
  return Object.entries(wanted).every(([name, value]) =>
    covers((present as Record<string, unknown> | undefined)?.[name], value),
  );
}

function withVolumes(present: readonly Volume[], wanted: readonly Volume[]): readonly Volume[] {
  const replaced = present.map((volume) => {
    const own = wanted.find(({ name }) => name === volume.name);
    return own === undefined || same(own, volume) ? volume : own;
  });
  const missing = wanted.filter(({ name }) => !present.some((volume) => volume.name === name));
  return [...replaced, ...missing];
}

function withAliases(
  present: readonly HostAlias[],
  connections: readonly PodConnection[],
): readonly HostAlias[] {
  const wanted = connections.map((connection): HostAlias => ({
    ip: connection.address ?? '',
    hostnames: hostNames(connection),
  }));
  const replaced = present.map((alias) => wanted.find(({ ip }) => ip === alias.ip) ?? alias);
  const missing = wanted.filter(({ ip }) => !present.some((alias) => alias.ip === ip));
  return [...replaced, ...missing];
}

/** A sidecar without root may listen on 443 and 22 only where the pod's network says so. */
function withLowPorts(
  { securityContext }: PodSpec,
  connections: readonly PodConnection[],
): Pick<PodSpec, 'securityContext'> {
  const sysctls = securityContext?.sysctls ?? [];
  const isNeeded = connections.some(({ port }) => port < FIRST_UNPRIVILEGED_PORT);
  if (!isNeeded || sysctls.some(({ name }) => name === PORT_SYSCTL)) return {};
  return {
    securityContext: {
      ...securityContext,
      sysctls: [...sysctls, { name: PORT_SYSCTL, value: '0' }],
    },
  };
}
