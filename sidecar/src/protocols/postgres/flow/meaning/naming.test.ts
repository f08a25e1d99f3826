import { describe, expect, test } from '@jest/globals';
import { Naming } from './naming.ts';

type Step = (naming: Naming) => void;

const set =
  (path: string, local = false): Step =>
  (naming) => {
    naming.set({ setting: 'search_path', value: [path], local });
  };
const reset: Step = (naming) => {
  naming.set({ setting: 'search_path', local: false });
};
const savepoint =
  (name: string): Step =>
  (naming) => {
    naming.savepoint(name);
  };
const back =
  (name: string): Step =>
  (naming) => {
    naming.rollbackTo(name);
  };
const release =
  (name: string): Step =>
  (naming) => {
    naming.release(name);
  };
const commit: Step = (naming) => {
  naming.end(true);
};
const rollback: Step = (naming) => {
  naming.end(false);
};

describe('search_path, as the server keeps it', () => {
  test.each<readonly [string, readonly Step[], string | undefined]>([
    ['as it began', [], undefined],
    ['set', [set('a'), commit], 'a'],
    ['set, rolled back', [set('a'), commit, set('b'), rollback], 'a'],
    ['set and seen within', [set('a')], 'a'],
    ['local', [set('a'), commit, set('b', true)], 'b'],
    ['local, gone with the transaction', [set('a'), commit, set('b', true), commit], 'a'],
    ['local, then set', [set('b', true), set('a')], 'a'],
    ['set, then local, rolled back', [set('a'), set('b', true), rollback], undefined],
    ['set, then local, committed', [set('a'), set('b', true), commit], 'a'],
    ['reset', [set('a'), commit, reset, commit], undefined],
    ['a savepoint before anything was set', [savepoint('s'), set('a'), back('s')], undefined],
    ['a savepoint between', [set('a'), savepoint('s'), set('b'), back('s')], 'a'],
    [
      'a savepoint twice',
      [set('a'), savepoint('s'), set('b'), back('s'), set('c'), back('s')],
      'a',
    ],
    [
      'savepoints of one name',
      [set('a'), savepoint('s'), set('b'), savepoint('s'), set('c'), back('s')],
      'b',
    ],
    [
      'a released one',
      [set('a'), savepoint('s'), set('b'), savepoint('t'), release('t'), set('c'), back('s')],
      'a',
    ],
    ['released, kept', [set('a'), savepoint('s'), set('b'), release('s'), commit], 'b'],
  ])('%s', (_, steps, path) => {
    const naming = new Naming();
    for (const step of steps) step(naming);
    expect(naming.values).toEqual(path === undefined ? {} : { search_path: [path] });
  });
});

test('a new session user has no other role', () => {
  const naming = new Naming();
  naming.set({ setting: 'role', value: ['clerk'], local: false });
  naming.set({ setting: 'session_authorization', value: ['boss'], local: false });
  expect(naming.values).toEqual({ session_authorization: ['boss'] });
});

test.each(['all', 'settings'] as const)('reset of %s', (what) => {
  const naming = new Naming();
  naming.set({ setting: 'role', value: ['clerk'], local: false });
  naming.set({ setting: 'search_path', value: ['a'], local: false });
  naming.reset(what);
  expect(naming.values).toEqual(what === 'all' ? {} : { role: ['clerk'] });
});
