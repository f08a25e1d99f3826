import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Sidecar } from '../../harness/sidecar.ts';
import { NAMESPACE } from '../../kube/broker-ground.ts';
import type { ClusterGround } from './ground.ts';

const DEADLINE_MS = 20_000;
const POLL_MS = 2;

type Tree = Readonly<Record<string, unknown>>;

async function until(holds: () => Promise<boolean>): Promise<number> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > DEADLINE_MS) throw new Error('it did not come in 20 s');
    await sleep(POLL_MS);
  }
  return performance.now() - began;
}

async function connect(sidecar: Sidecar): Promise<pg.Client> {
  const port = sidecar.port('orders-db');
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'agent', database: 'postgres' });
  await client.connect();
  return client;
}

async function isDenied(client: pg.Client): Promise<boolean> {
  return client.query('SELECT id FROM customers').then(
    () => false,
    (error: unknown) => {
      if ((error as pg.DatabaseError).code === '42501') return true;
      throw error;
    },
  );
}

/** Milliseconds from `kubectl apply` being done until every one of the running sidecars decides by the new policy, each round. */
export async function measurePolicy(
  ground: ClusterGround,
  sidecars: readonly Sidecar[],
  rounds: number,
): Promise<readonly number[]> {
  const clients = await Promise.all(sidecars.map(connect));
  const { policy } = ground;
  const rules = [{ name: 'nothing', effect: 'Deny', postgres: { commands: ['SELECT'] } }];
  const denying = { ...policy, spec: { ...(policy['spec'] as Tree), rules } };
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [changed, denied] of [
      [denying, true],
      [policy, false],
    ] as const) {
      await ground.apply(changed);
      const each = clients.map(async (client) =>
        until(async () => (await isDenied(client)) === denied),
      );
      times.push(Math.max(...(await Promise.all(each))));
    }
  }
  await Promise.all(clients.map(async (client) => client.end()));
  return times;
}

/** Milliseconds from `kubectl patch approval` being done until the agent has the answer of its held statement, each round. */
export async function measureApproval(
  { kubernetes, ada }: ClusterGround,
  sidecar: Sidecar,
  rounds: number,
): Promise<readonly number[]> {
  const client = await connect(sidecar);
  const names = async (): Promise<readonly string[]> => {
    const said = await kubernetes.mustKubectl(['get', 'approvals', '-n', NAMESPACE, '-o', 'name']);
    return said.split('\n').flatMap((line) => line.split('/').slice(1));
  };
  const decision = JSON.stringify({ spec: { decision: 'Approved', reason: 'CHG-1042' } });
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = await names();
    const running = client.query("UPDATE customers SET tier = 'gold' WHERE id = 1");
    let name: string | undefined;
    await until(async () => {
      name = (await names()).find((one) => !before.includes(one));
      return name !== undefined;
    });
    const words = ['patch', 'approval', name ?? '', '-n', NAMESPACE, '--type', 'merge'];
    await kubernetes.mustKubectl([...words, '-p', decision], { as: ada });
    const patched = performance.now();
    await running;
    times.push(Math.max(0, performance.now() - patched));
  }
  await client.end();
  return times;
}
