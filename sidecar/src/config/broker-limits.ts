import { limit, MiB, type Limit } from './limit.ts';

/** What a sidecar asks of the operator's broker, and how long it goes on without. */
export const brokerLimits: Readonly<
  Record<
    | 'requestMs'
    | 'answerBytes'
    | 'lineBytes'
    | 'deafMs'
    | 'retryMs'
    | 'graceMs'
    | 'startMs'
    | 'registerMs'
    | 'refusedMs'
    | 'waiting',
    Limit
  >
> = {
  requestMs: limit(
    'ms',
    5_000,
    'The request counts as failed, and is tried again where it may be.',
  ),
  answerBytes: limit('bytes', 1 * MiB, 'The answer counts as none.'),
  lineBytes: limit('bytes', 16 * MiB, 'The stream is closed and opened again.'),
  deafMs: limit(
    'ms',
    15_000,
    'A stream on which nothing came for so long is closed and opened again.',
  ),
  retryMs: limit('ms', 10_000, 'The longest pause before the broker is tried again.'),
  graceMs: limit(
    'ms',
    600_000,
    'Without the broker for longer, connections are refused with BROKER_UNAVAILABLE and running sessions are allowed nothing.',
  ),
  startMs: limit('ms', 60_000, 'The sidecar ends with BROKER_UNAVAILABLE; it is started again.'),
  registerMs: limit(
    'ms',
    10_000,
    'A session that could not be registered for so long is refused with BROKER_UNAVAILABLE.',
  ),
  refusedMs: limit('ms', 60_000, 'The broker is asked again for a certificate that it refused.'),
  waiting: limit(
    'count',
    10_000,
    'Reports of sessions and Approvals that wait for the broker: the oldest is dropped, and said in the log.',
  ),
};
