import type { Buffer } from 'node:buffer';
import { SidecarError } from '../../../../errors.ts';
import type { Outcome, Refusal } from '../../../protocol.ts';
import type { Quoting } from '../masking.ts';
import type { Running } from '../names.ts';
import type { Outgoing } from '../outgoing.ts';
import { refusalResponse } from '../refusals.ts';
import type { SessionState } from '../state.ts';

/**
 * What the agent gets of one read, and what of it belongs to which command's response. A stretch is recorded before it is
 * delivered; what cannot be recorded is not delivered, and the agent is told so instead.
 */
export class Reply {
  readonly #state: SessionState;
  readonly #outgoing: Outgoing;
  #current: Running | undefined;
  #from = 0;
  /** The rest of this command's answer, up to ReadyForQuery, is not delivered. */
  #cut = false;
  /** Whose answer was cut off, and why; the others of its pipeline ran, and only their answers are dropped. */
  #cutOff: { readonly running: Running | undefined; readonly code: string } | undefined;
  #touchedMasked = false;
  /** Triggers of the transaction at hand may run at its end. */
  #raises = false;
  #continued = 0;

  constructor(state: SessionState, outgoing: Outgoing) {
    this.#state = state;
    this.#outgoing = outgoing;
  }

  /** The first bytes of this read, up to this position, go on with a row of which a part is delivered already. */
  continues(position: number): void {
    this.#continued = position;
  }

  get cut(): boolean {
    return this.#cut;
  }

  /** A command of the transaction at hand may have reached masked columns: what is checked at its end may quote them. */
  get touchedMasked(): boolean {
    return this.#touchedMasked;
  }

  /** Bytes that the agent got of this command's response, those of this read included. */
  bytesOf(running: Running): number {
    const here = this.#current === running ? this.#outgoing.position - this.#from : 0;
    return running.bytes + here;
  }

  /** What an error or notice about this command may quote. */
  quoting(running: Running | undefined, details = true): Quoting {
    const classification = running?.classification;
    return {
      details: this.#touchedMasked || (classification?.mayQuoteMasked ?? details),
      messages:
        this.#raises || classification?.masking === 'opaque' || classification?.raises === true,
      failures: classification?.asksMasked === true,
    };
  }

  endTransaction(): void {
    this.#touchedMasked = false;
    this.#raises = false;
  }

  /** ReadyForQuery: what follows is delivered again. */
  mend(): void {
    this.#cut = false;
    this.#cutOff = undefined;
  }

  /** What follows, until `end`, belongs to this command's response. */
  begin(running: Running): void {
    if (this.#current === running) return;
    this.#recordPart();
    this.#touchedMasked ||= running.classification.mayQuoteMasked;
    this.#raises ||= running.classification.raises === true;
    this.#current = running;
    this.#from = this.#outgoing.position;
  }

  /** Not later, with the rest of this read: whether it could be recorded decides how things go on. */
  recordSoFar(): void {
    this.#recordPart();
    this.#from = this.#outgoing.position;
  }

  /** What `put` sends on belongs to no command: it is recorded by itself. Without a record the session ends. */
  apart(put: () => void): void {
    this.recordSoFar();
    const from = this.#outgoing.position;
    put();
    const { bytes, offset, position } = this.#outgoing;
    this.#from = position;
    try {
      this.#state.path.notification(bytes, offset + from, offset + position);
    } catch (error) {
      if (!(error instanceof SidecarError)) throw error;
      this.#outgoing.truncate(from);
      this.#from = from;
      const { code, message } = error;
      this.#state.fail({ code, message: `a notification could not be recorded: ${message}` });
    }
  }

  /** Records how a command ended, with the stretch that is not recorded yet. */
  end(running: Running, status: Outcome['status'], code?: string): void {
    if (this.#state.copyIn?.running === running) this.#state.copyIn = undefined;
    this.begin(running);
    this.#current = undefined;
    if (running.ended) return;
    running.ended = true;
    const { position } = this.#outgoing;
    running.bytes += position - this.#from;
    const cutOff = this.#cutOff?.running === running ? this.#cutOff.code : undefined;
    const reason = cutOff ?? code;
    const outcome: Outcome = {
      command: running.command,
      status: cutOff === undefined ? status : 'error',
      ...(reason === undefined ? {} : { code: reason }),
      rows: running.rows,
      bytes: running.bytes,
      durationMs: this.#state.activeAt - running.since,
    };
    const { bytes, offset } = this.#outgoing;
    try {
      this.#state.path.outcome(outcome, bytes, offset + this.#from, offset + position);
    } catch (error) {
      this.#unrecorded(error);
    }
  }

  /** The end of a read: what the command under way has answered so far is recorded before it is delivered. */
  pause(): void {
    this.#recordPart();
    this.#from = 0;
  }

  #recordPart(): void {
    const running = this.#current;
    const { position } = this.#outgoing;
    if (running !== undefined && position > this.#from) {
      running.bytes += position - this.#from;
      const { bytes, offset } = this.#outgoing;
      try {
        this.#state.path.part(running.command, bytes, offset + this.#from, offset + position);
      } catch (error) {
        this.#unrecorded(error);
      }
    }
  }

  /** Ends the command's answer with a refusal; the target's further rows are not delivered. */
  cutOff(refusal: Refusal): void {
    if (this.#cut) return;
    this.#outgoing.put(refusalResponse(refusal));
    this.#cut = true;
    this.#cutOff = { running: this.#current, code: refusal.code };
  }

  /** The stretch could not be recorded, so it is not delivered. */
  #unrecorded(error: unknown): void {
    if (!(error instanceof SidecarError)) throw error;
    const inRow = this.#from < this.#continued;
    this.#outgoing.truncate(this.#from);
    if (!this.#cut) this.#withhold(error, inRow);
  }

  /** Within a row that is delivered in part no message can begin: the agent would read it as the row's. */
  #withhold({ code, message: why }: SidecarError, inRow: boolean): void {
    const message = `the command ran, but its response could not be recorded and is withheld: ${why}`;
    if (!inRow) {
      this.cutOff({ code, message });
      return;
    }
    this.#cut = true;
    this.#cutOff = { running: this.#current, code };
    this.#state.fail({ code, message });
  }
}

/** SQLSTATE of an ErrorResponse's fields `[start, end)`, without decoding the rest. */
export function sqlstateOf(buffer: Buffer, start: number, end: number): string | undefined {
  let at = start;
  while (at < end && buffer[at] !== 0) {
    const nul = buffer.indexOf(0, at + 1);
    if (nul < 0 || nul >= end) return undefined;
    if (buffer[at] === 0x43) return buffer.toString('latin1', at + 1, nul);
    at = nul + 1;
  }
  return undefined;
}
