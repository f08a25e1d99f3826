import type { Hint } from './detector.ts';

/** Whether a detector could find something in these bytes; UTF-8, `end` not included. Never wrongly false. */
export type Prefilter = (bytes: Uint8Array, start: number, end: number) => boolean;

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

/** Compiles one pass over the bytes for all the hints together. */
export function compilePrefilter(hints: ReadonlySet<Hint>): Prefilter {
  if (hints.has('always')) return (_bytes, start, end) => end > start;
  if (hints.size === 0) return () => false;
  const relevant = relevantClasses(hints);
  const digits = digitCheck(hints);
  return (bytes, start, end) => {
    const run = { last: start - 2, length: 0 };
    for (let at = start; at < end; at += 1) {
      const kind = relevant[bytes[at] ?? 0] ?? nothing;
      if (kind === nothing) continue;
      if (
        kind === digit ? digits(bytes, start, at, run) : starts(kind, bytes, at, { start, end })
      ) {
        return true;
      }
    }
    return false;
  };
}

/** Digits so far with at most one separator between each two, and where the last one is. */
interface DigitRun {
  last: number;
  length: number;
}

type DigitCheck = (bytes: Uint8Array, start: number, at: number, run: DigitRun) => boolean;

/** Shortest card number. */
const cardDigits = 13;

function digitCheck(hints: ReadonlySet<Hint>): DigitCheck {
  const card = hints.has('card-digits');
  const iban = hints.has('iban-start');
  const ssn = hints.has('ssn-end');
  return (bytes, start, at, run) => {
    if (card && extendRun(bytes, at, run) >= cardDigits) return true;
    if (iban && isIbanStart(bytes, start, at)) return true;
    return ssn && isSsnEnd(bytes, start, at);
  };
}

function extendRun(bytes: Uint8Array, at: number, run: DigitRun): number {
  const gap = at - run.last;
  const goesOn = gap === 1 || (gap === 2 && isSeparator(bytes[at - 1]));
  run.length = goesOn ? run.length + 1 : 1;
  run.last = at;
  return run.length;
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

function isDigitByte(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
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

interface Bounds {
  readonly start: number;
  readonly end: number;
}

const secretRest = Buffer.from('ecret');
const pemRest = Buffer.from('----BEGIN ');

function starts(kind: number, bytes: Uint8Array, at: number, bounds: Bounds): boolean {
  switch (kind) {
    case atSign:
      return true;
    case upperA:
      // AKIA, ASIA, ABIA, ACCA: all have A at their start and three bytes on.
      return at + 3 < bounds.end && bytes[at + 3] === 0x41;
    case upperJ:
      return at - 2 >= bounds.start && bytes[at - 2] === 0x65 && bytes[at - 1] === 0x79;
    case letterS:
      return follows(bytes, at + 1, bounds.end, secretRest);
    case dash:
      return follows(bytes, at + 1, bounds.end, pemRest);
    default:
      return false;
  }
}

/** Compares without regard to the case of ASCII letters; what it takes for equal in addition does no harm here. */
function follows(bytes: Uint8Array, from: number, end: number, expected: Uint8Array): boolean {
  if (from + expected.length > end) return false;
  for (let i = 0; i < expected.length; i += 1) {
    if (((bytes[from + i] ?? 0) | 0x20) !== ((expected[i] ?? 0) | 0x20)) return false;
  }
  return true;
}

/** Two upper-case letters and two digits, the second of which is at `at`. */
function isIbanStart(bytes: Uint8Array, start: number, at: number): boolean {
  if (at - 3 < start) return false;
  if (!isDigitByte(bytes[at - 1])) return false;
  return isUpperByte(bytes[at - 2] ?? 0) && isUpperByte(bytes[at - 3] ?? 0);
}

function isUpperByte(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}
