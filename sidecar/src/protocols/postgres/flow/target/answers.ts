import { Buffer } from 'node:buffer';
import { maskMessage } from '../masking.ts';
import type { Running, Statement } from '../names.ts';
import { copyDone, copyInResponse, copyOutData, copyOutResponse, leaveCopy } from './copy.ts';
import { recordDescription } from './descriptions.ts';
import { errorResponse } from './errors.ts';
import { notification } from './notifications.ts';
import { isOwn } from './own.ts';
import { parameterStatus } from './parameter-status.ts';
import { readyForQuery } from './ready.ts';
import { dataRow, knownPlan, planFor } from './rows.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;

/** Deals with the frame `[start, end)` of its type. */
export type AnswerHandler = (side: TargetSide, buffer: Buffer, start: number, end: number) => void;

function parseComplete(side: TargetSide, _buffer: Buffer, start: number, end: number): void {
  if (isOwn(side, '1')) return;
  const owed = side.state.pending.first;
  if (owed?.kind !== 'parse') {
    side.violation('an answer to parse that nothing asked for');
    return;
  }
  side.state.pending.shift();
  owed.change.settle();
  deliver(side, start, end);
}

function bindComplete(side: TargetSide, _buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.first;
  if (owed?.kind !== 'bind') {
    side.violation('an answer to bind that nothing asked for');
    return;
  }
  side.state.pending.shift();
  owed.running.bound = true;
  owed.change.settle();
  endPortal(side, owed.replaces);
  deliver(side, start, end);
}

function closeComplete(side: TargetSide, _buffer: Buffer, start: number, end: number): void {
  if (isOwn(side, '3')) return;
  const owed = side.state.pending.first;
  if (owed?.kind !== 'close') {
    side.violation('an answer to close that nothing asked for');
    return;
  }
  side.state.pending.shift();
  owed.change.settle();
  endPortal(side, owed.closes);
  deliver(side, start, end);
}

/** A portal that goes before it ran to its end: never executed, or left after some of its rows. */
function endPortal(side: TargetSide, running: Running | undefined): void {
  if (running === undefined || running.ended) return;
  side.reply.end(running, running.rows > 0 ? 'success' : 'skipped');
}

export function deliver(side: TargetSide, start: number, end: number): void {
  if (!side.reply.cut) side.outgoing.keep(start, end);
}

function parameterDescription(side: TargetSide, _buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.first;
  const isUnseen = owed?.kind === 'describe-own' || (owed?.kind === 'own' && owed.answer === 'T');
  if (owed?.kind === 'describe-statement') deliver(side, start, end);
  else if (!isUnseen) side.violation('a description that nothing asked for');
}

function rowDescription(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.first;
  if (owed?.kind === 'own') {
    copied(side, buffer.subarray(start, end));
  } else if (owed?.kind === 'describe-own' || owed?.kind === 'describe-statement') {
    side.state.pending.shift();
    described(side, owed.statement, buffer.subarray(start, end));
    if (owed.kind === 'describe-statement') deliver(side, start, end);
  } else if (owed?.kind === 'describe-portal') {
    side.state.pending.shift();
    planned(side, owed.running, buffer, { start, end });
  } else if (owed?.kind === 'query') {
    planned(side, owed.running, buffer, { start, end });
  } else {
    side.violation('a description that nothing asked for');
  }
}

/** A description that the sidecar asked for on behalf of a copy. */
function copied(side: TargetSide, frame: Buffer): void {
  const owed = side.state.pending.first;
  if (!isOwn(side, 'T') || owed?.kind !== 'own')
    side.violation('a description that nothing asked for');
  else owed.running.copies?.described(Buffer.from(frame));
}

function noData(side: TargetSide, _buffer: Buffer, start: number, end: number): void {
  if (isOwn(side, 'T')) return;
  const owed = side.state.pending.shift();
  if (owed?.kind === 'describe-own' || owed?.kind === 'describe-statement') {
    owed.statement.describing = false;
    owed.statement.description = EMPTY_DESCRIPTION;
  } else if (owed?.kind !== 'describe-portal') {
    side.violation('a description that nothing asked for');
    return;
  }
  if (owed.kind !== 'describe-own') deliver(side, start, end);
}

