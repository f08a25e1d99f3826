import type { Buffer } from 'node:buffer';
import { maskMessage } from '../masking.ts';
import type { Running } from '../names.ts';
import type { Owed } from '../pending.ts';
import { refusalResponse } from '../refusals.ts';
import { sqlstateOf } from './reply.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;
/** SQLSTATE class 57 apart from 57014 (a cancelled statement): the target goes away, whatever was owed. */
const GOES_AWAY = /^57P0/;

export function errorResponse(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.first;
  const code = sqlstateOf(buffer, start + HEADER, end) ?? 'XX000';
  if (GOES_AWAY.test(code)) {
    pass(side, buffer, start, end, undefined);
    return;
  }
  switch (owed?.kind) {
    case 'query':
      failed(side, buffer, start, end, owed.running);
      side.reply.end(owed.running, 'error', code);
      return;
    case 'refused-query':
      refuse(side, owed);
      return;
    case undefined:
      pass(side, buffer, start, end, undefined);
      return;
    case 'sync':
      side.state.path.gap(`the transaction failed at its end: SQLSTATE ${code}`);
      pass(side, buffer, start, end, undefined);
      return;
    default:
      extended(side, buffer, start, end);
  }
}

/** An error within the extended protocol: the target skips everything up to Sync, so none of it ever happened. */
function extended(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const skipped = side.state.pending.skipped();
  const [first] = skipped;
  if (first?.kind === 'refused') {
    refuse(side, first);
  } else {
    const running = commandOf(skipped);
    failed(side, buffer, start, end, running);
    const code = sqlstateOf(buffer, start + HEADER, end);
    if (running !== undefined) side.reply.end(running, 'error', code);
  }
  for (const owed of skipped.toReversed()) undo(side, owed);
  if (side.state.pending.first === undefined) side.state.skipToSync();
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

function failed(
  side: TargetSide,
  buffer: Buffer,
  start: number,
  end: number,
  running: Running | undefined,
): void {
  if (running !== undefined) side.reply.begin(running);
  pass(side, buffer, start, end, running);
}

function pass(
  side: TargetSide,
  buffer: Buffer,
  start: number,
  end: number,
  running: Running | undefined,
): void {
  if (side.reply.cut) return;
  const touches = running?.classification.touchesMasked ?? true;
  const masked = maskMessage(buffer, start + HEADER, end, touches, side.state.masking());
  if (masked === undefined) side.outgoing.keep(start, end);
  else side.outgoing.put(masked);
}
