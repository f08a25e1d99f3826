import { parseQuantity, UnitError } from '@chaperone/crds';
import type { AccessPolicy } from '@chaperone/crds';
import { anyWildcard } from '../command/index.ts';
import { canonicalJson } from './canonical.ts';
import type { CompiledPolicies, CompiledPolicy, Limits, PolicyProblem } from './compiled.ts';
import { compileMasking } from './masking.ts';
import type { PartProblem } from './postgres-match.ts';
import { compileRule } from './rule.ts';
import { compareText, policyOrder } from './order.ts';
import { compileSubjects } from './subject.ts';

/** What can be used, and all that is wrong with the rest. */
export interface Compilation {
  readonly policies: CompiledPolicies;
  readonly problems: readonly PolicyProblem[];
}

/**
 * Compiles policies that follow their schema, with its defaults filled in, and finds every mistake that a schema
 * cannot see. A set with problems should not be put to use; where it is nonetheless, a policy with a mistake denies
 * every command with effects in its namespace, since nobody can tell what its broken rule would have denied. In DryRun
 * it is left out: it must not deny.
 */
export function compilePolicies(policies: readonly AccessPolicy[]): Compilation {
  const problems: PolicyProblem[] = [];
  const compiled: CompiledPolicy[] = [];
  for (const policy of policies) {
    const found: PartProblem[] = [];
    const usable = compilePolicy(policy, found);
    const { name, namespace } = policy.metadata;
    for (const problem of found) problems.push({ policy: name, namespace, ...problem });
    if (found.length === 0) compiled.push(usable);
    else if (policy.spec.mode === 'Enforce') compiled.push(standIn(usable));
  }
  return { policies: { policies: compiled.sort(policyOrder) }, problems };
}

function compilePolicy(policy: AccessPolicy, problems: PartProblem[]): CompiledPolicy {
  const { metadata, spec } = policy;
  const home = { policy: metadata.name, mode: spec.mode };
  const rules = spec.rules.map((rule, index) =>
    within(`spec.rules[${String(index)}]`, problems, (found) => compileRule(rule, home, found)),
  );
  const maskings = spec.masking.map((entry, index) =>
    within(`spec.masking[${String(index)}]`, problems, (found) =>
      compileMasking(entry, metadata.name, found),
    ),
  );
  return {
    name: metadata.name,
    namespace: metadata.namespace,
    mode: spec.mode,
    agents: compileSubjects(spec.subjects),
    connections: anyWildcard(spec.connections),
    rules,
    columns: maskings.flatMap((masking) => masking.columns),
    detectors: maskings.flatMap((masking) => masking.detectors),
    commandDetectors: maskings.flatMap((masking) => masking.commandDetectors),
    limits: compileLimits(policy, problems),
    canonical: canonical(policy),
  };
}

/** Collects a part's mistakes under its path. */
function within<T>(path: string, problems: PartProblem[], compile: (found: PartProblem[]) => T): T {
  const found: PartProblem[] = [];
  const result = compile(found);
  for (const problem of found) {
    const below = problem.path === '' ? path : `${path}.${problem.path}`;
    problems.push({ path: below, message: problem.message });
  }
  return result;
}

function compileLimits(policy: AccessPolicy, problems: PartProblem[]): Limits {
  const { rowsPerCommand, rowsPerHour, sessions, ...sizes } = policy.spec.limits ?? {};
  const limits: { -readonly [K in keyof Limits]: Limits[K] } = {
    ...(rowsPerCommand !== undefined && { rowsPerCommand }),
    ...(rowsPerHour !== undefined && { rowsPerHour }),
    ...(sessions !== undefined && { sessions }),
  };
  for (const field of ['bytesPerCommand', 'bytesPerHour'] as const) {
    const bytes = quantityOf(sizes[field], `spec.limits.${field}`, problems);
    if (bytes !== undefined) limits[field] = bytes;
  }
  return limits;
}

function quantityOf(
  quantity: number | string | undefined,
  path: string,
  problems: PartProblem[],
): number | undefined {
  if (quantity === undefined) return undefined;
  try {
    return parseQuantity(quantity);
  } catch (error) {
    if (!(error instanceof UnitError)) throw error;
    problems.push({ path, message: error.message });
    return undefined;
  }
}

/** Rules and masking entries have names, and their order no meaning. */
function canonical(policy: AccessPolicy): string {
  const { metadata, spec } = policy;
  const rules = [...spec.rules].sort((a, b) => compareText(a.name, b.name));
  const masking = [...spec.masking].sort((a, b) => compareText(a.name, b.name));
  const { name, namespace } = metadata;
  return canonicalJson({ name, namespace, spec: { ...spec, rules, masking } });
}

function standIn(policy: CompiledPolicy): CompiledPolicy {
  const reason = `policy ${policy.name} has mistakes and cannot be used`;
  const verdict = { effect: 'Deny', cause: 'rule', policy: policy.name, reason } as const;
  const rule = {
    policy: policy.name,
    name: '',
    mode: policy.mode,
    effect: 'Deny',
    verdict,
  } as const;
  return { ...policy, agents: () => true, connections: () => true, rules: [rule] };
}
