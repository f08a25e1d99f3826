/** Says whether a text matches. Compiled once, called for every effect. */
export type TextMatcher = (text: string) => boolean;

/** A pattern cut at its wildcards: `a*b` is `['a', 'b']`, a pattern without one has a single segment. */
export type Segments = readonly string[];

/** Cuts a pattern at each `*`, which stands for any run of characters, also none, dots and slashes included. */
export function wildcardSegments(pattern: string): Segments {
  return pattern.split('*');
}

/**
 * Matches the whole text against segments with any run of characters between them. Greedy from the left without
 * going back, which is exact for patterns of this kind, so that no text an agent sends can make it slow.
 */
export function segmentMatcher(segments: Segments): TextMatcher {
  const first = segments[0] ?? '';
  const last = segments.at(-1) ?? '';
  if (segments.length <= 1) return (text) => text === first;
  const middle = segments.slice(1, -1).filter((segment) => segment !== '');
  if (middle.length === 0) {
    if (first === '' && last === '') return () => true;
    const least = first.length + last.length;
    return (text) => text.length >= least && text.startsWith(first) && text.endsWith(last);
  }
  return (text) => matchesBetween(text, first, middle, last);
}

function matchesBetween(text: string, first: string, middle: Segments, last: string): boolean {
  const end = text.length - last.length;
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const segment of middle) {
    const found = text.indexOf(segment, at);
    if (found < 0) return false;
    at = found + segment.length;
  }
  return at <= end;
}

/** Compiles one pattern, `*` being the only special character. */
export function wildcard(pattern: string): TextMatcher {
  return segmentMatcher(wildcardSegments(pattern));
}

/** Matches when any of the patterns does; literal patterns cost one look-up together. An empty list matches nothing. */
export function anyWildcard(patterns: readonly string[]): TextMatcher {
  const literals = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const others = patterns.filter((pattern) => pattern.includes('*')).map(wildcard);
  if (others.length === 0) return (text) => literals.has(text);
  return (text) => literals.has(text) || others.some((matches) => matches(text));
}
