import { AdmissionError } from './errors.ts';

/** What the API server asks: one object, before it is written. */
export interface AdmissionRequest {
  readonly uid: string;
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE' | 'CONNECT';
  readonly namespace: string;
  readonly userInfo: UserInfo;
  readonly object: Readonly<Record<string, unknown>>;
  /** The stored state; undefined at CREATE. */
  readonly oldObject: Readonly<Record<string, unknown>> | undefined;
}

/** Who asks, as the API server authenticated it. */
export interface UserInfo {
  readonly username: string;
  readonly groups: readonly string[];
}

/** The answer: admitted, perhaps changed, perhaps with warnings; or refused with a message that a person reads. */
export type AdmissionAnswer =
  | {
      readonly kind: 'admitted';
      readonly patch: readonly object[];
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string; readonly warnings: readonly string[] };

const OPERATIONS = ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'] as const;

/**
 * The request of an AdmissionReview (admission.k8s.io/v1).
 *
 * @throws AdmissionError BAD_REVIEW
 */
export function parseReview(text: string): AdmissionRequest {
  const review = record(parseJson(text), 'the body');
  if (review['apiVersion'] !== 'admission.k8s.io/v1' || review['kind'] !== 'AdmissionReview')
    throw bad('the body is no AdmissionReview of admission.k8s.io/v1');
  const request = record(review['request'], 'request');
  const userInfo = record(request['userInfo'], 'request.userInfo');
  const { oldObject, namespace = '' } = request;
  const groups: unknown = userInfo['groups'] ?? [];
  if (!Array.isArray(groups)) throw bad('request.userInfo.groups is no list');
  return {
    uid: textOf(request['uid'], 'request.uid'),
    operation: operationOf(request['operation']),
    namespace: textOf(namespace, 'request.namespace'),
    userInfo: {
      username: textOf(userInfo['username'], 'request.userInfo.username'),
      groups: groups.map((group: unknown) => textOf(group, 'request.userInfo.groups')),
    },
    object: record(request['object'], 'request.object'),
    oldObject:
      oldObject === undefined || oldObject === null
        ? undefined
        : record(oldObject, 'request.oldObject'),
  };
}

/** HTTP status with which a refusal reaches the person: the API server shows the message behind it. */
const FORBIDDEN = 403;

/** The AdmissionReview that answers. */
export function toReview(uid: string, answer: AdmissionAnswer): string {
  const warnings = answer.warnings.length > 0 ? { warnings: answer.warnings } : {};
  const response =
    answer.kind === 'refused'
      ? { uid, allowed: false, status: { code: FORBIDDEN, message: answer.message }, ...warnings }
      : { uid, allowed: true, ...patchOf(answer.patch), ...warnings };
  return JSON.stringify({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response });
}

function patchOf(patch: readonly object[]): object {
  if (patch.length === 0) return {};
  return { patchType: 'JSONPatch', patch: Buffer.from(JSON.stringify(patch)).toString('base64') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AdmissionError('BAD_REVIEW', 'the body is not JSON', { cause });
  }
}

function record(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw bad(`${what} is no object`);
}

function textOf(value: unknown, what: string): string {
  if (typeof value === 'string') return value;
  throw bad(`${what} is no text`);
}

function operationOf(value: unknown): AdmissionRequest['operation'] {
  const operation = OPERATIONS.find((known) => known === value);
  if (operation === undefined) throw bad('request.operation is unknown');
  return operation;
}

function bad(message: string): AdmissionError {
  return new AdmissionError('BAD_REVIEW', message);
}
