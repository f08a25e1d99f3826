import type { AnyEvent } from '../parse-event.ts';
import type { Payloads } from '../types.ts';
import type { Finding } from './findings.ts';

/** Where an event stands. */
export interface Place {
  readonly file: string;
  readonly offset: number;
}

/** More than this of one recording is repetition. */
export const MAX_FINDINGS = 100;

interface OpenCommand {
  responseBytes: number;
}

/**
 * What must hold between the events of a session, checked as they pass; it remembers the commands without an outcome and
 * nothing else.
 */
export class SessionRules {
  readonly findings: Finding[] = [];
  commands = 0;
  /** The `session-end`, once seen. */
  end: Payloads['session-end'] | undefined;
  readonly #open = new Map<number, OpenCommand>();
  #started = false;
  /** The recorder has said that events are missing here: then outcomes, or the start itself, may be among them. */
  #gap = false;
  #lastTime = '';
  #lastCommand = 0;

  see(event: AnyEvent, place: Place): void {
    const out = (code: Finding['code'], field: string, message: string): void => {
      if (this.findings.length >= MAX_FINDINGS) return;
      this.findings.push({ code, message, ...place, seq: event.seq, field });
    };
    if (!this.#mayStand(event)) {
      out('OUT_OF_PLACE', 'type', 'a session begins with session-start, once');
    }
    if (this.end !== undefined) out('OUT_OF_PLACE', 'type', 'an event follows session-end');
    if (event.time < this.#lastTime) {
      out('OUT_OF_PLACE', 'time', 'its time is before that of the event before it');
    }
    if (event.type === 'session-start') this.#started = true;
    if (event.type === 'gap') this.#gap = true;
    this.#lastTime = event.time;
    this.#seeType(event, (field, message) => {
      out(field === 'payload.response' ? 'RESPONSE_MISMATCH' : 'OUT_OF_PLACE', field, message);
    });
  }

  /** What the end of a closed session leaves open. */
  finish(phase: 'Completed' | 'Interrupted'): Finding[] {
    const findings = [...this.findings];
    if (this.end === undefined) {
      findings.push({ code: 'OUT_OF_PLACE', message: 'the session is closed without session-end' });
    } else if (this.end.phase !== phase) {
      const message = `session-end says ${this.end.phase}, the manifest ${phase}`;
      findings.push({ code: 'MANIFEST_MISMATCH', message, field: 'phase' });
    }
    if (phase === 'Completed' && !this.#gap) {
      for (const command of this.#open.keys()) {
        const message = `command ${String(command)} has no outcome, though the session was completed`;
        findings.push({ code: 'OUT_OF_PLACE', message });
      }
    }
    return findings.slice(0, MAX_FINDINGS);
  }

  /** A session that a crash ended before its first event has nothing but its end. */
  #mayStand(event: AnyEvent): boolean {
    if (event.type === 'session-start') return !this.#started;
    const exempt = event.type === 'gap' || event.type === 'session-end';
    return this.#started || this.#gap || exempt;
  }

  #seeType(event: AnyEvent, out: (field: string, message: string) => void): void {
    switch (event.type) {
      case 'command': {
        this.#command(event.payload.command, out);
        break;
      }
      case 'decision': {
        if (!this.#open.has(event.payload.command)) out('payload.command', unknownCommand);
        break;
      }
      case 'data': {
        this.#data(event.payload, out);
        break;
      }
      case 'outcome': {
        this.#outcome(event.payload, out);
        break;
      }
      case 'session-end': {
        this.end = event.payload;
        break;
      }
      case 'session-start':
      case 'gap':
        break;
    }
  }

  #command(command: number, out: (field: string, message: string) => void): void {
    if (command <= this.#lastCommand) out('payload.command', 'commands are numbered upwards');
    this.#lastCommand = Math.max(this.#lastCommand, command);
    this.#open.set(command, { responseBytes: 0 });
    this.commands += 1;
  }

  #data(payload: Payloads['data'], out: (field: string, message: string) => void): void {
    const isOfCommand = payload.stream === 'response' || payload.stream === 'input';
    if (!isOfCommand || payload.command === undefined) return;
    const open = this.#open.get(payload.command);
    if (open === undefined) out('payload.command', unknownCommand);
    else if (payload.stream === 'response') take(open, payload.wire ?? '');
  }

  #outcome(payload: Payloads['outcome'], out: (field: string, message: string) => void): void {
    const open = this.#open.get(payload.command);
    if (open === undefined) {
      out('payload.command', unknownCommand);
      return;
    }
    this.#open.delete(payload.command);
    take(open, payload.response ?? '');
    const problem = this.#gap ? undefined : responseProblem(open, payload);
    if (problem !== undefined) out('payload.response', problem);
  }
}

const unknownCommand = 'it refers to a command that is not running';

function take(open: OpenCommand, base64: string): void {
  if (base64 === '') return;
  const bytes = Buffer.from(base64, 'base64');
  open.responseBytes += bytes.length;
}

/** The record holds the whole response, or says by digest and size what it does not hold. */
function responseProblem(open: OpenCommand, outcome: Payloads['outcome']): string | undefined {
  if (outcome.status === 'unknown') return undefined;
  if (outcome.digest === undefined) {
    if (outcome.truncated === true) return 'a truncated response needs a digest';
    return open.responseBytes === outcome.bytes
      ? undefined
      : `the response has ${String(open.responseBytes)} bytes, the outcome says ${String(outcome.bytes)}`;
  }
  return open.responseBytes < outcome.bytes
    ? undefined
    : `the response has ${String(open.responseBytes)} bytes and a digest for more, the outcome says ${String(outcome.bytes)}`;
}
