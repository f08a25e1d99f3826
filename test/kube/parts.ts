import { setTimeout as sleep } from 'node:timers/promises';
import type { Access } from '../../operator/src/kube/access/types.ts';
import { KubeClient } from '../../operator/src/kube/client/client.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import type { Log } from '../../operator/src/kube/log.ts';
import type { ConfigMap } from '../../operator/src/kube/kinds.ts';
import { Reflector, type ReflectorOptions } from '../../operator/src/kube/reflector/reflector.ts';
import { configMaps } from '../../operator/src/kube/kinds.ts';
import type { Alteration } from '../../operator/src/pictures/agent-pod.ts';
import { Pictures } from '../../operator/src/pictures/pictures.ts';
import type { User } from './credentials.ts';
import type { Kubernetes } from './kubernetes.ts';

/** Of a cluster whose sidecars are all as they should be, unless told otherwise. */
export function thePictures(
  client: KubeClient,
  alteration: Alteration = () => undefined,
): Pictures {
  const parts = { clock: systemClock, random: Math.random, log: aLog() };
  return new Pictures({ client, alteration, ...parts });
}

/** What was logged, in order. */
export interface Logged extends Log {
  readonly lines: { readonly level: string; readonly facts: object; readonly message: string }[];
}

export function aLog(): Logged {
  const lines: Logged['lines'] = [];
  const at = (level: string) => (facts: object, message: string) => {
    lines.push({ level, facts, message });
  };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

/** As a user of the API server, whatever the way there. */
export function accessOf({ url, ca }: Kubernetes, user: User, port?: number): Access {
  const server = new URL(url);
  if (port !== undefined) server.port = String(port);
  const tls = { ca, cert: user.certificate, key: user.key };
  return {
    server,
    namespace: 'default',
    credentials: async () => Promise.resolve({ tls, headers: {} }),
    forget: () => undefined,
  };
}

export interface ClientOptions {
  /** Of a relay; default: the server's. */
  readonly port?: number;
  readonly user?: User;
  readonly requestMs?: number;
}

export function aClient(kubernetes: Kubernetes, options: ClientOptions = {}): KubeClient {
  const { port, user = kubernetes.admin, requestMs } = options;
  return new KubeClient({
    access: accessOf(kubernetes, user, port),
    userAgent: 'test',
    ...(requestMs === undefined ? {} : { requestMs }),
  });
}

export const aConfigMap = (namespace: string, name: string, data = 'x'): ConfigMap => ({
  metadata: { namespace, name },
  data: { value: data },
});

type Options = Partial<ReflectorOptions<ConfigMap, 'value'>>;

/** Of the ConfigMaps of a namespace, indexed by their value, with short times. */
export function aReflector(
  client: KubeClient,
  namespace: string,
  options: Options = {},
): Reflector<ConfigMap, 'value'> {
  return new Reflector({
    client,
    kind: configMaps,
    selection: { namespace },
    indexes: { value: ({ data }) => Object.values(data ?? {}) },
    changed: () => undefined,
    clock: systemClock,
    random: Math.random,
    log: aLog(),
    ...options,
    times: { firstBackoffMs: 100, mostBackoffMs: 1_000, ...options.times },
  });
}

/** Waits until it is so; throws with `what` after twenty seconds. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`not within 20 s: ${what}`);
    await sleep(5);
  }
}
