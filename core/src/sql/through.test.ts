import { beforeAll, describe, expect, test } from '@jest/globals';
import { loadParser, readDefinition } from './index.ts';
import { effectsOf, shop, throughOf } from './testing.ts';
import type { Reach, Resolution } from './types.ts';

beforeAll(loadParser);

const none: Reach = { kin: [], rules: [], code: [], cascades: [] };
const named = (name: string): { readonly schema: string; readonly name: string } => ({
  schema: 'public',
  name,
});

/** As the sidecar makes it of the catalog's rule. */
function rule(definition: string): Pick<Reach, 'rules' | 'writesTo'> {
  const on = /ON (\w+) TO/.exec(definition)?.[1] as 'SELECT' | 'INSERT' | 'DELETE';
  const { effects, from } = readDefinition(definition);
  const view = on === 'SELECT' && from !== undefined ? { writesTo: from } : {};
  return { rules: [{ on, instead: definition.includes('INSTEAD'), effects }], ...view };
}

const view = (query: string): Pick<Reach, 'rules' | 'writesTo'> =>
  rule(`CREATE RULE "_RETURN" AS ON SELECT TO public.v DO INSTEAD ${query}`);

function resolutionOf(reach: Readonly<Record<string, () => Partial<Reach>>>): Resolution {
  return {
    ...shop,
    relation: (reference) => ({ ...named(reference.name), oid: 1, kind: 'r' }),
    reach: ({ name }) => ({ ...none, ...reach[name]?.() }),
    codeOf: ({ kind, name }) =>
      kind === 'operator' && name === '###'
        ? [named('h'), { schema: 'pg_catalog', name: 'lower' }]
        : [],
  };
}

const resolution = resolutionOf({
  v: () => view('SELECT id, public.f(id), lower(a) FROM public.t WHERE pg_sleep(1) IS NULL'),
  w: () => view('SELECT * FROM public.v'),
  joined: () => view('SELECT 1 FROM public.t, public.s'),
  replaced: () =>
    rule('CREATE RULE r AS ON INSERT TO public.replaced DO INSTEAD DELETE FROM public.s'),
  unread: () =>
    rule('CREATE RULE r AS ON INSERT TO public.unread DO ALSO A LANGUAGE OF THE FUTURE'),
  loops: () => view('SELECT * FROM public.loops'),
  parent: () => ({ kin: [{ ...named('child'), below: true }] }),
  child: () => ({
    kin: [{ ...named('parent'), below: false }],
    code: [{ ...named('fired'), on: ['INSERT'] }],
  }),
  held: () => ({
    cascades: [
      { ...named('line'), on: 'DELETE', command: 'DELETE' },
      { ...named('line'), on: 'TRUNCATE TABLE', command: 'TRUNCATE TABLE' },
    ],
  }),
  line: () => ({ cascades: [{ ...named('part'), on: 'DELETE', command: 'UPDATE' }] }),
});

describe('what a command comes to through a relation', () => {
  test.each<readonly [string, readonly string[]]>([
    ['SELECT * FROM t', []],
    [
      'SELECT * FROM v',
      [
        'CALL pg_catalog.pg_sleep < public.v',
        'CALL public.f < public.v',
        'SELECT public.t < public.v',
      ],
    ],
    [
      'SELECT 1 FROM w',
      [
        'CALL pg_catalog.pg_sleep < public.w',
        'CALL public.f < public.w',
        'SELECT public.t < public.w',
        'SELECT public.v < public.w',
      ],
    ],
    [
      'DELETE FROM v',
      [
        'CALL pg_catalog.pg_sleep < public.v',
        'CALL public.f < public.v',
        'DELETE public.t ! < public.v',
        'SELECT public.t < public.v',
      ],
    ],
    ['INSERT INTO v VALUES (1)', ['INSERT public.t < public.v']],
    ['INSERT INTO joined VALUES (1)', []],
    ['INSERT INTO replaced VALUES (1)', ['DELETE public.s ! < public.replaced']],
    ['SELECT * FROM replaced', []],
    ['SELECT * FROM loops', []],
    ['SELECT * FROM parent', ['SELECT public.child < public.parent']],
    [
      'INSERT INTO parent VALUES (1)',
      ['CALL public.fired < public.parent', 'INSERT public.child < public.parent'],
    ],
    ['DELETE FROM child', ['DELETE public.parent ! < public.child']],
    [
      'DELETE FROM held WHERE id = 1',
      ['DELETE public.line < public.held', 'UPDATE public.part < public.held'],
    ],
    ['TRUNCATE held', []],
    ['TRUNCATE held CASCADE', ['TRUNCATE TABLE public.line < public.held']],
    [
      'ALTER TABLE s RENAME TO x',
      [
        'DELETE public.s < public.s',
        'INSERT public.s < public.s',
        'SELECT public.s < public.s',
        'UPDATE public.s < public.s',
      ],
    ],
  ])('%s', (sql, effects) => {
    expect(throughOf(sql, resolution)).toEqual(effects);
  });

  test('a definition that cannot be read has to be allowed as such', () => {
    expect(effectsOf('INSERT INTO unread VALUES (1)', resolution)).toEqual([
      'INSERT public.unread',
      'UNKNOWN',
    ]);
  });

  test('what the command names itself is not lost in what comes to it', () => {
    expect(effectsOf('SELECT * FROM v, t', resolution)).toEqual([
      'SELECT public.t',
      'SELECT public.v',
    ]);
  });
});

test.each([
  ["SELECT 1 ### 'a'", ['CALL public.h']],
  ['SELECT 1 + 1', []],
  ['SELECT 1 OPERATOR(pg_catalog.###) 2', []],
])('an operator is the functions behind it: %s', (sql, effects) => {
  expect(effectsOf(sql, resolution)).toEqual(effects);
});
