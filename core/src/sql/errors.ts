export type SqlErrorCode =
  | 'SQL_SYNTAX'
  | 'SQL_TOO_COMPLEX'
  | 'SQL_UNSUPPORTED'
  | 'SQL_INVALID_TEXT'
  | 'SQL_PARSER_UNAVAILABLE'
  | 'SQL_PARSER_BUSY';

/** Why each code happens; the source of the documentation of errors. */
export const SQL_ERRORS: Readonly<Record<SqlErrorCode, string>> = {
  SQL_SYNTAX: "The text does not parse by PostgreSQL's grammar.",
  SQL_TOO_COMPLEX:
    'The text exceeds a limit of the parser; split it, or send values as parameters.',
  SQL_UNSUPPORTED: 'The text has a construct that this release does not know.',
  SQL_INVALID_TEXT: 'The text contains a NUL character or half of a surrogate pair.',
  SQL_PARSER_UNAVAILABLE: 'The parser is being started (again); try again.',
  SQL_PARSER_BUSY: 'Too many large texts wait for the parser; try again.',
};

/** A text that cannot be analysed. Nothing of the text itself is in the message beyond what the parser quotes. */
export class SqlError extends Error {
  override readonly name = 'SqlError';
  readonly code: SqlErrorCode;
  /** Byte offset (UTF-8) into the text, from 0, where known. */
  readonly position?: number;

  constructor(
    code: SqlErrorCode,
    message: string,
    facts: { position?: number; cause?: unknown } = {},
  ) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = code;
    if (facts.position !== undefined) this.position = facts.position;
  }
}
