/** What can be wrong with a value that a person wrote. */
export type UnitErrorCode = 'BAD_DURATION' | 'BAD_QUANTITY';

/** A duration or a quantity that cannot be read. */
export class UnitError extends Error {
  readonly code: UnitErrorCode;
  /** The text as it was given. */
  readonly text: string;

  constructor(code: UnitErrorCode, text: string, message: string) {
    super(message);
    this.name = 'UnitError';
    this.code = code;
    this.text = text;
  }
}
