import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openS3 } from '../../operator/src/store/s3/open.ts';
import type { S3Store } from '../../operator/src/store/s3/store.ts';
import { runChaperone } from '../harness/run.ts';
import type { Sidecar } from '../harness/sidecar.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { NAMESPACE } from '../kube/broker-ground.ts';
import { credentials, startGateway, type Gateway } from './gateway.ts';
import { connect, startStage, until, type Stage, type StoredSession } from './stage.ts';

const aStore = (name: string, spec: object): object => ({
  ...{ apiVersion: 'chaperone.dev/v1alpha1', kind: 'AuditStore', metadata: { name }, spec },
});
const aSecret = (name: string, secret: string): object => ({
  ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'default' } },
  stringData: { access_key_id: credentials.accessKeyId, secret_access_key: secret },
});
const credentialRef = { name: 'lake', namespace: 'default' };
const isStored = ({ status }: StoredSession): boolean => status?.recording?.storedAt !== undefined;

/** The whole way: sidecar and operator as processes, a real API server, a real object store. */
describe('a store that is a bucket', () => {
  let stage: Stage;
  let gateway: Gateway;
  let sidecar: Sidecar;
  let bucket: S3Store;
  let copy: TempDir;

  beforeAll(async () => {
    gateway = await startGateway({ prefix: 'prod/' });
    bucket = (await openS3(gateway.spec, credentials)).store;
    stage = await startStage({ 'orders-db': { storeRef: { name: 'lake' } } });
    copy = await makeTempDir('lake');
    const s3 = { ...gateway.spec, credentialRef };
    await apply(
      aSecret('lake', credentials.secretAccessKey),
      aStore('lake', { s3, retention: { keep: '1h' } }),
    );
    await stage.addPod('one');
    sidecar = await stage.sidecar('one');
  });
  afterAll(async () => {
    await sidecar.stop();
    await stage.stop();
    await gateway.stop();
    await copy.remove();
  });

  const apply = async (...objects: readonly object[]): Promise<void> => {
    const input = objects.map((object) => JSON.stringify(object)).join('\n---\n');
    await stage.ground.kubernetes.mustKubectl(['apply', '-f', '-'], { input });
  };
  const run = async (text: string): Promise<void> => {
    const client = await connect(sidecar, 'orders-db');
    await client.query(text);
    await client.end();
  };
  const download = async (prefix: string): Promise<string> => {
    const directory = path.join(copy.path, prefix);
    await mkdir(directory, { recursive: true });
    for (const key of await bucket.list(prefix)) {
      const bytes = await bucket.read(key, 1e6);
      await writeFile(path.join(copy.path, key), bytes ?? '');
    }
    return directory;
  };

  it('gets recordings, which are verified in a copy of them', async () => {
    await run("SELECT 'to the lake'");
    await until(async () => (await stage.sessions()).some(isStored));
    const [session] = await stage.sessions();
    const { storeRef, prefix = '' } = session?.status?.recording ?? {};
    expect(storeRef).toEqual({ name: 'lake' });
    const directory = await download(prefix);
    expect((await runChaperone('verify', '--data', directory, '--all')).stdout).toContain(
      'verified',
    );
    expect((await runChaperone('show', '--data', directory, '01')).stdout).toContain('to the lake');
  });

  it('loses nothing when it is killed while recordings come, and says so meanwhile', async () => {
    await run("SELECT 'before'");
    await gateway.kill();
    await run("SELECT 'while it is gone'");
    const open = await connect(sidecar, 'orders-db');
    await open.query("SELECT 'in a session that goes on'");
    await until(async () =>
      Promise.resolve(sidecar.stderr().includes('a recording is not stored yet')),
    );
    expect((await stage.sessions()).filter(isStored).length).toBeLessThan(3);
    await gateway.start();
    await open.end();
    await until(async () => (await stage.sessions()).filter(isStored).length === 4, 40_000);
    for (const { status } of await stage.sessions()) {
      const directory = await download(status?.recording?.prefix ?? '');
      expect((await runChaperone('verify', '--data', directory, '--all')).status).toBe(0);
    }
  });

  it('is found to be what it is, each fault by its own name', async () => {
    const { endpoint = '' } = gateway.spec;
    const s3 = { ...gateway.spec, credentialRef };
    const wrong = { ...credentialRef, name: 'wrong' };
    await apply(
      aSecret('wrong', 'no'),
      aStore('refused', { s3: { ...s3, credentialRef: wrong } }),
      aStore('no-secret', { s3: { ...s3, credentialRef: { ...wrong, name: 'none' } } }),
      aStore('theirs', { s3: { ...s3, credentialRef: { ...wrong, namespace: NAMESPACE } } }),
      aStore('nowhere', { s3: { ...s3, bucket: 'nowhere' } }),
      aStore('abroad', { s3: { ...s3, region: 'eu-central-1' } }),
      aStore('silent', { s3: { ...s3, endpoint: 'http://127.0.0.1:1' } }),
      aStore('untrusted', { s3: { ...s3, endpoint: endpoint.replace('http', 'https') } }),
      aStore('locking', { s3: { ...s3, objectLock: { mode: 'Compliance', retention: '1h' } } }),
      aStore('etc', { directory: { path: '/etc' } }),
    );
    const found = async (): Promise<Readonly<Record<string, string>>> => {
      const get = ['get', 'auditstores', '-o', 'json'];
      const { items } = JSON.parse(await stage.ground.kubernetes.mustKubectl(get)) as {
        items: {
          metadata: { name: string };
          status?: { conditions: { type: string; status: string; reason: string }[] };
        }[];
      };
      return Object.fromEntries(
        items.map(({ metadata, status }) => {
          const ready = status?.conditions.find(({ type }) => type === 'Ready');
          return [metadata.name, `${ready?.status ?? ''} ${ready?.reason ?? ''}`];
        }),
      );
    };
    const wanted = {
      ...{ lake: 'True Usable', locking: 'True Usable' },
      ...{ refused: 'False CredentialRefused', 'no-secret': 'False CredentialMissing' },
      ...{ theirs: 'False CredentialNotAllowed', nowhere: 'False BucketMissing' },
      ...{ abroad: 'False WrongRegion', silent: 'False Unreachable' },
      ...{ untrusted: 'False TlsFailed', etc: 'False DirectoryNotServed' },
    };
    await until(async () => !Object.values(await found()).some((one) => one === ' '), 20_000);
    expect(await found()).toEqual(wanted);
    const events = ['get', 'events', '-n', 'default', '-o', 'jsonpath={.items[*].reason}'];
    expect(await stage.ground.kubernetes.mustKubectl(events)).toContain('BucketMissing');
  });

  it('keeps recordings for as long as it says, and the session goes with the last of them', async () => {
    const [session] = await stage.sessions();
    const name = session?.metadata.name ?? '';
    const prefix = session?.status?.recording?.prefix ?? '';
    expect((await bucket.list(prefix)).length).toBe(5);
    const patch = JSON.stringify({ status: { endedAt: '2026-01-01T00:00:00Z' } });
    await stage.ground.kubernetes.mustKubectl([
      ...['patch', 'auditsession', name, '-n', NAMESPACE, '--subresource', 'status'],
      ...['--type', 'merge', '-p', patch],
    ]);
    await until(async () => (await stage.sessions()).every((one) => one.metadata.name !== name));
    expect(await bucket.list(prefix)).toEqual([]);
    expect((await stage.sessions()).length).toBe(3);
  });
});
