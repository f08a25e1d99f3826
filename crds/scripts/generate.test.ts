import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { drift } from './drift.ts';
import { generatedFiles } from './generate.ts';
import { toJsonSchema } from './json-schema.ts';

const root = join(import.meta.dirname, '..');

describe('src/generated', () => {
  const folder = join(root, 'src/generated');

  test('is what the schemas say', () => {
    const present = new Map(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    );
    expect(drift(generatedFiles(root), present)).toEqual([]);
  });

  test('needs nothing of ajv when it runs', () => {
    const code = readFileSync(join(folder, 'validators.js'), 'utf8');
    expect(code).not.toMatch(/require\(|\bimport\b/);
  });
});

describe('drift', () => {
  test('names what differs, what lacks and what is left over', () => {
    const wanted = new Map([
      ['a.ts', 'a'],
      ['b.ts', 'b'],
      ['c.ts', 'c'],
    ]);
    const present = new Map([
      ['a.ts', 'a'],
      ['b.ts', 'B'],
      ['d.ts', 'd'],
    ]);
    expect(drift(wanted, present)).toEqual(['b.ts', 'c.ts', 'd.ts']);
    expect(drift(wanted, wanted)).toEqual([]);
  });
});

describe('toJsonSchema', () => {
  test('knows every keyword that it meets', () => {
    expect(() => toJsonSchema({ type: 'string', not: {} } as never)).toThrow(
      'keyword not is not translated',
    );
  });

  test('closes objects, and opens nothing', () => {
    expect(
      toJsonSchema({ type: 'object', properties: { a: { type: 'string', format: 'int64' } } }),
    ).toEqual({
      type: 'object',
      properties: { a: { type: 'string' } },
      additionalProperties: false,
    });
  });
});
