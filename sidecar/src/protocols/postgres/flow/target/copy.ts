import { Buffer } from 'node:buffer';
import { COPY_MISSHAPEN, CopyWriter, copyRows } from '@chaperone/core/masking';
import type { CopyFormat, CopyRows } from '@chaperone/core/masking';
import { postgresLimits } from '../../../../config/limits.ts';
import { Copyable } from '../../../../io/copy-bytes.ts';
import type { Refusal } from '../../../protocol.ts';
import type { CopyStream } from '../../catalog/copies.ts';
import {
  BINARY,
  PHASE_COPY,
  PHASE_SESSION,
  TEXT,
  decodeCopyInResponse,
  decodeCopyOutResponse,
  decodeRowDescription,
  encodeCopyFail,
  isMalformed,
} from '../../codec/index.ts';
import { inFormats } from '../formats.ts';
import { planRows } from '../masking.ts';
import type { Running } from '../names.ts';
import type { RowPlan } from '../row-plan.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;
const COPY_DATA = 0x64;

type StreamOut = Extract<CopyStream, { direction: 'out' }>;

/** A copy out that the target sends. */
export interface CopyOut {
  readonly running: Running;
  /** Absent where its rows pass as they are. */
  readonly rows: CopyRows | undefined;
  /** The first line is no row. */
  header: boolean;
  /** The beginning of a row whose end is still to come. */
  rest: Buffer | undefined;
}

/** The target takes the data of a copy. */
export function copyInResponse(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const running = side.runningCommand();
  const message = decodeCopyInResponse(buffer, start + HEADER, end);
  const { copyIn } = side.state;
  const isNext = copyIn?.phase === 'awaited' && copyIn.running === running;
  if (!isNext || isMalformed(message) || copyIn.running.copies?.begin('in') === undefined) {
    side.violation('a copy that nothing asked for');
    return;
  }
  side.reply.begin(copyIn.running);
  if (!side.reply.cut) {
    side.outgoing.keep(start, end);
    side.reply.recordSoFar();
  }
  if (side.reply.cut) {
    // The agent is not told, and sends nothing.
    side.state.target.write(encodeCopyFail('the answer could not be recorded'));
    return;
  }
  copyIn.phase = 'open';
}

/** The target begins to send a copy. */
export function copyOutResponse(
  side: TargetSide,
  buffer: Buffer,
  start: number,
  end: number,
): void {
  const running = side.runningCommand();
  const message = decodeCopyOutResponse(buffer, start + HEADER, end);
  const stream = running?.copies?.begin('out');
  if (running === undefined || stream === undefined || isMalformed(message)) {
    side.violation('a copy that nothing asked for');
    return;
  }
  side.phase(PHASE_COPY);
  side.reply.begin(running);
  const rows = rowsOf(side, running, stream, message.columnFormats.length);
  if (rows !== undefined && 'code' in rows) {
    cut(side, rows);
    return;
  }
  const header = stream.format !== undefined && 'header' in stream.format && stream.format.header;
  side.copyOut = { running, rows, header, rest: undefined };
  if (!side.reply.cut) side.outgoing.keep(start, end);
}

/** How its rows are rewritten: undefined where they pass, a refusal where nobody can tell. */
function rowsOf(
  side: TargetSide,
  running: Running,
  stream: StreamOut,
  columns: number,
): CopyRows | Refusal | undefined {
  const masking = side.state.masking();
  if (masking.none) return undefined;
  const { classification } = running;
  const mayPass =
    classification.masking === 'none' && !classification.maskedOutput && masking.detectors.none;
  const description = running.copies?.description();
  const { format } = stream;
  if (description === undefined || format === undefined) {
    return mayPass ? undefined : unknown('its columns are not known');
  }
  const described = plan(side, running, description, format);
  if (described === undefined) return unknown('its columns are not known');
  const { rows, names } = described;
  if (rows.untouched) return undefined;
  if (names.length !== columns) return unknown('it copies other columns than a SELECT; list them');
  return copyRows(
    format,
    rows.columns.map((column, at) => ({ column, name: names[at] ?? '' })),
  );
}

