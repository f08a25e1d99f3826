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
  const wanted = { digits: digitsWanted(hints), iban: hints.has('iban-start') };
  const relevant = relevantClasses(hints);
  return (bytes, start, end) => {
    let digits = 0;
    for (let at = start; at < end; at += 1) {
      const kind = relevant[bytes[at] ?? 0] ?? nothing;
      if (kind === nothing) continue;
      if (kind === digit) {
        digits += 1;
        if (digits >= wanted.digits) return true;
        if (wanted.iban && isIbanStart(bytes, start, at)) return true;
      } else if (starts(kind, bytes, at, { start, end })) {
        return true;
      }
    }
    return false;
  };
}

function digitsWanted(hints: ReadonlySet<Hint>): number {
  if (hints.has('nine-digits')) return 9;
  return hints.has('thirteen-digits') ? 13 : Infinity;
}

/** The byte classes that any of the hints looks at; the others are skipped. */
function relevantClasses(hints: ReadonlySet<Hint>): Uint8Array {
  const kinds = new Set<number>();
  if (hints.has('at-sign')) kinds.add(atSign);
  if (hints.has('aws-start')) kinds.add(upperA);
  if (hints.has('jwt-start')) kinds.add(upperJ);
  if (hints.has('secret-word')) kinds.add(letterS);
  if (hints.has('pem-start')) kinds.add(dash);
  if (hints.has('iban-start') || digitsWanted(hints) < Infinity) kinds.add(digit);
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
  const previous = bytes[at - 1] ?? 0;
  if (previous < 0x30 || previous > 0x39) return false;
  return isUpperByte(bytes[at - 2] ?? 0) && isUpperByte(bytes[at - 3] ?? 0);
}

function isUpperByte(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}
