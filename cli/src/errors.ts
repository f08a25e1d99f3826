/**
 * - `WRONG_USE`: an option or argument that cannot be; `UNKNOWN_SESSION`, `AMBIGUOUS_SESSION`: a SESSION that names none or
 *   several; `NO_DATA`: no data directory; `UNREADABLE`: a file that cannot be read
 * - `NO_SIDECAR`: nobody listens on the data directory's socket; `SIDECAR_ANSWER`: an answer that is none
 * - `UNKNOWN_APPROVAL`, `APPROVAL_SETTLED`, `NOT_YOURS`: a decision that the sidecar did not take; `GRANT_REFUSED`: so a grant
 * - `MANIFESTS`: manifests with mistakes; `SQL`: a text that cannot be analysed
 * - `RECORDING`: a recording that is damaged
 * - `KUBECONFIG`: a cluster that cannot be spoken to as configured; `UNREACHABLE`: one that does not answer; `FORBIDDEN`, `NOT_FOUND`,
 *   `REFUSED`: what its API server said
 */
export type CliErrorCode =
  | 'WRONG_USE'
  | 'UNKNOWN_SESSION'
  | 'AMBIGUOUS_SESSION'
  | 'NO_DATA'
  | 'UNREADABLE'
  | 'NO_SIDECAR'
  | 'SIDECAR_ANSWER'
  | 'UNKNOWN_APPROVAL'
  | 'APPROVAL_SETTLED'
  | 'NOT_YOURS'
  | 'GRANT_REFUSED'
  | 'MANIFESTS'
  | 'SQL'
  | 'RECORDING'
  | 'KUBECONFIG'
  | 'UNREACHABLE'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'REFUSED';

/** A finding ends with 1, wrong use with 2. */
const findings = new Set<CliErrorCode>([
  'APPROVAL_SETTLED',
  'NOT_YOURS',
  'GRANT_REFUSED',
  'MANIFESTS',
  'SQL',
  'RECORDING',
  'SIDECAR_ANSWER',
  'UNREACHABLE',
  'FORBIDDEN',
  'NOT_FOUND',
  'REFUSED',
]);

/** Ends a command. The message says what to do. */
export class CliError extends Error {
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'CliError';
    this.code = code;
  }

  get exitCode(): 1 | 2 {
    return findings.has(this.code) ? 1 : 2;
  }
}