/** A RowDescription without columns. */
const EMPTY_DESCRIPTION = Buffer.from([0x54, 0, 0, 0, 6, 0, 0]);

function described(side: TargetSide, statement: Statement, frame: Buffer): void {
  statement.describing = false;
  if (statement.description?.equals(frame) !== true) {
    statement.description = Buffer.from(frame);
    recordDescription(side, statement, statement.description);
  }
}

function isEqual(known: Buffer, buffer: Buffer, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== buffer[start + i]) return false;
  return true;
}

/** Rows follow, and this says how they look: in the simple protocol, and for a portal. */
function planned(
  side: TargetSide,
  running: Running,
  buffer: Buffer,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  side.reply.begin(running);
  const known = knownPlan(side, running);
  const plan =
    known !== undefined && isEqual(known.description, buffer, start, end)
      ? known.plan
      : planFor(side, running, buffer.subarray(start, end));
  if (plan === undefined) {
    side.violation('a row description that cannot be read');
    return;
  }
  running.plan = plan;
  deliver(side, start, end);
}

function commandComplete(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.first;
  if (owed?.kind !== 'execute' && owed?.kind !== 'query') {
    side.violation('the end of a command that nothing asked for');
    return;
  }
  const { running } = owed;
  if (side.copyOut !== undefined) leaveCopy(side);
  side.reply.begin(running);
  deliver(side, start, end);
  changedCatalog(side, running);
  side.state.listens ||= isListen(buffer, start + HEADER, end);
  side.state.meaning.completed(running, () => buffer.toString('latin1', start + HEADER, end - 1));
  if (owed.kind === 'query') {
    // Rows of the next statement of the string get a description of their own.
    running.plan = 'unknown';
    running.result++;
    return;
  }
  side.state.pending.shift();
  side.reply.end(running, 'success');
}

const LISTEN = Buffer.from('LISTEN\0');

function isListen(buffer: Buffer, start: number, end: number): boolean {
  return end - start === LISTEN.length && LISTEN.equals(buffer.subarray(start, end));
}

function changedCatalog(side: TargetSide, running: Running): void {
  if (!running.classification.invalidates) return;
  side.state.catalogChanged = true;
  side.state.classifier.invalidate();
}

function portalSuspended(side: TargetSide, _buffer: Buffer, start: number, end: number): void {
  const owed = side.state.pending.shift();
  if (owed?.kind !== 'execute') {
    side.violation('a suspended portal that nothing asked for');
    return;
  }
  side.reply.begin(owed.running);
  deliver(side, start, end);
}

function notice(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const running = side.runningCommand();
  if (side.state.pending.first?.kind === 'own') return;
  if (running !== undefined) side.reply.begin(running);
  if (side.reply.cut) return;
  const masked = maskMessage(buffer, start + HEADER, end, {
    quoting: side.reply.quoting(running),
    masking: side.state.masking(),
  });
  if (masked === undefined) deliver(side, start, end);
  else side.outgoing.put(masked);
}

const byType = (type: string): number => type.charCodeAt(0);

/** What a target may answer, by type byte; anything else ends the session. */
export const answers: Readonly<Record<number, AnswerHandler>> = {
  [byType('1')]: parseComplete,
  [byType('2')]: bindComplete,
  [byType('3')]: closeComplete,
  [byType('t')]: parameterDescription,
  [byType('T')]: rowDescription,
  [byType('n')]: noData,
  [byType('D')]: dataRow,
  [byType('C')]: commandComplete,
  [byType('I')]: commandComplete,
  [byType('s')]: portalSuspended,
  [byType('E')]: errorResponse,
  [byType('N')]: notice,
  [byType('S')]: parameterStatus,
  [byType('A')]: notification,
  [byType('G')]: copyInResponse,
  [byType('H')]: copyOutResponse,
  [byType('d')]: copyOutData,
  [byType('c')]: copyDone,
  [byType('Z')]: readyForQuery,
};
