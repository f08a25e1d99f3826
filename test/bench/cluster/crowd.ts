import { apiFor, type Api } from '../../contract/api.ts';
import { agentPod } from '../../kube/agent-pod.ts';
import { NAMESPACE } from '../../kube/broker-ground.ts';
import type { Kubernetes } from '../../kube/kubernetes.ts';

/** Requests that are under way at the same time: what saturates an API server on two processors. */
const AT_ONCE = 16;

/** Does so many things, some at a time. @returns milliseconds */
async function all(count: number, one: (index: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await one(index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return performance.now() - began;
}

async function post(api: Api, path: string, body: object): Promise<void> {
  const answer = await api.send('POST', path, body);
  if (answer.status !== 201) throw new Error(`POST ${path}: ${JSON.stringify(answer)}`);
}

const podName = (index: number): string => `crowd-${String(index)}`;

/** Creates pods as fast as the API server takes them. @param from number of the first @returns milliseconds */
export async function createPods(
  kubernetes: Kubernetes,
  count: number,
  annotated: boolean,
  from = 0,
): Promise<number> {
  const api = apiFor(kubernetes);
  try {
    return await all(count, async (index) => {
      const name = annotated ? podName(from + index) : `plain-${String(index)}`;
      const pod = agentPod({ namespace: NAMESPACE, name, serviceAccount: 'report-bot' });
      const { metadata, ...rest } = pod as { metadata: { annotations?: object } };
      const { annotations, ...others } = metadata;
      const made = { ...rest, metadata: annotated ? { ...others, annotations } : others };
      await post(api, `/api/v1/namespaces/${NAMESPACE}/pods`, made);
    });
  } finally {
    api.close();
  }
}

/** ULIDs in order, as sidecars make them. */
const sessionName = (index: number): string => `01jd3q0w2t${String(index).padStart(16, '0')}`;

/** Sessions that have ended, of the pods in turn, as the broker would have written them. @returns milliseconds */
export async function createSessions(
  kubernetes: Kubernetes,
  count: number,
  pods: readonly { readonly name: string; readonly uid: string }[],
): Promise<number> {
  const api = apiFor(kubernetes);
  const path = `/apis/chaperone.dev/v1alpha1/namespaces/${NAMESPACE}/auditsessions`;
  try {
    return await all(count, async (index) => {
      const { name: pod, uid } = pods[index % pods.length] ?? { name: '', uid: '' };
      const name = sessionName(index);
      const session = {
        ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AuditSession' },
        metadata: { name, labels: { 'chaperone.dev/pod-uid': uid } },
        spec: {
          connectionRef: { name: 'orders-db' },
          agent: { serviceAccount: 'report-bot', pod: { name: pod, uid } },
        },
      };
      await post(api, path, session);
      const now = new Date().toISOString();
      const status = {
        ...{ phase: 'Completed', startedAt: now, endedAt: now, rows: index, bytes: 391_022 },
        commands: { total: 42, denied: 1, approved: 1, errors: 0 },
        recording: {
          ...{ storeRef: { name: 'default' }, storedAt: now, treeSize: 97 },
          prefix: `agents/orders-db/2026/11/21/${name}`,
          rootHash: `sha256:${'0'.repeat(64)}`,
        },
      };
      const merge = 'application/merge-patch+json';
      const ended = await api.send('PATCH', `${path}/${name}/status`, { status }, merge);
      if (ended.status !== 200) throw new Error(JSON.stringify(ended));
    });
  } finally {
    api.close();
  }
}

/** Names and UIDs of the pods that `createPods` made. */
export async function podsOf(
  kubernetes: Kubernetes,
): Promise<readonly { readonly name: string; readonly uid: string }[]> {
  const text = await kubernetes.mustKubectl(['get', 'pods', '-n', NAMESPACE, '-o', 'json']);
  const { items } = JSON.parse(text) as {
    readonly items: readonly { readonly metadata: { name: string; uid: string } }[];
  };
  return items.map(({ metadata }) => ({ name: metadata.name, uid: metadata.uid }));
}
