import { isAlphanumeric, isDigit } from './characters.ts';
import type { Hit } from './detector.ts';

/** RFC 5322, section 3.2.3: what may stand in an unquoted local part besides letters, digits and dots. */
const localSigns = "!#$%&'*+-/=?^_`{|}~.";

/**
 * E-mail addresses: a local part of the unquoted form, or a quoted one without line breaks, and a domain of at least
 * two labels. Letters beyond ASCII count (RFC 6531). Each part between two `@` is read at most twice.
 */
export function findEmails(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let floor = 0;
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    const start = localStart(text, sign, floor);
    const end = domainEnd(text, sign + 1);
    if (start < sign && end > sign + 1) hits.push({ start, end });
    floor = sign + 1;
  }
  return hits;
}

function localStart(text: string, sign: number, floor: number): number {
  if (text[sign - 1] === '"') return quotedStart(text, sign, floor);
  let at = sign;
  while (at > floor && isLocal(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function quotedStart(text: string, sign: number, floor: number): number {
  for (let at = sign - 2; at >= floor; at -= 1) {
    if (text[at] === '\n') return sign;
    if (text[at] === '"') return at;
  }
  return sign;
}

const localCodes: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(isAlphanumeric(code) || localSigns.includes(String.fromCharCode(code))),
);

function isLocal(code: number): boolean {
  return localCodes[code] === 1 || isBeyondAscii(code);
}

/** Letters beyond ASCII, told from the spaces and punctuation of Unicode's Latin-1 and General Punctuation blocks. */
function isBeyondAscii(code: number): boolean {
  const inPunctuation = code >= 0x2000 && code <= 0x206f;
  return code >= 0xc0 && !inPunctuation && code !== 0x3000 && code !== 0xfeff;
}

function isLabel(code: number): boolean {
  return isAlphanumeric(code) || code === 0x2d || isBeyondAscii(code);
}

/** End of the domain's last label that can end a domain, or `from` where there is no domain. */
function domainEnd(text: string, from: number): number {
  let end = from;
  let labelStart = from;
  for (let labels = 1; ; labels += 1) {
    let at = labelStart;
    while (isLabel(text.charCodeAt(at))) at += 1;
    if (at === labelStart) return end;
    if (labels > 1 && canEnd(text, labelStart, at)) end = at;
    if (text[at] !== '.') return end;
    labelStart = at + 1;
  }
}

/** A top-level domain has at least two characters and does not start with a digit. */
function canEnd(text: string, start: number, end: number): boolean {
  return end - start >= 2 && !isDigit(text.charCodeAt(start));
}
