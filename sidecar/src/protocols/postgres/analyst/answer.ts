import { SqlError, analyse } from '@chaperone/core/sql';
import type { Analysis, SqlErrorCode } from '@chaperone/core/sql';

/** What a text says, or why it is refused. */
export type Answer = Analysis | AnalysisRefusal;

export interface AnalysisRefusal {
  readonly code: SqlErrorCode;
  readonly message: string;
}

/** Analyses a text here and now. `loadParser` comes first. */
export function answerTo(text: string): Answer {
  try {
    return analyse(text);
  } catch (error) {
    return refusalOf(error);
  }
}

/** @throws whatever is no SqlError */
export function refusalOf(error: unknown): AnalysisRefusal {
  if (!(error instanceof SqlError)) throw error;
  return { code: error.code, message: error.message };
}
