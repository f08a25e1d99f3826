import type { Buffer } from 'node:buffer';
import { pass } from '../pipeline.ts';
import type { PathParts } from '../pipeline.ts';
import { UNRECORDED } from '../protocols/protocol.ts';
import type {
  Allowance,
  Classified,
  CommandPath,
  CommandRequest,
  Outcome,
  Passage,
  Refusal,
  Refused,
  SessionPolicies,
} from '../protocols/protocol.ts';

const POLICY_CHANGED: Refusal = {
  code: 'POLICY_CHANGED',
  message: 'the policies changed since this portal was bound',
  hint: 'Bind and execute the statement again; it is then decided anew.',
};

/** One session's way through the pipeline, as its protocol sees it. */
export class SessionPath implements CommandPath {
  readonly allowance: Allowance;
  readonly #parts: PathParts;
  readonly #ended: () => void;
  #policies: SessionPolicies | undefined;
  #decidedBefore = 0;
  #closed: Promise<void> | undefined;

  /** @param ended called once, when the session closes */
  constructor(parts: PathParts, allowance: Allowance, ended: () => void) {
    this.#parts = parts;
    this.allowance = allowance;
    this.#ended = ended;
  }

  admit(request: CommandRequest): Passage | Promise<Passage> {
    this.#notice();
    return pass(request, this.#parts);
  }

  estimateBy(estimate: (request: CommandRequest) => Promise<number | undefined>): void {
    this.#parts.holds.estimateBy(estimate);
  }

  outdated(command: number): Refusal | undefined {
    this.#notice();
    return command > this.#decidedBefore ? undefined : POLICY_CHANGED;
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

  input(command: number, buffer: Buffer, start: number, end: number): void {
    this.#parts.record.input(command, buffer, start, end);
  }

  part(command: number, buffer: Buffer, start: number, end: number): void {
    this.#parts.record.part(command, buffer, start, end);
  }

  notification(buffer: Buffer, start: number, end: number): void {
    this.#parts.record.notification(buffer, start, end);
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

  cancelHeld(): boolean {
    return this.#parts.holds.cancel();
  }

  /** Commands up to now were decided by other policies than those that hold from here on. */
  #notice(): void {
    const { decisions, record } = this.#parts;
    const { policies } = decisions;
    if (policies === this.#policies) return;
    const same = policies.effective.digest === this.#policies?.effective.digest;
    this.#policies = policies;
    if (!same) this.#decidedBefore = record.commands;
  }

  async close(phase: 'Completed' | 'Interrupted', reason: string): Promise<void> {
    if (this.#closed === undefined) {
      this.#ended();
      this.#parts.holds.endSession();
      this.#closed = this.#parts.record.close(phase, reason);
    }
    return this.#closed;
  }
}
