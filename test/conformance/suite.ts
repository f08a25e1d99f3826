import type { Ground } from './ground.ts';

/** `failed` may carry the codes of refusals that its output shows. */
export interface CaseResult {
  readonly name: string;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** Codes of the sidecar's refusals in what the case printed, each once, sorted. */
  readonly codes: readonly string[];
  /** The end of what it printed, for the person who has to explain a difference. */
  readonly output: string;
}

/** Somebody else's tests, and how they run against a server. */
export interface Suite {
  readonly name: string;
  /** What it is and where it comes from, for the document. */
  readonly title: string;
  /** Fetches and builds what is not in the cache. Answers the version. */
  readonly prepare: (cache: string) => Promise<string>;
  /** Runs everything against a server that nobody used before. */
  readonly run: (cache: string, ground: Ground) => Promise<readonly CaseResult[]>;
}

const KEPT_OUTPUT = 4_000;

/** Codes of refusals in a text that quotes the DETAIL of their ErrorResponse. */
export function codesIn(text: string): readonly string[] {
  const found = text.matchAll(/\{\\*"code\\*":\s*\\*"([A-Z_]+)\\*"/g);
  return [...new Set([...found].map(([, code = '']) => code))].sort();
}

export function caseResult(name: string, status: CaseResult['status'], output: string): CaseResult {
  const codes = status === 'failed' ? codesIn(output) : [];
  return { name, status, codes, output: status === 'failed' ? output.slice(-KEPT_OUTPUT) : '' };
}
