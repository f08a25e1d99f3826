import { Buffer } from 'node:buffer';
import { postgresLimits } from '../../../../config/limits.ts';
import {
  LENGTH_TOO_LARGE,
  NEED_MORE,
  PHASE_SESSION,
  backendFrames,
  checkedFrameEnd,
  frameRefusal,
} from '../../codec/index.ts';
import type { FrameRules } from '../../codec/index.ts';
import { Outgoing } from '../outgoing.ts';
import type { ScratchPool } from '../outgoing.ts';
import { RowWriter } from '../row-plan.ts';
import type { SessionState } from '../state.ts';
import type { Running } from '../names.ts';
import { answers } from './answers.ts';
import type { CopyOut } from './copy.ts';
import { copyRun } from './copy-run.ts';
import { Reply } from './reply.ts';
import { passesUnread, rowRun, startLongRow } from './rows.ts';
import { Spending } from './spending.ts';

/**
 * What may still come of a query that has failed: ReadyForQuery, a further error, what comes at any time. Its outcome is
 * recorded, so that anything else would be delivered without a record.
 */
const BEHIND_AN_ERROR: ReadonlySet<number> = new Set(Buffer.from('ZENAS'));
const DATA_ROW = 0x44;
const COPY_DATA = 0x64;

/**
 * The direction from the target to the agent: each answer is matched with what is owed, rows are masked, responses are
 * recorded, and then, once a read, everything is delivered.
 */
export class TargetSide {
  readonly state: SessionState;
  readonly outgoing: Outgoing;
  readonly reply: Reply;
  readonly rows: RowWriter;
  readonly spending: Spending;
  /** The copy that the target sends. */
  copyOut: CopyOut | undefined;
  readonly #rules: FrameRules;
  /** Bytes of a row that is larger than the buffer, and is passed on as it comes. */
  #longRow = 0;
  #longRowKept = true;
  #waiting = false;
  /** Set in whatever happens within a frame. */
  #ended = false;

  constructor(state: SessionState, pool: ScratchPool) {
    this.state = state;
    this.outgoing = new Outgoing(pool);
    this.reply = new Reply(state, this.outgoing);
    this.rows = new RowWriter(this.outgoing);
    this.spending = new Spending(state.path.allowance);
    this.#rules = {
      table: backendFrames,
      phase: PHASE_SESSION,
      max: postgresLimits.targetMessageBytes.value,
    };
  }

  readonly read = (buffer: Buffer, start: number, end: number): number => {
    try {
      return this.#read(buffer, start, end);
    } catch (error) {
      this.#ended = true;
      this.state.defect(error);
      return end;
    }
  };

  #read(buffer: Buffer, start: number, end: number): number {
    if (this.#ended) return end;
    if (this.#waiting) return start;
    this.state.activeAt = performance.now();
    this.spending.begin();
    this.outgoing.begin(buffer, start);
    let at = this.#continueLongRow(start, end);
    this.reply.continues(this.outgoing.position);
    while (at < end && !this.#isEnded()) {
      const behind = this.#run(buffer, at, end);
      if (behind > at) {
        at = behind;
        continue;
      }
      const next = checkedFrameEnd(buffer, at, end, this.#rules);
      if (next > 0) {
        this.#frame(buffer, at, next);
        at = next;
        continue;
      }
      if (next === NEED_MORE || next === LENGTH_TOO_LARGE)
        at = this.#incomplete(buffer, at, end, next);
      else this.violation(frameRefusal(next).detail);
      break;
    }
    if (this.#isEnded()) return end;
    this.reply.pause();
    this.spending.end(this.outgoing.position);
    this.#deliver();
    return at;
  }

  /** Offset behind the messages that were dealt with together. */
  #run(buffer: Buffer, start: number, end: number): number {
    const type = buffer[start];
    if (type === DATA_ROW) return rowRun(this, buffer, start, end);
    return type === COPY_DATA ? copyRun(this, buffer, start, end) : start;
  }

  /** The command that the target works on. */
  runningCommand(): Running | undefined {
    const owed = this.state.pending.first;
    return owed?.kind === 'execute' || owed?.kind === 'query' ? owed.running : undefined;
  }

  /** What the target may send from here on: a bit of the table of frames. */
  phase(phase: number): void {
    this.#rules.phase = phase;
  }

  /** The target does not keep to the protocol: nothing of it can be trusted any more. */
  violation(detail: string): void {
    this.#ended = true;
    this.state.fail({
      code: 'UPSTREAM_PROTOCOL_VIOLATION',
      message: `the target sent what does not belong here: ${detail}`,
    });
  }

  #isEnded(): boolean {
    return this.#ended;
  }

  #frame(buffer: Buffer, start: number, end: number): void {
    const type = buffer[start] ?? 0;
    const answer = answers[type];
    const owed = this.state.pending.first;
    const isOver = owed?.kind === 'query' && owed.running.ended;
    if (answer === undefined || (isOver && !BEHIND_AN_ERROR.has(type)))
      this.violation('a message that is not expected');
    else answer(this, buffer, start, end);
  }

  /** A row that does not fit the buffer needs no decoding where nothing of it is masked. */
  #incomplete(buffer: Buffer, start: number, end: number, why: number): number {
    const type = buffer[start];
    const isRow = (type === DATA_ROW || type === COPY_DATA) && end - start >= 5;
    const length = isRow ? 1 + buffer.readUInt32BE(start + 1) : 0;
    const large = why === LENGTH_TOO_LARGE || length > postgresLimits.targetBufferBytes.value;
    if (!large) return start;
    if (!isRow) {
      this.violation(frameRefusal(LENGTH_TOO_LARGE).detail);
      return end;
    }
    const passes = type === COPY_DATA ? this.copyOut?.rows === undefined : passesUnread(this);
    if (!passes && why === NEED_MORE) return start;
    this.#longRowKept = startLongRow(this, length, passes);
    this.#longRow = length;
    return this.#continueLongRow(start, end);
  }

  #continueLongRow(start: number, end: number): number {
    if (this.#longRow === 0) return start;
    const here = Math.min(this.#longRow, end - start);
    const owed = this.state.pending.first;
    if (owed?.kind === 'execute' || owed?.kind === 'query') this.reply.begin(owed.running);
    if (this.#longRowKept && !this.reply.cut) this.outgoing.keep(start, start + here);
    this.#longRow -= here;
    return start + here;
  }

  #deliver(): void {
    // The beginning of a message alone delivers nothing: waiting for the disk, and looking at it again, would never end.
    const durable = this.outgoing.position === 0 ? undefined : this.state.path.durable();
    if (durable === undefined) {
      this.#send();
      return;
    }
    this.#waiting = true;
    this.state.target.pause();
    durable.then(
      () => {
        this.#waiting = false;
        this.#send();
        if (this.state.agent.pendingBytes === 0) this.state.target.resume();
      },
      (error: unknown) => {
        this.#ended = true;
        this.state.fail({
          code: 'RECORDING_UNAVAILABLE',
          message: `what was recorded could not be made durable: ${String(error)}`,
        });
      },
    );
  }

  #send(): void {
    const { outgoing } = this;
    const count = outgoing.position;
    const { bytes, offset } = outgoing;
    if (count === 0 || this.state.agent.write(bytes, offset, offset + count)) {
      outgoing.release();
    } else {
      this.state.target.pause();
      this.state.agent.onDrain(() => {
        outgoing.release();
        this.state.target.resume();
      });
    }
    this.state.settled();
  }
}
