/** Why bytes are no message. Closed: a refusal names one of these. */
export type MalformedCode =
  | 'LENGTH_TOO_SMALL'
  | 'LENGTH_TOO_LARGE'
  | 'UNKNOWN_TYPE'
  | 'WRONG_PHASE'
  | 'TRUNCATED'
  | 'LEFTOVER_BYTES'
  | 'MISSING_NUL'
  | 'BAD_COUNT'
  | 'BAD_LENGTH'
  | 'BAD_VALUE'
  | 'NAME_TOO_LONG'
  | 'INVALID_UTF8';

/** The answer of every decoder to bytes that are not its message. `detail` is for people and holds no content. */
export interface Malformed {
  readonly kind: 'malformed';
  readonly code: MalformedCode;
  readonly detail: string;
}

export function malformed(code: MalformedCode, detail: string): Malformed {
  return { kind: 'malformed', code, detail };
}

export function isMalformed(answer: { readonly kind: string }): answer is Malformed {
  return answer.kind === 'malformed';
}
