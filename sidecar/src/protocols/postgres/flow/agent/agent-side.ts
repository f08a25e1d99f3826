import { Buffer } from 'node:buffer';
import type { Permit } from '@chaperone/core/policy';
import { postgresLimits } from '../../../../config/limits.ts';
import type { CommandRequest, Passage, Refusal } from '../../../protocol.ts';
import type { Classification } from '../../catalog/classification.ts';
import {
  HEADER_BYTES,
  LENGTH_TOO_LARGE,
  NEED_MORE,
  PHASE_COPY,
  PHASE_SESSION,
  checkedFrameEnd,
  encodeFlush,
  encodeTerminate,
  frameRefusal,
  frontendFrames,
} from '../../codec/index.ts';
import type { FrameRules, Malformed } from '../../codec/index.ts';
import { CANCELLED, SUBSTITUTE_PARSE, SUBSTITUTE_QUERY } from '../refusals.ts';
import type { SessionState } from '../state.ts';
import { recordInput } from './copy.ts';
import { Settling } from './settling.ts';
import { Waiting } from './waiting.ts';
import { messages, tooLarge } from './messages.ts';

/** A message was dealt with, or something has to be waited for and it is looked at again. */
export type Handled = 'done' | 'wait';

const EXTENDED: ReadonlySet<number> = new Set(Buffer.from('PBDECH'));
const SYNC = 0x53;
const BIND = 0x42;
/** A Bind has two names, two counts of formats and one of values at least. */
const BARE_BIND = 13;
const TERMINATE = 0x58;
const COPY_DATA = 0x64;

/**
 * The direction from the agent to the target: frames become commands, commands get a permit or are replaced by a
 * substitute. Bytes that go on unchanged are sent from the read buffer, a run at a time.
 */
export class AgentSide {
  readonly state: SessionState;
  readonly waiting: Waiting;
  readonly settling: Settling;
  readonly #rules: FrameRules;
  #buffer: Buffer | undefined;
  #runStart = 0;
  #runEnd = 0;
  /** The agent's messages are dropped up to its next Sync, as a server drops them after an error. */
  #skipping = false;
  /** Bytes of an oversize message that are still to come. */
  #discard = 0;
  #waitsForCopy = false;
  /** Bytes of a piece of a copy that goes on as it comes. */
  #copyRest = 0;
  /** Messages of the extended protocol were sent, and no Sync behind them. */
  #unsynced = false;
  #ended = false;
  /** What is looked up is refused once it is known. */
  #cancelled = false;
  #end = 0;
  /** A Parse of this read that its Bind will record; it can still be taken back. */
  #unrecorded: number | undefined;

