import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../harness/paths.ts';
import { freePort } from '../harness/ports.ts';
import { makeTempDir } from '../harness/temp.ts';
import { agentPod, writePodToken, type AgentPod } from '../kube/agent-pod.ts';
import type { Daemon } from '../kube/daemon.ts';
import { startKubernetes, type Kubernetes } from '../kube/kubernetes.ts';
import { makeAuthority } from '../kube/pki.ts';
import { auditOf, type Audit } from './audit.ts';
import { chart, mustHelm, SYSTEM } from './helm.ts';
import { podTemplate, publishEndpoints, runPod } from './kubelet.ts';

export const AGENTS = 'agents';
export const HOST = 'chaperone-operator.chaperone-system.svc';
/** What the API server calls the chart's operator. */
const ACCOUNT = `system:serviceaccount:${SYSTEM}:chaperone-operator`;
export const agent: AgentPod = {
  namespace: AGENTS,
  name: 'report-bot-1',
  serviceAccount: 'report-bot',
};

/** The chart on an API server, and a pod of its Deployment. */
export interface Installed {
  readonly kubernetes: Kubernetes;
  /** What the operator asked of the API server. */
  readonly audit: Audit;
  readonly directory: string;
  /** The broker's authority, PEM. */
  readonly ca: () => Promise<string>;
  /** Values without which this machine cannot run it beside others. */
  readonly values: readonly string[];
  readonly operator: () => Daemon;
  /** Runs a pod of the Deployment as it is now in place of the one that runs. */
  readonly roll: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Ports that nobody has. */
async function portValues(): Promise<readonly string[]> {
  const ports = await Promise.all(
    ['webhook', 'broker', 'metrics'].map(
      async (name) => `operator.ports.${name}=${String(await freePort())}`,
    ),
  );
  return ports;
}

async function makeTlsSecret(kubernetes: Kubernetes): Promise<string> {
  const authority = await makeAuthority();
  const { certificate, key } = await authority.server('chaperone-operator', [HOST]);
  const data = { 'tls.crt': certificate, 'tls.key': key, 'ca.crt': authority.certificate };
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/tls',
    metadata: { name: 'chaperone-tls', namespace: SYSTEM },
    stringData: data,
  };
  await kubernetes.mustKubectl(['create', '-f', '-'], { input: JSON.stringify(secret) });
  return authority.certificate;
}

/** Installs the chart with a certificate that is given to it, and runs its operator. */
export async function installAndRun(...more: readonly string[]): Promise<Installed> {
  const dir = await makeTempDir('chart');
  const audit = await auditOf(ACCOUNT, dir.path);
  const kubernetes = await startKubernetes({
    args: [...audit.args, '--enable-aggregator-routing=true'],
  });
  await kubernetes.createNamespace(AGENTS);
  await kubernetes.createNamespace(SYSTEM);
  await kubernetes.mustKubectl(['create', 'serviceaccount', agent.serviceAccount, '-n', AGENTS]);
  const ca = await makeTlsSecret(kubernetes);
  const values = [...(await portValues()), 'certificates.mode=secret', ...more];
  await mustHelm(kubernetes, ['install', 'chaperone', chart], ...values);
  let template = await podTemplate(kubernetes);
  await publishEndpoints(kubernetes, template);
  let operator = await runPod(kubernetes, template, dir.path);
  return {
    ...{ kubernetes, audit, directory: dir.path, values },
    ca: async () => Promise.resolve(ca),
    operator: () => operator,
    roll: async () => {
      template = await podTemplate(kubernetes);
      await operator.kill();
      operator = await runPod(kubernetes, template, dir.path);
    },
    stop: async () => {
      await operator.kill();
      await kubernetes.stop();
      await dir.remove();
    },
  };
}

/** The first object of a manifest of the examples. */
export async function example(file: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readFile(path.join(root, 'examples', 'standalone', file), 'utf8');
  return parseAllDocuments(text)[0]?.toJS() as Record<string, unknown>;
}

export async function apply(kubernetes: Kubernetes, ...objects: readonly object[]): Promise<void> {
  const input = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  await kubernetes.mustKubectl(['apply', '-n', AGENTS, '-f', '-'], { input });
}

/** An annotated pod, asked for until the operator has heard of its connections. */
export async function createAgent(
  kubernetes: Kubernetes,
  name: string = agent.name,
): Promise<void> {
  const input = JSON.stringify(agentPod({ ...agent, name }));
  const deadline = performance.now() + 20_000;
  for (;;) {
    const { status, stderr } = await kubernetes.kubectl(['create', '-f', '-'], { input });
    if (status === 0) return;
    if (performance.now() > deadline) throw new Error(stderr);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The token of an agent's sidecar. */
export async function tokenOf(
  { kubernetes, directory }: Installed,
  name: string = agent.name,
): Promise<string> {
  const file = await writePodToken(kubernetes, directory, { ...agent, name });
  return (await readFile(file, 'utf8')).trim();
}
