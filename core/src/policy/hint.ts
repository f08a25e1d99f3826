import type { CompiledRule } from './compiled.ts';

/** A hint is read by an agent on every denial: long enough to act on, short enough to be worth its tokens. */
const maxCharacters = 500;

/**
 * What rules allow, in words: `SELECT on public.*; INSERT, UPDATE on public.orders (after approval)`. Undefined where
 * they allow nothing.
 */
export function describeAllowed(rules: readonly CompiledRule[]): string | undefined {
  const parts: string[] = [];
  let length = 0;
  for (const part of new Set(rules.map(describeRule))) {
    length += part.length + 2;
    if (length > maxCharacters) {
      parts.push('…');
      break;
    }
    parts.push(part);
  }
  return parts.length === 0 ? undefined : `allowed: ${parts.join('; ')}`;
}

function describeRule(rule: CompiledRule): string {
  const conditions = [
    ...(rule.effect === 'RequireApproval' ? ['after approval'] : []),
    ...(rule.expression ? ['under a condition'] : []),
  ];
  const what = rule.match?.description ?? 'any command';
  return conditions.length === 0 ? what : `${what} (${conditions.join(', ')})`;
}
