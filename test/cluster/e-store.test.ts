import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runChaperone } from '../harness/run.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { agentDeployment, rolledOut, serviceAccount, type Agent } from './agent.ts';
import { eventually, install, SYSTEM, useCluster, type Cluster } from './cluster.ts';
import { manifestsFor, startTarget, type Target } from './target.ts';

const CLAIM = 'recordings';
/** For how long the agent writes before its pod is killed. */
const WORKING_MS = 3_000;

interface Session {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly agent: { readonly pod: { readonly name: string } } };
  readonly status?: {
    readonly phase?: string;
    readonly recording?: { readonly storedAt?: string };
  };
}

interface Connection {
  readonly kind: string;
  readonly spec: { readonly recording: object };
}

/** A volume of this machine, as a share of files would be one of all nodes. */
function volume(directory: string): readonly object[] {
  const access = {
    accessModes: ['ReadWriteMany'],
    storageClassName: '',
    volumeMode: 'Filesystem',
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

const replicated = (manifest: object): object => {
  const { kind, spec } = manifest as Connection;
  if (kind !== 'AuditedConnection') return manifest;
  return {
    ...manifest,
    spec: { ...spec, recording: { ...spec.recording, durability: 'Replicated' } },
  };
};

/** Both replicas keep recordings in one directory, and connections wait for them. */
describe('recordings of a cluster', () => {
  let cluster: Cluster;
  let target: Target;
  let store: TempDir;
  let namespace: string;
  let agent: Agent;

  beforeAll(async () => {
    cluster = await useCluster();
    store = await makeTempDir('store');
    // The operator is a user of its own.
    await chmod(store.path, 0o777);
    await cluster.kubectl(['create', 'namespace', SYSTEM]);
    await cluster.apply(...volume(store.path));
    target = await startTarget(cluster);
    await install(
      cluster,
      ...['--set', `store.persistence.enabled=true,store.persistence.existingClaim=${CLAIM}`],
      ...['--set', 'store.persistence.accessModes={ReadWriteMany}'],
    );
    namespace = await cluster.makeNamespace('agents');
    await cluster.apply(
      serviceAccount(namespace),
      ...manifestsFor(target, namespace).map(replicated),
    );
    await cluster.apply(agentDeployment({ namespace }));
    agent = await rolledOut(cluster, namespace);
  });

  afterAll(async () => {
    await cluster.removeNamespaces();
    await cluster.helm('uninstall', 'chaperone', '-n', SYSTEM, '--wait');
    await cluster.must(['delete', 'pvc', CLAIM, '-n', SYSTEM]);
    await cluster.must(['delete', 'pv', CLAIM]);
    await store.remove();
  });

  const sessionsOf = async (pod: string): Promise<readonly Session[]> => {
    const text = await cluster.must(['get', 'auditsessions', '-n', namespace, '-o', 'json']);
    const { items } = JSON.parse(text) as { readonly items: readonly Session[] };
    return items.filter(({ spec }) => spec.agent.pod.name === pod);
  };

  test('leave the pod when a session ends, and verify by the authority of the installation', async () => {
    const { stdout } = await agent.psql('SELECT count(*) FROM orders');
    expect(stdout.trim()).toBe('3');
    const session = await eventually('the session is stored', 40, async () =>
      (await sessionsOf(agent.pod)).find(
        ({ status }) => status?.recording?.storedAt !== undefined && status.phase === 'Completed',
      ),
    );
    const secret = ['get', 'secret', 'chaperone-ca', '-n', SYSTEM];
    const ca = await cluster.must([...secret, '-o', 'jsonpath={.data.ca\\.crt}']);
    const file = path.join(store.path, '..', `${path.basename(store.path)}.crt`);
    await writeFile(file, Buffer.from(ca, 'base64'));
    const verified = await runChaperone(
      ...['verify', '--data', store.path, '--ca', file, session.metadata.name],
    );
    expect({ status: verified.status, stdout: verified.stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('verified'),
    });
  });

  test('lose no committed statement when the pod is killed with its volumes', async () => {
    const script = `seq 100000 | sed "s/.*/INSERT INTO order_items VALUES ('n-&', 'kettle');/" | psql "$DATABASE_URL" -qX`;
    const working = agent.shell(script);
    await sleep(WORKING_MS);
    await cluster.must([
      ...['delete', 'pod', agent.pod, '-n', namespace, '--grace-period=0', '--force'],
    ]);
    await working;
    // Until the container's process is gone it may still be at it.
    const count = async (): Promise<string> => target.query('SELECT count(*) FROM order_items');
    let before = '';
    await eventually('the agent is gone', 30, async () => {
      const now = await count();
      const isQuiet = now === before;
      before = now;
      await sleep(1_000);
      return isQuiet ? true : undefined;
    });
    const committed = (await target.query('SELECT number FROM order_items')).split('\n');
    expect(committed.length).toBeGreaterThan(20);
    const recorded = new Set<string>();
    for (const { metadata } of await sessionsOf(agent.pod)) {
      const shown = await runChaperone(
        ...['show', '--data', store.path, metadata.name, '-o', 'ndjson'],
      );
      for (const [, number = ''] of shown.stdout.matchAll(/VALUES \('(n-\d+)'/g))
        recorded.add(number);
    }
    expect(committed.filter((number) => !recorded.has(number))).toEqual([]);
  });
});
