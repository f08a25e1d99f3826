import { mkdir, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { node, root } from '../harness/paths.ts';
import { startDaemon, type Daemon } from '../kube/daemon.ts';
import type { Kubernetes } from '../kube/kubernetes.ts';
import { SYSTEM } from './helm.ts';

interface Volume {
  readonly name: string;
  readonly secret?: {
    readonly secretName: string;
    readonly items: readonly { key: string; path: string }[];
  };
}

interface Container {
  readonly args: readonly string[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
}

/** What of a Deployment's pods is run here. */
export interface PodTemplate {
  readonly serviceAccountName: string;
  readonly containers: readonly [Container];
  readonly volumes?: readonly Volume[];
}

interface Service {
  readonly spec: { readonly ports: readonly { name: string; targetPort: string }[] };
}

/** A port of the pod, by its name. */
export function portOf({ containers }: PodTemplate, name: string): number {
  const port = containers[0].ports.find((one) => one.name === name);
  if (port === undefined) throw new Error(`the container has no port ${name}`);
  return port.containerPort;
}

/** The pods of the operator's Deployment, as the API server has it. */
export async function podTemplate(kubernetes: Kubernetes): Promise<PodTemplate> {
  const get = ['get', 'deployment', 'chaperone-operator', '-n', SYSTEM, '-o', 'json'];
  const found = JSON.parse(await kubernetes.mustKubectl(get)) as {
    spec: { template: { spec: PodTemplate } };
  };
  return found.spec.template.spec;
}

/**
 * Runs the operator as a pod of its Deployment would: its arguments word for word, its Secrets as files (under `directory`, since
 * this machine's root is not the image's), the token of its ServiceAccount and no other right.
 */
export async function runPod(
  kubernetes: Kubernetes,
  template: PodTemplate,
  directory: string,
): Promise<Daemon> {
  const [container] = template.containers;
  const mounts = await mountAll(kubernetes, template, directory);
  const args = container.args.map((arg) =>
    [...mounts].reduce((text, [at, there]) => text.replace(`=${at}/`, `=${there}/`), arg),
  );
  const kubeconfig = await writeKubeconfig(kubernetes, template.serviceAccountName, directory);
  const [program = '', ...rest] = args;
  if (program !== 'operator') throw new Error(`the image runs ${program}`);
  const main = path.join(root, 'operator', 'src', 'main.ts');
  const ready = `http://127.0.0.1:${String(portOf(template, 'metrics'))}/readyz`;
  return startDaemon(node, [main, ...rest, '--kubeconfig', kubeconfig], async () =>
    fetch(ready).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
}

async function mountAll(
  kubernetes: Kubernetes,
  { containers, volumes = [] }: PodTemplate,
  directory: string,
): Promise<ReadonlyMap<string, string>> {
  const mounts = new Map<string, string>();
  for (const { name, mountPath } of containers[0].volumeMounts ?? []) {
    const there = path.join(directory, name);
    await mkdir(there, { recursive: true });
    mounts.set(mountPath, there);
    const { secret } = volumes.find((volume) => volume.name === name) ?? {};
    if (secret === undefined) continue;
    const get = ['get', 'secret', secret.secretName, '-n', SYSTEM, '-o', 'json'];
    const { data } = JSON.parse(await kubernetes.mustKubectl(get)) as {
      data: Record<string, string>;
    };
    for (const { key, path: file } of secret.items) {
      await writeFile(path.join(there, file), Buffer.from(data[key] ?? '', 'base64'));
    }
  }
  return mounts;
}

async function writeKubeconfig(
  { mustKubectl, url, ca }: Kubernetes,
  account: string,
  directory: string,
): Promise<string> {
  const token = (await mustKubectl(['create', 'token', account, '-n', SYSTEM])).trim();
  const file = path.join(directory, 'kubeconfig.json');
  const text = {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'pod',
    contexts: [{ name: 'pod', context: { cluster: 'pod', user: 'pod', namespace: SYSTEM } }],
    clusters: [
      {
        name: 'pod',
        cluster: {
          server: url,
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        },
      },
    ],
    users: [{ name: 'pod', user: { token } }],
  };
  await writeFile(file, JSON.stringify(text), { mode: 0o600 });
  return file;
}

/** An address of this machine at which an API server looks for pods: those of loopback are refused as endpoints. */
function nodeAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  const found = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  if (found === undefined) throw new Error('this machine has no address beside loopback');
  return found.address;
}

/** Says where the pod of the operator's Service is, as the controllers of a cluster do. */
export async function publishEndpoints(
  kubernetes: Kubernetes,
  template: PodTemplate,
): Promise<void> {
  const get = ['get', 'service', 'chaperone-operator', '-n', SYSTEM, '-o', 'json'];
  const { spec } = JSON.parse(await kubernetes.mustKubectl(get)) as Service;
  const slice = {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: 'chaperone-operator',
      namespace: SYSTEM,
      labels: { 'kubernetes.io/service-name': 'chaperone-operator' },
    },
    addressType: 'IPv4',
    endpoints: [{ addresses: [nodeAddress()], conditions: { ready: true } }],
    ports: spec.ports.map(({ name, targetPort }) => ({
      name,
      port: portOf(template, targetPort),
      protocol: 'TCP',
    })),
  };
  await kubernetes.mustKubectl(['apply', '-f', '-'], { input: JSON.stringify(slice) });
}
