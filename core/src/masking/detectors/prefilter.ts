import type { Hint } from './detector.ts';

/**
 * Which hints stand in these bytes; UTF-8, `end` not included. A bit of `hintBit` each, never wrongly absent.
 * @param first answer as soon as there is one
 */
export type HintScan = (bytes: Uint8Array, start: number, end: number, first: boolean) => number;

/** What a byte may be the start, the end or a part of. Most bytes of most texts are nothing of all this. */
const nothing = 0;
const digit = 1;
const atSign = 2;
const upperA = 3;
const upperJ = 4;
const letterS = 5;
const dash = 6;

const classes: Uint8Array = byteClasses();

function byteClasses(): Uint8Array {
  const table = new Uint8Array(256);
  table.fill(digit, 0x30, 0x3a);
  table[0x40] = atSign;
  table[0x41] = upperA;
  table[0x4a] = upperJ;
  table[0x53] = letterS;
  table[0x73] = letterS;
  table[0x2d] = dash;
  return table;
}

const BITS: Readonly<Record<Hint, number>> = {
  always: 1,
  'at-sign': 2,
  'ssn-end': 4,
  'card-digits': 8,
  'iban-start': 16,
  'aws-start': 32,
  'secret-word': 64,
  'jwt-start': 128,
  'pem-start': 256,
};

/** The bit of a hint in what a scan answers. */
export function hintBit(hint: Hint): number {
  return BITS[hint];
}

/** Shortest card number. */
const cardDigits = 13;
/** Digits of a social security number, in groups with single separators. */
const ssnDigits = 9;

/** Compiles one pass over the bytes for all the hints together. */
export function compileHintScan(hints: ReadonlySet<Hint>): HintScan {
  if (hints.size === 0) return () => 0;
  const wanted = [...hints].reduce((bits, hint) => bits | BITS[hint], 0);
  const always = wanted & BITS.always;
  const relevant = relevantClasses(hints);
  return (bytes, start, end, first) => {
    let found = end > start ? always : 0;
    let last = start - 2;
    let run = 0;
    for (let at = start; ; at += 1) {
      at = nextRelevant(relevant, bytes, at, end);
      if (at >= end) return found;
      const kind = relevant[bytes[at] ?? 0] ?? nothing;
      if (first && found !== 0) return found;
      if (kind === digit) {
        run = runLength(bytes, at, last, run);
        last = at;
        if (run === 2 || run >= ssnDigits) found |= wanted & digitBits(bytes, start, at, run);
      } else if (kind === upperJ) found |= wanted & jwtBit(bytes, start, at);
      else found |= wanted & startBit(kind, bytes, at, end);
    }
  };
}

/** Offset of the first byte at or behind `at` that any hint looks at; `end` where none is. */
function nextRelevant(relevant: Uint8Array, bytes: Uint8Array, at: number, end: number): number {
  let next = at;
  while (next < end && relevant[bytes[next] ?? 0] === nothing) next += 1;
  return next;
}

/** Digits up to `at` with at most one separator between each two; the one before stands at `last`. */
function runLength(bytes: Uint8Array, at: number, last: number, run: number): number {
  const gap = at - last;
  return gap === 1 || (gap === 2 && isSeparator(bytes[at - 1])) ? run + 1 : 1;
}

function digitBits(bytes: Uint8Array, start: number, at: number, run: number): number {
  if (run === 2) return isIbanStart(bytes, start, at) ? BITS['iban-start'] : 0;
  const card = run >= cardDigits ? BITS['card-digits'] : 0;
  return card | (isSsnEnd(bytes, start, at) ? BITS['ssn-end'] : 0);
}

function isSeparator(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x2d;
}

/** Four digits after two equal separators with two bytes between them; `at` is the last of it. */
function isSsnEnd(bytes: Uint8Array, start: number, at: number): boolean {
  if (at - 10 < start || !isSeparator(bytes[at - 4]) || bytes[at - 7] !== bytes[at - 4])
    return false;
  return isDigitByte(bytes[at - 1]) && isDigitByte(bytes[at - 2]) && isDigitByte(bytes[at - 3]);
}

