import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compilePolicies } from '@chaperone/core/policy';
import { readManifests } from '@chaperone/crds';
import { root } from '../../harness/paths.ts';
import type { FuzzTarget } from '../target.ts';
import { must } from './expect.ts';

const seeds = [
  'standalone/connection',
  'standalone/policy',
  'standalone/secret',
  'postgres/policy',
];
const SECRET = 'fuzz-me-and-never-say-it';

/** Manifests as a platform team writes them, and what a compiler makes of the policies among them. */
export const configTarget: FuzzTarget = {
  name: 'config',
  seeds: [
    ...seeds.map((name) => readFileSync(path.join(root, 'examples', `${name}.yaml`))),
    Buffer.from(
      `apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: ${SECRET}}\n`,
    ),
  ],
  words: [
    ...[
      '---\n',
      'apiVersion: ',
      'kind: Secret',
      '&a ',
      '*a',
      '<<: *a',
      '!!binary ',
      '? ',
      '- ',
      '{',
      '[',
    ],
    ...[
      'expression: ',
      'patterns:',
      'regex: ',
      'null',
      '~',
      '9999999999',
      '"',
      '|\n',
      '  ',
      SECRET,
    ],
  ],
  run: (input) => {
    const text = input.toString();
    const { resources, problems } = readManifests([{ path: 'f.yaml', text }]);
    for (const { message, line } of problems) {
      must(!message.includes(SECRET), 'a problem quotes a secret');
      must(line >= 1, 'a problem is nowhere');
    }
    const compiled = compilePolicies(resources.policies).problems;
    const codes = [...problems.map(({ code }) => code), ...compiled.map(() => 'POLICY')];
    const { connections, policies, secrets } = resources;
    const counts = [connections, policies, secrets].map((list) => list.length);
    return `${counts.join('')} ${[...new Set<string>(codes)].sort().join()}`;
  },
};
