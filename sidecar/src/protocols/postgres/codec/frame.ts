import type { Buffer } from 'node:buffer';
import { malformed, type Malformed, type MalformedCode } from './malformed.ts';
import type { FrameTable } from './frame-table.ts';

/** Type byte and length word in front of every body (PostgreSQL documentation, "Message Formats"). */
export const HEADER_BYTES = 5;
/** Length of a StartupMessage's body that PostgreSQL accepts (MAX_STARTUP_PACKET_LENGTH). */
export const MAX_STARTUP_BODY_BYTES = 10_000;

/** Answers of the frame functions that are no offset. An offset behind a frame is always positive. */
export const NEED_MORE = 0;
export const LENGTH_TOO_SMALL = -1;
export const LENGTH_TOO_LARGE = -2;
export const UNKNOWN_TYPE = -3;
export const WRONG_PHASE = -4;

/**
 * Where the frame ends that begins at `start`, for the hot loop: no allocation, nothing read behind `end`.
 * @param end offset behind the last byte that has arrived; at most `buf.length`
 * @param max bytes that the whole frame may have, its type byte included
 * @returns the offset behind the frame, `NEED_MORE`, `LENGTH_TOO_SMALL` or `LENGTH_TOO_LARGE`; a wrong length is
 *   reported as soon as its four bytes are there, not when a peer has filled the memory
 */
export function frameEnd(buf: Buffer, start: number, end: number, max: number): number {
  if (end - start < HEADER_BYTES) return NEED_MORE;
  const length = buf.readUInt32BE(start + 1);
  if (length < 4) return LENGTH_TOO_SMALL;
  if (length >= max) return LENGTH_TOO_LARGE;
  const frame = start + 1 + length;
  return frame <= end ? frame : NEED_MORE;
}

/** What a side may send at this moment. `phase` is one bit of the table's phases and moves with the session. */
export interface FrameRules {
  readonly table: FrameTable;
  phase: number;
  /** Bytes of the largest whole frame. */
  max: number;
}

/**
 * As `frameEnd`, and the type must be known to the direction, allowed in its phase, and its length within the bounds
 * of the type. Answers `UNKNOWN_TYPE` and `WRONG_PHASE` with the first byte.
 */
export function checkedFrameEnd(
  buf: Buffer,
  start: number,
  end: number,
  rules: FrameRules,
): number {
  if (end <= start) return NEED_MORE;
  const type = buf[start] ?? 0;
  const phases = rules.table.phases[type] ?? 0;
  if (phases === 0) return UNKNOWN_TYPE;
  if ((phases & rules.phase) === 0) return WRONG_PHASE;
  if (end - start < HEADER_BYTES) return NEED_MORE;
  const length = buf.readUInt32BE(start + 1);
  const refusal = lengthRefusal(rules, type, length);
  if (refusal !== 0) return refusal;
  const frame = start + 1 + length;
  return frame <= end ? frame : NEED_MORE;
}

function lengthRefusal(rules: FrameRules, type: number, length: number): number {
  if (length < 4 + (rules.table.minBody[type] ?? 0)) return LENGTH_TOO_SMALL;
  if (length >= rules.max || length - 4 > (rules.table.maxBody[type] ?? 0)) return LENGTH_TOO_LARGE;
  return 0;
}

/** Where the packet without type byte ends that opens a connection; floor 8 bytes, ceiling PostgreSQL's. */
export function startupFrameEnd(buf: Buffer, start: number, end: number): number {
  if (end - start < 4) return NEED_MORE;
  const length = buf.readUInt32BE(start);
  if (length < 8) return LENGTH_TOO_SMALL;
  if (length > 4 + MAX_STARTUP_BODY_BYTES) return LENGTH_TOO_LARGE;
  const frame = start + length;
  return frame <= end ? frame : NEED_MORE;
}

const reasons: ReadonlyMap<number, readonly [MalformedCode, string]> = new Map<
  number,
  readonly [MalformedCode, string]
>([
  [LENGTH_TOO_SMALL, ['LENGTH_TOO_SMALL', 'the length is below what the message needs']],
  [LENGTH_TOO_LARGE, ['LENGTH_TOO_LARGE', 'the length is above what the message may have']],
  [UNKNOWN_TYPE, ['UNKNOWN_TYPE', 'no message of this direction has this type']],
  [WRONG_PHASE, ['WRONG_PHASE', 'the message does not belong into this phase']],
]);

/** The refusal behind a negative answer of a frame function. */
export function frameRefusal(answer: number): Malformed {
  const reason = reasons.get(answer);
  if (reason === undefined) throw new TypeError(`${String(answer)} is no refusal of a frame`);
  return malformed(...reason);
}

export interface Frame {
  readonly kind: 'frame';
  /** The type byte. */
  readonly type: number;
  /** The body is `[bodyStart, end)`. */
  readonly bodyStart: number;
  readonly end: number;
}

const needMore: { readonly kind: 'need-more' } = Object.freeze({ kind: 'need-more' });

/** `checkedFrameEnd` as a union, where a few objects do not matter. */
export function readFrame(
  buf: Buffer,
  start: number,
  end: number,
  rules: FrameRules,
): Frame | { readonly kind: 'need-more' } | Malformed {
  const answer = checkedFrameEnd(buf, start, end, rules);
  if (answer === NEED_MORE) return needMore;
  if (answer < 0) return frameRefusal(answer);
  return { kind: 'frame', type: buf[start] ?? 0, bodyStart: start + HEADER_BYTES, end: answer };
}
