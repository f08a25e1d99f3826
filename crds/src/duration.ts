import { UnitError } from './errors.ts';

const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** As in the CRDs; longer texts are refused before they are looked at. */
const FORM = /^(?:[0-9]{1,9}(?:ms|s|m|h|d)){1,4}$/;
const MAX_CHARACTERS = 64;

/**
 * The milliseconds of a duration as manifests write it: `500ms`, `15m`, `1h30m`, `400d`. Up to four parts, which are
 * added. Zero is a duration.
 *
 * @throws UnitError BAD_DURATION
 */
export function parseDuration(text: string): number {
  if (text.length > MAX_CHARACTERS || !FORM.test(text))
    throw new UnitError('BAD_DURATION', text, 'write a duration as 30s, 15m, 2h, 7d or 1h30m');
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([0-9]+)([a-z]+)/g))
    total += Number(amount) * (MILLISECONDS[unit ?? ''] ?? 0);
  return total;
}
