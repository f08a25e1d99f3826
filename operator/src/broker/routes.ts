import { BROKER_PATHS, type CertificatePurpose } from '@chaperone/core/broker';
import { putApproval } from './approvals.ts';
import { putManifest, putSession } from './sessions.ts';
import type { Caller, Cluster } from './types.ts';

type Put = (caller: Caller, name: string, body: unknown, cluster: Cluster) => Promise<void>;

/** What can be put, by the path before its name. */
const puts: readonly (readonly [string, Put])[] = [
  [BROKER_PATHS.approvals, putApproval],
  [BROKER_PATHS.sessions, putSession],
  [BROKER_PATHS.manifests, putManifest],
];

const files = [
  ['POST', 'upload', BROKER_PATHS.uploads],
  ['PUT', 'content', BROKER_PATHS.contents],
] as const;

/** RFC 1123 subdomain, or a ULID: what may be in a path of the API server. */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/;

const purposes: readonly CertificatePurpose[] = ['serving', 'recording'];

export type Route =
  | { readonly kind: 'stream' }
  | { readonly kind: 'certify'; readonly purpose: CertificatePurpose }
  | {
      readonly kind: 'put';
      readonly put: (caller: Caller, body: unknown, cluster: Cluster) => Promise<void>;
    }
  /** `name`: of a session, a slash, and a file of its recording. */
  | { readonly kind: 'upload'; readonly name: string }
  | { readonly kind: 'content'; readonly name: string };

/** What it is of is looked at behind the door: a ULID, and a name of a closed set. */
const FILE = /^[0-9A-Z]{26}\/[a-z0-9.-]{1,64}$/;

/** Undefined where there is nothing. */
export function routeOf(method: string | undefined, url: string | undefined): Route | undefined {
  if (url === BROKER_PATHS.stream) return method === 'GET' ? { kind: 'stream' } : undefined;
  const file = fileOf(method, url);
  if (file !== undefined) return file;
  if (method === 'POST') {
    const purpose = purposes.find((one) => url === BROKER_PATHS.certificates + one);
    return purpose && { kind: 'certify', purpose };
  }
  if (method !== 'PUT' || url === undefined) return undefined;
  for (const [path, put] of puts) {
    const name = url.startsWith(path) ? url.slice(path.length) : '';
    if (!NAME.test(name)) continue;
    return { kind: 'put', put: async (caller, body, cluster) => put(caller, name, body, cluster) };
  }
  return undefined;
}

function fileOf(method: string | undefined, url = ''): Route | undefined {
  for (const [by, kind, path] of files) {
    const name = url.startsWith(path) ? url.slice(path.length) : '';
    if (method === by && FILE.test(name)) return { kind, name };
  }
  return undefined;
}
