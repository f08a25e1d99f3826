import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../harness/paths.ts';
import { run, type Finished } from '../harness/run.ts';
import { findBinaries } from '../kube/binaries.ts';
import type { Kubernetes } from '../kube/kubernetes.ts';

export const chart: string = path.join(root, 'charts/chaperone');
/** Of the release. */
export const SYSTEM = 'chaperone-system';

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
  };
}

export const objectsIn = (text: string): readonly Manifest[] =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((object) => object !== null);

const setting = (values: readonly string[]): readonly string[] =>
  values.flatMap((value) => (value.startsWith('--') ? [value] : ['--set', value]));

async function helm(...args: readonly string[]): Promise<Finished> {
  const [binary = ''] = await findBinaries('helm');
  return run(binary, args);
}

/** `helm template`. @param values each as behind `--set`, or a flag of its own */
export async function template(...values: readonly string[]): Promise<Finished> {
  const version = ['--kube-version', '1.35.4'];
  return helm('template', 'chaperone', chart, '-n', SYSTEM, ...version, ...setting(values));
}

/** What `helm template` prints. */
export async function objectsOf(...values: readonly string[]): Promise<readonly Manifest[]> {
  const { status, stdout, stderr } = await template(...values);
  if (status !== 0) throw new Error(stderr);
  return objectsIn(stdout);
}

/** helm on a cluster, in the namespace of the release. Throws with what it said where it fails. */
export async function mustHelm(
  { admin }: Kubernetes,
  args: readonly string[],
  ...values: readonly string[]
): Promise<string> {
  const where = ['-n', SYSTEM, '--kubeconfig', admin.kubeconfig];
  const { status, stdout, stderr } = await helm(...args, ...where, ...setting(values));
  if (status !== 0) throw new Error(`helm ${args.join(' ')}:\n${stderr}`);
  return stdout;
}
