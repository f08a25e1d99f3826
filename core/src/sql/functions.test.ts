import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { HARMLESS, isEffectfulBuiltin, STATE_ONLY, VOLATILE_BUT_HARMLESS } from './functions.ts';

/*
 * testdata/functions-*.txt: pg_proc of a real server, one `name volatility…` for each name in pg_catalog that SQL can call:
 * SELECT proname || ' ' || string_agg(DISTINCT provolatile::text, '') FROM pg_proc WHERE pronamespace = 11 GROUP BY proname
 * without trigger, handler and `internal` signatures.
 */
const servers = ['15', '18'].map((version) => ({
  version,
  functions: new Map(
    readFileSync(new URL(`./testdata/functions-${version}.txt`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  ),
}));

test('each harmless name is a function of a real server', () => {
  const unknown = [...HARMLESS].filter(
    (name) => !servers.some(({ functions }) => functions.has(name)),
  );
  expect(unknown).toEqual([]);
});

describe.each(servers)('PostgreSQL $version', ({ functions }) => {
  test('harmless functions are not volatile, but for the documented few', () => {
    const volatile = [...HARMLESS].filter((name) => functions.get(name)?.includes('v') === true);
    expect(volatile.filter((name) => !VOLATILE_BUT_HARMLESS.has(name))).toEqual([]);
  });

  test('every other volatile function is known to have an effect', () => {
    const silent = [...functions]
      .filter(
        ([name, volatility]) =>
          volatility.includes('v') && !HARMLESS.has(name) && !isEffectfulBuiltin(name),
      )
      .map(([name]) => name);
    expect(silent).toEqual([]);
  });
});

test.each([
  'pg_sleep',
  'set_config',
  'nextval',
  'setval',
  'query_to_xml',
  'ts_stat',
  'lo_import',
  'pg_read_file',
  'pg_terminate_backend',
  'pg_notify',
  'current_setting',
  'pg_advisory_lock',
  'pg_ls_dir',
  'table_to_xml',
  'pg_get_functiondef',
])('%s has an effect', (name) => {
  expect(HARMLESS.has(name)).toBe(false);
  expect(isEffectfulBuiltin(name)).toBe(true);
});

test('calls that only change state have effects', () => {
  expect([...STATE_ONLY].filter((name) => !isEffectfulBuiltin(name))).toEqual([]);
});