/** Two upper-case letters and two digits, the second of which is at `at`. */
function isIbanStart(bytes: Uint8Array, start: number, at: number): boolean {
  if (at - 3 < start) return false;
  if (!isDigitByte(bytes[at - 1])) return false;
  return isUpperByte(bytes[at - 2] ?? 0) && isUpperByte(bytes[at - 3] ?? 0);
}

function isDigitByte(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function isUpperByte(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

const digitHints = ['card-digits', 'ssn-end', 'iban-start'] as const;

/** The byte classes that any of the hints looks at; the others are skipped. */
function relevantClasses(hints: ReadonlySet<Hint>): Uint8Array {
  const kinds = new Set<number>();
  if (hints.has('at-sign')) kinds.add(atSign);
  if (hints.has('aws-start')) kinds.add(upperA);
  if (hints.has('jwt-start')) kinds.add(upperJ);
  if (hints.has('secret-word')) kinds.add(letterS);
  if (hints.has('pem-start')) kinds.add(dash);
  if (digitHints.some((hint) => hints.has(hint))) kinds.add(digit);
  return classes.map((kind) => (kinds.has(kind) ? kind : nothing));
}

const secretRest = Buffer.from('ecret');
const pemRest = Buffer.from('----BEGIN ');

function jwtBit(bytes: Uint8Array, start: number, at: number): number {
  const starts = at - 2 >= start && bytes[at - 2] === 0x65 && bytes[at - 1] === 0x79;
  return starts ? BITS['jwt-start'] : 0;
}

function startBit(kind: number, bytes: Uint8Array, at: number, end: number): number {
  switch (kind) {
    case atSign:
      return BITS['at-sign'];
    case upperA:
      // AKIA, ASIA, ABIA, ACCA: all have A at their start and three bytes on.
      return at + 3 < end && bytes[at + 3] === 0x41 ? BITS['aws-start'] : 0;
    case letterS:
      return isSecretName(bytes, at, end) ? BITS['secret-word'] : 0;
    case dash:
      return follows(bytes, at + 1, end, pemRest) ? BITS['pem-start'] : 0;
    default:
      return 0;
  }
}

/** `secret`, perhaps a separator, and the first letter of `key` or `access`. */
function isSecretName(bytes: Uint8Array, at: number, end: number): boolean {
  if (!follows(bytes, at + 1, end, secretRest)) return false;
  const byte = bytes[at + 6] ?? 0;
  const next = byte === 0x20 || byte === 0x2d || byte === 0x5f ? at + 7 : at + 6;
  const letter = (bytes[next] ?? 0) | 0x20;
  return next < end && (letter === 0x6b || letter === 0x61);
}

/** Compares without regard to the case of ASCII letters; what it takes for equal in addition does no harm here. */
function follows(bytes: Uint8Array, from: number, end: number, expected: Uint8Array): boolean {
  if (from + expected.length > end) return false;
  for (let i = 0; i < expected.length; i += 1) {
    if (((bytes[from + i] ?? 0) | 0x20) !== ((expected[i] ?? 0) | 0x20)) return false;
  }
  return true;
}

/** Does the literal stand in `[start, end)`? */
export function contains(
  bytes: Uint8Array,
  start: number,
  end: number,
  literal: Uint8Array,
): boolean {
  const first = literal[0] ?? 0;
  const stop = end - literal.length + 1;
  for (let at = start; ; at += 1) {
    at = nextOf(first, bytes, at, stop);
    if (at >= stop) return false;
    if (isAt(bytes, at, literal)) return true;
  }
}

/** Offset of the next such byte; `stop`, or beyond, where there is none. */
function nextOf(byte: number, bytes: Uint8Array, at: number, stop: number): number {
  let next = at;
  while (next < stop && bytes[next] !== byte) next += 1;
  return next;
}

function isAt(bytes: Uint8Array, at: number, literal: Uint8Array): boolean {
  for (let i = 1; i < literal.length; i += 1) if (bytes[at + i] !== literal[i]) return false;
  return true;
}

export function containsAny(
  bytes: Uint8Array,
  start: number,
  end: number,
  literals: readonly Uint8Array[],
): boolean {
  for (const literal of literals) if (contains(bytes, start, end, literal)) return true;
  return false;
}
