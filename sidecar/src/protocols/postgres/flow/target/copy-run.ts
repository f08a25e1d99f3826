import type { Buffer } from 'node:buffer';
import { COPY_MISSHAPEN, CopyWriter } from '@chaperone/core/masking';
import type { CopyRows } from '@chaperone/core/masking';
import { Copyable } from '../../../../io/copy-bytes.ts';
import { count, finishMessage, keepRest, startMessage } from './copy.ts';
import type { CopyOut } from './copy.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;
const LENGTH_WORD = 4;
const COPY_DATA = 0x64;

/**
 * The run of CopyData messages that begins here, written in one go: a server sends each row in a message of its own, and what
 * is to be done for a message costs more than its row.
 * @returns the offset behind the last message that was dealt with; `start` where the first has to be by itself
 */
export function copyRun(side: TargetSide, buffer: Buffer, start: number, end: number): number {
  const copy = side.copyOut;
  if (copy === undefined || side.reply.cut || copy.header || copy.rest !== undefined) return start;
  const { running, rows } = copy;
  side.reply.begin(running);
  const maxRows = side.spending.unasked(running, end - start, side.reply.bytesOf(running));
  return rows === undefined
    ? keepRun(side, copy, buffer.subarray(0, end), { start, maxRows })
    : rewriteRun(side, { copy, rows }, buffer.subarray(0, end), { start, maxRows });
}

interface Run {
  readonly start: number;
  /** Rows that may be sent without a question for each. */
  readonly maxRows: number;
}

function keepRun(
  side: TargetSide,
  { running }: CopyOut,
  buffer: Buffer,
  { start, maxRows }: Run,
): number {
  let rows = 0;
  let at = start;
  for (; rows < maxRows; rows++) {
    const next = messageEnd(buffer, at);
    if (next === at) break;
    at = next;
  }
  side.outgoing.keep(start, at);
  took(side, running, rows, at - start);
  return at;
}

/** A message whose rows are too many is written, and then counted row by row. */
function rewriteRun(
  side: TargetSide,
  { copy, rows }: { readonly copy: CopyOut; readonly rows: CopyRows },
  buffer: Buffer,
  { start, maxRows }: Run,
): number {
  const source = new Copyable(buffer);
  const out = new CopyWriter(side.outgoing, buffer.length - start);
  const before = rows.rows;
  let at = start;
  for (let next = messageEnd(buffer, at); next > at; next = messageEnd(buffer, at)) {
    const [message, seen] = [out.length, rows.rows];
    startMessage(out);
    const done = rows.rewrite(source, at + HEADER, next, out);
    if (done === COPY_MISSHAPEN) {
      side.violation('a copy that is not what its description says');
      return at;
    }
    finishMessage(out, message);
    at = next;
    if (rows.rows - before > maxRows) {
      const bytes = out.length - message;
      const sent = out.finish() - bytes;
      took(side, copy.running, seen - before, sent);
      count(side, copy.running, rows.rows - seen, side.outgoing.position - bytes);
      return at;
    }
    if (done < next) {
      keepRest(side, copy, buffer.subarray(done, next));
      break;
    }
  }
  took(side, copy.running, rows.rows - before, out.finish());
  return at;
}

function took(side: TargetSide, running: CopyOut['running'], rows: number, bytes: number): void {
  running.rows += rows;
  side.spending.took(rows, bytes);
}

/** Where the CopyData that begins here ends; `at` where none begins, or not all of it is there. */
function messageEnd(buffer: Buffer, at: number): number {
  if (buffer.length - at < HEADER || buffer[at] !== COPY_DATA) return at;
  const length = buffer.readUInt32BE(at + 1);
  const next = at + 1 + length;
  return length >= LENGTH_WORD && next <= buffer.length ? next : at;
}
