import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import type { Refusal } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';
import {
  decodeCopyFail,
  encodeClose,
  encodeCopyFail,
  encodeDescribe,
  encodeParse,
  encodeSync,
  isMalformed,
} from '../../codec/index.ts';
import type { Running } from '../names.ts';
import type { SessionState } from '../state.ts';
import type { AgentSide, Handled } from './agent-side.ts';
import { record } from './parse.ts';

const BODY = 5;

/** No agent has a statement of this name. */
const NAME = `chaperone.copy.${randomBytes(12).toString('hex')}`;

/** Why rows of a copy that may have to be masked cannot be followed. */
export function notCopyable(
  { masking }: SessionState,
  { copies, masking: lineage, maskedOutput }: Classification,
): Refusal | undefined {
  const { none, detectors } = masking();
  if (copies === undefined || none) return undefined;
  if (lineage === 'none' && !maskedOutput && detectors.none) return undefined;
  for (const stream of copies) {
    const problem = stream.direction === 'out' ? stream.problem : undefined;
    if (problem !== undefined) return unsupported(problem);
  }
  return undefined;
}

export const unsupported = (problem: string): Refusal => ({
  code: 'UNSUPPORTED_COPY',
  message: `the rows of this COPY may have to be masked, and ${problem}`,
});

/**
 * CopyOutResponse says how many columns there are and nothing else of them; so the target describes, before the copy, a
 * SELECT of the same columns.
 * @param alone in the simple protocol: with a Sync, so that a failure of it is not one of the command
 */
export function describeCopies(side: AgentSide, running: Running, alone: boolean): void {
  const { masking, pending } = side.state;
  if (running.copies === undefined || masking().none) return;
  for (const stream of running.copies.streams) {
    if (stream.direction === 'in' || stream.query === undefined) continue;
    const messages = [
      encodeParse(NAME, stream.query),
      encodeDescribe({ of: 'statement', name: NAME }),
      encodeClose({ of: 'statement', name: NAME }),
    ];
    for (const answer of ['1', 'T', '3'] as const) pending.push({ kind: 'own', answer, running });
    if (alone) {
      messages.push(encodeSync());
      pending.push({ kind: 'own', answer: 'Z', running });
    }
    side.inject(Buffer.concat(messages));
  }
}

/** The agent is not read further before the target has said whether it takes the data. */
export function awaitCopy({ state }: AgentSide, running: Running): void {
  if (running.copies?.awaitsData === true) state.copyIn = { running, phase: 'awaited' };
}

/** A piece of a copy's data; outside of a copy it is what is left of a failed one, which a server ignores too. */
export function copyData(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const { copyIn } = side.state;
  if (copyIn?.phase !== 'open') return 'done';
  const failure = recordInput(side, copyIn.running, buffer, start + BODY, end);
  if (failure === undefined) side.forward(copyIn.running.permit, start, end);
  else stopCopy(side, copyIn.running, failure);
  return 'done';
}

/** Records what goes to the target; answers why it does not go. */
export function recordInput(
  { state }: AgentSide,
  { command, copies }: Running,
  buffer: Buffer,
  ...[start, end]: readonly [number, number]
): Refusal | undefined {
  if (start === end) return undefined;
  const writtenBack = copies?.search?.look(buffer, start, end);
  if (writtenBack !== undefined) return writtenBack;
  return record(() => {
    state.path.input(command, buffer, start, end);
  });
}

/** What is not recorded is not written: the copy fails at the target, and with it all that it has written. */
function stopCopy(side: AgentSide, { copies }: Running, refusal: Refusal): void {
  if (copies !== undefined) copies.refusal = refusal;
  side.inject(encodeCopyFail(refusal.message));
  side.state.copyIn = undefined;
}

/** CopyFail, with the agent's reason. */
export function copyFail(side: AgentSide, buffer: Buffer, start: number, end: number): Handled {
  const message = decodeCopyFail(buffer, start + BODY, end);
  return isMalformed(message) ? side.malformed(message) : copyEnd(side, buffer, start, end);
}

/** CopyDone and CopyFail. */
export function copyEnd(side: AgentSide, _buffer: Buffer, start: number, end: number): Handled {
  const { copyIn, path } = side.state;
  if (copyIn?.phase !== 'open') return 'done';
  const { running } = copyIn;
  if (side.waiting.durable(path) === 'wait') return 'wait';
  side.forward(running.permit, start, end);
  side.state.copyIn = undefined;
  awaitCopy(side, running);
  return 'done';
}
