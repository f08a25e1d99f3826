import type { Limit } from '../kube/limits.ts';

const limit = (unit: Limit['unit'], value: number, beyond: string): Limit => ({
  unit,
  value,
  beyond,
});

/** What sidecars may ask of the broker. */
export const brokerLimits: Readonly<
  Record<
    | 'tokenBytes'
    | 'bodyBytes'
    | 'bodyMs'
    | 'headersMs'
    | 'sockets'
    | 'requestBurst'
    | 'requestsPerSecond'
    | 'uploadBurst'
    | 'uploadsPerSecond'
    | 'streamsPerPod'
    | 'streamMs'
    | 'unsentBytes'
    | 'pingMs'
    | 'settleMs'
    | 'tokenKnownMs'
    | 'tokens'
    | 'certificateBurst'
    | 'certificatesPerMinute'
    | 'publicKeyBytes',
    Limit
  >
> = {
  tokenBytes: limit('bytes', 16_384, 'The request is refused with TOKEN_INVALID.'),
  bodyBytes: limit('bytes', 1_048_576, 'The request is refused with BODY_TOO_LARGE.'),
  bodyMs: limit('ms', 10_000, 'The request is refused with BODY_TIMEOUT.'),
  headersMs: limit('ms', 10_000, 'The connection is closed.'),
  sockets: limit('count', 10_000, 'Further connections are closed.'),
  requestBurst: limit(
    'count',
    200,
    'Further requests of the pod are refused with TOO_MANY_REQUESTS.',
  ),
  requestsPerSecond: limit('count', 50, 'As requestBurst, which fills up again at this rate.'),
  uploadBurst: limit(
    'count',
    1_000,
    'Further files of recordings of the pod are refused with TOO_MANY_REQUESTS, and wait in the pod.',
  ),
  uploadsPerSecond: limit('count', 500, 'As uploadBurst, which fills up again at this rate.'),
  streamsPerPod: limit('count', 2, 'A further stream of the pod is refused with TOO_MANY_STREAMS.'),
  streamMs: limit(
    'ms',
    600_000,
    'The stream is ended; the sidecar opens another, and is looked at again.',
  ),
  unsentBytes: limit('bytes', 33_554_432, 'A stream whose sidecar does not read is closed.'),
  pingMs: limit('ms', 5_000, 'A stream on which nothing else is said says `ping`.'),
  settleMs: limit('ms', 20, 'Changes within this time are told together.'),
  tokenKnownMs: limit('ms', 30_000, 'A token is reviewed, and its pod read, again.'),
  tokens: limit('count', 20_000, 'The token that was reviewed first is forgotten.'),
  certificateBurst: limit(
    'count',
    20,
    'Further certificates of the pod are refused with TOO_MANY_REQUESTS.',
  ),
  certificatesPerMinute: limit(
    'count',
    6,
    'As certificateBurst, which fills up again at this rate.',
  ),
  publicKeyBytes: limit('bytes', 256, 'The key is not looked at: BAD_REQUEST.'),
};
