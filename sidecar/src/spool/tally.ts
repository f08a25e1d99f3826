import { readSessionEnd, type EventHead } from './event-head.ts';
import type { Payloads } from '@chaperone/core/record';

interface Counts {
  readonly commands: { total: number; denied: number; approved: number; errors: number };
  readonly rows: number;
  readonly bytes: number;
}

const numberOf = (pattern: RegExp, text: string): number => Number(pattern.exec(text)?.[1] ?? 0);

const status = /^\{"command":\d+,"status":"([a-z]+)"/;
const rows = /"rows":(\d+)/;
const bytes = /"bytes":(\d+)/;
const APPROVED = '"decision":"Approved"';

/** What `session-end` sums up, counted from the events themselves: for sessions whose process died. */
export class Tally {
  readonly #commands: { total: number; denied: number; approved: number; errors: number };
  #rows: number;
  #bytes: number;
  /** The session's own end, where it was written. */
  end: Payloads['session-end'] | undefined;

  /** @param before what to go on counting from */
  constructor(before?: Tally) {
    const counts = before?.counts();
    this.#commands = counts?.commands ?? { total: 0, denied: 0, approved: 0, errors: 0 };
    this.#rows = counts?.rows ?? 0;
    this.#bytes = counts?.bytes ?? 0;
  }

  add(event: EventHead): void {
    const { payload } = event;
    if (event.type === 'command') this.#commands.total += 1;
    else if (event.type === 'outcome') this.#outcome(payload);
    else if (event.type === 'decision' && payload.includes(APPROVED)) this.#commands.approved += 1;
    else if (event.type === 'session-end') this.end = readSessionEnd(payload);
  }

  counts(): Counts {
    return { commands: { ...this.#commands }, rows: this.#rows, bytes: this.#bytes };
  }

  #outcome(payload: string): void {
    const how = status.exec(payload)?.[1];
    if (how === 'blocked') this.#commands.denied += 1;
    if (how === 'error') this.#commands.errors += 1;
    this.#rows += numberOf(rows, payload);
    this.#bytes += numberOf(bytes, payload);
  }
}
