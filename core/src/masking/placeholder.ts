import { redacted } from './cell.ts';
import type { MaskMethod } from './types.ts';

/*
 * What stands where a value was masked, when it comes back. A text, a parameter and the data of a copy are searched by the same
 * pattern: a value of its own begins and ends with the text, a quote, a separator of COPY or of an array, or a byte that no text has.
 */

const EDGE = String.raw`['"\t\n\r,|;{}\x00-\x1f]`;
/** In binary up to three bytes of a length stand between such a byte and the value. */
const BEGINS = String.raw`(?<=^|${EDGE}|\x00[^]{1,3})`;
const ENDS = `(?=$|${EDGE})`;
/** A character that `Partial` kept; a value with spaces among the last ones is not told from a text about stars. */
const KEPT = String.raw`[^*\s'",|;{}\x00-\x1f]`;

/** All that there are: a lookahead is not gone back into, so that a long row of them is passed once. */
const STARS = String.raw`\*(?=(?<stars>\**))\k<stars>`;

const REDACTED = redacted.replaceAll(/[[\]]/g, '\\$&');
const HASHED = 'hash:[0-9a-f]{32}(?![0-9a-f])';

/** Characters that the longest placeholder without stars has, but for one: as much may have come before a piece of data. */
export const placeholderOverlap: number = 'hash:'.length + 32 - 1;

/**
 * Finds placeholders of masked values in a text.
 * @param methods that the values are masked by. Redact is always among them: what is made of a masked value is redacted. Null
 *   leaves no placeholder.
 */
export function placeholderPattern(methods: readonly MaskMethod[]): RegExp {
  const kept = methods.flatMap((method) => (method.kind === 'Partial' ? [method.keepLast] : []));
  const stars = [...new Set(kept)].sort().map((count) => starred(count));
  return new RegExp([REDACTED, HASHED, ...stars].join('|'), 'u');
}

/** All stars where the value was no longer than what may stay. */
const starred = (count: number): string => {
  const tail = count === 0 ? '' : String.raw`|${KEPT}{${String(count)}}${ENDS}`;
  return String.raw`${BEGINS}${STARS}(?:(?<=\*\*)${ENDS}${tail})`;
};

/** One pattern of two; either may be absent. */
export function eitherPattern(a: RegExp | undefined, b: RegExp | undefined): RegExp | undefined {
  if (a === undefined || b === undefined || a.source === b.source) return a ?? b;
  return new RegExp(`${a.source}|${b.source}`, 'u');
}
