import { parseDuration, UnitError } from '@chaperone/crds';
import { CliError } from '../errors.ts';

const rfc3339 = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d))?$/;

/** A recorded time to the second: `2026-11-21T09:00:00Z`. */
export function toSeconds(time: string): string {
  return `${time.slice(0, 19)}Z`;
}

/**
 * An instant as people give it: RFC 3339, or a duration, which counts back from now. Milliseconds since the epoch.
 * @throws CliError WRONG_USE
 */
export function parseInstant(option: string, text: string, now: number): number {
  if (rfc3339.test(text)) {
    const instant = Date.parse(text);
    if (!Number.isNaN(instant)) return instant;
  }
  try {
    return now - parseDuration(text);
  } catch (cause) {
    if (!(cause instanceof UnitError)) throw cause;
    throw new CliError(
      'WRONG_USE',
      `${option}: give a time as 2026-11-21T09:00:00Z or how long ago it was, as 15m, 2h or 7d`,
      cause,
    );
  }
}

/** Milliseconds as people read them: `0.42 ms`, `1.5 s`. */
export function toDuration(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms * 100) / 100)} ms`;
  return `${String(Math.round(ms / 10) / 100)} s`;
}
