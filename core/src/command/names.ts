import { segmentMatcher } from './wildcard.ts';
import type { Segments, TextMatcher } from './wildcard.ts';

/** Separates the parts of a name in its plain form; PostgreSQL's identifiers cannot contain it. */
const separator = '\0';

/** A pattern that is no dotted name, such as one with an unclosed quote. */
export class NamePatternError extends Error {
  readonly code = 'NAME_PATTERN_INVALID';
  readonly pattern: string;

  constructor(pattern: string, fact: string) {
    super(`"${pattern}": ${fact}`);
    this.name = 'NamePatternError';
    this.pattern = pattern;
  }
}

/**
 * Splits `schema.table.column` into its parts. Each part is a list of segments with wildcards between them; within
 * double quotes, `*` and `.` are plain characters and `""` is one quote. Letters keep their case in either form.
 *
 * @throws NamePatternError where a quote is not closed, a part is empty or text follows a closing quote
 */
export function parseNamePattern(pattern: string): readonly Segments[] {
  const parts: Segments[] = [];
  let at = 0;
  for (;;) {
    const quoted = pattern[at] === '"';
    const end = quoted ? closingQuote(pattern, at) + 1 : nextDot(pattern, at);
    const part = pattern.slice(at, end);
    if (!quoted && part.includes('"')) {
      throw new NamePatternError(pattern, 'quote the whole part of a name, or none of it');
    }
    if (part === '' || part === '""') throw new NamePatternError(pattern, 'a part is empty');
    parts.push(quoted ? [part.slice(1, -1).replaceAll('""', '"')] : part.split('*'));
    if (end >= pattern.length) return parts;
    if (pattern[end] !== '.') {
      throw new NamePatternError(pattern, 'a dot has to follow a closing quote');
    }
    at = end + 1;
  }
}

function nextDot(pattern: string, from: number): number {
  const dot = pattern.indexOf('.', from);
  return dot < 0 ? pattern.length : dot;
}

function closingQuote(pattern: string, open: number): number {
  let at = open + 1;
  for (;;) {
    const quote = pattern.indexOf('"', at);
    if (quote < 0) throw new NamePatternError(pattern, 'close the double quote');
    if (pattern[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

/**
 * Compiles a pattern over whole object names such as `public.*` or `public."We.ird"`. Objects come quoted as
 * `quote_ident` would; patterns need quotes only where a part contains a dot, a quote or a literal `*`. A `*` matches
 * any run of characters, dots included, so `*` alone is every object.
 *
 * @throws NamePatternError
 */
export function objectMatcher(pattern: string): TextMatcher {
  const parts = parseNamePattern(pattern);
  const full = segmentMatcher(joinParts(parts, separator));
  // Most objects have no quotes, and then each dot separates: no need to take the name apart.
  const plainPossible = !parts.some((part) => part.some((segment) => segment.includes('.')));
  const plain = plainPossible ? segmentMatcher(joinParts(parts, '.')) : (): boolean => false;
  return (object) => (object.includes('"') ? full(plainName(object)) : plain(object));
}

function joinParts(parts: readonly Segments[], between: string): Segments {
  const joined: string[] = [];
  for (const part of parts) {
    const [head = '', ...rest] = part;
    if (joined.length === 0) joined.push(head);
    else joined.push((joined.pop() ?? '') + between + head);
    joined.push(...rest);
  }
  return joined;
}

let lastObject = '';
let lastPlain = '';

/**
 * Takes a quoted object name apart; a name that does not parse is kept as it is and matches no dotted pattern. The
 * last answer is kept, since each rule asks about the same object.
 */
function plainName(object: string): string {
  if (object !== lastObject) {
    lastPlain = partsOrWhole(object);
    lastObject = object;
  }
  return lastPlain;
}

function partsOrWhole(object: string): string {
  try {
    return parseObject(object).join(separator);
  } catch (error) {
    if (error instanceof NamePatternError) return object;
    throw error;
  }
}

function parseObject(object: string): readonly string[] {
  return parseNamePattern(object).map((part) => part.join('*'));
}
