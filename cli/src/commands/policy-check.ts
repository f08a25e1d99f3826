import { compilePolicies, type PolicyProblem } from '@chaperone/core/policy';
import { readManifests, type ManifestProblem } from '@chaperone/crds';
import type { Io } from '../io.ts';
import { toJson } from '../output/json.ts';
import { painter } from '../output/style.ts';
import { visible } from '../output/visible.ts';
import { readManifestFiles } from '../store/manifest-files.ts';

/** Says every mistake of some manifests. Answers whether there was no error. */
export async function checkPolicies(
  paths: readonly string[],
  { io, output }: { readonly io: Io; readonly output: 'table' | 'json' },
): Promise<boolean> {
  const files = readManifestFiles(paths);
  const { resources, problems } = readManifests(files);
  const compiled = compilePolicies(resources.policies).problems;
  const errors = problems.filter(({ severity }) => severity === 'error').length + compiled.length;
  if (output === 'json') await io.out(toJson({ problems: [...problems, ...compiled] }));
  else {
    const { connections, policies } = resources;
    const parts = [
      ...problems.map((problem) => problemText(problem, io)),
      ...compiled.map((problem) => policyProblemText(problem, io)),
      `${counted(connections.length, 'connection')} and ${counted(policies.length, 'policy')} in ${counted(files.length, 'file')}, `,
      errors === 0 ? 'no errors\n' : `${counted(errors, 'error')}\n`,
    ];
    await io.out(parts.join(''));
  }
  return errors === 0;
}

/** `policy.yaml:12: error: spec.rules[0].efect: …`: the form that editors jump to. */
export function problemText(problem: ManifestProblem, { colour }: Io): string {
  const { file, line, path, severity, message } = problem;
  const word = painter(colour)(severity === 'error' ? 'bad' : 'warn', severity);
  const field = path === '' ? '' : `${visible(path)}: `;
  return `${visible(file)}:${String(line)}: ${word}: ${field}${visible(message)}\n`;
}

/** A mistake that no schema can see; it knows its policy and not its file. */
export function policyProblemText(problem: PolicyProblem, { colour }: Io): string {
  const { namespace, policy, path, message } = problem;
  const word = painter(colour)('bad', 'error');
  return `AccessPolicy ${visible(`${namespace}/${policy}`)}: ${word}: ${visible(`${path}: ${message}`)}\n`;
}

function counted(count: number, thing: string): string {
  const many = thing.endsWith('y') ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  return `${String(count)} ${count === 1 ? thing : many}`;
}
