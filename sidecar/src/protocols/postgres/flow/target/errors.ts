import { Buffer } from 'node:buffer';
import { maskMessage } from '../masking.ts';
import type { Running } from '../names.ts';
import type { Owed } from '../pending.ts';
import { refusalResponse } from '../refusals.ts';
import { leaveCopy } from './copy.ts';
import { sqlstateOf } from './reply.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;
/** SQLSTATEs under which the target goes away, whatever was owed; 57014, a cancelled statement, is none of them. */
const GOES_AWAY = '57P0';

/** One ErrorResponse, as it came. */
interface Frame {
  readonly buffer: Buffer;
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

export function errorResponse(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.first;
  side.state.meaning.failed();
  const code = sqlstateOf(buffer, start + HEADER, end) ?? 'XX000';
  const frame = { buffer, start, end, code };
  if (side.copyOut !== undefined) leaveCopy(side);
  if (owed === undefined || code.startsWith(GOES_AWAY)) {
    deliver(side, frame, undefined);
  } else if (owed.kind === 'query') {
    ofCommand(side, explained(frame, owed.running), owed.running);
  } else if (owed.kind === 'refused-query') {
    refuse(side, owed);
  } else if (owed.kind === 'sync') {
    side.state.path.gap(`the transaction failed at its end: SQLSTATE ${code}`);
    deliver(side, frame, undefined, side.reply.touchedMasked);
  } else {
    extended(side, frame);
  }
}

/** An error within the extended protocol: the target skips everything up to Sync, so none of it ever happened. */
function extended(side: TargetSide, frame: Frame): void {
  const skipped = side.state.pending.skipped();
  const [first] = skipped;
  if (first?.kind === 'refused') {
    refuse(side, first);
  } else if (side.state.pending.first?.kind === 'own') {
    // The copy that it was for goes on, and fails the same way.
    const { copies } = side.state.pending.first.running;
    if (copies !== undefined)
      copies.failure = Buffer.from(frame.buffer.subarray(frame.start, frame.end));
    return;
  } else {
    ofCommand(side, frame, commandOf(skipped));
  }
  for (const owed of skipped.toReversed()) undo(side, owed);
  const { copyIn } = side.state;
  const isSkipped = skipped.some((owed) => 'running' in owed && owed.running === copyIn?.running);
  if (isSkipped) side.state.copyIn = undefined;
  if (side.state.pending.first === undefined) side.state.skipToSync();
}

const IN_FAILED_TRANSACTION = '25P02';

/** A copy whose description failed in a transaction block finds it failed, and the first error says why. */
function explained(frame: Frame, { copies }: Running): Frame {
  const failure = copies?.failure;
  if (failure === undefined || frame.code !== IN_FAILED_TRANSACTION) return frame;
  const code = sqlstateOf(failure, HEADER, failure.length) ?? frame.code;
  return { buffer: failure, start: 0, end: failure.length, code };
}

/** The target's error for a command, or the sidecar's where that made it fail. */
function ofCommand(side: TargetSide, frame: Frame, running: Running | undefined): void {
  const refusal = running?.copies?.refusal;
  if (running === undefined || refusal === undefined) deliver(side, frame, running);
  else {
    side.reply.begin(running);
    if (!side.reply.cut) side.outgoing.put(refusalResponse(refusal));
  }
  if (running !== undefined) side.reply.end(running, 'error', refusal?.code ?? frame.code);
}

/** The command that an error is about: the one it hit, or the first that would have run the failed preparation. */
function commandOf(skipped: readonly Owed[]): Running | undefined {
  for (const owed of skipped) {
    if (owed.kind === 'refused') return undefined;
    if ('running' in owed) return owed.running;
  }
  return undefined;
}

function undo(side: TargetSide, owed: Owed): void {
  if ('change' in owed) owed.change.undo();
  if (owed.kind === 'describe-own' || owed.kind === 'describe-statement') {
    owed.statement.describing = false;
  }
  if (owed.kind === 'bind' && !owed.running.ended) side.state.skipped(owed.running);
}

function refuse(side: TargetSide, owed: Owed & { kind: 'refused' | 'refused-query' }): void {
  if (!side.reply.cut) side.outgoing.put(refusalResponse(owed.refusal));
}

/** Sends the target's own error on, as part of the response of the command that it is about. */
function deliver(
  side: TargetSide,
  { buffer, start, end }: Frame,
  running: Running | undefined,
  details?: boolean,
): void {
  if (running !== undefined) side.reply.begin(running);
  if (side.reply.cut) return;
  const masked = maskMessage(buffer, start + HEADER, end, {
    quoting: side.reply.quoting(running, details),
    masking: side.state.masking(),
  });
  if (masked === undefined) side.outgoing.keep(start, end);
  else side.outgoing.put(masked);
}
