import type { IncomingHttpHeaders } from 'node:http';
import { KubeError, type KubeErrorCode } from '../errors.ts';

const MESSAGE_CHARACTERS = 2_000;

const BY_STATUS: Readonly<Record<number, KubeErrorCode>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  409: 'CONFLICT',
  410: 'EXPIRED',
  413: 'TOO_LARGE',
  422: 'INVALID',
  429: 'TOO_MANY_REQUESTS',
  504: 'TIMEOUT',
};

/** metav1.Status, in what is used of it. */
export interface Status {
  readonly kind?: string;
  readonly code?: number;
  readonly reason?: string;
  readonly message?: string;
  readonly details?: { readonly retryAfterSeconds?: number };
}

function codeOf(status: number, reason: string | undefined): KubeErrorCode {
  if (reason === 'AlreadyExists') return 'ALREADY_EXISTS';
  const code = BY_STATUS[status];
  if (code !== undefined) return code;
  return status >= 500 ? 'SERVER_FAILED' : 'REFUSED';
}

/** The error that a Status says, in an answer or in a watch's ERROR event. */
export function errorOfStatus(status: Status, httpStatus: number, retryAfter?: number): KubeError {
  const code = status.code ?? httpStatus;
  const seconds = status.details?.retryAfterSeconds ?? retryAfter;
  const message = status.message ?? `the API server answered ${String(code)}`;
  return new KubeError(codeOf(code, status.reason), message.slice(0, MESSAGE_CHARACTERS), {
    status: code,
    ...(status.reason === undefined || status.reason === '' ? {} : { reason: status.reason }),
    ...(seconds === undefined || seconds <= 0 ? {} : { retryAfterMs: seconds * 1000 }),
  });
}

/** The error of an answer that is not good; its body is a Status, or what a proxy in between says. */
export function errorOf(status: number, headers: IncomingHttpHeaders, body: string): KubeError {
  const retryAfter = Number(headers['retry-after'] ?? NaN);
  return errorOfStatus(
    statusIn(body),
    status,
    Number.isFinite(retryAfter) ? retryAfter : undefined,
  );
}

function statusIn(body: string): Status {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'kind' in parsed) return parsed as Status;
  } catch {
    // Not the API server's own words: the HTTP status says it all.
  }
  return {};
}
