import type { Buffer } from 'node:buffer';
import { sidecarErrors } from '../../../errors.ts';
import type { Refusal } from '../../protocol.ts';
import { encodeErrorResponse, encodeParse, encodeQuery } from '../codec/index.ts';

/**
 * What the target gets in place of a refused command. It cannot parse, in any state of a session and at any version, so the
 * target itself fails the command: transaction state, the skipping of a pipeline up to Sync and the rollback of an implicit
 * transaction are exactly PostgreSQL's. It names no statement of the agent, and as a named one it drops none.
 */
const SUBSTITUTE = 'chaperone: a command was refused here';
const SUBSTITUTE_NAME = 'chaperone.refused';

/** Of a command whose text was still being looked up. */
export const CANCELLED: Refusal = {
  code: 'COMMAND_CANCELLED',
  message: 'the command was cancelled before it ran',
};

/** In place of a message of the extended protocol. */
export const SUBSTITUTE_PARSE: Buffer = encodeParse(SUBSTITUTE_NAME, SUBSTITUTE);
/** In place of a Query or FunctionCall. */
export const SUBSTITUTE_QUERY: Buffer = encodeQuery(SUBSTITUTE);

/** The refusal as the agent reads it: a sentence, what a program needs as JSON in DETAIL, what to do in HINT. */
export function refusalResponse(refusal: Refusal, severity: 'ERROR' | 'FATAL' = 'ERROR'): Buffer {
  const { code, message, hint, policy, rule, approval, effects } = refusal;
  const facts = sidecarErrors[code];
  return encodeErrorResponse({
    severity,
    sqlstate: facts.sqlstate,
    message: `chaperone: ${message}`,
    detail: JSON.stringify({ code, policy, rule, approval, effects }),
    hint: hint ?? facts.whatToDo,
  });
}
