import type { Parameter } from '@chaperone/core/command';
import type { Permit } from '@chaperone/core/policy';
import type { CommandRequest, Refusal } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';
import { Copies } from '../copies.ts';
import type { Running, Statement } from '../names.ts';
import type { SessionState } from '../state.ts';

const NONE: readonly Parameter[] = [];
const NO_TYPES: readonly number[] = [];

/** A request of the simple protocol: no parameters. */
export function requestOf(classified: Classification): CommandRequest {
  return { classified, parameters: NONE, parameterTypes: NO_TYPES };
}

export function running(
  { permit, command }: { readonly permit: Permit; readonly command: number },
  classification: Classification,
  statement: Statement | undefined,
  since: number,
): Running {
  return {
    command,
    permit,
    since,
    classification,
    statement,
    plan: 'unknown',
    rows: 0,
    bytes: 0,
    copies: classification.copies && new Copies(classification.copies, classification.placeholders),
    result: 0,
    bound: false,
    ended: false,
  };
}

/** What the state of the session forbids, beyond what text and policies say. */
export function notExecutable(
  state: SessionState,
  classification: Classification,
): Refusal | undefined {
  if (!state.catalogChanged || !classification.touchesMasked) return undefined;
  return {
    code: 'LINEAGE_UNKNOWN',
    message:
      'this transaction changed the catalog, and until it ends masked columns cannot be followed through it',
    hint: 'Commit the change first, then read the relation.',
  };
}
