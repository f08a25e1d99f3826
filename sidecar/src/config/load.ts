import { compilePolicies, type PolicyProblem } from '@chaperone/core/policy';
import {
  readManifests,
  type AuditedConnection,
  type Locate,
  type Resources,
} from '@chaperone/crds';
import { namespaceOf, toConnection } from './connections.ts';
import { readManifestFiles, type ReadFiles } from './files.ts';
import { grantsOf } from './grants.ts';
import type {
  ConfigProblem,
  ConfigSnapshot,
  ConfiguredConnection,
  ListenAddress,
  RefusedConnection,
} from './types.ts';

/** What the manifests are read for. */
export interface ConfigScope {
  /** Where they come from, as problems name it; for those of a directory its path. */
  readonly origin: string;
  readonly listen: readonly ListenAddress[];
  /** Namespace of the connections that `--listen` names; undefined: the one in which the name is found. */
  readonly namespace: string | undefined;
  /**
   * What a mistake keeps from being used. In a directory the set, since whoever wrote it looks on. In a cluster many write, and
   * only what is wrong is refused: clients of a connection that nobody defines or that names what is not there; every command
   * under a policy that does not compile.
   */
  readonly mistakesRefuse: 'set' | 'part';
}

export type Loaded =
  | { readonly kind: 'good'; readonly snapshot: ConfigSnapshot }
  | { readonly kind: 'bad'; readonly problems: readonly ConfigProblem[] };

/** Reads the directory as a whole and says every mistake in it at once. With one error, nothing of it is used. */
export function loadConfig(scope: ConfigScope, generation: number): Loaded {
  return loadManifests(readManifestFiles(scope.origin), scope, generation);
}

/** The same for manifests that were read already. */
export function loadManifests(
  { files, problems: unread }: ReadFiles,
  scope: ConfigScope,
  generation: number,
): Loaded {
  const { resources, problems: wrong, locate } = readManifests(files);
  const compiled = compilePolicies(resources.policies);
  const wanted = connectionsFor(scope, resources);
  const problems: readonly ConfigProblem[] = [
    ...unread,
    ...wrong.map((p) => (p.code === 'MISSING_REFERENCE' ? graded(p, scope) : p)),
    ...compiled.problems.map((p) => graded(toProblem(p, locate), scope)),
    // A name that is not found because its file is wrong would be said twice.
    ...(unread.length + wrong.filter((p) => p.severity === 'error').length > 0
      ? []
      : wanted.problems),
  ];
  if (problems.some((p) => p.severity === 'error')) return { kind: 'bad', problems };
  const { policies } = compiled;
  return {
    kind: 'good',
    snapshot: {
      generation,
      connections: wanted.connections,
      policies,
      grants: grantsOf(resources.approvals),
      problems,
    },
  };
}

/** `examples/policy.yaml:12: spec.rules[0].effect: … (BAD_VALUE)`, one line. */
export function formatProblem(problem: ConfigProblem): string {
  const place = problem.line > 0 ? `${problem.file}:${String(problem.line)}` : problem.file;
  const field = problem.path === '' ? '' : ` ${problem.path}:`;
  return `${place}:${field} ${problem.message} (${problem.code})`;
}

function toProblem(problem: PolicyProblem, locate: Locate): ConfigProblem {
  const { policy, namespace, path, message } = problem;
  const place = locate({ kind: 'AccessPolicy', namespace, name: policy }, path);
  const { file, line } = place ?? { file: `AccessPolicy ${namespace}/${policy}`, line: 0 };
  return { file, line, path, code: 'BAD_POLICY', severity: 'error', message };
}

function connectionsFor(
  scope: ConfigScope,
  resources: Resources,
): {
  readonly connections: ReadonlyMap<string, ConfiguredConnection>;
  readonly problems: readonly ConfigProblem[];
} {
  const connections = new Map<string, ConfiguredConnection>();
  const problems: ConfigProblem[] = [];
  for (const { connection } of scope.listen) {
    const found = resources.connections.filter(
      (c) =>
        c.metadata.name === connection &&
        (scope.namespace === undefined || namespaceOf(c) === scope.namespace),
    );
    const [only, another] = found;
    if (only === undefined) {
      const problem = notFound(connection, scope, resources.connections);
      problems.push(problem);
      if (problem.severity === 'warning') connections.set(connection, unknown(connection, scope));
    } else if (another !== undefined) problems.push(ambiguous(connection, found));
    else {
      const configured = toConnection(only, resources, scope.mistakesRefuse === 'part');
      connections.set(connection, configured);
      if (configured.kind === 'refused')
        problems.push(refused(configured.message, connection, configured.code));
    }
  }
  return { connections, problems };
}

/** Where a part is refused, the rest can be used. */
function graded(problem: ConfigProblem, { mistakesRefuse }: ConfigScope): ConfigProblem {
  return mistakesRefuse === 'set' ? problem : { ...problem, severity: 'warning' };
}

function flagProblem(connection: string, code: string, message: string): ConfigProblem {
  return { file: `--listen ${connection}`, line: 0, path: '', code, severity: 'error', message };
}

function notFound(
  connection: string,
  scope: ConfigScope,
  all: readonly AuditedConnection[],
): ConfigProblem {
  const names = all.map((c) => c.metadata.name).sort();
  const where = scope.namespace === undefined ? '' : ` in namespace ${scope.namespace}`;
  const there = names.length === 0 ? 'there is none at all' : `there are: ${names.join(', ')}`;
  const message = `no AuditedConnection of this name${where} in ${scope.origin}; ${there}`;
  return graded(flagProblem(connection, 'UNKNOWN_CONNECTION', message), scope);
}

function unknown(name: string, { namespace = '' }: ConfigScope): RefusedConnection {
  const message = `there is no AuditedConnection ${name} that this agent may use`;
  return { kind: 'refused', name, namespace, code: 'UNKNOWN_CONNECTION', message };
}

function ambiguous(connection: string, found: readonly AuditedConnection[]): ConfigProblem {
  const namespaces = found.map(namespaceOf).sort().join(', ');
  const message = `the name stands in several namespaces (${namespaces}); choose one with --namespace`;
  return flagProblem(connection, 'AMBIGUOUS_CONNECTION', message);
}

function refused(message: string, connection: string, code: string): ConfigProblem {
  return {
    ...flagProblem(connection, code, `its clients are refused: ${message}`),
    severity: 'warning',
  };
}
