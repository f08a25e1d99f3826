import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeTempDir } from '../harness/temp.ts';
import { eventually, SYSTEM, type Cluster } from './cluster.ts';

const CLAIM = 'recordings';

export interface StoredSession {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly agent: { readonly pod: { readonly name: string } } };
  readonly status?: {
    readonly phase?: string;
    readonly recording?: { readonly storedAt?: string };
  };
}

/** A directory of this machine as the operator's store: a volume of the one node, as a share of files would be one of all nodes. */
export interface Store {
  readonly directory: string;
  /** Authorities of the installation, PEM; there once `storedSession` has answered. */
  readonly caFile: string;
  /** For `install`. */
  readonly flags: readonly string[];
  /** A session of a pod that ended in order and is stored. */
  readonly storedSession: (namespace: string, pod: string) => Promise<string>;
  readonly sessionsOf: (namespace: string, pod: string) => Promise<readonly StoredSession[]>;
  /** When nothing uses it any more. */
  readonly remove: () => Promise<void>;
}

function volume(directory: string): readonly object[] {
  const access = {
    accessModes: ['ReadWriteMany'],
    ...{ storageClassName: '', volumeMode: 'Filesystem' },
  };
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: CLAIM },
      spec: {
        ...access,
        ...{ capacity: { storage: '1Gi' }, hostPath: { path: directory, type: 'Directory' } },
        claimRef: { namespace: SYSTEM, name: CLAIM },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: CLAIM, namespace: SYSTEM },
      spec: { ...access, volumeName: CLAIM, resources: { requests: { storage: '1Gi' } } },
    },
  ];
}

export async function makeStore(cluster: Cluster): Promise<Store> {
  const dir = await makeTempDir('store');
  const directory = path.join(dir.path, 'recordings');
  const caFile = path.join(dir.path, 'ca.crt');
  await makeWritable(directory);
  await cluster.kubectl(['create', 'namespace', SYSTEM]);
  await cluster.apply(...volume(directory));
  const sessionsOf: Store['sessionsOf'] = async (namespace, pod) => {
    const text = await cluster.must(['get', 'auditsessions', '-n', namespace, '-o', 'json']);
    const { items } = JSON.parse(text) as { readonly items: readonly StoredSession[] };
    return items.filter(({ spec }) => spec.agent.pod.name === pod);
  };
  return {
    ...{ directory, caFile, sessionsOf },
    flags: [
      ...['--set', `store.persistence.enabled=true,store.persistence.existingClaim=${CLAIM}`],
      ...['--set', 'store.persistence.accessModes={ReadWriteMany}'],
    ],
    storedSession: async (namespace, pod) => {
      const session = await eventually('a session is stored', 40, async () =>
        (await sessionsOf(namespace, pod)).find(
          ({ status }) => status?.recording?.storedAt !== undefined && status.phase === 'Completed',
        ),
      );
      const secret = ['get', 'secret', 'chaperone-ca', '-n', SYSTEM];
      const ca = await cluster.must([...secret, '-o', 'jsonpath={.data.ca\\.crt}']);
      await writeFile(caFile, Buffer.from(ca, 'base64'));
      return session.metadata.name;
    },
    remove: async () => {
      await cluster.must(['delete', 'pvc', CLAIM, '-n', SYSTEM, '--wait=false']);
      await cluster.must(['delete', 'pv', CLAIM, '--wait=false']);
      await dir.remove();
    },
  };
}

/** The operator's pods run as a user of their own. */
async function makeWritable(directory: string): Promise<void> {
  await mkdir(directory);
  await chmod(path.dirname(directory), 0o755);
  await chmod(directory, 0o777);
}
