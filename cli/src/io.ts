/** What a command may touch of the outside. */
export interface Io {
  /** Resolves when there is room for more. */
  readonly out: (text: string) => Promise<void>;
  readonly err: (text: string) => void;
  /** Whether to colour: a terminal, and NO_COLOR not set. */
  readonly colour: boolean;
  /** Wall clock, milliseconds since the epoch. */
  readonly now: () => number;
  /** Variables of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** What a command found: 0 nothing, 1 something. Set by the command that ran. */
export interface Result {
  exitCode: 0 | 1;
}
