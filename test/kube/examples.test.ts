import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import { root } from '../harness/paths.ts';
import { startKubernetes, type Kubernetes } from './kubernetes.ts';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name?: string };
  readonly spec?: { readonly names?: { readonly kind: string } };
}

function manifestsIn(file: string): readonly Manifest[] {
  return parseAllDocuments(readFileSync(file, 'utf8'))
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null);
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => path.join(folder, name));
}

const ours = new Set(
  filesUnder('crds/manifests').flatMap((file) =>
    manifestsIn(path.join(root, file)).map((manifest) => manifest.spec?.names?.kind),
  ),
);
const isServed = ({ apiVersion, kind }: Manifest): boolean =>
  !apiVersion.startsWith('chaperone.dev/') || ours.has(kind);
const examples = filesUnder('examples')
  .map((file) => ({ file, manifests: manifestsIn(path.join(root, file)).filter(isServed) }))
  .filter(({ manifests }) => manifests.length > 0);

let kubernetes: Kubernetes;
beforeAll(async () => {
  kubernetes = await startKubernetes();
  await kubernetes.applyCrds();
  await kubernetes.createNamespace('agents');
});
afterAll(async () => kubernetes.stop());

test.each(examples)('the API server takes $file as it is', async ({ manifests }) => {
  const input = manifests.map((manifest) => stringify(manifest)).join('---\n');
  // Only `create` takes an object whose name the server makes.
  const verb = manifests.some(({ metadata }) => metadata.name === undefined) ? 'create' : 'apply';
  const strict = ['--dry-run=server', '--validate=strict', '-f', '-'];
  const said = await kubernetes.mustKubectl([verb, ...strict], { input });
  expect(said.trim().split('\n')).toHaveLength(manifests.length);
});

test('it refuses a field that the contract does not have', async () => {
  const [connection] = manifestsIn(path.join(root, 'examples/postgres/connection.yaml'));
  const input = stringify({ ...connection, spec: { ...connection?.spec, protocol: 'Telnet' } });
  const said = await kubernetes.kubectl(['apply', '--dry-run=server', '-f', '-'], { input });
  expect(said.status).toBe(1);
  expect(said.stderr).toContain('spec.protocol');
});
