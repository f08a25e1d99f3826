import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KubeClient } from '../../operator/src/kube/client/client.ts';
import { configMaps, type ConfigMap } from '../../operator/src/kube/kinds.ts';
import { listAll } from '../../operator/src/kube/reflector/list.ts';
import type { Reflector } from '../../operator/src/kube/reflector/reflector.ts';
import type { Change } from '../../operator/src/kube/reflector/store.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';
import { aClient, aConfigMap, aLog, aReflector, until } from './parts.ts';
import { startRelay, type Relay } from './relay.ts';

const OBJECTS = 1_000;

let kubernetes: Kubernetes;
let client: KubeClient;
let relay: Relay;
beforeAll(async () => {
  kubernetes = await startKubernetes();
  client = aClient(kubernetes);
  relay = await startRelay(Number(new URL(kubernetes.url).port));
  for (const name of ['many', 'shop', 'far']) {
    await kubernetes.mustKubectl(['create', 'namespace', name]);
  }
});
afterAll(async () => {
  client.close();
  await relay.close();
  await kubernetes.stop();
});

async function create(namespace: string, ...names: readonly string[]): Promise<void> {
  await Promise.all(
    names.map(async (name) => client.create(configMaps, aConfigMap(namespace, name, name))),
  );
}

const numbered = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `c${String(from + i)}`);
const keysOf = (reflector: Reflector<ConfigMap, 'value'>): readonly string[] =>
  [...reflector.store.keys()].sort();

/** What the server has, as the picture should have it. */
async function served(namespace: string): Promise<readonly string[]> {
  const { items } = await client.page(configMaps, { namespace });
  return items.map(({ metadata }) => `${namespace}/${metadata?.name ?? ''}`).sort();
}

test('1,000 objects are listed in pages and followed, each change told once', async () => {
  await create('many', ...numbered(0, OBJECTS));
  const told = new Map<string, Change<ConfigMap>['type'][]>();
  const reflector = aReflector(client, 'many', {
    pageObjects: 300,
    changed: ({ key, type }) => told.set(key, [...(told.get(key) ?? []), type]),
  });
  reflector.start();
  await reflector.synced();
  expect(reflector.store.size).toBe(OBJECTS);
  expect(reflector.store.by('value', 'c500').map(({ metadata }) => metadata?.name)).toEqual([
    'c500',
  ]);
  expect(reflector.store.get('many/c500')?.metadata).not.toHaveProperty('managedFields');
  await create('many', ...numbered(OBJECTS, 50));
  const patch = { data: { value: 'new' } };
  await client.merge(configMaps, { namespace: 'many', name: 'c7' }, patch);
  await client.delete(configMaps, { namespace: 'many', name: 'c8' });
  await until(
    'all changes',
    () => told.size === OBJECTS + 50 && reflector.store.size === OBJECTS + 49,
  );
  await until('the new value', () => reflector.store.by('value', 'new').length === 1);
  expect(reflector.store.by('value', 'c7')).toEqual([]);
  expect(told.get('many/c7')).toEqual(['added', 'changed']);
  expect(told.get('many/c8')).toEqual(['added', 'removed']);
  const others = [...told].filter(([key]) => !['many/c7', 'many/c8'].includes(key));
  expect(others.every(([, types]) => types.join() === 'added')).toBe(true);
  expect(reflector.counts).toMatchObject({ lists: 1, watches: 1, failures: 0 });
  expect(client.connections).toBeLessThanOrEqual(17);
  await reflector.stop();
  expect(reflector.state).toEqual({ at: 'stopped' });
});

test('a list whose version is compacted away between two pages is read once more, whole', async () => {
  const pages: (number | undefined)[] = [];
  const interrupted: Pick<KubeClient, 'page'> = {
    page: async (kind, selection, options) => {
      pages.push(options?.limit);
      if (pages.length === 2) {
        await create('many', 'meanwhile');
        await kubernetes.etcd.compact();
        await kubernetes.restart();
      }
      return client.page(kind, selection, options);
    },
  };
  const listed = await listAll<ConfigMap>({
    ...{ client: interrupted, kind: configMaps, selection: { namespace: 'many' } },
    keep: (item) => item,
    ...{ pageObjects: 600, signal: new AbortController().signal, heard: () => undefined },
  });
  expect(pages).toEqual([600, 600, undefined]);
  expect(listed.items).toHaveLength(OBJECTS + 50);
  expect(listed.items.map(({ metadata }) => metadata?.name)).toContain('meanwhile');
});

