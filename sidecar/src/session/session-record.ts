import { Buffer } from 'node:buffer';
import type { Parameter } from '@chaperone/core/command';
import type { Detectors } from '@chaperone/core/masking';
import type { Settlement } from '../approval/index.ts';
import { SidecarError } from '../errors.ts';
import type { SidecarErrorCode } from '../errors.ts';
import { UNRECORDED } from '../protocols/protocol.ts';
import type { CommandRequest, Outcome, Refusal, Refused } from '../protocols/protocol.ts';
import type { SessionRecorder } from '../spool/index.ts';
import type { SessionClock } from './clock.ts';
import type { Decided } from './decisions.ts';
import { Responses } from './responses.ts';
import type { ResponseRecording } from './responses.ts';
import type { Tally } from './tally.ts';

export interface SessionRecordParts {
  readonly recorder: SessionRecorder;
  readonly clock: SessionClock;
  readonly tally: Tally;
  readonly recording: ResponseRecording;
  /** Detectors for what the record keeps of commands; another object whenever policies change. */
  readonly commandDetectors: () => Detectors;
}

const NOTHING = Buffer.alloc(0);

/** The session's events, each in the spool when the call returns. */
export class SessionRecord {
  readonly #parts: SessionRecordParts;
  readonly #responses: Responses;
  /** The mark of a response that is longer than what is kept of it. */
  readonly #cut: { readonly truncated?: true };
  #commands = 0;
  #failure: { readonly code: SidecarErrorCode; readonly message: string } | undefined;

  constructor(parts: SessionRecordParts) {
    this.#parts = parts;
    this.#responses = new Responses(parts.recording);
    this.#cut = parts.recording.responses === 'Full' ? { truncated: true } : {};
  }

  /** Number of the last command. */
  get commands(): number {
    return this.#commands;
  }

  /**
   * Records a command with its verdict; a denied one with its outcome too. Answers its number, or UNRECORDED where it cannot
   * be written: the command is then refused, whatever its verdict was.
   */
  command(request: CommandRequest, decided: Decided): number {
    const { recorder, tally } = this.#parts;
    const number = this.#commands + 1;
    try {
      recorder.admit();
      const encoder = this.#at();
      encoder.encodeCommand(decided.prepared, number, this.#parameters(request.parameters));
      if (decided.refusal !== undefined)
        encoder.encodeOutcome(blocked(number, decided.refusal.code));
      recorder.flush();
    } catch (error) {
      this.#fail(error);
      return UNRECORDED;
    }
    this.#commands = number;
    tally.command(number, decided.verdict.effect);
    if (decided.refusal !== undefined) tally.refused(decided.refusal.code, number);
    return number;
  }

  /** The refusal where something could not be recorded. */
  unrecorded(command: number = UNRECORDED): Refused {
    const failure = this.#failure ?? {
      code: 'RECORDING_UNAVAILABLE' as const,
      message: 'what was recorded could not be made durable',
    };
    this.#parts.tally.refused(failure.code, command === UNRECORDED ? undefined : command);
    if (command !== UNRECORDED)
      this.#parts.recorder.owe(`the outcome of command ${String(command)}`);
    return { refusal: { ...failure }, command: UNRECORDED };
  }

  /** Records that a command which was recorded before did not run. */
  blocked(command: number, refusal: Refusal): Refused {
    try {
      this.#at().encodeOutcome(blocked(command, refusal.code));
      this.#parts.recorder.flush();
    } catch (error) {
      this.#fail(error);
      this.#parts.recorder.owe(`the outcome of command ${String(command)}`);
    }
    this.#parts.tally.refused(refusal.code, command);
    return { refusal, command };
  }

  /** Answers whether people's decisions are recorded. */
  decision(command: number, settlement: Settlement): boolean {
    try {
      const encoder = this.#at();
      for (const one of settlement.approvals) encoder.encode('decision', { command, ...one });
      this.#parts.recorder.flush();
    } catch (error) {
      this.#fail(error);
      return false;
    }
    if (settlement.decision === 'Approved') this.#parts.tally.approved();
    return true;
  }

