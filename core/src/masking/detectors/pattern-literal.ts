/** Shorter than this, a literal stands in too many texts to be worth looking for. */
const SHORTEST = 2;

/**
 * The longest text that whatever the expression matches contains for certain; undefined where there is none, or none that is
 * seen at once. Groups, classes and escapes of letters end a stretch of plain characters; alternatives and flags end the search.
 */
export function requiredLiteral(regex: string): string | undefined {
  if (regex.includes('(?') || regex.includes('\\Q')) return undefined;
  let longest = '';
  let stretch = '';
  const end = (): void => {
    if (stretch.length > longest.length) longest = stretch;
    stretch = '';
  };
  for (let at = 0; at < regex.length;) {
    const item = itemAt(regex, at);
    if (item.kind === 'alternative') return undefined;
    if (item.kind === 'optional') stretch = withoutLast(stretch);
    if (item.kind === 'plain') stretch += item.text;
    else end();
    at = item.end;
  }
  end();
  return longest.length < SHORTEST || longest.includes('\ufffd') ? undefined : longest;
}

type Item =
  | { readonly kind: 'plain'; readonly text: string; readonly end: number }
  /** `optional`: a quantifier, after which what it stands behind need not be there. */
  | { readonly kind: 'other' | 'alternative' | 'optional'; readonly end: number };

function itemAt(regex: string, at: number): Item {
  const character = String.fromCodePoint(regex.codePointAt(at) ?? 0);
  const end = at + character.length;
  if (character === '\\') return escapeAt(regex, at);
  if (character === '[') return { kind: 'other', end: classEnd(regex, at) };
  if (character === '(') return { kind: 'other', end: groupEnd(regex, at) };
  if (character === '|') return { kind: 'alternative', end };
  if (character === '{') return { kind: 'optional', end: behind(regex, '}', at) };
  if (character === '*' || character === '?') return { kind: 'optional', end };
  return '+.^$'.includes(character)
    ? { kind: 'other', end }
    : { kind: 'plain', text: character, end };
}

function escapeAt(regex: string, at: number): Item {
  const escaped = regex[at + 1] ?? '';
  return /[!-/:-@[-`{-~]/.test(escaped)
    ? { kind: 'plain', text: escaped, end: at + 2 }
    : { kind: 'other', end: escapeEnd(regex, at) };
}

const behind = (regex: string, what: string, from: number): number => {
  const at = regex.indexOf(what, from);
  return at < 0 ? regex.length : at + what.length;
};

/** `\pL`, `\p{Greek}`, `\x{10FFFF}`, `\x41`, `\123`, `\d`. */
function escapeEnd(regex: string, at: number): number {
  const found = /^\\(?:[pPx]\{[^}]*\}|[pP].|x..|[0-7]{1,3}|.)/su.exec(regex.slice(at));
  return at + Math.max(found?.[0].length ?? 2, 1);
}

/** Behind the bracket that closes a class; one right at its start is a member, as is one in `[:alpha:]`. */
function classEnd(regex: string, from: number): number {
  let at = from + 1;
  if (regex[at] === '^') at += 1;
  if (regex[at] === ']') at += 1;
  while (at < regex.length && regex[at] !== ']') {
    if (regex[at] === '\\') at += 2;
    else if (regex.startsWith('[:', at)) at = behind(regex, ':]', at + 2);
    else at += 1;
  }
  return at + 1;
}

function groupEnd(regex: string, from: number): number {
  let depth = 0;
  for (let at = from; at < regex.length;) {
    const character = regex[at];
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === '\\') at += 2;
    else if (character === '[') at = classEnd(regex, at);
    else at += 1;
    if (depth === 0) return at;
  }
  return regex.length;
}

function withoutLast(text: string): string {
  return Array.from(text).slice(0, -1).join('');
}
