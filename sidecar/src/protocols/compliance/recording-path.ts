import { Buffer } from 'node:buffer';
import { permitFor } from '@chaperone/core/policy';
import { SidecarError } from '../../errors.ts';
import { UNRECORDED } from '../protocol.ts';
import type {
  Allowance,
  Classified,
  CommandPath,
  CommandRequest,
  Outcome,
  Passage,
  Refusal,
  Refused,
} from '../protocol.ts';

/** What a test decides: pass, refuse, or wait until the test says so. */
export type Answer = (request: CommandRequest, permitted: Passage) => Passage | Promise<Passage>;

const unlimited: Allowance = {
  look: () => false,
  rowsPerCommand: Infinity,
  bytesPerCommand: Infinity,
  rowsLeft: Infinity,
  bytesLeft: Infinity,
  spend: () => undefined,
};

/** A path that keeps what a protocol tells it, in order, and answers as the test wants. */
export class RecordingPath implements CommandPath {
  readonly allowance: Allowance = unlimited;
  readonly told: string[] = [];
  readonly outcomes: Outcome[] = [];
  readonly notifications: Buffer[] = [];
  readonly closed: string[] = [];
  /** Reasons given with `close`. */
  readonly closedFor: string[] = [];
  #responses = Buffer.alloc(0);
  #inputs = Buffer.alloc(0);
  #commands = 0;
  readonly #answer: Answer;
  /** Throw instead of recording outcomes and parts, as on a full disk. */
  recorderDown = false;
  withdrawn: string | undefined;

  constructor(answer: Answer = (_request, permitted) => permitted) {
    this.#answer = answer;
  }

  /** Every byte of input that was recorded, in order. */
  get inputs(): Buffer {
    return this.#inputs;
  }

  /** Every byte of responses that was recorded, in order. */
  get responses(): Buffer {
    return this.#responses;
  }

  admit(request: CommandRequest): Passage | Promise<Passage> {
    const command = ++this.#commands;
    this.told.push(`command ${request.classified.text} ${JSON.stringify(request.parameters)}`);
    const permit = permitFor({ effect: 'Allow', reason: 'a test' });
    if (permit === undefined) throw new Error('an Allow has a permit');
    return this.#answer(request, { permit, command });
  }

  foresee(_classified: Classified): Refusal | undefined {
    return undefined;
  }

  estimateBy(): void {
    this.told.push('estimate');
  }

  outdated(_command: number): Refusal | undefined {
    return undefined;
  }

  refuse(request: CommandRequest, refusal: Refusal): Refused {
    this.told.push(`refused ${refusal.code} ${request.classified.text}`);
    return { refusal, command: ++this.#commands };
  }

  prepared(_statement: number, text: string): void {
    this.#record();
    this.told.push(`prepared ${text}`);
  }

  described(): void {
    this.#record();
  }

  input(_command: number, buffer: Buffer, start: number, end: number): void {
    this.#record();
    this.#inputs = Buffer.concat([this.#inputs, buffer.subarray(start, end)]);
  }

  part(_command: number, buffer: Buffer, start: number, end: number): void {
    this.#record();
    this.#responses = Buffer.concat([this.#responses, buffer.subarray(start, end)]);
  }

  notification(buffer: Buffer, start: number, end: number): void {
    this.#record();
    this.notifications.push(Buffer.from(buffer.subarray(start, end)));
  }

  outcome(outcome: Outcome, buffer: Buffer = Buffer.alloc(0), start = 0, end = 0): void {
    this.#record();
    this.outcomes.push(outcome);
    this.#responses = Buffer.concat([this.#responses, buffer.subarray(start, end)]);
  }

  gap(reason: string): void {
    this.told.push(`gap ${reason}`);
  }

  durable(): undefined {
    return undefined;
  }

  withdraw(reason: string): boolean {
    this.withdrawn = reason;
    return false;
  }

  cancelHeld(): boolean {
    return this.withdraw('cancelled');
  }

  async close(phase: string, reason: string): Promise<void> {
    this.closed.push(phase);
    this.closedFor.push(reason);
    return Promise.resolve();
  }

  #record(): void {
    if (this.recorderDown) throw new SidecarError('RECORDING_UNAVAILABLE', 'a test says so');
  }
}

export const refusedWith =
  (refusal: Refusal): Answer =>
  (_request, { command }) => ({ refusal, command });

export const unrecorded: Answer = () => ({
  refusal: { code: 'RECORDING_UNAVAILABLE', message: 'a test says so' },
  command: UNRECORDED,
});
