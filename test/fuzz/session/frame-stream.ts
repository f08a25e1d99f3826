import { postgresLimits } from '../../../sidecar/src/config/limits.ts';
import {
  NEED_MORE,
  PHASE_COPY,
  PHASE_SESSION,
  checkedFrameEnd,
} from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import type { FrameTable } from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import { must } from '../targets/expect.ts';

/** A piece of a copy may be as large as what is read past. */
const MOST_BYTES = postgresLimits.discardBytes.value;

/** Cuts what one side is sent into frames; anything that is none is a defect of the sidecar. */
export class FrameStream {
  readonly #rules: { readonly table: FrameTable; phase: number; max: number };
  readonly #seen: (frame: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);

  constructor(table: FrameTable, seen: (frame: Buffer) => void) {
    this.#rules = { table, phase: PHASE_SESSION | PHASE_COPY, max: MOST_BYTES };
    this.#seen = seen;
  }

  push(bytes: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    let at = 0;
    for (;;) {
      const end = checkedFrameEnd(this.#rest, at, this.#rest.length, this.#rules);
      must(end >= NEED_MORE, `the sidecar sent what is no frame: ${String(end)}`);
      if (end === NEED_MORE) break;
      this.#seen(Buffer.from(this.#rest.subarray(at, end)));
      at = end;
    }
    this.#rest = this.#rest.subarray(at);
  }
}