function plan(
  side: TargetSide,
  { classification, result }: Running,
  description: Buffer,
  format: CopyFormat,
): { readonly rows: RowPlan; readonly names: readonly string[] } | undefined {
  const decoded = decodeRowDescription(description, HEADER, description.length);
  if (isMalformed(decoded)) return undefined;
  const names = decoded.fields.map(({ name }) => name);
  const code = format.kind === 'binary' ? BINARY : TEXT;
  const asCopied = inFormats(description, () => code) ?? description;
  const rows = planRows(asCopied, HEADER, asCopied.length, {
    classification,
    masking: side.state.masking(),
    result,
    outdated: () => {
      side.state.classifier.invalidate();
    },
  });
  return rows && { rows, names };
}

const unknown = (why: string): Refusal => ({
  code: 'LINEAGE_UNKNOWN',
  message: `the rows of this COPY may have to be masked, and ${why}`,
  hint: 'Copy a SELECT, or list the columns that you need.',
});

function cut(side: TargetSide, refusal: Refusal): void {
  side.reply.cutOff(refusal);
  side.state.cancelTarget();
}

/** One CopyData of a copy out. A row need not end where it does. */
export function copyOutData(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const copy = side.copyOut;
  if (copy !== undefined) side.reply.begin(copy.running);
  if (side.reply.cut || copy === undefined) return;
  const from = side.outgoing.position;
  let rows = 1;
  if (copy.rows === undefined) {
    side.outgoing.keep(start, end);
    if (copy.header) rows = 0;
    copy.header = false;
  } else {
    const before = copy.rows.rows;
    rewrite(side, copy, copy.rows, buffer.subarray(start + HEADER, end));
    rows = copy.rows.rows - before;
  }
  count(side, copy.running, rows, from);
}

/** A row that is more than policies allow is not sent, nor what came with it. */
export function count(side: TargetSide, running: Running, rows: number, from: number): void {
  const bytes = side.outgoing.position - from;
  for (let left = rows; left > 0; left--) {
    running.rows++;
    if (!side.spending.limited || side.reply.cut) continue;
    const refusal = side.spending.next(
      running,
      left === rows ? bytes : 0,
      side.reply.bytesOf(running),
    );
    if (refusal === undefined) continue;
    side.outgoing.truncate(from);
    cut(side, refusal);
  }
}

function rewrite(side: TargetSide, copy: CopyOut, rows: CopyRows, payload: Buffer): void {
  const source = copy.rest === undefined ? payload : Buffer.concat([copy.rest, payload]);
  const out = new CopyWriter(side.outgoing, source.length + HEADER);
  startMessage(out);
  const done = rows.rewrite(new Copyable(source), 0, source.length, out);
  if (done === COPY_MISSHAPEN) {
    side.violation('a copy that is not what its description says');
    return;
  }
  finishMessage(out, 0);
  out.finish();
  copy.rest = undefined;
  if (done < source.length) keepRest(side, copy, source.subarray(done));
}

export function startMessage(out: CopyWriter): void {
  out.byte(COPY_DATA);
  out.int32(0);
}

/** @param start where the message begins in what was written; without a whole row there is none */
export function finishMessage(out: CopyWriter, start: number): void {
  if (out.length > start + HEADER) out.int32At(start + 1, out.length - start - 1);
  else out.truncate(start);
}

/** The beginning of a row whose end is still to come. */
export function keepRest(side: TargetSide, copy: CopyOut, rest: Buffer): void {
  copy.rest = Buffer.from(rest);
  if (rest.length <= postgresLimits.targetMessageBytes.value) return;
  cut(side, {
    code: 'ROW_TOO_LARGE',
    message: 'a row of the copy is too large to be masked',
    hint: 'Copy the columns that you need, or a part of the large value.',
  });
}

/** CopyDone: CommandComplete or an error follows. */
export function copyDone(side: TargetSide, _buffer: Buffer, start: number, end: number): void {
  const rest = side.copyOut?.rest;
  leaveCopy(side);
  if (side.reply.cut) return;
  if (rest !== undefined) side.violation('a copy that ends within a row');
  else side.outgoing.keep(start, end);
}

/** No more data of a copy comes. */
export function leaveCopy(side: TargetSide): void {
  side.copyOut = undefined;
  side.phase(PHASE_SESSION);
}
