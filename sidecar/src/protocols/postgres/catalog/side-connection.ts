import type { Buffer } from 'node:buffer';
import { SidecarError } from '../../../errors.ts';
import type { Wire } from '../../../io/wire.ts';
import {
  HEADER_BYTES,
  NEED_MORE,
  PHASE_SESSION,
  backendFrames,
  checkedFrameEnd,
  decodeDataRow,
  decodeErrorResponse,
  encodeQuery,
  errorField,
  isMalformed,
} from '../codec/index.ts';
import type { FrameRules } from '../codec/index.ts';

/** One row as text; SQL NULL is null. */
export type Row = readonly (string | null)[];

interface Asked {
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (error: Error) => void;
}

export interface SideConnectionOptions {
  /** Opens a session at the target with the connection's own credential. */
  readonly connect: () => Promise<Wire>;
  /** Milliseconds that a query may take. */
  readonly timeoutMs: number;
  /** Bytes of the largest answer message. */
  readonly maxMessageBytes: number;
}

/**
 * The sidecar's own session at the target, for questions to the catalog: one query at a time, text results. It opens with
 * the first question and again after a failure.
 */
export class SideConnection {
  readonly #options: SideConnectionOptions;
  #wire: Promise<Wire> | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: SideConnectionOptions) {
    this.#options = options;
  }

  /** @throws SidecarError CATALOG_UNAVAILABLE */
  async query(sql: string): Promise<readonly Row[]> {
    const answer = this.#turn.then(async () => this.#ask(sql));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  close(): void {
    const wire = this.#wire;
    this.#wire = undefined;
    wire?.then(
      (open) => {
        open.destroy();
      },
      () => undefined,
    );
  }

  async #ask(sql: string): Promise<readonly Row[]> {
    try {
      this.#wire ??= this.#options.connect();
      const wire = await this.#wire;
      return await this.#exchange(wire, sql);
    } catch (error) {
      this.close();
      throw new SidecarError(
        'CATALOG_UNAVAILABLE',
        `the target's catalog could not be read: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      );
    }
  }

  async #exchange(wire: Wire, sql: string): Promise<readonly Row[]> {
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise((resolve, reject) => {
        timer = setTimeout(() => {
          reject(new Error('no answer in time'));
        }, this.#options.timeoutMs);
        wire.onClose(() => {
          reject(new Error('the target closed the connection'));
        });
        wire.setReader(answerReader({ resolve, reject }, this.#options.maxMessageBytes));
        wire.write(encodeQuery(sql));
      });
    } finally {
      clearTimeout(timer);
    }
  }
}

const ROW = 0x44;
const ERROR = 0x45;
const READY = 0x5a;

/** Reads the answer of one query: rows, or the error, up to ReadyForQuery. */
function answerReader(
  asked: Asked,
  max: number,
): (buffer: Buffer, start: number, end: number) => number {
  const rules: FrameRules = { table: backendFrames, phase: PHASE_SESSION, max };
  const rows: Row[] = [];
  let failure: Error | undefined;
  const take = (buffer: Buffer, start: number, end: number): void => {
    const type = buffer[start];
    const body = start + HEADER_BYTES;
    if (type === ROW) {
      const row = decodeDataRow(buffer, body, end);
      if (isMalformed(row)) failure ??= new Error(row.detail);
      else rows.push(row.cells.map((cell) => cell?.toString() ?? null));
    } else if (type === ERROR) {
      const error = decodeErrorResponse(buffer, body, end);
      failure ??= new Error(isMalformed(error) ? error.detail : errorField(error, 'M'));
    } else if (type === READY) {
      if (failure === undefined) asked.resolve(rows);
      else asked.reject(failure);
    }
  };
  return (buffer, start, end) => {
    let at = start;
    while (at < end) {
      const next = checkedFrameEnd(buffer, at, end, rules);
      if (next === NEED_MORE) break;
      if (next < 0) {
        asked.reject(new Error('a message that does not belong here'));
        return end;
      }
      take(buffer, at, next);
      at = next;
    }
    return at;
  };
}
