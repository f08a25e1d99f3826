type Limit =
  | 'characters'
  | 'tokens'
  | 'statements'
  | 'controlCharacters'
  | 'nesting'
  | 'commentNesting'
  | 'operatorRun'
  | 'chain';

/**
 * Bounds on a text before the parser sees it. Measured with the baseline compiler (`BASELINE_COMPILER_ONLY`): the worst
 * texts within them parse in 35 to 100 ms of CPU, add about 30 MB to the process, and overflow neither the WASM stack (from a chain of about 6,000) nor ours.
 */
export const SQL_LIMITS: Readonly<Record<Limit, number>> = {
  /** UTF-16 code units of one SQL string. The connection's maxCommandBytes is normally lower. */
  characters: 1024 * 1024,
  /** Tokens of one SQL string, comments included; each character of an operator counts. */
  tokens: 20_000,
  /** Semicolons of one SQL string. */
  statements: 1_000,
  /** Control characters other than white space; the parser's output has each escaped. */
  controlCharacters: 10_000,
  /** Open ( and [ at any point. */
  nesting: 200,
  /** Block comments open in one another; the lexer's time grows with the square. */
  commentNesting: 32,
  /** Operator characters in a row, also where they delimit comments; the lexer's time grows with the square. */
  operatorRun: 256,
  /**
   * Words and operators between two commas, the longest bracket within included: an upper bound of the depth of the
   * tree, since operators that follow one another nest (`a || b || c`). AND, OR, literals and qualified names are free.
   */
  chain: 2_000,
};
