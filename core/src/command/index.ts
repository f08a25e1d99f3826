export type { Agent, Command, Effect, EffectKind, Parameter } from './types.ts';
export { NamePatternError, objectMatcher, parseNamePattern } from './names.ts';
export { anyWildcard, segmentMatcher, wildcard, wildcardSegments } from './wildcard.ts';
export type { Segments, TextMatcher } from './wildcard.ts';
