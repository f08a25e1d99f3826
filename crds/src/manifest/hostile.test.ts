import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { edited, pathsOf, sampleFiles, samples } from '../testdata/samples.ts';
import { readManifests } from './read.ts';
import type { ManifestProblem } from './types.ts';

const texts = sampleFiles.map(({ text }) => text);
const parts = [
  '[',
  '{',
  '- ',
  ': ',
  '"',
  "'",
  '&a ',
  '*a',
  '!!binary ',
  '|\n ',
  '\t',
  '---\n',
  '#',
  '\n',
  '__proto__: ',
  '\u0000',
  '\uD800',
  '? ',
];

/** A sample with pieces of it moved, cut or replaced. */
const mutated = fc
  .record({
    text: fc.constantFrom(...texts),
    edits: fc.array(
      fc.record({
        at: fc.nat(4000),
        cut: fc.nat(40),
        put: fc.oneof(fc.constantFrom(...parts), fc.string()),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ text, edits }) =>
    edits.reduce((current, { at, cut, put }) => {
      const start = at % (current.length + 1);
      return current.slice(0, start) + put + current.slice(start + cut);
    }, text),
  );

function expectWellFormed(problems: readonly ManifestProblem[], text: string): void {
  const lines = text.split(/\r\n|\r|\n/).length;
  for (const problem of problems) {
    expect(problem.line).toBeGreaterThanOrEqual(1);
    expect(problem.line).toBeLessThanOrEqual(lines);
    expect(problem.message.length).toBeGreaterThan(0);
  }
}

describe('whatever a file holds, readManifests answers', () => {
  test('for arbitrary text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })),
        (text) => {
          expectWellFormed(readManifests([{ path: 'a', text }]).problems, text);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('for damaged manifests', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        expectWellFormed(readManifests([{ path: 'a', text }]).problems, text);
      }),
      { numRuns: 300 },
    );
  });

  test('for any JSON as an object or in its place', () => {
    const paths = samples.flatMap(({ value }) => pathsOf(value).map((path) => ({ value, path })));
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.jsonValue({ maxDepth: 3 }),
        ({ value, path }, put) => {
          const odd = edited(value, path, (parent, last) => {
            parent[last] = put;
          });
          const text = JSON.stringify(odd);
          expectWellFormed(readManifests([{ path: 'a', text }]).problems, text);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a secret’s value is in no problem', () => {
  const value = 'S3CR3T-Zq9';
  const shapes: readonly string[] = [
    `stringData: {username: u, password: ${value}}`,
    `stringData: {password: [${value}]}`,
    `stringData: {password: {a: ${value}}}`,
    `stringData: ${value}`,
    `stringData: [${value}]`,
    `data: {password: ${value}}`,
    `data: ${value}`,
    `strngData: {password: ${value}}`,
    `type: [${value}]`,
    `stringData: {password: *${value}}`,
    `stringData: {password: !${value} x}`,
    `stringData: {password: "\\q${value}"}`,
    `stringData: {password: "${value}`,
    `stringData: {password: ${value}`,
    `stringData:\n\tpassword: ${value}`,
    `stringData:\n  password: a: ${value}`,
    `stringData:\n  password: @${value}`,
    `stringData:\n  password: %${value}`,
    `stringData:\n  password: >x\n   ${value}`,
    `stringData:\n  password: x\n ${value}`,
    `stringData: {password: ${value}}\nstringData: {password: ${value}}`,
    `immutable: ${value}`,
    `metadata: ${value}`,
  ];
  const header = 'apiVersion: v1\nkind: Secret\nmetadata: {name: login}\n';

  test.each(shapes)('%s', (shape) => {
    const text = header + shape;
    expect(JSON.stringify(readManifests([{ path: 'a', text }]).problems)).not.toContain(value);
  });

  test('however the file around it is damaged', () => {
    const piece = fc.constantFrom(...parts, ' ', '  ', ',', '}', ']');
    fc.assert(
      fc.property(
        fc.constantFrom(...shapes),
        fc.nat(120),
        fc.nat(6),
        piece,
        (shape, at, cut, put) => {
          const text = header + shape;
          const end = Math.min(at, text.indexOf(value));
          const damaged =
            text.slice(0, end) + put + text.slice(Math.min(end + cut, text.indexOf(value)));
          const values = readManifests([{ path: 'a', text: damaged }]).problems.map(
            ({ message }) => message,
          );
          expect(values.join('\n')).not.toContain(value);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
