/** Part of a text, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Hit {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds one kind of sensitive value in a text. Time is linear in the text's length for any text; hits come in no
 * particular order and may overlap.
 */
export type Detector = (text: string) => readonly Hit[];

/** A detector of a policy's own. */
export interface PatternDetector extends Detector {
  /** What every text with a hit contains; absent where nobody knows. */
  readonly literal?: string;
}

/** Facts about a text's bytes that one pass can tell. A detector names the one without which it finds nothing. */
export type Hint =
  | 'always'
  | 'at-sign'
  | 'ssn-end'
  | 'card-digits'
  | 'iban-start'
  | 'aws-start'
  | 'secret-word'
  | 'jwt-start'
  | 'pem-start';
