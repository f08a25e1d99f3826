import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inClusterAccess } from '../../operator/src/kube/access/in-cluster.ts';
import { kubeconfigAccess } from '../../operator/src/kube/access/kubeconfig.ts';
import { KubeClient } from '../../operator/src/kube/client/client.ts';
import { systemClock } from '../../operator/src/kube/clock.ts';
import { configMaps, namespaces, secrets } from '../../operator/src/kube/kinds.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { aClient, aConfigMap } from './parts.ts';
import { startRelay, type Relay } from './relay.ts';

let kubernetes: Kubernetes;
let relay: Relay;
beforeAll(async () => {
  kubernetes = await startKubernetes();
  relay = await startRelay(Number(new URL(kubernetes.url).port));
  await kubernetes.createNamespace('shop');
});
afterAll(async () => {
  await relay.close();
  await kubernetes.stop();
});

const withCode = (code: string, status?: number): unknown =>
  expect.objectContaining({ name: 'KubeError', code, ...(status === undefined ? {} : { status }) });
const shop = (name: string): { namespace: string; name: string } => ({ namespace: 'shop', name });

describe('an object', () => {
  test('is created, read, replaced, merged and deleted', async () => {
    const client = aClient(kubernetes);
    const created = await client.create(configMaps, aConfigMap('shop', 'one', 'a'));
    const read = await client.get(configMaps, shop('one'));
    expect(read.metadata?.uid).toBe(created.metadata?.uid);
    const replaced = await client.replace(configMaps, { ...read, data: { value: 'b' } });
    expect(replaced.data).toEqual({ value: 'b' });
    await expect(client.replace(configMaps, read)).rejects.toThrow(withCode('CONFLICT', 409));
    const merged = await client.merge(configMaps, shop('one'), { data: { other: 'c' } });
    expect(merged.data).toEqual({ value: 'b', other: 'c' });
    const another = '00000000-0000-0000-0000-000000000000';
    await expect(client.delete(configMaps, shop('one'), another)).rejects.toThrow(
      withCode('CONFLICT', 409),
    );
    await client.delete(configMaps, shop('one'), created.metadata?.uid);
    await expect(client.get(configMaps, shop('one'))).rejects.toThrow(withCode('NOT_FOUND', 404));
    client.close();
  });

  test('is applied field by field: what a manager no longer states goes, what others state stays', async () => {
    const client = aClient(kubernetes);
    const metadata = { namespace: 'shop', name: 'applied' };
    const first = { metadata, data: { a: '1', b: '2' } };
    await client.apply(configMaps, first, { fieldManager: 'ours' });
    await client.apply(configMaps, { metadata, data: { c: '3' } }, { fieldManager: 'theirs' });
    const last = await client.apply(
      configMaps,
      { metadata, data: { a: '1' } },
      { fieldManager: 'ours' },
    );
    expect(last.data).toEqual({ a: '1', c: '3' });
    const taking = { metadata, data: { c: '4' } };
    await expect(
      client.apply(configMaps, taking, { fieldManager: 'ours', force: false }),
    ).rejects.toThrow(withCode('CONFLICT'));
    const taken = await client.apply(configMaps, taking, { fieldManager: 'ours' });
    expect(taken.data).toEqual({ c: '4' });
    client.close();
  });

  test('whose name would lead elsewhere is never asked for', async () => {
    const client = aClient(kubernetes);
    await expect(client.get(configMaps, shop('..'))).rejects.toThrow(TypeError);
    await expect(client.get(configMaps, shop('a/../../secrets/b'))).rejects.toThrow(
      expect.objectContaining({ name: 'KubeError' }),
    );
    client.close();
  });
});

