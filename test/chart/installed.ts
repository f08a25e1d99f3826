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
import { podTemplate, portOf, publishEndpoints, runPod } from './kubelet.ts';
import { askBroker, type AskOptions, type BrokerAnswer } from './broker-client.ts';

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

/** A certificate for the operator that somebody else made. */
export async function makeTlsSecret(kubernetes: Kubernetes): Promise<void> {
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
}

/** A field of a Secret beside the operator. */
export async function secretField(
  kubernetes: Kubernetes,
  name: string,
  field: string,
): Promise<string> {
  const get = ['get', 'secret', name, '-n', SYSTEM, '-o', 'json'];
  const { data } = JSON.parse(await kubernetes.mustKubectl(get)) as {
    readonly data: Readonly<Record<string, string>>;
  };
  return Buffer.from(data[field] ?? '', 'base64').toString();
}

async function startEmpty(directory: string): Promise<{ kubernetes: Kubernetes; audit: Audit }> {
  const audit = await auditOf(ACCOUNT, directory);
  const kubernetes = await startKubernetes({
    args: [...audit.args, '--enable-aggregator-routing=true'],
  });
  await kubernetes.createNamespace(AGENTS);
  await kubernetes.createNamespace(SYSTEM);
  await kubernetes.mustKubectl(['create', 'serviceaccount', agent.serviceAccount, '-n', AGENTS]);
  return { kubernetes, audit };
}

/**
 * Installs the chart, and runs its operator.
 * @param prepared what has to be there before
 * @param more values
 */
export async function installAndRun(
  prepared: (kubernetes: Kubernetes) => Promise<void> = async () => Promise.resolve(),
  ...more: readonly string[]
): Promise<Installed> {
  const dir = await makeTempDir('chart');
  const { kubernetes, audit } = await startEmpty(dir.path);
  await prepared(kubernetes);
  const values = [...(await portValues()), ...more];
  await mustHelm(kubernetes, ['install', 'chaperone', chart], ...values);
  await publishEndpoints(kubernetes, await podTemplate(kubernetes));
  const runNow = async (): Promise<Daemon> =>
    runPod(kubernetes, await podTemplate(kubernetes), dir.path);
  let operator = await runNow();
  return {
    ...{ kubernetes, audit, directory: dir.path, values },
    operator: () => operator,
    roll: async () => {
      await operator.kill();
      operator = await runNow();
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
async function tokenOf({ kubernetes, directory }: Installed, name: string): Promise<string> {
  const file = await writePodToken(kubernetes, directory, { ...agent, name });
  return (await readFile(file, 'utf8')).trim();
}

/** Asks the broker with the token of an agent's sidecar. */
export async function askAs(
  installed: Installed,
  name: string,
  request: readonly [method: string, path: string],
  options: AskOptions = {},
): Promise<BrokerAnswer> {
  const { kubernetes } = installed;
  const template = await podTemplate(kubernetes);
  const isOwn = template.volumes === undefined;
  const ca = await secretField(kubernetes, isOwn ? 'chaperone-ca' : 'chaperone-tls', 'ca.crt');
  const token = await tokenOf(installed, name);
  return askBroker({ port: portOf(template, 'broker'), host: HOST, ca, token }, request, options);
}
