import type { Limit } from '../kube/limits.ts';

const limit = (unit: Limit['unit'], value: number, beyond: string): Limit => ({
  unit,
  value,
  beyond,
});
const MiB = 2 ** 20;

/** What is kept in stores, and how long one is waited for. */
export const storeLimits: Readonly<
  Record<
    | 'objectBytes'
    | 'readBytes'
    | 'grantMs'
    | 'requestMs'
    | 'staleMs'
    | 'digests'
    | 'credentialMs'
    | 'checkMs'
    | 'contentsPerPod'
    | 'contents'
    | 'contentIdleMs'
    | 'contentMs'
    | 'sessions',
    Limit
  >
> = {
  objectBytes: limit('bytes', 1024 * MiB, 'The file is refused with CONTENT_TOO_LARGE.'),
  readBytes: limit('bytes', 4 * MiB, 'A manifest that is longer is none.'),
  grantMs: limit('ms', 300_000, 'The URL to which a sidecar puts a file is good for nothing.'),
  requestMs: limit('ms', 15_000, 'The store counts as unreachable; it is tried again.'),
  staleMs: limit('ms', 3_600_000, 'What an upload left half done in a directory is removed.'),
  digests: limit(
    'count',
    2_000,
    'The file of a directory that was stored first is read again where somebody asks for its digest.',
  ),
  credentialMs: limit('ms', 30_000, "The Secret with a store's credential is read again."),
  checkMs: limit('ms', 60_000, 'A store is looked at again, a third sooner or later at random.'),
  contentsPerPod: limit(
    'count',
    4,
    'A further file of the pod at the same time is refused with TOO_MANY_REQUESTS.',
  ),
  contents: limit(
    'count',
    256,
    'A further file of any pod at the same time is refused with TOO_MANY_REQUESTS.',
  ),
  contentIdleMs: limit('ms', 30_000, 'A file of which nothing comes is given up: BODY_TIMEOUT.'),
  contentMs: limit('ms', 600_000, 'A file that is not there whole by then is given up.'),
  sessions: limit('count', 10_000, 'Whose session it is, which was asked first, is asked again.'),
};
