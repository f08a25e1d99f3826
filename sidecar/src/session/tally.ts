import type { Verdict } from '@chaperone/core/policy';
import type { SidecarErrorCode } from '../errors.ts';
import type { Outcome } from '../protocols/protocol.ts';
import type { ConnectionCounters, Counters } from '../telemetry/index.ts';

/** Counts of a session, as its `session-end` event and its AuditSession say them. */
export interface Counts {
  readonly commands: {
    readonly total: number;
    readonly denied: number;
    readonly approved: number;
    readonly errors: number;
  };
  readonly rows: number;
  readonly bytes: number;
}

/** Counts one session, and adds to the counters of its connection. */
export class Tally {
  readonly #counters: Counters;
  readonly #connection: ConnectionCounters;
  /** Verdicts of commands that have not ended, where they were not plainly allowed. */
  readonly #verdicts = new Map<number, Verdict['effect']>();
  #total = 0;
  #denied = 0;
  #approved = 0;
  #errors = 0;
  #rows = 0;
  #bytes = 0;

  constructor(counters: Counters, connection: string) {
    this.#counters = counters;
    this.#connection = counters.connection(connection);
    this.#connection.sessions++;
  }

  get counts(): Counts {
    return {
      commands: {
        total: this.#total,
        denied: this.#denied,
        approved: this.#approved,
        errors: this.#errors,
      },
      rows: this.#rows,
      bytes: this.#bytes,
    };
  }

  command(command: number, effect: Verdict['effect']): void {
    this.#total++;
    if (effect !== 'Allow') this.#verdicts.set(command, effect);
  }

  /** A refusal; of a command that is recorded, where it has a number. */
  refused(code: SidecarErrorCode, command?: number): void {
    this.#denied++;
    this.#counters.refused(code);
    if (command !== undefined) this.#ended(command, 'blocked');
  }

  approved(): void {
    this.#approved++;
  }

  outcome({ command, status, rows, bytes }: Outcome): void {
    if (status === 'error') this.#errors++;
    this.#rows += rows;
    this.#bytes += bytes;
    this.#ended(command, status);
  }

  endSession(): void {
    this.#connection.sessions--;
  }

  #ended(command: number, status: Outcome['status']): void {
    const verdict = this.#verdicts.size === 0 ? undefined : this.#verdicts.get(command);
    if (verdict !== undefined) this.#verdicts.delete(command);
    this.#connection.commands[verdict ?? 'Allow'][status]++;
  }
}
