/** One thing that takes bytes from outside, and what has to hold whatever they are. */
export interface FuzzTarget {
  /** Also the name of its folder in the corpus. */
  readonly name: string;
  /** Valid inputs, from which mutations start. */
  readonly seeds: readonly Buffer[];
  /** Pieces of the format that chance does not find. */
  readonly words: readonly (string | Buffer)[];
  /**
   * Throws where something is broken. Answers what the input met, in a few words of a small set: an input that meets what
   * none before has met is kept and mutated in turn.
   */
  readonly run: (input: Buffer) => string | Promise<string>;
  /** Ends what its runs have opened. */
  readonly close?: () => Promise<void>;
}
