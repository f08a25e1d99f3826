import { isAlphanumeric, isDigit, isUpper } from './characters.ts';
import type { Hit } from './detector.ts';

/** Length of an IBAN by country, from the SWIFT IBAN registry (ISO 13616-2). */
const registry = `
  AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27
  DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28
  IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22
  MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24
  SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`;

const lengths: ReadonlyMap<string, number> = new Map(
  registry
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/**
 * International bank account numbers in upper case, in one piece or with single spaces, of the length that the
 * country has and with valid check digits. From each possible start at most 34 characters are read.
 */
export function findIbans(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let at = 0;
  while (at < text.length) {
    const end = ibanEnd(text, at);
    if (end > at) hits.push({ start: at, end });
    at = end > at ? end : at + 1;
  }
  return hits;
}

/** Where the IBAN that starts here ends, or -1. */
function ibanEnd(text: string, start: number): number {
  if (!startsIban(text, start)) return -1;
  const length = lengths.get(text.slice(start, start + 2));
  if (length === undefined) return -1;
  let compact = '';
  let at = start;
  while (compact.length < length) {
    const code = text.charCodeAt(at);
    if (isDigit(code) || isUpper(code)) compact += text[at] ?? '';
    else if (code !== 0x20 || text[at - 1] === ' ') return -1;
    at += 1;
  }
  if (isAlphanumeric(text.charCodeAt(at))) return -1;
  return hasCheckDigits(compact) ? at : -1;
}

function startsIban(text: string, start: number): boolean {
  if (!isUpper(text.charCodeAt(start)) || !isUpper(text.charCodeAt(start + 1))) return false;
  if (!isDigit(text.charCodeAt(start + 2)) || !isDigit(text.charCodeAt(start + 3))) return false;
  return !isAlphanumeric(text.charCodeAt(start - 1));
}

/** ISO 7064, MOD 97-10: the country and check digits moved to the end, letters as numbers from 10. */
function hasCheckDigits(compact: string): boolean {
  let rest = 0;
  for (const sign of compact.slice(4) + compact.slice(0, 4)) {
    const code = sign.charCodeAt(0);
    rest = isDigit(code) ? rest * 10 + code - 0x30 : rest * 100 + code - 0x41 + 10;
    rest %= 97;
  }
  return rest === 1;
}
