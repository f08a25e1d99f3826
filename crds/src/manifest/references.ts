import type { AccessPolicy } from '../generated/access-policy.ts';
import type { AuditedConnection } from '../generated/audited-connection.ts';
import type { ConfigMap } from '../generated/config-map.ts';
import type { Secret } from '../generated/secret.ts';
import { configMapValue, secretValue } from '../secret-value.ts';
import { type Finding, type ManifestObject, nameOf, toProblem } from './object.ts';
import type { FieldPath } from './path.ts';
import { nearest } from './spelling.ts';
import type { ManifestProblem } from './types.ts';

/** Every object of the set by kind and name; an invalid one counts as there, but nothing can be said of its keys. */
type Index = ReadonlyMap<string, ManifestObject>;

/** Names of one file that must be found in another. */
export function referenceProblems(objects: readonly ManifestObject[]): readonly ManifestProblem[] {
  const index: Index = new Map(
    objects.map((object) => [keyOf(object.kind, nameOf(object.document.value)), object]),
  );
  return objects
    .filter(({ valid }) => valid)
    .flatMap((object) =>
      findingsOf(object, index).map((finding) => toProblem(object.document, finding)),
    );
}

/** The same kind and name twice; reported at each object after the first. */
export function duplicateProblems(objects: readonly ManifestObject[]): readonly ManifestProblem[] {
  const first = new Map<string, ManifestObject>();
  return objects.flatMap((object) => {
    const name = nameOf(object.document.value);
    const key = keyOf(object.kind, name);
    const earlier = first.get(key);
    if (name === undefined || earlier === undefined) {
      first.set(key, object);
      return [];
    }
    const { file, lineOf } = earlier.document;
    const place = `${file}:${String(lineOf(['metadata', 'name']))}`;
    const message = `${object.kind} ${name} is already in ${place}: rename or remove one of them`;
    return [
      toProblem(object.document, { path: ['metadata', 'name'], code: 'DUPLICATE_NAME', message }),
    ];
  });
}

function keyOf(kind: string, name: string | undefined): string {
  return `${kind} ${name ?? ''}`;
}

function findingsOf({ kind, document }: ManifestObject, index: Index): readonly Finding[] {
  if (kind === 'AuditedConnection')
    return connectionFindings(document.value as AuditedConnection, index);
  return kind === 'AccessPolicy' ? policyFindings(document.value as AccessPolicy, index) : [];
}

function policyFindings({ metadata, spec }: AccessPolicy, index: Index): readonly Finding[] {
  const prefix = keyOf('AuditedConnection', `${metadata.namespace}/`);
  const known = [...index.keys()]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
  return spec.connections.flatMap((name, position): Finding[] => {
    if (name.includes('*') || known.includes(name)) return [];
    const meant = nearest(name, known);
    const advice =
      meant === undefined ? 'the policy has no effect on it' : `did you mean ${meant}?`;
    const message = `there is no AuditedConnection ${name} in namespace ${metadata.namespace}; ${advice}`;
    return [
      {
        path: ['spec', 'connections', position],
        code: 'MISSING_REFERENCE',
        severity: 'warning',
        message,
      },
    ];
  });
}

/** One reference to an object and the keys that it must have: all of one of the sets. */
interface Reference {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
  readonly path: FieldPath;
  readonly keySets: readonly (readonly string[])[];
}

const LOGIN = ['username', 'password'];

/** Keys that the credential of a protocol is read from. */
const CREDENTIAL_KEYS: Readonly<
  Record<AuditedConnection['spec']['protocol'], Reference['keySets']>
> = {
  Postgres: [LOGIN],
  HTTP: [['token'], LOGIN],
  Kubernetes: [['token'], LOGIN],
  SSH: [['username', 'ssh-privatekey'], LOGIN],
};

function connectionFindings(
  { metadata, spec }: AuditedConnection,
  index: Index,
): readonly Finding[] {
  return referencesOf(spec).flatMap((reference) =>
    referenceFindings(reference, metadata.namespace, index),
  );
}

function referencesOf(spec: AuditedConnection['spec']): readonly Reference[] {
  const { protocol, target, credential, identity } = spec;
  const { secretRef, tokenExchange } = credential;
  const certificate = target.tls.clientCertificateRef;
  const login =
    certificate === undefined || protocol !== 'Postgres'
      ? CREDENTIAL_KEYS[protocol]
      : [['username']];
  return [
    ...authority(['target', 'tls', 'caRef'], target.tls.caRef),
    ...secret(['target', 'tls', 'clientCertificateRef'], certificate, [['tls.crt', 'tls.key']]),
    ...secret(['credential', 'secretRef'], secretRef, login),
    ...secret(['credential', 'tokenExchange', 'clientSecretRef'], tokenExchange?.clientSecretRef, [
      ['client_id', 'client_secret'],
    ]),
    ...authority(['credential', 'tokenExchange', 'caRef'], tokenExchange?.caRef),
    ...authority(['identity', 'oidc', 'caRef'], identity?.oidc?.caRef),
  ];
}

const nameAt = (path: readonly string[]): FieldPath => ['spec', ...path, 'name'];

function authority(
  path: readonly string[],
  reference: AuditedConnection['spec']['target']['tls']['caRef'],
): readonly Reference[] {
  if (reference === undefined) return [];
  const { kind, name, key } = reference;
  return [{ kind, name, path: nameAt(path), keySets: [[key]] }];
}

function secret(
  path: readonly string[],
  reference: { readonly name: string } | undefined,
  keySets: Reference['keySets'],
): readonly Reference[] {
  if (reference === undefined) return [];
  return [{ kind: 'Secret', name: reference.name, path: nameAt(path), keySets }];
}

function referenceFindings(
  reference: Reference,
  namespace: string,
  index: Index,
): readonly Finding[] {
  const { kind, name, path, keySets } = reference;
  const found = index.get(keyOf(kind, `${namespace}/${name}`));
  const missing = (message: string): readonly Finding[] => [
    { path, code: 'MISSING_REFERENCE', message },
  ];
  if (found === undefined)
    return missing(`there is no ${kind} ${name} in namespace ${namespace}: add it to the files`);
  if (!found.valid || keySets.some((keys) => keys.every((key) => hasValue(found, key)))) return [];
  const wanted = keySets.map((keys) => keys.join(' and ')).join(', or ');
  return missing(`${kind} ${name} lacks a key, or its value is empty: it needs ${wanted}`);
}

function hasValue({ kind, document }: ManifestObject, key: string): boolean {
  const value =
    kind === 'Secret'
      ? secretValue(document.value as Secret, key)
      : configMapValue(document.value as ConfigMap, key);
  return value !== undefined && value.length > 0;
}
