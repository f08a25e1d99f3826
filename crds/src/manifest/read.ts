import type { AccessPolicy } from '../generated/access-policy.ts';
import type { Approval } from '../generated/approval.ts';
import type { AuditedConnection } from '../generated/audited-connection.ts';
import type { ConfigMap } from '../generated/config-map.ts';
import type { Secret } from '../generated/secret.ts';
import { type KindName, shapes } from '../generated/shapes.ts';
import { classify } from './classify.ts';
import { type ManifestDocument, readDocuments } from './documents.ts';
import { type Finding, MAX_PROBLEMS, type ManifestObject, toProblem } from './object.ts';
import { childOf, type FieldPath, formatPath, parsePath } from './path.ts';
import { duplicateProblems, referenceProblems } from './references.ts';
import { schemaFindings } from './schema-findings.ts';
import { base64Findings } from './secret-findings.ts';
import { shapeFindings } from './shape-findings.ts';
import type { Locate, ManifestFile, ManifestProblem, ObjectName, Resources } from './types.ts';

interface ReadObject {
  readonly objects: readonly ManifestObject[];
  readonly problems: readonly ManifestProblem[];
}

/**
 * Reads a set of manifests: every object of a kind that is known here, with its defaults, and every mistake in them at
 * once, by file and line. Kinds of other API groups are passed over. Never throws, whatever the texts hold; with a
 * problem of severity `error` the set must not be used.
 */
export function readManifests(files: readonly ManifestFile[]): {
  readonly resources: Resources;
  readonly problems: readonly ManifestProblem[];
  readonly locate: Locate;
} {
  const read = files.map((file) => readDocuments(file));
  const checked = read
    .flatMap(({ documents }) => documents)
    .map((document) => readObject(document));
  const objects = checked.flatMap((result) => result.objects);
  const problems = [
    ...read.flatMap((result) => result.problems),
    ...checked.flatMap((result) => result.problems),
    ...duplicateProblems(objects),
    ...referenceProblems(objects),
  ];
  return {
    resources: resourcesOf(objects),
    problems: bounded(sorted(problems, files)),
    locate: (named, path) => locateIn(objects, named, path),
  };
}

function locateIn(
  objects: readonly ManifestObject[],
  named: ObjectName,
  path: string,
): { readonly file: string; readonly line: number } | undefined {
  const found = objects.find(({ kind, document }) => {
    const metadata = childOf(document.value, 'metadata');
    const isNamed = childOf(metadata, 'name') === named.name;
    return kind === named.kind && isNamed && childOf(metadata, 'namespace') === named.namespace;
  });
  return found && { file: found.document.file, line: found.document.lineOf(parsePath(path)) };
}

function readObject(document: ManifestDocument): ReadObject {
  const classification = classify(document.value);
  switch (classification.is) {
    case 'foreign':
      return { objects: [], problems: [] };
    case 'wrong':
      return {
        objects: [],
        problems: classification.findings.map((finding) => toProblem(document, finding)),
      };
    case 'known': {
      const findings = findingsOf(classification.kind, document.value);
      const object = { kind: classification.kind, document, valid: findings.length === 0 };
      return {
        objects: [object],
        problems: findings.map((finding) => toProblem(document, finding)),
      };
    }
  }
}

function findingsOf(kind: KindName, value: unknown): readonly Finding[] {
  const bySchema = schemaFindings(kind, value);
  const further = [
    ...shapeFindings(shapes[kind], value),
    ...(kind === 'Secret' ? base64Findings('data', value) : []),
    ...(kind === 'ConfigMap' ? base64Findings('binaryData', value) : []),
  ];
  // A misspelt field breaks rules about the one that was meant: what follows from a finding is left out.
  const touched = new Set(
    bySchema.flatMap(({ path }) => [path, path.slice(0, -1)].map(formatPath)),
  );
  return [
    ...bySchema,
    ...further.filter((finding) => !touched.has(formatPath(objectOf(finding)))),
  ].slice(0, MAX_PROBLEMS + 1);
}

/** A missing field is a finding about the object around it. */
function objectOf({ code, path }: Finding): FieldPath {
  return code === 'MISSING_FIELD' ? path.slice(0, -1) : path;
}

function sorted(
  problems: readonly ManifestProblem[],
  files: readonly ManifestFile[],
): readonly ManifestProblem[] {
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const position = ({ file }: ManifestProblem): number => order.get(file) ?? 0;
  return problems.toSorted((a, b) => position(a) - position(b) || a.line - b.line);
}

function bounded(problems: readonly ManifestProblem[]): readonly ManifestProblem[] {
  const next = problems[MAX_PROBLEMS];
  if (next === undefined) return problems;
  const { file, line } = next;
  const message = 'there are more problems; they are told once these are solved';
  return [
    ...problems.slice(0, MAX_PROBLEMS),
    { file, line, path: '', code: 'TOO_MANY_PROBLEMS', severity: 'error', message },
  ];
}

function resourcesOf(objects: readonly ManifestObject[]): Resources {
  // A valid object has the type that is generated from the schema which it was validated by.
  const ofKind = (kind: KindName): readonly unknown[] =>
    objects
      .filter((object) => object.kind === kind && object.valid)
      .map(({ document }) => document.value);
  return {
    connections: ofKind('AuditedConnection') as readonly AuditedConnection[],
    policies: ofKind('AccessPolicy') as readonly AccessPolicy[],
    approvals: ofKind('Approval') as readonly Approval[],
    secrets: ofKind('Secret') as readonly Secret[],
    configMaps: ofKind('ConfigMap') as readonly ConfigMap[],
  };
}
