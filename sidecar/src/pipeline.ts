import { permitFor } from '@chaperone/core/policy';
import type { Permit } from '@chaperone/core/policy';
import { SidecarError } from './errors.ts';
import type { Held } from './approval/index.ts';
import { UNRECORDED } from './protocols/protocol.ts';
import type { CommandRequest, Passage, Refusal } from './protocols/protocol.ts';
import type { Decided, Decisions } from './session/decisions.ts';
import type { SessionRecord } from './session/session-record.ts';
import type { Holds } from './session/holds.ts';

/** What the path of a command goes through. */
export interface PathParts {
  readonly decisions: Decisions;
  readonly record: SessionRecord;
  readonly holds: Holds;
}

/**
 * The path of a command, from the request to a permit or a refusal. A protocol has done step 1 (decode) and step 2 (what is
 * asked for), and does 7 (forward, under the permit) and 8 (mask, record the outcome, reply). Nothing else decides the order.
 */
export function pass(request: CommandRequest, parts: PathParts): Passage | Promise<Passage> {
  const { decisions, record, holds } = parts;

  const decided = decisions.decide(request); //                          3. decide
  const command = record.command(request, decided); //                   4. record, before a byte leaves
  if (command === UNRECORDED) return record.unrecorded();

  const { verdict, refusal } = decided;
  if (refusal !== undefined) return { refusal, command }; //             denied: recorded as blocked
  if (verdict.effect === 'RequireApproval') {
    const held = holds.ask(request, verdict); //                         5. hold
    return settle(held, { request, command, decided }, parts);
  }
  const permit = permitFor(verdict); //                                  6. permit
  return permit === undefined
    ? record.blocked(command, UNDECIDED)
    : durably({ permit, command }, record);
}

/** No verdict comes here without a permit or a refusal; should one do so all the same, it does not pass. */
const UNDECIDED: Refusal = { code: 'POLICY_DENIED', message: 'no policy decided on the command' };

interface HeldCommand {
  readonly request: CommandRequest;
  readonly command: number;
  readonly decided: Decided;
}

/** Waits for people, records what they decided, and turns an approval into a permit, once. */
async function settle(
  held: Held | Refusal,
  { request, command, decided }: HeldCommand,
  { decisions, record, holds }: PathParts,
): Promise<Passage> {
  const blocked = (refusal: Refusal): Passage => record.blocked(command, refusal);
  if ('code' in held) return blocked(held);
  if (held.mode === 'reject') return blocked(holds.pendingRefusal(held, decided));
  const settlement = await holds.wait(held);
  const recorded = record.decision(command, settlement);
  if (!recorded) return record.unrecorded(command);
  if (settlement.decision !== 'Approved') return blocked(holds.refusalOf(settlement, decided));
  const changed = decisions.deniedNow(request);
  if (changed !== undefined) return blocked(changed);
  try {
    return await durably({ permit: held.consume(holds.subject(request)), command }, record);
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    return blocked({ code: error.code, message: error.message });
  }
}

/** What was recorded is as durable as the connection asks before the permit is given out. */
function durably(
  passage: { readonly permit: Permit; readonly command: number },
  record: SessionRecord,
): Passage | Promise<Passage> {
  const durable = record.durable();
  if (durable === undefined) return passage;
  return durable.then(
    () => passage,
    () => record.unrecorded(passage.command),
  );
}
