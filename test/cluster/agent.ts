import type { Finished } from '../harness/run.ts';
import type { Cluster } from './cluster.ts';

export interface AgentOptions {
  readonly namespace: string;
  readonly name?: string;
  /** Default: sleeps. */
  readonly command?: readonly string[];
  /** Default: 1000, and none of the rights that a container may have; 0: as root with those that it has by default. */
  readonly uid?: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

const DATABASE_URL = 'postgres://orders-db/orders?sslmode=verify-full&connect_timeout=10';
export const INJECT: Readonly<Record<string, string>> = { 'chaperone.dev/inject': 'true' };

/** Of an agent's team, which knows nothing of Chaperone but the annotation. */
export interface Template {
  readonly metadata: object;
  readonly spec: { readonly containers: readonly object[] };
}

export function agentTemplate(options: AgentOptions): Template {
  const { name = 'report-bot', command, uid = 1000, annotations = INJECT } = options;
  const restricted = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
  return {
    metadata: { labels: { app: name }, annotations },
    spec: {
      ...{ serviceAccountName: 'report-bot', terminationGracePeriodSeconds: 5 },
      ...{ securityContext: { runAsUser: uid, seccompProfile: { type: 'RuntimeDefault' } } },
      containers: [
        {
          name: 'agent',
          image: 'localhost/agent:1',
          imagePullPolicy: 'Never',
          ...(command === undefined ? {} : { command }),
          env: [{ name: 'DATABASE_URL', value: DATABASE_URL }],
          ...(uid === 0 ? {} : { securityContext: restricted }),
        },
      ],
    },
  };
}

export function agentDeployment(options: AgentOptions): object {
  const { namespace, name = 'report-bot' } = options;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: {
      replicas: 1,
      selector: { matchLabels: { app: name } },
      template: agentTemplate(options),
    },
  };
}

export const serviceAccount = (namespace: string, name = 'report-bot'): object => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace },
});

/** The agent's container, as its own program sees it. */
export interface Agent {
  readonly namespace: string;
  readonly pod: string;
  readonly shell: (line: string) => Promise<Finished>;
  /** A statement by psql, unaligned, over DATABASE_URL. */
  readonly psql: (sql: string) => Promise<Finished>;
}

export function agentIn({ kubectl }: Cluster, namespace: string, pod: string): Agent {
  const exec = async (...command: readonly string[]): Promise<Finished> =>
    kubectl(['exec', '-n', namespace, pod, '-c', 'agent', '--', ...command]);
  return {
    ...{ namespace, pod },
    shell: async (line) => exec('sh', '-c', line),
    psql: async (sql) =>
      exec('sh', '-c', 'exec psql "$DATABASE_URL" -AtX -v VERBOSITY=verbose -c "$0"', sql),
  };
}

/** The Deployment's newest pod, when its rollout has ended. */
export async function rolledOut(
  cluster: Cluster,
  namespace: string,
  name = 'report-bot',
): Promise<Agent> {
  await cluster.must(['rollout', 'status', '-n', namespace, `deployment/${name}`, '--timeout=90s']);
  const newest = [
    '--sort-by=.metadata.creationTimestamp',
    '-o',
    'jsonpath={.items[-1:].metadata.name}',
  ];
  const pod = await cluster.must(['get', 'pods', '-n', namespace, '-l', `app=${name}`, ...newest]);
  return agentIn(cluster, namespace, pod);
}
