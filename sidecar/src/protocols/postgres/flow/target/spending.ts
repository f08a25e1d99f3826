import type { Allowance, Refusal } from '../../../protocol.ts';
import type { Running } from '../names.ts';

/**
 * What is sent of one read, against what policies allow to one command and to the agent's hour. Looked up once a read and
 * booked at its end: in between nobody else runs, so that all sessions of the agent together stay within the hour.
 */
export class Spending {
  readonly #allowance: Allowance;
  /** Something is limited, as of this read. */
  limited = false;
  #rows = 0;
  #bytes = 0;

  constructor(allowance: Allowance) {
    this.#allowance = allowance;
  }

  begin(): void {
    this.limited = this.#allowance.look();
    this.#rows = 0;
    this.#bytes = 0;
  }

  /**
   * One more row, counted in `running.rows` already: why it may not be sent, or undefined where it may.
   * @param bytes of the row, as it came
   * @param sent bytes of the command's response so far
   */
  next(running: Running, bytes: number, sent: number): Refusal | undefined {
    const { rowsPerCommand, bytesPerCommand, rowsLeft, bytesLeft } = this.#allowance;
    if (running.rows > rowsPerCommand) {
      return beyond('LIMIT_ROWS', `${String(rowsPerCommand)} rows`, 'one command');
    }
    if (sent + bytes > bytesPerCommand) {
      return beyond('LIMIT_BYTES', `${String(bytesPerCommand)} bytes`, 'one command');
    }
    if (this.#rows >= rowsLeft) return beyond('LIMIT_HOURLY', 'rows', 'one agent in an hour');
    if (this.#bytes + bytes > bytesLeft) {
      return beyond('LIMIT_HOURLY', 'bytes', 'one agent in an hour');
    }
    this.#rows++;
    this.#bytes += bytes;
    return undefined;
  }

  /**
   * How many more rows may be sent without a question for each, where all of them together have at most `bytes`; `took` says
   * how many were. Where a limit is near, none.
   */
  unasked(running: Running, bytes: number, sent: number): number {
    if (!this.limited) return Infinity;
    const { rowsPerCommand, bytesPerCommand, rowsLeft, bytesLeft } = this.#allowance;
    if (sent + bytes > bytesPerCommand || this.#bytes + bytes > bytesLeft) return 0;
    return Math.max(0, Math.min(rowsPerCommand - running.rows, rowsLeft - this.#rows));
  }

  took(rows: number, bytes: number): void {
    this.#rows += rows;
    this.#bytes += bytes;
  }

  /** @param bytes that the agent gets of this read, whatever they are */
  end(bytes: number): void {
    if (this.limited) this.#allowance.spend(this.#rows, bytes);
  }
}

function beyond(
  code: 'LIMIT_ROWS' | 'LIMIT_BYTES' | 'LIMIT_HOURLY',
  what: string,
  whom: string,
): Refusal {
  return {
    code,
    message: `the result has more than the ${what} that policies allow to ${whom}; what came before is not all of it`,
    hint: 'Narrow the statement with WHERE, or page through it with LIMIT.',
  };
}
