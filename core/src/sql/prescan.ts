import { SqlError } from './errors.ts';
import { SQL_LIMITS } from './limits.ts';

/** What is open at one depth of brackets. `chain` and `deepest` are in the units of `SQL_LIMITS.chain`. */
interface Level {
  chain: number;
  deepest: number;
  commas: number;
  /** How often the grammar copies what follows: `(a, b, c) = (...)` copies its right side for each name. */
  copies: number;
  readonly base: number;
}

const tooComplex = (what: string, limit: number): SqlError =>
  new SqlError(
    'SQL_TOO_COMPLEX',
    `The text has ${what}; at most ${String(limit)} are accepted. Split it, or send values as parameters.`,
  );

const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isWordStart = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c >= 128;
const isWord = (c: number): boolean => isWordStart(c) || isDigit(c) || c === 36;

const OPERATOR_CHARACTERS = new Set(Array.from('~!@#^&|`?+-*/%<>=', (c) => c.charCodeAt(0)));

const QUOTE = 39;
const DOUBLE_QUOTE = 34;
const BACKSLASH = 92;
const OPENS_COMMENT = 47 * 256 + 42;
const CLOSES_COMMENT = 42 * 256 + 47;

/**
 * One pass over a text that bounds what it can cost the parser. It follows PostgreSQL's lexer (scan.l) with
 * standard_conforming_strings on; where it cannot know what the grammar makes of a token, it counts it.
 */
class Prescan {
  private readonly text: string;
  private at = 0;
  private tokens = 0;
  private run = 0;
  private statements = 0;
  private level: Level = { chain: 0, deepest: 0, commas: 0, copies: 1, base: 1 };
  private readonly outer: Level[] = [];
  /** Names of the list in brackets that just closed, until the next token. */
  private closedNames = 0;

  constructor(text: string) {
    this.text = text;
  }

  check(): number {
    while (this.at < this.text.length) this.step();
    return this.tokens;
  }

  private step(): void {
    const c = this.text.charCodeAt(this.at);
    if (isSpace(c)) {
      this.at++;
      this.run = 0;
      return;
    }
    if (OPERATOR_CHARACTERS.has(c)) {
      this.operator(c);
      return;
    }
    this.run = 0;
    this.count();
    if (c === 0)
      throw new SqlError('SQL_INVALID_TEXT', 'The text contains a NUL character; remove it.');
    if (isWordStart(c)) this.word();
    else if (isDigit(c)) this.number();
    else if (c === QUOTE) this.string(false);
    else if (c === DOUBLE_QUOTE) this.skipTo('"');
    else if (c === 36) this.dollar();
    else this.punctuation(c);
    if (c !== 41) this.closedNames = 0;
  }

  private count(): void {
    this.tokens += this.level.base * this.level.copies;
    if (this.tokens > SQL_LIMITS.tokens) throw tooComplex('too many tokens', SQL_LIMITS.tokens);
  }

  private deepen(by: number): void {
    this.level.chain += by;
    if (this.level.chain > SQL_LIMITS.chain)
      throw tooComplex('too many operators and words in one expression', SQL_LIMITS.chain);
  }

  private operator(c: number): void {
    this.countRun(c);
    this.count();
    const next = this.text.charCodeAt(this.at + 1);
    if (c === 45 && next === 45) {
      this.at = this.endOfLine(this.at);
      this.run = 0;
      return;
    }
    if (c === 47 && next === 42) {
      this.comment();
      return;
    }
    if (c === 61 && this.closedNames > 0) this.level.copies = this.closedNames;
    this.closedNames = 0;
    this.deepen(1);
    this.at++;
  }

  private endOfLine(from: number): number {
    let at = from;
    while (
      at < this.text.length &&
      this.text.charCodeAt(at) !== 10 &&
      this.text.charCodeAt(at) !== 13
    )
      at++;
    return at;
  }

  private comment(): void {
    let depth = 1;
    this.at += 2;
    this.run++;
    while (this.at < this.text.length && depth > 0) {
      const c = this.text.charCodeAt(this.at);
      const pair = c * 256 + this.text.charCodeAt(this.at + 1);
      this.countRun(c);
      if (pair === OPENS_COMMENT) {
        this.count();
        depth++;
      } else if (pair === CLOSES_COMMENT) depth--;
      if (depth > SQL_LIMITS.commentNesting)
        throw tooComplex('comments nested too deeply', SQL_LIMITS.commentNesting);
      this.at += pair === OPENS_COMMENT || pair === CLOSES_COMMENT ? 2 : 1;
    }
  }

  private countRun(c: number): void {
    this.run = OPERATOR_CHARACTERS.has(c) ? this.run + 1 : 0;
    if (this.run > SQL_LIMITS.operatorRun)
      throw tooComplex('too many operator characters in a row', SQL_LIMITS.operatorRun);
  }

