import { describe, expect, test } from '@jest/globals';
import { apiVersions, type KindName, shapes } from '../generated/shapes.ts';
import { edited, pathsOf, sampleFiles, samples } from '../testdata/samples.ts';
import { childOf, type FieldPath, formatPath } from './path.ts';
import { readManifests } from './read.ts';
import { type Shape, shapeAt } from './shape.ts';
import type { ManifestProblem } from './types.ts';

function problemsOf(value: unknown): readonly ManifestProblem[] {
  return readManifests([{ path: 'file.yaml', text: JSON.stringify(value) }]).problems;
}

/** Every field of a schema, with `[]` for a list's entries; free maps end the walk. */
function fieldsOf(shape: Shape, path: string): readonly string[] {
  const fields = Object.entries(shape.fields ?? {}).flatMap(([name, child]) => [
    `${path}.${name}`,
    ...fieldsOf(child, `${path}.${name}`),
  ]);
  return shape.items === undefined ? fields : [...fields, ...fieldsOf(shape.items, `${path}[]`)];
}

function schemaPath(kind: KindName, path: FieldPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[]` : `${text}.${part}`),
    kind,
  );
}

const cases = samples.flatMap(({ kind, label, value }) =>
  pathsOf(value).map((path) => ({ kind, value, path, name: `${label} ${formatPath(path)}` })),
);

describe('the samples', () => {
  test('are read without a problem', () => {
    const { resources, problems } = readManifests(sampleFiles);
    expect(problems).toEqual([]);
    expect(Object.values(resources).map((list: readonly unknown[]) => list.length)).toEqual([
      8, 6, 4, 7, 1,
    ]);
  });

  test('show every field of every kind', () => {
    const shown = new Set(cases.map(({ kind, path }) => schemaPath(kind, path)));
    // A template's name; every other field is shown.
    const all = (Object.keys(apiVersions) as KindName[]).flatMap((kind) =>
      fieldsOf(shapes[kind], kind),
    );
    const own = all.filter(
      (field) => !field.includes('.metadata.') || field.startsWith('AuditedConnection'),
    );
    expect(own.filter((field) => !shown.has(field))).toEqual([
      'AuditedConnection.metadata.generateName',
    ]);
  });
});

describe('a misspelt field is rejected with its path', () => {
  const named = cases.filter(({ kind, path }) => {
    const parent = shapeAt(shapes[kind], path.slice(0, -1));
    return typeof path.at(-1) === 'string' && parent?.fields !== undefined && path.length > 1;
  });

  test('there are hundreds of them', () => {
    expect(named.length).toBeGreaterThan(300);
  });

  test.each(named)('$name', ({ value, path }) => {
    const misspelt = edited(value, path, (parent, last) => {
      parent[`${String(last)}x`] = parent[last];
      Reflect.deleteProperty(parent, last);
    });
    const wrong = [...path.slice(0, -1), `${String(path.at(-1))}x`];
    const found = problemsOf(misspelt).filter(({ code }) => code === 'UNKNOWN_FIELD');
    expect(found).toEqual([
      expect.objectContaining({
        path: formatPath(wrong),
        severity: 'error',
        message: `this field does not exist here; did you mean ${String(path.at(-1))}?`,
      }),
    ]);
  });
});

describe('a value of the wrong type is rejected with its path', () => {
  const typed = cases.filter(
    ({ kind, path }) => path.length > 1 && shapeAt(shapes[kind], path) !== undefined,
  );

  test.each(typed)('$name', ({ value, path }) => {
    const present = path.reduce<unknown>((current, part) => childOf(current, part), value);
    const wrongValue = typeof present === 'object' && present !== null ? 'text' : [{}];
    const wrong = edited(value, path, (parent, last) => {
      parent[last] = wrongValue;
    });
    expect(problemsOf(wrong)).toContainEqual(
      expect.objectContaining({ path: formatPath(path), code: 'WRONG_TYPE', severity: 'error' }),
    );
  });
});

describe('a missing field', () => {
  test.each([
    ['AuditedConnection', 'spec.credential'],
    ['AuditedConnection', 'spec.target.port'],
    ['AccessPolicy', 'metadata.name'],
    ['AccessPolicy', 'spec.connections'],
    ['Approval', 'spec.policyRef.rule'],
    ['Secret', 'metadata'],
  ])('%s %s', (kind, field) => {
    const path = field.split('.');
    const value = samples.find((sample) => sample.kind === kind)?.value;
    const without = edited(value, path, (parent, last) => {
      Reflect.deleteProperty(parent, last);
    });
    expect(problemsOf(without)).toContainEqual(
      expect.objectContaining({ path: field, code: 'MISSING_FIELD' }),
    );
  });
});

describe('an empty matcher is rejected with its path', () => {
  const matchers = cases.filter(
    ({ kind, path }) =>
      kind === 'AccessPolicy' &&
      [
        'postgres',
        'http',
        'kubernetes',
        'ssh',
        'commands',
        'relations',
        'subjects',
        'detectors',
      ].includes(String(path.at(-1))),
  );
  test.each(matchers)('$name', ({ value, path }) => {
    const emptied = edited(value, path, (parent, last) => {
      parent[last] = Array.isArray(parent[last]) ? [] : {};
    });
    const at = formatPath(path);
    expect(
      problemsOf(emptied)
        .map((problem) => problem.path)
        .some((found) => found.startsWith(at)),
    ).toBe(true);
  });
});
