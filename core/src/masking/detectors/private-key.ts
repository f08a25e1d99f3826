import type { Hit } from './detector.ts';

const begin = '-----BEGIN ';
const endMark = '-----END ';
const dashes = '-----';
/** Longest label taken for one; RFC 7468 and OpenPGP know none beyond 40 characters. */
const longestLabel = 40;

/**
 * PEM blocks with a private key (RFC 7468; also `RSA PRIVATE KEY`, `OPENSSH PRIVATE KEY`, `PGP PRIVATE KEY BLOCK`),
 * from the first dash to the last. A block without an end reaches to the end of the text: a cut key is still one.
 */
export function findPrivateKeys(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let at = text.indexOf(begin);
  while (at >= 0) {
    const bodyStart = privateLabelEnd(text, at);
    if (bodyStart < 0) {
      at = text.indexOf(begin, at + 1);
      continue;
    }
    const end = blockEnd(text, bodyStart);
    hits.push({ start: at, end });
    at = text.indexOf(begin, end);
  }
  return hits;
}

/** Where the body starts, or -1 where the label names no private key. */
function privateLabelEnd(text: string, start: number): number {
  const from = start + begin.length;
  const head = text.slice(from, from + longestLabel + dashes.length);
  const close = head.indexOf(dashes);
  if (close < 0 || !head.slice(0, close).includes('PRIVATE KEY')) return -1;
  return from + close + dashes.length;
}

function blockEnd(text: string, from: number): number {
  const mark = text.indexOf(endMark, from);
  if (mark < 0) return text.length;
  const close = text.indexOf(dashes, mark + endMark.length);
  const near = mark + endMark.length + longestLabel;
  return close < 0 || close > near ? Math.min(near, text.length) : close + dashes.length;
}
