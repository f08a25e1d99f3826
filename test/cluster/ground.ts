import { agentDeployment, rolledOut, serviceAccount, type Agent } from './agent.ts';
import { install, SYSTEM, useCluster, type Cluster } from './cluster.ts';
import { manifestsFor, startTarget, type Target } from './target.ts';

/** The chart installed, a target, and one agent that is let in there. */
export interface Ground {
  readonly cluster: Cluster;
  readonly target: Target;
  readonly namespace: string;
  readonly agent: Agent;
}

export interface Scraped {
  readonly namespace: string;
  readonly selector: string;
  readonly port: number;
}

/** What pods counted, by the beginning of a series' name with its labels: the sum. */
export async function metricOf({ must }: Cluster, pods: Scraped, series: string): Promise<number> {
  const { namespace, selector, port } = pods;
  const names = await must(['get', 'pods', '-n', namespace, '-l', selector, '-o', 'name']);
  const texts = await Promise.all(
    names
      .trim()
      .split('\n')
      .map(async (name) => {
        const at = `${name.replace('pod/', '')}:${String(port)}`;
        return must(['get', '--raw', `/api/v1/namespaces/${namespace}/pods/${at}/proxy/metrics`]);
      }),
  );
  const lines = texts.join('\n').split('\n');
  const found = lines.filter((line) => line.startsWith(series));
  return found.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}

export const OPERATOR_PODS: Scraped = {
  namespace: SYSTEM,
  selector: 'app.kubernetes.io/component=operator',
  port: 8080,
};

export async function makeGround(): Promise<Ground> {
  const cluster = await useCluster();
  const [target] = await Promise.all([startTarget(cluster), install(cluster)]);
  const namespace = await cluster.makeNamespace('agents');
  await cluster.apply(serviceAccount(namespace), ...manifestsFor(target, namespace));
  await cluster.apply(agentDeployment({ namespace }));
  return { cluster, target, namespace, agent: await rolledOut(cluster, namespace) };
}
