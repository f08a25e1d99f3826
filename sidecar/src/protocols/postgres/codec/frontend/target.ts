import type { BodyReader } from '../body-reader.ts';

/** What Describe and Close name: a prepared statement or a portal. */
export interface Target {
  readonly of: 'statement' | 'portal';
  readonly name: string;
}

export function readTarget(body: BodyReader): Target {
  const letter = body.uint8();
  if (letter !== 0x53 && letter !== 0x50) {
    body.fail('BAD_VALUE', 'names neither a statement (S) nor a portal (P)');
  }
  return { of: letter === 0x53 ? 'statement' : 'portal', name: body.name() };
}