describe('a failure has the code', () => {
  test('of what the server says', async () => {
    const client = aClient(kubernetes);
    const alice = aClient(kubernetes, { user: await kubernetes.user('alice') });
    await expect(alice.get(secrets, shop('x'))).rejects.toThrow(withCode('FORBIDDEN', 403));
    const wrong = aConfigMap('shop', 'Not A Name');
    await expect(client.create(configMaps, wrong)).rejects.toThrow(withCode('INVALID', 422));
    await client.create(configMaps, aConfigMap('shop', 'twice'));
    await expect(client.create(configMaps, aConfigMap('shop', 'twice'))).rejects.toThrow(
      withCode('ALREADY_EXISTS', 409),
    );
    const page = client.page(configMaps, { namespace: 'shop', fieldSelector: 'no.such=field' });
    await expect(page).rejects.toThrow(withCode('BAD_REQUEST', 400));
    client.close();
    alice.close();
  });

  test('UNREACHABLE where nobody listens, and where the connection is reset', async () => {
    const nobody = aClient(kubernetes, { port: 1 });
    await expect(nobody.get(namespaces, { name: 'shop' })).rejects.toThrow(withCode('UNREACHABLE'));
    relay.cut();
    const cut = aClient(kubernetes, { port: relay.port });
    await expect(cut.get(namespaces, { name: 'shop' })).rejects.toThrow(withCode('UNREACHABLE'));
    relay.release();
    expect((await cut.get(namespaces, { name: 'shop' })).metadata?.name).toBe('shop');
    cut.close();
  });

  test('UNREACHABLE where the server is not the one whose authority we know', async () => {
    const admin = kubernetes.admin;
    const access = {
      server: new URL(kubernetes.url),
      namespace: 'default',
      credentials: async () =>
        Promise.resolve({ tls: { cert: admin.certificate, key: admin.key }, headers: {} }),
      forget: () => undefined,
    };
    const client = new KubeClient({ access, userAgent: 'test' });
    await expect(client.get(namespaces, { name: 'shop' })).rejects.toThrow(withCode('UNREACHABLE'));
  });

  test('TIMEOUT where the server does not answer, STOPPED where we no longer want to know', async () => {
    const client = aClient(kubernetes, { requestMs: 300 });
    kubernetes.server().pause();
    try {
      const began = performance.now();
      await expect(client.get(namespaces, { name: 'shop' })).rejects.toThrow(withCode('TIMEOUT'));
      expect(performance.now() - began).toBeLessThan(2_000);
      const stop = new AbortController();
      const page = client.page(namespaces, {}, { signal: stop.signal });
      setTimeout(() => {
        stop.abort();
      }, 50);
      await expect(page).rejects.toThrow(withCode('STOPPED'));
    } finally {
      kubernetes.server().resume();
    }
    client.close();
  });
});

describe('connections', () => {
  test('are kept: many requests one after the other take one', async () => {
    const client = aClient(kubernetes);
    for (let i = 0; i < 20; i += 1) await client.get(namespaces, { name: 'shop' });
    expect(client.connections).toBe(1);
    client.close();
  });

  test('are bounded: many requests at once take sixteen', async () => {
    const client = aClient(kubernetes);
    const all = Array.from({ length: 80 }, async () => client.get(namespaces, { name: 'shop' }));
    expect(await Promise.all(all)).toHaveLength(80);
    expect(client.connections).toBe(16);
    client.close();
  });

  test('that were lost while idle are made again without a word', async () => {
    const client = aClient(kubernetes, { port: relay.port });
    await client.get(namespaces, { name: 'shop' });
    relay.cut();
    relay.release();
    expect((await client.get(namespaces, { name: 'shop' })).metadata?.name).toBe('shop');
    client.close();
  });
});

describe('access', () => {
  test('by a kubeconfig is what kubectl makes of it', async () => {
    const access = await kubeconfigAccess(kubernetes.admin.kubeconfig);
    expect(access.namespace).toBe('default');
    const client = new KubeClient({ access, userAgent: 'test' });
    expect(await client.get(namespaces, { name: 'shop' })).toMatchObject({
      metadata: { name: 'shop' },
    });
    client.close();
    await expect(kubeconfigAccess('/nonexistent')).rejects.toThrow(withCode('ACCESS_UNUSABLE'));
  });

  test('in a cluster is the ServiceAccount of the pod, whose token may be replaced', async () => {
    const directory = await mkdtemp(path.join(tmpdir(), 'chaperone-sa-'));
    const put = async (name: string, text: string): Promise<void> =>
      writeFile(path.join(directory, name), text);
    await put('ca.crt', kubernetes.ca);
    await put('namespace', 'shop');
    await put('token', 'stale');
    const { hostname, port } = new URL(kubernetes.url);
    const environment = { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port };
    const access = await inClusterAccess({ environment, clock: systemClock, directory });
    expect(access.namespace).toBe('shop');
    const client = new KubeClient({ access, userAgent: 'test' });
    const self = async (): Promise<unknown> => client.get(configMaps, shop('kube-root-ca.crt'));
    await expect(self()).rejects.toThrow(withCode('UNAUTHORIZED', 401));
    const token = await kubernetes.mustKubectl(['create', 'token', 'default', '-n', 'shop']);
    await put('token', token);
    // Known, and not allowed: the new token was read although the old one was not a minute old.
    await expect(self()).rejects.toThrow(withCode('FORBIDDEN', 403));
    client.close();
    await rm(directory, { recursive: true });
    await expect(
      inClusterAccess({ environment: {}, clock: systemClock, directory }),
    ).rejects.toThrow(withCode('ACCESS_UNUSABLE'));
  });
});
