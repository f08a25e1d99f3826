import { isBase64Url, runEnd } from './characters.ts';
import type { Hit } from './detector.ts';

/** `{"` in base64url: how the header of each token starts that serialisers write. */
const start = 'eyJ';
const shortestHeader = 12;
const shortestRest = 6;

/**
 * JSON web tokens in compact form (RFC 7515, section 7.1; RFC 7516, section 7.1): a header that starts as a JSON
 * object does, and two to four further parts. The signature may be empty, as it is with `alg: none`.
 */
export function findJwts(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  let at = text.indexOf(start);
  while (at >= 0) {
    const header = runEnd(text, at, isBase64Url);
    const end = header - at < shortestHeader ? -1 : tokenEnd(text, header);
    if (end > header) hits.push({ start: at, end });
    // A later start in the same run has the same rest, so that no run is read again as a header.
    at = text.indexOf(start, Math.max(header, end));
  }
  return hits;
}

/** End of the token whose header ends here, or -1. At most four more parts are read. */
function tokenEnd(text: string, header: number): number {
  if (text[header] !== '.') return -1;
  const second = runEnd(text, header + 1, isBase64Url);
  if (text[second] !== '.') return -1;
  let end = runEnd(text, second + 1, isBase64Url);
  for (let part = 4; part <= 5 && text[end] === '.'; part += 1) {
    end = runEnd(text, end + 1, isBase64Url);
  }
  return end - header < shortestRest ? -1 : end;
}
