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

/** How long ago, as kubectl has it: `42s`, `5m10s`, `3h`, `12d`. */
export function toAge(time: string | null | undefined, now: number): string {
  const seconds = Math.floor((now - Date.parse(time ?? '')) / 1000);
  if (Number.isNaN(seconds)) return '-';
  if (seconds < 120) return `${String(Math.max(0, seconds))}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 10) return withRest(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${String(minutes)}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return withRest(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${String(hours)}h`;
  const days = Math.floor(hours / 24);
  return days < 8 ? withRest(days, 'd', hours % 24, 'h') : `${String(days)}d`;
}

function withRest(count: number, unit: string, rest: number, restUnit: string): string {
  return `${String(count)}${unit}${rest === 0 ? '' : `${String(rest)}${restUnit}`}`;
}

/** Milliseconds as people read them: `0.42 ms`, `1.5 s`. */
export function toDuration(ms: number): string {
  if (ms < 1000) return `${String(Math.round(ms * 100) / 100)} ms`;
  return `${String(Math.round(ms / 10) / 100)} s`;
}