describe('a reflector', () => {
  test('that was away for longer than the server remembers lists again, and misses nothing', async () => {
    await create('shop', 'stays', 'goes', 'changes');
    const changes: string[] = [];
    const log = aLog();
    const reflector = aReflector(aClient(kubernetes, { port: relay.port }), 'shop', {
      log,
      changed: ({ type, key }) => changes.push(`${type} ${key}`),
    });
    reflector.start();
    await reflector.synced();
    relay.cut();
    changes.length = 0;
    await client.delete(configMaps, { namespace: 'shop', name: 'goes' });
    await client.merge(
      configMaps,
      { namespace: 'shop', name: 'changes' },
      { data: { value: 'y' } },
    );
    await create('shop', 'comes');
    await create('shop', ...numbered(0, 10));
    await kubernetes.etcd.compact();
    // The server's own memory of changes begins anew.
    await kubernetes.restart();
    relay.release();
    await until('the second list', () => reflector.counts.lists === 2);
    await until('a watch', () => reflector.state.at === 'watching');
    expect(keysOf(reflector)).toEqual(await served('shop'));
    expect(changes).toEqual(
      expect.arrayContaining(['removed shop/goes', 'changed shop/changes', 'added shop/comes']),
    );
    expect(changes).toHaveLength(13);
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        facts: expect.objectContaining({ err: expect.objectContaining({ code: 'EXPIRED' }) }),
      }),
    );
    await reflector.stop();
  });

  test('goes on where it was when the server is killed and comes back', async () => {
    const reflector = aReflector(client, 'shop');
    reflector.start();
    await reflector.synced();
    await kubernetes.server().kill();
    await until('a failure', () => reflector.state.at === 'waiting');
    const waiting = reflector.counts.failures;
    await kubernetes.restart();
    await create('shop', 'after-the-kill');
    await until('the new object', () => reflector.store.get('shop/after-the-kill') !== undefined);
    expect(reflector.counts.failures).toBeGreaterThanOrEqual(waiting);
    expect(keysOf(reflector)).toEqual(await served('shop'));
    await reflector.stop();
  });

  test('is deaf while the server hangs, says so, and hears again when it goes on', async () => {
    const reflector = aReflector(client, 'shop', { times: { silentMs: 700, deafMs: 1_000 } });
    reflector.start();
    await reflector.synced();
    await until('a watch', () => reflector.state.at === 'watching');
    expect(reflector.isDeaf).toBe(false);
    const heard = reflector.lastHeard;
    kubernetes.server().pause();
    await until('deaf', () => reflector.isDeaf);
    expect(reflector.lastHeard - heard).toBeLessThan(1_000);
    kubernetes.server().resume();
    await create('shop', 'after-the-pause');
    await until('the new object', () => reflector.store.get('shop/after-the-pause') !== undefined);
    expect(reflector.isDeaf).toBe(false);
    expect(reflector.counts.lists).toBe(1);
    await reflector.stop();
  });

  test('notices a connection that is only half there, and makes another', async () => {
    const log = aLog();
    const reflector = aReflector(aClient(kubernetes, { port: relay.port }), 'far', {
      log,
      times: { silentMs: 500 },
    });
    reflector.start();
    await reflector.synced();
    await until('a watch', () => reflector.state.at === 'watching');
    relay.hold();
    await create('far', 'unheard');
    relay.release();
    await until('the new object', () => reflector.store.get('far/unheard') !== undefined);
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        facts: expect.objectContaining({ err: expect.objectContaining({ code: 'SILENT' }) }),
      }),
    );
    await reflector.stop();
  });

  test('begins a watch anew at its regular end, from bookmarks where nothing else came', async () => {
    const log = aLog();
    const reflector = aReflector(client, 'far', { log, times: { watchSeconds: 1 } });
    reflector.start();
    await until('three watches', () => reflector.counts.watches >= 3);
    expect(reflector.counts).toMatchObject({ lists: 1, failures: 0 });
    await create('far', 'later');
    await until('the new object', () => reflector.store.get('far/later') !== undefined);
    expect(log.lines).toEqual([]);
    await reflector.stop();
  });

  test('outlives a handler that throws, and tells it', async () => {
    const log = aLog();
    const reflector = aReflector(client, 'far', {
      log,
      changed: () => {
        throw new Error('a mistake of ours');
      },
    });
    reflector.start();
    await reflector.synced();
    const { handlerErrors } = reflector.counts;
    expect(handlerErrors).toBe(reflector.store.size);
    await create('far', 'one-more');
    await until('the next error', () => reflector.counts.handlerErrors === handlerErrors + 1);
    expect(reflector.store.get('far/one-more')).toBeDefined();
    expect(log.lines.at(-1)).toMatchObject({ level: 'error', facts: { key: 'far/one-more' } });
    await reflector.stop();
  });

  test('that may not list says so, and goes on trying until it may', async () => {
    const user = await kubernetes.user('operator');
    const reflector = aReflector(aClient(kubernetes, { user }), 'far');
    reflector.start();
    await until('a refusal', () => reflector.state.at === 'waiting');
    expect(reflector.state).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(reflector.isSynced).toBe(false);
    const grant = async (...args: string[]): Promise<string> =>
      kubernetes.mustKubectl(['create', ...args, '-n', 'far']);
    await grant('role', 'reader', '--verb=list,watch', '--resource=configmaps');
    await grant('rolebinding', 'operator', '--role=reader', '--user=operator');
    await until('a complete picture', () => reflector.isSynced);
    expect(keysOf(reflector)).toEqual(await served('far'));
    await reflector.stop();
  });

  test('stops at once, wherever it is', async () => {
    const reflector = aReflector(client, 'far');
    reflector.start();
    await reflector.synced();
    const began = performance.now();
    await reflector.stop();
    expect(performance.now() - began).toBeLessThan(500);
    await create('far', 'unseen');
    expect(reflector.store.get('far/unseen')).toBeUndefined();
  });
});
