import { SqlError, analyse } from '@chaperone/core/sql';
import type { Analysis, SqlErrorCode } from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';

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

const TOO_MUCH: AnalysisRefusal = {
  code: 'SQL_TOO_COMPLEX',
  message: 'The text has too many names, calls or columns; split it.',
};

/** The same as JSON, within what whoever reads it may be held up by. */
export function writtenAnswerTo(text: string): string {
  const written = JSON.stringify(answerTo(text));
  return written.length > postgresLimits.analysisChars.value ? JSON.stringify(TOO_MUCH) : written;
}

/** @throws whatever is no SqlError */
export function refusalOf(error: unknown): AnalysisRefusal {
  if (!(error instanceof SqlError)) throw error;
  return { code: error.code, message: error.message };
}
