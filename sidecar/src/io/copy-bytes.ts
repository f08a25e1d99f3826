import type { Buffer } from 'node:buffer';

/** From here on a call into native code is faster. */
const NATIVE_FROM = 160;
const WORD = 8;

/** Bytes that are read and written often, with the view that makes copying short stretches of them fast. */
export class Copyable {
  readonly bytes: Buffer;
  readonly view: DataView;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /**
   * Copies `[from, upTo)` to `to` in `target`; the two may not overlap. Eight bytes at a time: single bytes take four times as
   * long for what a row consists of, and a native copy costs its call, however short.
   * @returns offset behind the copy
   * @throws RangeError beyond the end of either; what was copied until then stays
   */
  copyTo(target: Copyable, to: number, from: number, upTo: number): number {
    const count = upTo - from;
    const end = to + count;
    if (count >= NATIVE_FROM) {
      target.bytes.set(this.bytes.subarray(from, upTo), to);
    } else if (count >= WORD) {
      const { view } = this;
      const out = target.view;
      const last = count - WORD;
      for (let i = 0; i < last; i += WORD) out.setBigInt64(to + i, view.getBigInt64(from + i));
      // The last word overlaps the one before: no tail of single bytes.
      out.setBigInt64(to + last, view.getBigInt64(from + last));
    } else {
      const { view } = this;
      const out = target.view;
      for (let i = 0; i < count; i++) out.setUint8(to + i, view.getUint8(from + i));
    }
    return end;
  }
}
