/** One limit of the operator; docs/limits.md is generated from these rows. */
export interface Limit {
  readonly unit: 'bytes' | 'ms' | 'count';
  readonly value: number;
  /** What happens beyond it, as a sentence. */
  readonly beyond: string;
}

const limit = (unit: Limit['unit'], value: number, beyond: string): Limit => ({
  unit,
  value,
  beyond,
});
const MiB = 2 ** 20;
const DAY_MS = 86_400_000;

/** Conversations with the API server. */
export const clientLimits: Readonly<
  Record<
    | 'requestMs'
    | 'headersMs'
    | 'sockets'
    | 'idleSocketMs'
    | 'probeAfterMs'
    | 'answerBytes'
    | 'lineBytes',
    Limit
  >
> = {
  requestMs: limit('ms', 30_000, 'A request that is not answered whole fails with TIMEOUT.'),
  headersMs: limit('ms', 15_000, 'A watch that is not begun to be answered fails with TIMEOUT.'),
  sockets: limit('count', 16, 'Further requests wait for a connection; watches have their own.'),
  idleSocketMs: limit('ms', 60_000, 'A connection without a request is closed.'),
  probeAfterMs: limit(
    'ms',
    15_000,
    'The kernel asks a silent peer for a sign of life; without one for ten seconds more the connection is gone.',
  ),
  answerBytes: limit(
    'bytes',
    64 * MiB,
    'The answer is not read on; the request fails with TOO_LARGE.',
  ),
  lineBytes: limit(
    'bytes',
    8 * MiB,
    'The watch ends with TOO_LARGE, and its objects are listed again.',
  ),
};

/** Pictures of the cluster: lists and watches. */
export const reflectorLimits: Readonly<
  Record<
    | 'pageObjects'
    | 'watchSeconds'
    | 'watchGraceMs'
    | 'silentMs'
    | 'deafMs'
    | 'firstBackoffMs'
    | 'mostBackoffMs',
    Limit
  >
> = {
  pageObjects: limit('count', 500, 'The list goes on in a further request.'),
  watchSeconds: limit(
    'count',
    300,
    'The server ends the watch after one to two times as many seconds; the next goes on there.',
  ),
  watchGraceMs: limit(
    'ms',
    10_000,
    'A watch that the server does not end by then is cut, and begun again.',
  ),
  silentMs: limit(
    'ms',
    90_000,
    'A watch without an event or a bookmark is cut, and begun again where it was.',
  ),
  deafMs: limit(
    'ms',
    120_000,
    'Whoever heard nothing of the API server for so long is deaf: not live, and an alert.',
  ),
  firstBackoffMs: limit(
    'ms',
    500,
    'The first pause after a failed list or watch; it doubles with each failure.',
  ),
  mostBackoffMs: limit('ms', 15_000, 'No pause is longer.'),
};

/** Which replica works. */
export const leaseLimits: Readonly<Record<'leaseMs' | 'renewMs' | 'retryMs' | 'requestMs', Limit>> =
  {
    leaseMs: limit(
      'ms',
      8_000,
      'Another replica takes a lease over that it did not see change for so long.',
    ),
    renewMs: limit(
      'ms',
      5_000,
      'A leader that could not renew its lease for so long stops its work.',
    ),
    retryMs: limit('ms', 1_500, 'The next look at the lease, and its next renewal.'),
    requestMs: limit(
      'ms',
      2_000,
      'A look or a renewal that is not answered has failed; the next may not.',
    ),
  };

/** What people are told through Events. */
export const eventLimits: Readonly<
  Record<'seriesMs' | 'burst' | 'refillMs' | 'remembered' | 'waiting', Limit>
> = {
  seriesMs: limit('ms', 360_000, 'The same again is a new event; before, the old one counts it.'),
  burst: limit(
    'count',
    25,
    'Further events about one object are dropped until refillMs has passed.',
  ),
  refillMs: limit('ms', 300_000, 'One more event about the object may be told.'),
  remembered: limit(
    'count',
    4_096,
    'The one that was used longest ago is forgotten, and would be new again.',
  ),
  waiting: limit('count', 1_000, 'Further events are dropped until some are written.'),
};

/** What controllers do. */
export const controllerLimits: Readonly<
  Record<
    | 'parallelism'
    | 'firstBackoffMs'
    | 'mostBackoffMs'
    | 'crowdMs'
    | 'podGraceMs'
    | 'sweptAgainMs'
    | 'approvalKeptMs'
    | 'sessionKeptMs',
    Limit
  >
> = {
  parallelism: limit('count', 4, 'Further objects of the kind wait for their turn.'),
  firstBackoffMs: limit('ms', 250, 'The first pause after a failure; it doubles with each one.'),
  mostBackoffMs: limit('ms', 300_000, 'No pause is longer, and a change of the object ends it.'),
  crowdMs: limit(
    'ms',
    1_000,
    'What pods change about a connection is looked at once for all that changed within it.',
  ),
  podGraceMs: limit(
    'ms',
    60_000,
    'A session whose pod is gone for so long, and whose sidecar has not said how it ended, is Interrupted.',
  ),
  sweptAgainMs: limit(
    'ms',
    1_800_000,
    'Of an annotated pod that still has no sidecar there is another Event.',
  ),
  approvalKeptMs: limit(
    'ms',
    30 * DAY_MS,
    'An Approval that has been over for so long is deleted; `--keep-approvals` sets it.',
  ),
  sessionKeptMs: limit(
    'ms',
    30 * DAY_MS,
    'An AuditSession that ended so long ago, and of which no store has a recording, is deleted; `--keep-sessions` sets it. With a recording it goes with that.',
  ),
};

/** What is asked about agents' rights. */
export const bypassLimits: Readonly<
  Record<'serviceAccounts' | 'betweenMs' | 'knownMs' | 'known', Limit>
> = {
  serviceAccounts: limit(
    'count',
    50,
    'BypassFree of a connection that further ServiceAccounts use is at best Unknown.',
  ),
  betweenMs: limit('ms', 10, 'The next SubjectAccessReview waits so long after the one before.'),
  knownMs: limit('ms', 300_000, 'A right is asked for again, and each connection looked at again.'),
  known: limit('count', 20_000, 'The answer that was got first is forgotten.'),
};

/** By part, as docs/limits.md has them. */
export const operatorLimits: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  kubeClient: clientLimits,
  kubeReflector: reflectorLimits,
  lease: leaseLimits,
  events: eventLimits,
  controllers: controllerLimits,
  bypass: bypassLimits,
};
