/** What an expression's text tells about its cost, and its text with `matches` renamed. */
export interface ScannedExpression {
  /** Of the same length as what was given, so that positions in errors stay right. */
  readonly text: string;
  /** How deep macros that go over a list (`all`, `exists`, `map`, ...) stand within one another. */
  readonly nesting: number;
  /** Makes lists from a text, so that lists may be as long as the command. */
  readonly splits: boolean;
}

/** Stands for `matches` of CEL's library, which runs JavaScript's backtracking expressions on what an agent sends. */
export const linearMatches = 'Matches';

const macros: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);

/** Strings with their prefix, comments, words, parentheses and dots; anything else is of no interest. */
const token =
  /[rRbB]{0,2}(?:"""[^]*?(?:"""|$)|'''[^]*?(?:'''|$))|[rR][bB]?"[^"]*(?:"|$)|[rR][bB]?'[^']*(?:'|$)|"(?:\\[^]|[^"\\])*(?:"|$)|'(?:\\[^]|[^'\\])*(?:'|$)|\/\/[^\n]*|[A-Za-z_][A-Za-z0-9_]*|[().]/g;

/** Reads the words of a CEL expression, leaving strings and comments alone. */
export function scanExpression(expression: string): ScannedExpression {
  const scan = { text: expression, nesting: 0, splits: false };
  const open: boolean[] = [];
  let word = '';
  let wordAt = 0;
  let afterDot = false;
  for (const match of expression.matchAll(token)) {
    const piece = match[0];
    if (piece.startsWith('//')) continue;
    if (piece === '(') {
      open.push(afterDot && macros.has(word));
      scan.nesting = Math.max(scan.nesting, open.filter(Boolean).length);
      if (afterDot && word === 'split') scan.splits = true;
      if (afterDot && word === 'matches') scan.text = rename(scan.text, wordAt);
    } else if (piece === ')') {
      open.pop();
    }
    if (/^\w/.test(piece) && !/["']/.test(piece)) {
      afterDot = word === '.';
      word = piece;
      wordAt = match.index;
    } else {
      word = piece;
      afterDot = false;
    }
  }
  return scan;
}

function rename(text: string, at: number): string {
  return text.slice(0, at) + linearMatches + text.slice(at + linearMatches.length);
}
