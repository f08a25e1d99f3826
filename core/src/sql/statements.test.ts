import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { STATEMENTS } from './statements.ts';

/** Kinds of the grammar's own type definitions; RawStmt only wraps the others. */
function grammarKinds(): readonly string[] {
  const root = dirname(createRequire(import.meta.url).resolve('@pgsql/types'));
  const types = readFileSync(join(root, 'types.d.ts'), 'utf8');
  const kinds = [...types.matchAll(/^export interface (\w+Stmt) /gm)].map(
    (match) => match[1] ?? '',
  );
  return kinds.filter((kind) => kind !== 'RawStmt').sort();
}

test('every kind of statement of the grammar is in the table, and no other', () => {
  const kinds = grammarKinds();
  expect(kinds.length).toBeGreaterThan(100);
  expect(Object.keys(STATEMENTS).sort()).toEqual(kinds);
});
