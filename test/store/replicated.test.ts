import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runChaperone } from '../harness/run.ts';
import type { Sidecar } from '../harness/sidecar.ts';
import { atTarget } from '../harness/standalone.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { connect, startStage, type Stage } from './stage.ts';

/** The pod is gone with its volume: what was committed is in the store. */
describe('a session with durability Replicated', () => {
  let stage: Stage;
  let data: TempDir;
  let sidecar: Sidecar;
  beforeAll(async () => {
    stage = await startStage({ 'orders-db': { durability: 'Replicated' } });
    data = await makeTempDir('replicated');
    await stage.addPod('one');
    sidecar = await stage.sidecar('one', path.join(data.path, 'data'));
  });
  afterAll(async () => {
    await sidecar.stop();
    await stage.stop();
    await data.remove();
  });

  it('forwards nothing while nobody takes it, and goes on afterwards', async () => {
    const client = await connect(sidecar, 'orders-db');
    await client.query('INSERT INTO orders VALUES (-1)');
    await stage.ground.operator.stop();
    await expect(client.query('INSERT INTO orders VALUES (-2)')).rejects.toThrow(/./);
    await stage.ground.operator.start();
    const again = await connect(sidecar, 'orders-db');
    await again.query('INSERT INTO orders VALUES (-3)');
    const rows = await atTarget<{ id: number }>(stage.server, 'SELECT id FROM orders ORDER BY id');
    expect(rows.map(({ id }) => id)).toEqual([-3, -1]);
    await again.end();
  });

  it('loses no committed statement with its pod and its volume', async () => {
    const clients = await Promise.all([1, 2, 3].map(async () => connect(sidecar, 'orders-db')));
    const run = async (client: (typeof clients)[number], from: number): Promise<void> => {
      for (let i = from; ; i++) await client.query('INSERT INTO orders VALUES ($1)', [i]);
    };
    const running = clients.map(async (client, i) => run(client, (i + 1) * 1_000_000));
    const ended = Promise.allSettled(running);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await sidecar.kill();
    await rm(sidecar.data, { recursive: true, force: true });
    await ended;
    const rows = await atTarget<{ id: number }>(stage.server, 'SELECT id FROM orders WHERE id > 0');
    expect(rows.length).toBeGreaterThan(3);
    const recorded = new Set<number>();
    for (const { metadata } of await stage.sessions()) {
      const shown = ['show', '--data', stage.store, metadata.name, '-o', 'ndjson'];
      for (const line of (await runChaperone(...shown)).stdout.split('\n')) {
        const id = /"parameters":\["(\d+)"\]/.exec(line)?.[1];
        if (id !== undefined) recorded.add(Number(id));
      }
    }
    expect(rows.map(({ id }) => id).filter((id) => !recorded.has(id))).toEqual([]);
  });
});
