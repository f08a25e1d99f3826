import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runChaperone } from '../harness/run.ts';
import type { Sidecar } from '../harness/sidecar.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { connect, startStage, until, type Stage, type StoredSession } from './stage.ts';

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

/** Recordings leave the pod for the operator's own directory, while the session runs and at its end. */
describe('a store that is a directory of the broker', () => {
  let stage: Stage;
  let data: TempDir;
  let sidecar: Sidecar;

  beforeAll(async () => {
    stage = await startStage({ 'orders-db': {} });
    data = await makeTempDir('store-data');
    await stage.addPod('one');
    await stage.addPod('two');
    sidecar = await stage.sidecar('one', path.join(data.path, 'data'));
  });
  afterAll(async () => {
    await sidecar.stop();
    await stage.stop();
    await data.remove();
  });

  const storedOf = async (done: (session: StoredSession) => boolean): Promise<StoredSession> => {
    let found: StoredSession | undefined;
    await until(async () => {
      found = (await stage.sessions()).find(done);
      return found !== undefined;
    }, 40_000);
    if (found === undefined) throw new Error('there is none');
    return found;
  };
  const run = async (count: number): Promise<void> => {
    const client = await connect(sidecar, 'orders-db');
    for (let i = 0; i < count; i++) await client.query('INSERT INTO orders VALUES ($1)', [i]);
    await client.end();
  };
  const isStored = ({ status }: StoredSession): boolean =>
    status?.recording?.storedAt !== undefined;

  it('gets a recording at its end, which then goes from the pod and is verified where it is', async () => {
    await run(20);
    const { metadata, status } = await storedOf(isStored);
    const { prefix = '', storeRef } = status?.recording ?? {};
    expect(storeRef).toEqual({ name: 'default' });
    expect(prefix).toMatch(/^agents\/orders-db\/\d{4}\/\d{2}\/\d{2}\/[0-9a-z]{26}$/);
    expect(status?.phase).toBe('Completed');
    const files = await readdir(path.join(stage.store, prefix));
    expect(files.sort()).toEqual([
      ...['000001.ndjson.zst', 'key.pub.jwk', 'leaves.bin', 'manifest.jws', 'session.json'],
    ]);
    const local = path.join(sidecar.data, 'sessions', metadata.name);
    await until(async () => Promise.resolve(!existsSync(local)));
    const verified = await runChaperone('verify', '--data', stage.store, '--all');
    expect(verified.stdout).toContain('verified');
    expect(verified.status).toBe(0);
    const shown = await runChaperone('show', '--data', stage.store, metadata.name);
    expect(shown.stdout).toContain('INSERT INTO orders');
  });

  it('gets what a session recorded so far while it goes on', async () => {
    const client = await connect(sidecar, 'orders-db');
    await client.query("SELECT 'while it runs'");
    await until(async () => {
      const names = await readdir(stage.store, { recursive: true });
      return names.filter((name) => name.endsWith('000001.ndjson.zst')).length === 2;
    }, 40_000);
    const { status } = await storedOf((one) => one.status?.phase === 'Active');
    expect(status?.recording?.prefix).toBeDefined();
    await client.end();
    await until(async () => (await stage.sessions()).every(isStored));
  });

  it('gets everything of a sidecar that was killed, once it is back', async () => {
    const client = await connect(sidecar, 'orders-db');
    await client.query("SELECT 'before the kill'");
    await sidecar.kill();
    sidecar = await stage.sidecar('one', sidecar.data);
    const { status } = await storedOf(
      (one) => one.status?.phase === 'Interrupted' && isStored(one),
    );
    const directory = path.join(stage.store, status?.recording?.prefix ?? '');
    const verified = await runChaperone('verify', '--data', directory, '--all');
    expect(verified.stdout).toMatch(/verified +Interrupted/);
    expect((await runChaperone('show', '--data', directory, '01')).stdout).toContain(
      'before the kill',
    );
  });

  it('gets everything while the operator comes and goes', async () => {
    const client = await connect(sidecar, 'orders-db');
    await client.query("SELECT 'the operator is gone'");
    await stage.ground.operator.stop();
    await client.end();
    await stage.ground.operator.start();
    await until(async () => (await stage.sessions()).every(isStored), 40_000);
    expect((await runChaperone('verify', '--data', stage.store, '--all')).status).toBe(0);
  });

  describe('attacked by a sidecar that lies', () => {
    const session = '01JD3Q0W2T4ZP6V8XK5M7N9R1S';
    const bytes = Buffer.from('{"what":"it said first"}\n');
    const sha256 = digestOf(bytes);
    const upload = async (pod: string, name: string, json: object): Promise<string> =>
      (await stage.ask(pod, `/v1/uploads/${name}`, { json })).code;
    const content = async (
      pod: string,
      name: string,
      said: Buffer,
      digest: string,
    ): Promise<string> =>
      (
        await stage.ask(pod, `/v1/contents/${name}`, {
          bytes: said,
          headers: { 'x-chaperone-sha256': digest },
        })
      ).code;

    it('stores nothing of a session that was not registered, or is of another pod', async () => {
      const file = `${session}/000001.ndjson.zst`;
      expect(await upload('two', file, { bytes: 1, sha256 })).toBe('CONFLICT');
      expect(await content('two', file, bytes, sha256)).toBe('CONFLICT');
      const [known] = await stage.sessions();
      const others = `${known?.metadata.name.toUpperCase() ?? ''}/session.json`;
      expect(await upload('two', others, { bytes: 1, sha256 })).toBe('CONFLICT');
      expect(await content('two', others, bytes, sha256)).toBe('CONFLICT');
    });

    it('stores a file once, and takes the same again, and no other', async () => {
      const opening = { connection: 'orders-db', startedAt: new Date().toISOString() };
      const registered = await stage.ask('two', `/v1/sessions/${session}`, { json: opening });
      expect(registered.status).toBe(204);
      const file = `${session}/000001.ndjson.zst`;
      expect(await content('two', file, bytes, sha256)).toBe('');
      expect(await content('two', file, bytes, sha256)).toBe('');
      const said = { bytes: bytes.length, sha256 };
      const again = await stage.ask('two', `/v1/uploads/${file}`, { json: said });
      expect(JSON.parse(again.body)).toEqual({ kind: 'stored' });
      const other = Buffer.from('{"what":"it says now"}\n');
      expect(await content('two', file, other, digestOf(other))).toBe('RECORDING_ALTERED');
      const wanted = { bytes: other.length, sha256: digestOf(other) };
      expect(await upload('two', file, wanted)).toBe('RECORDING_ALTERED');
      const files = await readdir(stage.store, { recursive: true });
      const stored = files.find(
        (name) => name.includes(session.toLowerCase()) && name.endsWith('.zst'),
      );
      expect(await readFile(path.join(stage.store, stored ?? ''))).toEqual(bytes);
      expect(await stage.ground.operator.metrics()).toMatch(/code="RECORDING_ALTERED"\} 2/);
    });

    it.each([
      `${session}/../../x`,
      `${session}/..%2f..%2fx`,
      `${session}/%2e%2e/x`,
      `${session}/.incoming`,
      `${session}/000000.ndjson.zst`,
      `${session}/000002.ndjson`,
      `${session}/recorder.pem`,
      `${session}/a/b`,
      `${session.toLowerCase()}/session.json`,
      `../${session}/session.json`,
    ])('stores nothing under %s', async (name) => {
      const refusals = ['NO_SUCH_PATH', 'BAD_REQUEST'];
      expect(refusals).toContain(await content('two', name, bytes, sha256));
      expect(refusals).toContain(await upload('two', name, { bytes: 1, sha256 }));
    });

    it('is held to the length and digest that it announces', async () => {
      const file = `${session}/000002.ndjson.zst`;
      expect(await content('two', file, bytes, digestOf(Buffer.from('other')))).toBe(
        'DIGEST_MISMATCH',
      );
      expect(await content('two', file, bytes, 'short')).toBe('BAD_REQUEST');
      for (const length of [-1, 1.5, 2 ** 53, '12', null]) {
        expect(await upload('two', file, { bytes: length, sha256 })).toBe('BAD_REQUEST');
      }
      expect(await upload('two', file, { bytes: 2 ** 40, sha256 })).toBe('CONTENT_TOO_LARGE');
      const names = await readdir(path.join(stage.store, '.incoming'));
      expect(names).toEqual([]);
    });

    it('is not told to be stored with a manifest whose segments are not', async () => {
      const manifests = (await readdir(stage.store, { recursive: true })).filter((name) =>
        name.endsWith('manifest.jws'),
      );
      const jws = await readFile(path.join(stage.store, manifests[0] ?? ''));
      const file = `${session}/manifest.jws`;
      expect(await content('two', file, jws, digestOf(jws))).toBe('BAD_REQUEST');
      const name = session.toLowerCase();
      const [own] = (await stage.sessions()).filter(({ metadata }) => metadata.name === name);
      expect(own?.status?.recording?.storedAt).toBeUndefined();
    });
  });
});
