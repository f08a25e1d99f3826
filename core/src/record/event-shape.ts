import { isUlid } from './segment.ts';
import { isTime } from './time.ts';
import type { EventType, Payloads } from './types.ts';

type Check = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Check>>;

/** The keys of an event in the order in which they are written. */
export const EVENT_KEYS: readonly string[] = ['seq', 'time', 'session', 'type', 'payload'];

const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const positive: Check = (value) => count(value) && value !== 0;
const duration: Check = (value) => typeof value === 'number' && value >= 0;
const digest: Check = (value) => typeof value === 'string' && /^sha256:[0-9a-f]{64}$/.test(value);
const always: Check = (value) => value === true;
const base64Pattern = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const object =
  (shape: Shape): Check =>
  (value) =>
    isObject(value) && mismatch(value, shape) === undefined;
const mapOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

/** A regular expression recurses over megabytes; runs of the alphabet are tried in slices that keep groups of four whole. */
const base64: Check = (value) => {
  if (typeof value !== 'string' || value.length % 4 !== 0) return false;
  for (let at = 0; at < value.length; at += 65_536) {
    const slice = value.slice(at, at + 65_536);
    if (!base64Pattern.test(slice)) return false;
    if (slice.endsWith('=') && at + 65_536 < value.length) return false;
  }
  return true;
};

const parameter: Check = (value) =>
  value === null || text(value) || object({ binary: base64 })(value);

const effect = object({
  command: text,
  kind: oneOf('relation', 'function', 'setting', 'channel', 'none'),
  object: optional(text),
  unbounded: optional(always),
  through: optional(text),
});

const verdict = object({
  effect: oneOf('Allow', 'Deny', 'RequireApproval'),
  policy: optional(text),
  rule: optional(text),
  reason: text,
  dryRun: optional(
    object({
      effect: oneOf('Deny', 'RequireApproval'),
      policy: optional(text),
      rule: optional(text),
    }),
  ),
});

const agent = object({
  serviceAccount: text,
  namespace: text,
  pod: optional(object({ name: text, uid: text })),
  labels: optional(mapOf(text)),
  claims: optional(mapOf(text)),
});

const statuses: Readonly<Record<Payloads['outcome']['status'], true>> = {
  success: true,
  error: true,
  blocked: true,
  skipped: true,
  unknown: true,
};
const statusOf = oneOf(...Object.keys(statuses));

/** The payload of each type of event; types.ts says what the fields mean. */
const payloads: { readonly [T in EventType]: Readonly<Record<keyof Payloads[T], Check>> } = {
  'session-start': {
    connection: text,
    namespace: text,
    protocol: text,
    agent,
    target: object({ host: text, port: count }),
    client: mapOf(text),
    recorder: object({ version: text }),
  },
  command: {
    command: positive,
    statement: optional(count),
    text,
    parameters: listOf(parameter),
    effects: listOf(effect),
    verdict,
    code: optional(text),
  },
  decision: {
    command: positive,
    approval: text,
    decision: oneOf('Approved', 'Denied', 'Expired', 'Withdrawn'),
    deciders: listOf(object({ username: text, decision: text, reason: text, decidedAt: text })),
    reason: text,
  },
  data: {
    stream: oneOf('prepare', 'describe', 'input', 'response', 'notification'),
    command: optional(positive),
    statement: optional(count),
    text: optional(text),
    wire: optional(base64),
  },
  outcome: {
    command: positive,
    status: statusOf,
    code: optional(text),
    rows: count,
    bytes: count,
    digest: optional(digest),
    truncated: optional(always),
    durationMs: duration,
    response: optional(base64),
  },
  'session-end': {
    phase: oneOf('Completed', 'Interrupted'),
    reason: text,
    commands: object({ total: count, denied: count, approved: count, errors: count }),
    rows: count,
    bytes: count,
  },
  gap: { reason: text },
};

const envelope: Shape = {
  seq: count,
  time: isTime,
  session: isUlid,
  type: (value) => typeof value === 'string' && Object.hasOwn(payloads, value),
  payload: isObject,
};

/** Path of the first field that is missing, unknown or of the wrong form: `payload.rows`; undefined if the event is sound. */
export function malformedField(value: Readonly<Record<string, unknown>>): string | undefined {
  const outer = mismatch(value, envelope);
  if (outer !== undefined) return outer;
  const shape: Shape = payloads[value['type'] as EventType];
  const inner = isObject(value['payload']) ? mismatch(value['payload'], shape) : '';
  return inner === undefined ? undefined : `payload.${inner}`;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mismatch(value: Readonly<Record<string, unknown>>, shape: Shape): string | undefined {
  const own = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
  return (
    Object.entries(shape).find(([key, check]) => !check(own(key)))?.[0] ??
    Object.keys(value).find((key) => !Object.hasOwn(shape, key))
  );
}
