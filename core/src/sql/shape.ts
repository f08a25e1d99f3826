/** Longest text whose shape is looked for; a longer one is rare enough to be parsed. */
const MOST_CHARS = 4_096;

/** What stands in a shape for a literal: characters that no text with a shape contains. */
const INTEGER = '\u0001';
const DECIMAL = '\u0002';
const STRING = '\u0003';

type Kind = 0 | 1 | 2 | 3 | 4 | 5 | 6;
const UNUSUAL = 0;
/** White space, brackets, and operators: they stand as they are. */
const PLAIN = 1;
const WORD = 2;
const DIGIT = 3;
const QUOTE = 4;
const IDENTIFIER = 5;
const DOLLAR = 6;

const DOT = 0x2e;
const MINUS = 0x2d;
const SLASH = 0x2f;
const STAR = 0x2a;
const AMPERSAND = 0x26;

const kinds: readonly Kind[] = Array.from({ length: 128 }, (_, code) =>
  kindOf(String.fromCharCode(code)),
);

function kindOf(character: string): Kind {
  if (/[A-Za-z_]/.test(character)) return WORD;
  if (/[0-9]/.test(character)) return DIGIT;
  if (/[\t\n\r ()[\],;:.~!@#^&|`?+\-*/%<>=]/.test(character)) return PLAIN;
  if (character === "'") return QUOTE;
  if (character === '"') return IDENTIFIER;
  return character === '$' ? DOLLAR : UNUSUAL;
}

const kindAt = (text: string, at: number): Kind => kinds[text.charCodeAt(at)] ?? UNUSUAL;
const isDigitAt = (text: string, at: number): boolean => kindAt(text, at) === DIGIT;

/** NUL, backslashes and surrogates, which mean something else inside of strings, or nothing at all. */
const TROUBLE = /[\0\\\ud800-\udfff]/;

/**
 * A text with its literals taken out: two texts of one shape are, to PostgreSQL's lexer with standard_conforming_strings
 * on, the same tokens but for the values of integers, decimals and strings. Undefined for a text without literals, and for
 * one with anything unusual: comments, strings with a prefix, dollar quotes, backslashes, numbers of other forms, anything
 * beyond ASCII outside of a string.
 *
 * @param offsets takes where the literals begin, in UTF-16 units
 */
export function shapeOf(text: string, offsets?: number[]): string | undefined {
  if (text.length > MOST_CHARS || TROUBLE.test(text)) return undefined;
  let shape = '';
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const end = tokenEnd(kind, text, at);
    if (end < 0) return undefined;
    if (kind === DIGIT || kind === QUOTE) {
      const mark = markOf(kind, text, at, end);
      if (mark === undefined) return undefined;
      offsets?.push(at);
      shape += text.slice(from, at) + mark;
      from = end;
    }
    at = end;
  }
  return from === 0 ? undefined : shape + text.slice(from);
}

/** Offset behind the token that begins here, or -1 where it is unusual. */
function tokenEnd(kind: Kind, text: string, at: number): number {
  switch (kind) {
    case PLAIN:
      return startsComment(text, at) ? -1 : at + 1;
    case WORD:
      return wordEnd(text, at);
    case DIGIT:
      return numberEnd(text, at);
    case QUOTE:
      return quotedEnd(text, at, "'");
    case IDENTIFIER:
      return quotedEnd(text, at, '"');
    case DOLLAR:
      return isDigitAt(text, at + 1) ? numberEnd(text, at + 1) : -1;
    case UNUSUAL:
      return -1;
  }
}

function startsComment(text: string, at: number): boolean {
  const [code, next] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return (code === MINUS && next === MINUS) || (code === SLASH && next === STAR);
}

/** A word right before a quote is its prefix, or so the lexer may think. */
function wordEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const kind = kindAt(text, at);
    if (kind === QUOTE) return -1;
    if (kind !== WORD && kind !== DIGIT && kind !== DOLLAR) return at;
    at++;
  }
}

/** Digits, perhaps with a fraction. Anything but white space, a bracket or an operator at either end makes it unusual. */
function numberEnd(text: string, from: number): number {
  if (text.charCodeAt(from - 1) === DOT) return -1;
  let at = digitsEnd(text, from);
  if (text.charCodeAt(at) === DOT && isDigitAt(text, at + 1)) at = digitsEnd(text, at + 1);
  const touched = at < text.length && kindAt(text, at) !== PLAIN;
  return touched || text.charCodeAt(at) === DOT ? -1 : at;
}

function digitsEnd(text: string, from: number): number {
  let at = from;
  while (isDigitAt(text, at)) at++;
  return at;
}

/** Behind the closing quote; two quotes are one character. `U&` before it gives what is inside another meaning. */
function quotedEnd(text: string, from: number, quote: string): number {
  if (text.charCodeAt(from - 1) === AMPERSAND) return -1;
  let at = from;
  do {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return -1;
    at++;
  } while (text[at] === quote);
  return at;
}

/**
 * The lexer's three kinds of literals. An integer of nine digits is one to it, one of eleven is a decimal; in between, or
 * with leading zeros, it depends on the value.
 */
function markOf(kind: Kind, text: string, at: number, end: number): string | undefined {
  if (kind === QUOTE) return STRING;
  const digits = end - at;
  const point = text.indexOf('.', at);
  if (point >= 0 && point < end) return DECIMAL;
  if (digits <= 9) return INTEGER;
  return digits > 10 && text[at] !== '0' ? DECIMAL : undefined;
}