  /** @throws SidecarError RECORDING_UNAVAILABLE, RECORDING_FULL */
  prepared(statement: number, text: string): void {
    const { recorder, commandDetectors } = this.#parts;
    const masked = commandDetectors().maskText(text);
    this.#at().encodeData({ stream: 'prepare', statement, text: masked });
    recorder.flush();
  }

  /** @throws SidecarError RECORDING_UNAVAILABLE, RECORDING_FULL */
  described(statement: number, buffer: Buffer, start: number, end: number): void {
    this.#at().encodeData({ stream: 'describe', statement }, buffer, start, end);
    this.#parts.recorder.flush();
  }

  /** All of it, whatever is kept of responses. @throws SidecarError RECORDING_UNAVAILABLE, RECORDING_FULL */
  input(command: number, buffer: Buffer, start: number, end: number): void {
    const detectors = this.#parts.commandDetectors();
    if (detectors.none || !detectors.mayMatch(buffer, start, end)) {
      this.#at().encodeData({ stream: 'input', command }, buffer, start, end);
    } else {
      // Byte by byte, so that what is no UTF-8 stays what it is.
      const masked = detectors.maskText(buffer.toString('latin1', start, end));
      this.#at().encodeData({ stream: 'input', command }, Buffer.from(masked, 'latin1'));
    }
    this.#parts.recorder.flush();
  }

  /** @throws SidecarError RECORDING_UNAVAILABLE, RECORDING_FULL */
  part(command: number, buffer: Buffer, start: number, end: number): void {
    if (!this.#responses.part(command, buffer, start, end)) return;
    this.#at().encodeData({ stream: 'response', command }, buffer, start, end);
    this.#flushOutcome(command);
  }

  /** That one came is recorded in any case. @throws SidecarError RECORDING_UNAVAILABLE, RECORDING_FULL */
  notification(buffer: Buffer, start: number, end: number): void {
    const { recorder, recording } = this.#parts;
    const encoder = this.#at();
    if (recording.responses === 'Full')
      encoder.encodeData({ stream: 'notification' }, buffer, start, end);
    else encoder.encodeData({ stream: 'notification' });
    recorder.flush();
  }

  /** @throws SidecarError RECORDING_UNAVAILABLE, RECORDING_FULL */
  outcome(outcome: Outcome, buffer: Buffer = NOTHING, start = 0, end = 0): void {
    const digest = this.#responses.last(outcome.command, buffer, start, end);
    if (digest === undefined) this.#at().encodeOutcome(outcome, buffer, start, end);
    else this.#at().encodeOutcome({ ...outcome, digest, ...this.#cut });
    this.#flushOutcome(outcome.command);
    this.#parts.tally.outcome(outcome);
  }

  /** Says in the record what it would otherwise hide; where it cannot be written now, with the next event. */
  gap(reason: string): void {
    try {
      this.#at().encode('gap', { reason });
      this.#parts.recorder.flush();
    } catch (error) {
      this.#fail(error);
      this.#parts.recorder.owe(reason);
    }
  }

  durable(): Promise<void> | undefined {
    return this.#parts.recorder.durable();
  }

  async close(phase: 'Completed' | 'Interrupted', reason: string): Promise<void> {
    this.#at();
    this.#parts.tally.endSession();
    await this.#parts.recorder.close({ phase, reason, ...this.#parts.tally.counts });
  }

  #at(): SessionRecorder['encoder'] {
    const { recorder, clock } = this.#parts;
    return recorder.encoder.at(clock.startMs, clock.nanos());
  }

  #flushOutcome(command: number): void {
    try {
      this.#parts.recorder.flush();
    } catch (error) {
      this.#parts.recorder.owe(`the outcome of command ${String(command)}`);
      throw error;
    }
  }

  #parameters(parameters: readonly Parameter[]): readonly Parameter[] {
    const detectors = this.#parts.commandDetectors();
    if (detectors.none || parameters.length === 0) return parameters;
    return parameters.map((value) =>
      typeof value === 'string' ? detectors.maskText(value) : value,
    );
  }

  #fail(error: unknown): void {
    if (!(error instanceof SidecarError)) throw error;
    this.#failure = { code: error.code, message: error.message };
  }
}

function blocked(command: number, code: string): Outcome {
  return { command, status: 'blocked', code, rows: 0, bytes: 0, durationMs: 0 };
}
