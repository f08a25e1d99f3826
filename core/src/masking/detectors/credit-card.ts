import { isDigit } from './characters.ts';
import type { Hit } from './detector.ts';

const least = 13;
const most = 19;
const prefixDigits = 4;

/** Issuer ranges by the first four digits, from and to, and the lengths of the numbers in them (ISO/IEC 7812). */
interface Issuer {
  readonly from: number;
  readonly to: number;
  readonly shortest: number;
  readonly longest: number;
}

const issuers: readonly Issuer[] = [
  { from: 2200, to: 2204, shortest: 16, longest: 19 },
  { from: 2221, to: 2720, shortest: 16, longest: 16 },
  { from: 3000, to: 3059, shortest: 14, longest: 19 },
  { from: 3090, to: 3099, shortest: 14, longest: 19 },
  { from: 3400, to: 3499, shortest: 15, longest: 15 },
  { from: 3528, to: 3589, shortest: 16, longest: 19 },
  { from: 3600, to: 3699, shortest: 14, longest: 19 },
  { from: 3700, to: 3799, shortest: 15, longest: 15 },
  { from: 3800, to: 3999, shortest: 14, longest: 19 },
  { from: 4000, to: 4999, shortest: 13, longest: 19 },
  { from: 5000, to: 5099, shortest: 13, longest: 19 },
  { from: 5100, to: 5599, shortest: 16, longest: 16 },
  { from: 5600, to: 5899, shortest: 13, longest: 19 },
  { from: 6000, to: 6999, shortest: 13, longest: 19 },
];

/**
 * Payment card numbers: 13 to 19 digits of a known issuer range with a valid check digit, in one piece or in groups
 * with single spaces or dashes between them. A number is found where it starts and ends at the end of a group of
 * digits; the fraction of a decimal number is none.
 */
export function findCreditCards(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  while (at < text.length) {
    if (!isDigit(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const run = readRun(text, at);
    if (run.digits.length >= least) findInRun(text, run, hits);
    at = run.groups.at(-1)?.end ?? at + 1;
  }
  return hits;
}

/** Digits in groups with one separator between each two. */
interface Run {
  readonly digits: readonly number[];
  readonly groups: readonly Group[];
}

interface Group extends Hit {
  /** Position of the group's first digit among the run's digits. */
  readonly first: number;
}

function readRun(text: string, from: number): Run {
  const digits: number[] = [];
  const groups: Group[] = [];
  let start = from;
  for (;;) {
    const first = digits.length;
    let end = start;
    while (isDigit(text.charCodeAt(end))) {
      digits.push(text.charCodeAt(end) - 0x30);
      end += 1;
    }
    groups.push({ start, end, first });
    if (!isSeparator(text.charCodeAt(end)) || !isDigit(text.charCodeAt(end + 1))) break;
    start = end + 1;
  }
  return { digits, groups };
}

function isSeparator(code: number): boolean {
  return code === 0x20 || code === 0x2d;
}

/** Tries each group as a start; at most 19 digits are looked at from each, so that the work stays linear. */
function findInRun(text: string, run: Run, hits: Hit[]): void {
  for (const [index, start] of run.groups.entries()) {
    const issuer = issuerOf(run.digits, start.first);
    const end = issuer ? cardEnd(run, index, issuer) : undefined;
    if (end && !isFraction(text, start, end)) hits.push({ start: start.start, end: end.end });
  }
}

function issuerOf(digits: readonly number[], first: number): Issuer | undefined {
  let prefix = 0;
  for (let i = 0; i < prefixDigits; i += 1) prefix = prefix * 10 + (digits[first + i] ?? 0);
  return issuers.find(({ from, to }) => prefix >= from && prefix <= to);
}

/** The last group that can end a number starting with this one. */
function cardEnd(run: Run, index: number, issuer: Issuer): Group | undefined {
  const start = run.groups[index]?.first ?? 0;
  let found: Group | undefined;
  for (let next = index; next < run.groups.length; next += 1) {
    const group = run.groups[next];
    const end = run.groups[next + 1]?.first ?? run.digits.length;
    if (end - start > most) break;
    const fits = end - start >= issuer.shortest && end - start <= issuer.longest;
    if (fits && hasCheckDigit(run.digits, start, end)) found = group;
  }
  return found;
}

/** One group right behind a digit and a decimal point. */
function isFraction(text: string, first: Group, last: Group): boolean {
  if (first !== last || text[first.start - 1] !== '.') return false;
  return isDigit(text.charCodeAt(first.start - 2));
}

/** Luhn's formula, ISO/IEC 7812-1, annex B. */
function hasCheckDigit(digits: readonly number[], start: number, end: number): boolean {
  let sum = 0;
  for (let at = end - 1; at >= start; at -= 1) {
    const digit = digits[at] ?? 0;
    const doubled = (end - 1 - at) % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
