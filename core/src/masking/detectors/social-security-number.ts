import { isDigit } from './characters.ts';
import type { Hit } from './detector.ts';

const shape = /(\d{3})([- ])(\d{2})\2(\d{4})/g;

/**
 * US social security numbers in groups of 3, 2 and 4 digits with dashes or spaces between them. Numbers that are
 * never assigned are left alone: area 000, 666 and 900 to 999, group 00, serial 0000. Nine digits in one piece are
 * too common to be taken for one.
 */
export function findSocialSecurityNumbers(text: string): readonly Hit[] {
  const hits: Hit[] = [];
  shape.lastIndex = 0;
  for (let match = shape.exec(text); match; match = shape.exec(text)) {
    const start = match.index;
    const end = start + match[0].length;
    const alone = !isDigit(text.charCodeAt(start - 1)) && !isDigit(text.charCodeAt(end));
    if (alone && isAssignable(match[1] ?? '', match[3] ?? '', match[4] ?? '')) {
      hits.push({ start, end });
    }
    // A rejected candidate may hide the start of the next one.
    shape.lastIndex = start + 1;
  }
  return hits;
}

function isAssignable(area: string, group: string, serial: string): boolean {
  if (area === '000' || area === '666' || area.startsWith('9')) return false;
  return group !== '00' && serial !== '0000';
}
