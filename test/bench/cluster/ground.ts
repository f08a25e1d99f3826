import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { goldenSettings } from '../../../operator/src/admission/injector/testing/goldens.ts';
import { policyText } from '../../admission/policies.ts';
import { root } from '../../harness/paths.ts';
import { startSidecar, type Sidecar } from '../../harness/sidecar.ts';
import { atTarget, createLogin, standaloneLogin } from '../../harness/standalone.ts';
import { agentPod, writePodToken } from '../../kube/agent-pod.ts';
import { NAMESPACE, startBrokerGround, type BrokerGround } from '../../kube/broker-ground.ts';
import { startPostgres, type Postgres } from '../../postgres/server.ts';
import { byLauncher, launched } from '../sidecar-facts.ts';

type Tree = Readonly<Record<string, unknown>>;

/** API server, operator and PostgreSQL, with the connection and policy of the examples; what is shipped runs. */
export interface ClusterGround extends BrokerGround {
  readonly policy: Tree;
  /** In front of the target, for a pod of its own. */
  readonly sidecar: (pod: string) => Promise<Sidecar>;
}

const schema = `
CREATE TABLE public.customers (id int PRIMARY KEY, email text, ssn text, card text, tier text);
INSERT INTO public.customers VALUES (1, 'ada@example.com', '123-45-6789', '4111111111111111', 'silver');
GRANT ALL ON ALL TABLES IN SCHEMA public TO ${standaloneLogin.user}`;

async function example(file: string): Promise<Tree> {
  const text = await readFile(path.join(root, 'examples', 'standalone', file), 'utf8');
  return parseAllDocuments(text)[0]?.toJS() as Tree;
}

async function applyAll(ground: BrokerGround, server: Postgres): Promise<Tree> {
  const { kubernetes } = ground;
  await createLogin(server);
  await atTarget(server, schema);
  await kubernetes.mustKubectl(['create', 'serviceaccount', 'report-bot', '-n', NAMESPACE]);
  // What the API server itself checks of a pod takes its time as well.
  const input = policyText('pods').replaceAll(goldenSettings.brokerUrl, ground.operator.brokerUrl);
  await kubernetes.mustKubectl(['apply', '-f', '-'], { input });
  const connection = await example('connection.yaml');
  const target = { host: 'localhost', port: server.port, tls: { mode: 'Disable' } };
  const spec = { ...(connection['spec'] as Tree), target };
  const policy = await example('policy.yaml');
  await ground.apply({ ...connection, spec }, policy, await example('secret.yaml'));
  const wait = ['wait', 'auditedconnection', 'orders-db', '-n', NAMESPACE, '--timeout=30s'];
  await kubernetes.mustKubectl([...wait, '--for=condition=Ready']);
  return policy;
}

export async function startClusterGround(): Promise<ClusterGround> {
  const ground = await startBrokerGround({ program: launched('operator') });
  const server = await startPostgres();
  const sidecars: Sidecar[] = [];
  const { kubernetes, operator, directory } = ground;
  const policy = await applyAll(ground, server);
  return {
    ...ground,
    policy,
    sidecar: async (name) => {
      const pod = { namespace: NAMESPACE, name, serviceAccount: 'report-bot' };
      const input = JSON.stringify(agentPod(pod));
      await kubernetes.mustKubectl(['create', '-f', '-'], { input });
      const sidecar = await startSidecar({
        connections: ['orders-db'],
        program: byLauncher(),
        pollMs: 2,
        args: [
          ...['--broker', operator.brokerUrl, '--broker-ca', operator.caFile],
          ...['--broker-token', await writePodToken(kubernetes, directory, pod)],
        ],
      });
      sidecars.push(sidecar);
      return sidecar;
    },
    stop: async () => {
      for (const sidecar of sidecars) await sidecar.stop();
      await server.stop();
      await ground.stop();
    },
  };
}