  constructor(state: SessionState) {
    this.state = state;
    this.#rules = {
      table: frontendFrames,
      phase: PHASE_SESSION,
      max: state.connection.maxCommandBytes,
    };
    this.waiting = new Waiting(() => {
      state.agent.redeliver();
    }, state.defect);
    this.settling = new Settling(state, () => {
      this.inject(encodeFlush());
    });
  }

  /** Neither an unfinished message nor a held command: the agent owes nothing. */
  get idle(): boolean {
    return !this.held && this.state.agent.unconsumed === 0;
  }

  /** The session is over: what the agent sent and nobody looked at is not looked at any more. */
  stop(): void {
    this.#ended = true;
  }

  /** The agent waits for somebody else. */
  get held(): boolean {
    return this.#looksUp() || this.heldByCopy();
  }

  #looksUp(): boolean {
    return this.waiting.pending || this.settling.waits || this.state.cancelling.out;
  }

  /** What the agent sends next waits until the target has begun a copy, or failed it. */
  heldByCopy(): boolean {
    return this.state.copyIn?.phase === 'awaited';
  }

  /** The target has answered: what waited for a copy to begin, or to fail, is looked at. */
  copyAnswered(): void {
    if (!this.#waitsForCopy || this.heldByCopy()) return;
    this.#waitsForCopy = false;
    this.state.agent.redeliver();
  }

  /** The agent cancels the text that is being looked up; answers whether there is one. */
  cancelLookUp(): boolean {
    this.#cancelled = this.waiting.looksUp;
    return this.#cancelled;
  }

  get unsynced(): boolean {
    return this.#unsynced;
  }

  skipToSync(): void {
    this.#skipping = true;
    if (this.waiting.pending) this.state.path.withdraw('an earlier command of the pipeline failed');
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
    if (this.#looksUp()) return start;
    if (this.heldByCopy()) {
      this.#waitsForCopy = true;
      return start;
    }
    this.state.activeAt = performance.now();
    this.#buffer = buffer;
    this.#end = end;
    let at = Math.min(end, start + this.#discard);
    this.#discard -= at - start;
    this.#runStart = at;
    this.#runEnd = at;
    if (this.#copyRest > 0) at = this.#continueCopy(buffer, at, end);
    while (at < end) {
      this.#rules.phase = this.state.copyIn === undefined ? PHASE_SESSION : PHASE_COPY;
      const next = checkedFrameEnd(buffer, at, end, this.#rules);
      if (next === NEED_MORE) {
        at = this.#beginCopy(buffer, at, end);
        break;
      }
      const after =
        next < 0 ? this.#unframed(next, buffer, at, end) : this.#frame(buffer, at, next);
      if (after < 0) break;
      at = after;
      this.#waitsForCopy = this.heldByCopy();
      if (this.#waitsForCopy || this.#tooManyPending()) break;
    }
    this.#flush();
    return Math.min(at, end);
  }

  /** The Bind of the unnamed statement to the unnamed portal stands behind this offset, whole. */
  bindFollows(at: number): boolean {
    const buffer = this.#buffer;
    if (buffer === undefined || this.#end - at < BARE_BIND || buffer[at] !== BIND) return false;
    if (buffer[at + 5] !== 0 || buffer[at + 6] !== 0) return false;
    return checkedFrameEnd(buffer, at, this.#end, this.#rules) > 0;
  }

  /** This message, byte for byte, stands behind this offset. */
  isNext(at: number, message: Uint8Array): boolean {
    const buffer = this.#buffer;
    if (buffer === undefined || this.#end - at < message.length) return false;
    for (let i = 0; i < message.length; i++) if (buffer[at + i] !== message[i]) return false;
    return true;
  }

  /** The Parse that begins here is recorded by the Bind behind it. */
  leaveToBind(start: number): void {
    this.#unrecorded = start;
  }

  /** The Bind is recorded, and with it the text of its Parse. */
  boundRecorded(): void {
    this.#unrecorded = undefined;
  }

  /** The Bind could not be recorded: its Parse is not sent either. */
  retractParse(): void {
    if (this.#unrecorded === undefined) return;
    const owed = this.state.pending.retract();
    if (owed?.kind === 'parse') owed.change.undo();
    this.#runEnd = this.#unrecorded;
    this.#unrecorded = undefined;
  }

  /** Sends a message on that makes the target run something. */
  forward(_permit: Permit, start: number, end: number): void {
    this.relay(start, end);
  }

  /** Sends a message on that runs nothing: preparation, descriptions, synchronisation. */
  relay(start: number, end: number): void {
    if (start !== this.#runEnd) {
      this.#flush();
      this.#runStart = start;
    }
    this.#runEnd = end;
  }

  /** Sends a message of the sidecar's own. */
  inject(bytes: Uint8Array): void {
    this.#flush();
    this.state.target.write(bytes);
  }

  /** Replaces a message of the extended protocol; what follows up to Sync is dropped. */
  substitute(refusal: Refusal): Handled {
    this.inject(SUBSTITUTE_PARSE);
    this.state.pending.push({ kind: 'refused', refusal });
    this.#skipping = true;
    return 'done';
  }

  /** Replaces a Query or FunctionCall, whose answer ends in a ReadyForQuery of its own. */
  substituteQuery(refusal: Refusal): Handled {
    this.inject(SUBSTITUTE_QUERY);
    this.state.pending.push({ kind: 'refused-query', refusal });
    return 'done';
  }

  /** What the text means, or undefined while it is looked up. */
  classify(text: string): Classification | undefined {
    const { classification } = this.waiting;
    const found = classification.take() ?? classification.now(this.state.classifier.classify(text));
    if (found === undefined || !this.#cancelled) return found;
    this.#cancelled = false;
    return { ...found, refusal: CANCELLED };
  }

  /** Steps 3 to 6 of a command, or undefined while it is held. */
  admit(request: CommandRequest): Passage | undefined {
    return this.waiting.admit(request, this.state.path);
  }

  malformed(problem: Malformed): Handled {
    this.state.fail({
      code: 'MALFORMED_MESSAGE',
      message: `the agent sent a message that is none of PostgreSQL's protocol: ${problem.detail}`,
    });
    this.#ended = true;
    return 'done';
  }

  endSync(): void {
    this.#skipping = false;
    this.#unsynced = false;
  }

  terminate(): void {
    this.#ended = true;
    this.#flush();
    this.leaveTarget();
  }

  /** Within a message no Terminate can begin, nor before what is still to be sent: its bytes would be data of a copy. */
  leaveTarget(): void {
    const within = this.#copyRest > 0 || this.#runEnd > this.#runStart;
    this.state.target.end(within ? undefined : encodeTerminate());
  }

  /** Offset behind the frame, or -1 where it has to wait. */
  #frame(buffer: Buffer, start: number, end: number): number {
    const type = buffer[start] ?? 0;
    if (this.#skipping && type !== SYNC && type !== TERMINATE) {
      this.#dropAnswers();
      return end;
    }
    if (EXTENDED.has(type)) this.#unsynced = true;
    const handle = messages[type];
    const handled = handle === undefined ? 'done' : handle(this, buffer, start, end);
    if (handled === 'wait') return -1;
    if (this.waiting.leftover) this.#dropAnswers();
    return this.#ended ? buffer.length : end;
  }

  /** An answer serves the message that asked for it and no other; a permit that was not used is recorded as that. */
  #dropAnswers(): void {
    this.#cancelled = false;
    this.waiting.classification.take();
    const passage = this.waiting.passage.take();
    if (passage?.permit === undefined) return;
    const { command } = passage;
    this.state.path.outcome({ command, status: 'skipped', rows: 0, bytes: 0, durationMs: 0 });
  }

  /** A frame with a wrong type or length. Only an oversize command leaves the connection usable. */
  #unframed(problem: number, buffer: Buffer, start: number, end: number): number {
    const type = buffer[start] ?? 0;
    if (problem === LENGTH_TOO_LARGE && type === COPY_DATA) {
      const after = this.#beginCopy(buffer, start, end);
      if (after > start) return after;
    }
    if (problem !== LENGTH_TOO_LARGE || !(EXTENDED.has(type) || type === 0x51)) {
      this.malformed(frameRefusal(problem));
      return end;
    }
    const length = 1 + buffer.readUInt32BE(start + 1);
    if (length > postgresLimits.discardBytes.value) {
      this.malformed(frameRefusal(problem));
      return end;
    }
    if (!this.#skipping) tooLarge(this, type, length);
    const here = Math.min(end - start, length);
    this.#discard = length - here;
    return start + here;
  }

  /** A piece of a copy need not be whole to go on. Answers the offset behind what did. */
  #beginCopy(buffer: Buffer, start: number, end: number): number {
    const body = start + HEADER_BYTES;
    if (this.state.copyIn?.phase !== 'open' || buffer[start] !== COPY_DATA || end < body)
      return start;
    const length = 1 + buffer.readUInt32BE(start + 1);
    if (length > postgresLimits.discardBytes.value) return start;
    this.relay(start, body);
    this.#copyRest = start + length - body;
    return this.#continueCopy(buffer, body, end);
  }

  #continueCopy(buffer: Buffer, start: number, end: number): number {
    const { copyIn, fail } = this.state;
    const upTo = Math.min(end, start + this.#copyRest);
    const failure = copyIn && recordInput(this, copyIn.running, buffer, start, upTo);
    if (failure !== undefined) {
      // Within a message none can begin that would make the copy fail.
      this.#ended = true;
      fail(failure);
      return end;
    }
    this.relay(start, upTo);
    this.#copyRest -= upTo - start;
    return upTo;
  }

  /** Bounds what is remembered of a pipeline: the agent is read again once the target has caught up. */
  #tooManyPending(): boolean {
    if (this.state.pending.size < postgresLimits.pipelinedMessages.value) return false;
    this.inject(encodeFlush());
    this.state.agent.pause();
    return true;
  }

  #flush(): void {
    const { agent, target } = this.state;
    if (this.#runEnd > this.#runStart && this.#buffer !== undefined) {
      const flushed = target.write(this.#buffer, this.#runStart, this.#runEnd);
      if (!flushed) {
        agent.pause();
        target.onDrain(this.state.settled);
      }
    }
    this.#runStart = this.#runEnd;
  }
}
