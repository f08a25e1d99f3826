import { RE2JS } from 're2js';
import type { Hit, PatternDetector } from './detector.ts';
import { requiredLiteral } from './pattern-literal.ts';

/** Largest program taken, in RE2's instructions; each character of a text may cost as many steps. */
const maxProgram = 2000;

/**
 * Characters that one call may read again and again. An expression such as `a(.*b)?` reads to the end of the text for
 * every hit; when this is used up, the rest of the text counts as one hit.
 */
const maxCharactersRead = 4_000_000;

/** An expression that cannot be used; the message says why. */
export class PatternError extends Error {
  readonly code = 'PATTERN_INVALID';

  constructor(fact: string, options?: ErrorOptions) {
    super(fact, options);
    this.name = 'PatternError';
  }
}

/**
 * Compiles a regular expression in RE2's syntax, which is matched without backtracking.
 *
 * @throws PatternError for a syntax error, a program that is too large, or an expression that matches the empty text
 */
export function compilePattern(regex: string): PatternDetector {
  const compiled = parse(regex);
  if (compiled.programSize() > maxProgram) {
    throw new PatternError('the expression is too large: use smaller repetitions');
  }
  if (compiled.matcher('').find()) {
    throw new PatternError('the expression matches the empty text: use + instead of *');
  }
  const literal = requiredLiteral(regex);
  const find = (text: string): readonly Hit[] => findAll(compiled, text);
  return Object.assign(find, literal === undefined ? {} : { literal });
}

function parse(regex: string): RE2JS {
  try {
    return RE2JS.compile(regex);
  } catch (error) {
    const fact = error instanceof Error ? error.message : 'it cannot be parsed';
    throw new PatternError(`not an expression in RE2 syntax: ${fact}`, { cause: error });
  }
}

function findAll(compiled: RE2JS, text: string): readonly Hit[] {
  const hits: Hit[] = [];
  const matcher = compiled.matcher(text);
  let left = Math.max(maxCharactersRead, text.length);
  let from = 0;
  while (from < text.length && matcher.find()) {
    const hit = { start: matcher.start(), end: matcher.end() };
    if (hit.end > hit.start) hits.push(hit);
    left -= text.length - from;
    from = hit.end;
    if (left < 0) return [...hits, { start: from, end: text.length }];
  }
  return hits;
}
