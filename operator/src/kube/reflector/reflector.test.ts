import { describe, expect, test } from '@jest/globals';
import { KubeError } from '../errors.ts';
import type { KubeObject } from '../object.ts';
import { Lines } from './lines.ts';
import { Store, type Change } from './store.ts';
import { decodeWatchEvent } from './watch-event.ts';

describe('lines of a watch', () => {
  const text = '{"a":"ä"}\n\n{"b":2}\n{"c":';

  test('are the same wherever the bytes are split', () => {
    const bytes = Buffer.from(text);
    for (let at = 0; at <= bytes.length; at += 1) {
      const lines = new Lines(100);
      const got = [...lines.take(bytes.subarray(0, at)), ...lines.take(bytes.subarray(at))];
      expect(got).toEqual(['{"a":"ä"}', '{"b":2}']);
    }
  });

  test('are not held beyond their limit, in one chunk or in many', () => {
    expect(() => new Lines(8).take(Buffer.from('123456789'))).toThrow(KubeError);
    const lines = new Lines(8);
    expect(lines.take(Buffer.from('12345678\n1234567'))).toEqual(['12345678']);
    expect(() => lines.take(Buffer.from('89'))).toThrow(/more than 8 bytes/);
  });
});

describe('an event of a watch', () => {
  const pod = { metadata: { name: 'web', namespace: 'shop', resourceVersion: '7' } };
  const line = (type: string, object: object): string => JSON.stringify({ type, object });

  test.each([
    ['ADDED', 'changed'],
    ['MODIFIED', 'changed'],
    ['DELETED', 'removed'],
  ])('%s has its object and version', (type, kind) => {
    const event = decodeWatchEvent(line(type, pod));
    expect(event).toEqual({ type: kind, object: pod, resourceVersion: '7' });
  });

  test('a bookmark has a version and no object', () => {
    const event = decodeWatchEvent(line('BOOKMARK', { metadata: { resourceVersion: '9' } }));
    expect(event).toEqual({ type: 'bookmark', resourceVersion: '9' });
  });

  test('an error is what the server says', () => {
    const status = { kind: 'Status', code: 410, reason: 'Expired', message: 'too old' };
    const event = decodeWatchEvent(line('ERROR', status));
    expect(event).toMatchObject({ error: { code: 'EXPIRED', status: 410, reason: 'Expired' } });
  });

  test.each([
    '<html>',
    '7',
    'null',
    '[]',
    '{}',
    '{"type":"ADDED"}',
    '{"type":"ADDED","object":{}}',
    '{"type":"constructor","object":{"metadata":{"resourceVersion":"1"}}}',
    '{"type":"RENAMED","object":{"metadata":{"resourceVersion":"1"}}}',
  ])('%s is none', (text) => {
    expect(() => decodeWatchEvent(text)).toThrow(
      expect.objectContaining({ name: 'KubeError', code: 'MALFORMED_ANSWER' }),
    );
  });
});

describe('the store', () => {
  interface Thing extends KubeObject {
    readonly owner?: string;
  }
  const aThing = (name: string, version: string, owner?: string, uid = name): Thing => ({
    metadata: { name, namespace: 'shop', resourceVersion: version, uid },
    ...(owner === undefined ? {} : { owner }),
  });
  const newStore = (): Store<Thing, 'owner'> =>
    new Store({ owner: ({ owner }) => (owner === undefined ? [] : [owner]) });
  const typeOf = (change: Change<Thing> | undefined): string | undefined => change?.type;

  test('tells what is new, what changed and what is gone, and nothing twice', () => {
    const store = newStore();
    expect(typeOf(store.put(aThing('a', '1')))).toBe('added');
    expect(store.put(aThing('a', '1'))).toBeUndefined();
    expect(store.put(aThing('a', '2'))).toMatchObject({
      type: 'changed',
      key: 'shop/a',
      previous: { metadata: { resourceVersion: '1' } },
    });
    expect(store.remove('shop/a')).toMatchObject({ type: 'removed', key: 'shop/a' });
    expect(store.remove('shop/a')).toBeUndefined();
    expect(store.size).toBe(0);
  });

  test('takes another object of the same name for a change', () => {
    const store = newStore();
    store.put(aThing('a', '1', undefined, 'first'));
    expect(typeOf(store.put(aThing('a', '1', undefined, 'second')))).toBe('changed');
  });

  test('finds by index, and forgets values that no object has any more', () => {
    const store = newStore();
    store.put(aThing('a', '1', 'alice'));
    store.put(aThing('b', '1', 'alice'));
    store.put(aThing('c', '1'));
    expect(store.by('owner', 'alice')).toHaveLength(2);
    store.put(aThing('a', '2', 'bob'));
    expect(store.by('owner', 'alice').map(({ metadata }) => metadata?.name)).toEqual(['b']);
    expect(store.by('owner', 'bob')).toHaveLength(1);
    store.remove('shop/a');
    expect(store.by('owner', 'bob')).toEqual([]);
  });
});
