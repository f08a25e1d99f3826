import { apiVersions, type KindName } from '../generated/shapes.ts';
import type { Finding } from './object.ts';
import { childOf, isRecord } from './path.ts';
import { nearest } from './spelling.ts';

const GROUP = 'chaperone.dev';
const VERSION = `${GROUP}/v1alpha1`;

const READ = Object.keys(apiVersions) as KindName[];
const OURS = READ.filter((kind) => apiVersions[kind] === VERSION);

const API_VERSION =
  /^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?\/)?v[0-9]{1,9}(?:(?:alpha|beta)[0-9]{1,9})?$/;
const KIND = /^[A-Z][A-Za-z0-9]{0,62}$/;

/** What a document is: of a kind that is read, of one that is none of our business, or wrong. */
export type Classification =
  | { readonly is: 'known'; readonly kind: KindName }
  | { readonly is: 'foreign' }
  | { readonly is: 'wrong'; readonly findings: readonly Finding[] };

/** Tells by `apiVersion` and `kind` alone. What is close to a kind of ours is an error, not somebody else's kind. */
export function classify(value: unknown): Classification {
  if (!isRecord(value))
    return wrong({
      path: [],
      code: 'WRONG_TYPE',
      message: 'a resource is a map with apiVersion, kind and metadata',
    });
  const apiVersion = childOf(value, 'apiVersion');
  const kind = childOf(value, 'kind');
  const malformed = [
    ...headerFindings('apiVersion', apiVersion, API_VERSION, `for example ${VERSION}`),
    ...headerFindings('kind', kind, KIND, 'for example AuditedConnection'),
  ];
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || malformed.length > 0)
    return { is: 'wrong', findings: malformed };
  return classifyHeader(apiVersion, kind);
}

function classifyHeader(apiVersion: string, kind: string): Classification {
  const known = READ.find((name) => name === kind);
  const wanted = known === undefined ? VERSION : apiVersions[known];
  if (known !== undefined && wanted === apiVersion) return { is: 'known', kind: known };
  const [group = ''] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  const ours = OURS.some((name) => name === kind);
  if (group === GROUP && !ours) return unknownKind(kind, OURS);
  if (isMeant(group, kind)) return wrongVersion(kind, wanted);
  return apiVersion === 'v1' ? classifyCore(kind) : { is: 'foreign' };
}

/** Whether an object with another apiVersion than ours can only be a mistake. */
function isMeant(group: string, kind: string): boolean {
  if (nearest(group, [GROUP]) !== undefined) return true;
  // Others have approvals and secrets of their own, in groups of their own.
  return group === ''
    ? READ.some((name) => name === kind)
    : OURS.some((name) => name === kind) && kind !== 'Approval';
}

function classifyCore(kind: string): Classification {
  if (kind === 'List') {
    const message = 'lists are not read: write each object as a YAML document of its own';
    return wrong({ path: ['kind'], code: 'UNKNOWN_KIND', message });
  }
  const meant = nearest(kind, ['ConfigMap', 'Secret']);
  return meant === undefined ? { is: 'foreign' } : unknownKind(kind, [meant]);
}

function headerFindings(field: string, value: unknown, form: RegExp, example: string): Finding[] {
  if (value === undefined)
    return [{ path: [], code: 'MISSING_FIELD', message: `${field} is missing, ${example}` }];
  if (typeof value !== 'string')
    return [{ path: [field], code: 'WRONG_TYPE', message: `${field} must be a text, ${example}` }];
  if (form.test(value)) return [];
  const code = field === 'kind' ? 'UNKNOWN_KIND' : 'UNKNOWN_VERSION';
  return [{ path: [field], code, message: `${field} does not have the form of one, ${example}` }];
}

function wrongVersion(kind: string, apiVersion: string): Classification {
  const message = `${kind} is read in one version only: write apiVersion: ${apiVersion}`;
  return wrong({ path: ['apiVersion'], code: 'UNKNOWN_VERSION', message });
}

function unknownKind(kind: string, kinds: readonly string[]): Classification {
  const meant = nearest(kind, kinds);
  const advice = meant === undefined ? `there are ${kinds.join(', ')}` : `did you mean ${meant}?`;
  return wrong({
    path: ['kind'],
    code: 'UNKNOWN_KIND',
    message: `there is no kind ${kind}; ${advice}`,
  });
}

function wrong(finding: Finding): Classification {
  return { is: 'wrong', findings: [finding] };
}