  private word(): void {
    const start = this.at;
    while (isWord(this.text.charCodeAt(this.at))) this.at++;
    const next = this.text.charCodeAt(this.at);
    const length = this.at - start;
    const first = this.text.charCodeAt(start) | 32;
    if (length === 1 && first === 101 && next === QUOTE) {
      this.string(true);
      return;
    }
    const qualified = next === 46 || this.text.charCodeAt(start - 1) === 46;
    if (!qualified && !(length <= 3 && /^(?:and|or)$/i.test(this.text.slice(start, this.at))))
      this.deepen(1);
  }

  /** Digits only: what follows a number or parameter at once (`1e'…'`, `$1e'…'`, `1$$…$$`) is looked at by itself. */
  private number(): void {
    while (isDigit(this.text.charCodeAt(this.at))) this.at++;
  }

  /** From the opening quote. An E string that goes on in another line stays one: backslashes escape there too. */
  private string(escapes: boolean): void {
    do {
      this.at++;
      while (this.at < this.text.length && this.text.charCodeAt(this.at) !== QUOTE)
        this.at += escapes && this.text.charCodeAt(this.at) === BACKSLASH ? 2 : 1;
      this.at++;
    } while (escapes && this.continues());
  }

  /**
   * A doubled quote is one character, and strings with a line break between them are one. With a comment between them
   * they are one to the server and two to libpg_query, so that the text is refused.
   */
  private continues(): boolean {
    let at = this.at;
    let comments = false;
    for (;;) {
      const c = this.text.charCodeAt(at);
      const comment = c === 45 && this.text.charCodeAt(at + 1) === 45;
      if (!comment && !isSpace(c)) break;
      comments ||= comment;
      at = comment ? this.endOfLine(at) : at + 1;
    }
    if (this.text.charCodeAt(at) !== QUOTE) return false;
    if (comments)
      throw new SqlError(
        'SQL_UNSUPPORTED',
        'A comment stands between the parts of a string; move it elsewhere.',
      );
    if (at > this.at && !/[\n\r]/.test(this.text.slice(this.at, at))) return false;
    this.count();
    this.at = at;
    return true;
  }

  private skipTo(end: string): void {
    const found = this.text.indexOf(end, this.at + 1);
    this.at = found < 0 ? this.text.length : found + end.length;
  }

  private dollar(): void {
    let end = this.at + 1;
    if (isWordStart(this.text.charCodeAt(end)))
      while (isWord(this.text.charCodeAt(end)) && this.text.charCodeAt(end) !== 36) end++;
    if (this.text.charCodeAt(end) !== 36) {
      this.at++;
      this.number();
      return;
    }
    const tag = this.text.slice(this.at, end + 1);
    this.at = end;
    this.skipTo(tag);
  }

  private punctuation(c: number): void {
    this.at++;
    if (c === 40 || c === 91) this.open();
    else if (c === 41 || c === 93) this.close();
    else if (c === 44 || c === 59) this.separate(c);
    else if (c !== 46) this.deepen(1);
  }

  private open(): void {
    if (this.outer.length >= SQL_LIMITS.nesting)
      throw tooComplex('brackets nested too deeply', SQL_LIMITS.nesting);
    this.outer.push(this.level);
    this.level = {
      chain: 0,
      deepest: 0,
      commas: 0,
      copies: 1,
      base: this.level.base * this.level.copies,
    };
  }

  private close(): void {
    const closed = this.level;
    this.level = this.outer.pop() ?? { chain: 0, deepest: 0, commas: 0, copies: 1, base: 1 };
    this.closedNames = closed.commas + 1;
    this.deepen(1 + Math.max(closed.chain, closed.deepest));
  }

  private separate(c: number): void {
    this.level.deepest = Math.max(this.level.deepest, this.level.chain);
    this.level.chain = 0;
    this.level.copies = 1;
    this.level.commas = c === 44 ? this.level.commas + 1 : 0;
    if (c === 59 && ++this.statements > SQL_LIMITS.statements)
      throw tooComplex('too many statements', SQL_LIMITS.statements);
  }
}

function controlCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c < 32 && !isSpace(c)) count++;
  }
  return count;
}

/**
 * Refuses a text that the parser must not see, in time linear in its length.
 * @returns the number of tokens counted, never fewer than PostgreSQL's lexer finds
 * @throws SqlError `SQL_TOO_COMPLEX`, `SQL_INVALID_TEXT`
 */
export function prescan(text: string): number {
  if (text.length > SQL_LIMITS.characters)
    throw tooComplex('too many characters', SQL_LIMITS.characters);
  if (!text.isWellFormed())
    throw new SqlError(
      'SQL_INVALID_TEXT',
      'The text contains half of a surrogate pair; send valid UTF-8.',
    );
  if (text.includes('\0'))
    throw new SqlError('SQL_INVALID_TEXT', 'The text contains a NUL character; remove it.');
  if (
    text.length > SQL_LIMITS.controlCharacters &&
    controlCharacters(text) > SQL_LIMITS.controlCharacters
  )
    throw tooComplex('too many control characters', SQL_LIMITS.controlCharacters);
  return new Prescan(text).check();
}
