import type { Buffer } from 'node:buffer';
import { pass } from '../pipeline.ts';
import type { PathParts } from '../pipeline.ts';
import { UNRECORDED } from '../protocols/protocol.ts';
import type {
  Classified,
  CommandPath,
  CommandRequest,
  Outcome,
  Passage,
  Refusal,
  Refused,
} from '../protocols/protocol.ts';

/** One session's way through the pipeline, as its protocol sees it. */
export class SessionPath implements CommandPath {
  readonly #parts: PathParts;
  #closed: Promise<void> | undefined;

  constructor(parts: PathParts) {
    this.#parts = parts;
  }

  admit(request: CommandRequest): Passage | Promise<Passage> {
    return pass(request, this.#parts);
  }

  foresee(classified: Classified): Refusal | undefined {
    return this.#parts.decisions.foresee(classified);
  }

  refuse(request: CommandRequest, refusal: Refusal): Refused {
    const { decisions, record } = this.#parts;
    const { message, policy, rule } = refusal;
    const verdict = {
      effect: 'Deny' as const,
      cause: 'not-allowed' as const,
      reason: message,
      ...(policy === undefined ? {} : { policy }),
      ...(rule === undefined ? {} : { rule }),
    };
    const command = record.command(request, decisions.prepare(request, verdict, refusal));
    return command === UNRECORDED ? record.unrecorded() : { refusal, command };
  }

  prepared(statement: number, text: string): void {
    this.#parts.record.prepared(statement, text);
  }

  described(statement: number, buffer: Buffer, start: number, end: number): void {
    this.#parts.record.described(statement, buffer, start, end);
  }

  part(command: number, buffer: Buffer, start: number, end: number): void {
    this.#parts.record.part(command, buffer, start, end);
  }

  outcome(outcome: Outcome, buffer?: Buffer, start?: number, end?: number): void {
    this.#parts.record.outcome(outcome, buffer, start, end);
  }

  gap(reason: string): void {
    this.#parts.record.gap(reason);
  }

  durable(): Promise<void> | undefined {
    return this.#parts.record.durable();
  }

  withdraw(reason: string): boolean {
    return this.#parts.holds.withdraw(reason);
  }

  async close(phase: 'Completed' | 'Interrupted', reason: string): Promise<void> {
    this.#parts.holds.endSession();
    this.#closed ??= this.#parts.record.close(phase, reason);
    return this.#closed;
  }
}
