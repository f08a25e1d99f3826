import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { checkedFrameEnd, frameRefusal, HEADER_BYTES, readFrame } from './frame.ts';
import { isMalformed } from './malformed.ts';
import { ALL_PHASES } from './testing/phases.ts';
import { decodeFrame, directions, withLength, type Direction } from './testing/samples.ts';

/** Bodies of these types are data, or are not read because the message is refused. */
const OPAQUE = { frontend: 'dFp', backend: 'd' } as Readonly<Record<string, string>>;
const MAX = 4096;

const letter = (frame: Buffer): string => frame.toString('latin1', 0, 1);
const isOpaque = (direction: Direction, frame: Buffer): boolean =>
  OPAQUE[direction.name]?.includes(letter(frame)) ?? false;

/** The frame with its body replaced and its length made to fit. */
function withBody(frame: Buffer, body: Buffer): Buffer {
  return withLength(Buffer.concat([frame.subarray(0, HEADER_BYTES), body]), body.length + 4);
}

describe.each(directions)('hostile bytes, $name', (direction) => {
  const rules = { table: direction.table, phase: ALL_PHASES, max: MAX };
  const cases = direction.samples.map((frame) => ({ type: letter(frame), frame }));

  it('has a sample of every type in its table', () => {
    const known = [...direction.table.phases.keys()].filter((i) => direction.table.phases[i] !== 0);
    expect(new Set(cases.map(({ type }) => type.charCodeAt(0)))).toEqual(new Set(known));
  });

  it('refuses each unknown type by its first byte and never decodes it', () => {
    for (let type = 0; type < 256; type++) {
      if (direction.table.phases[type] !== 0) continue;
      const frame = Buffer.from([type, 0, 0, 0, 4]);
      expect(readFrame(frame, 0, 1, rules)).toMatchObject({ code: 'UNKNOWN_TYPE' });
      expect(decodeFrame(direction, frame)).toMatchObject({ code: 'UNKNOWN_TYPE' });
    }
  });

  it('refuses each type in each phase that it does not belong to', () => {
    for (const { frame } of cases) {
      const allowed = direction.table.phases[frame[0] ?? 0] ?? 0;
      for (const phase of [1, 2, 4]) {
        const answer = checkedFrameEnd(frame, 0, frame.length, { ...rules, phase });
        if ((allowed & phase) !== 0) expect(answer).toBe(frame.length);
        else expect(frameRefusal(answer).code).toBe('WRONG_PHASE');
      }
    }
  });

  it.each(cases)('$type: its sample is understood', ({ frame }) => {
    expect(checkedFrameEnd(frame, 0, frame.length, rules)).toBe(frame.length);
    expect(isMalformed(decodeFrame(direction, frame))).toBe(false);
  });

  it.each(cases)('$type: a length of 0 to 3 is too small', ({ frame }) => {
    for (const length of [0, 1, 2, 3]) {
      expect(readFrame(withLength(frame, length), 0, frame.length, rules)).toMatchObject({
        code: 'LENGTH_TOO_SMALL',
      });
    }
  });

  it.each(cases)('$type: lengths beyond the ceiling are refused with the header', ({ frame }) => {
    const ceiling = Math.min(MAX, (direction.table.maxBody[frame[0] ?? 0] ?? 0) + 5);
    for (const length of [ceiling, MAX, 0x7fffffff, 0x80000000, 0xffffffff]) {
      expect(readFrame(withLength(frame, length), 0, HEADER_BYTES, rules)).toMatchObject({
        code: 'LENGTH_TOO_LARGE',
      });
    }
  });

  it.each(cases)('$type: a body cut anywhere is refused, not understood', ({ frame }) => {
    if (isOpaque(direction, frame)) return;
    // BackendKeyData's key may have any length from 4 bytes on: its frame says which.
    const least = letter(frame) === 'K' ? 8 : frame.length - HEADER_BYTES;
    for (let keep = 0; keep < least; keep++) {
      const cut = withBody(frame, frame.subarray(HEADER_BYTES, HEADER_BYTES + keep));
      expect(isMalformed(decodeFrame(direction, cut))).toBe(true);
    }
  });

  it.each(cases)('$type: bytes left over are refused', ({ frame }) => {
    if (isOpaque(direction, frame) || letter(frame) === 'K') return;
    const longer = withBody(frame, Buffer.concat([frame.subarray(HEADER_BYTES), Buffer.from([1])]));
    expect(isMalformed(decodeFrame(direction, longer))).toBe(true);
  });

  it.each(cases)('$type: every byte of the body replaced never throws', ({ frame }) => {
    for (let at = HEADER_BYTES; at < frame.length; at++) {
      for (const value of [0x00, 0x01, 0x7f, 0x80, 0xff]) {
        const changed = Buffer.from(frame);
        changed[at] = value;
        expect(decodeFrame(direction, changed).kind).toEqual(expect.any(String));
      }
    }
  });
});
