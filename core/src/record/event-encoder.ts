import type { Effect, Parameter } from '../command/types.ts';
import { ByteWriter } from './byte-writer.ts';
import { TimeWriter } from './time.ts';
import type { EventType, Payloads, RecordedVerdict } from './types.ts';

/** What every execution of one statement has in common, as it will stand in the recording. */
export interface CommandTemplate {
  readonly statement?: number;
  readonly text: string;
  readonly effects: readonly Effect[];
  readonly verdict: RecordedVerdict;
  readonly code?: string;
}

/** A template as bytes: what stands before and after the parameters. Belongs to no session and may be shared. */
export interface PreparedCommand {
  readonly before: Buffer;
  readonly after: Buffer;
}

/** Escapes and serialises once per statement what would be the same for each of its executions. */
export function prepareCommand(template: CommandTemplate): PreparedCommand {
  const { statement, text, effects, verdict, code } = template;
  const refusal = code === undefined ? '' : `,"code":${JSON.stringify(code)}`;
  return {
    before: beforeParameters(text, statement),
    after: Buffer.from(
      `],"effects":${JSON.stringify(effects)},"verdict":${JSON.stringify(verdict)}${refusal}}}\n`,
    ),
  };
}

/** The same but for the text. */
export function withText(
  { after }: PreparedCommand,
  text: string,
  statement?: number,
): PreparedCommand {
  return { before: beforeParameters(text, statement), after };
}

function beforeParameters(text: string, statement: number | undefined): Buffer {
  const number = statement === undefined ? '' : `,"statement":${String(statement)}`;
  return Buffer.from(`${number},"text":${JSON.stringify(text)},"parameters":[`);
}

export type OutcomeFields = Omit<Payloads['outcome'], 'response'>;
export type DataFields = Omit<Payloads['data'], 'wire'>;

/** Where a recording is taken up again: the next sequence number and the time of the last event. */
export interface Continuation {
  readonly seq: number;
  readonly time?: string;
}

const QUOTED_END = Buffer.from('"}}\n');
const LINE_END = Buffer.from('}}\n');
const SEQ_HEAD = Buffer.from('{"seq":');
const TIME_HEAD = Buffer.from(',"time":"');
const NULL = Buffer.from('null');
const BINARY_HEAD = Buffer.from('{"binary":"');
const BINARY_END = Buffer.from('"}');
const RESPONSE_HEAD = Buffer.from(',"response":"');
const COMMA = Buffer.from(',');
const ROWS_HEAD = Buffer.from(',"rows":');
const BYTES_HEAD = Buffer.from(',"bytes":');
const DURATION_HEAD = Buffer.from(',"durationMs":');
const STATUS: Readonly<Record<Payloads['outcome']['status'], Buffer>> = {
  success: Buffer.from(',"status":"success"'),
  error: Buffer.from(',"status":"error"'),
  blocked: Buffer.from(',"status":"blocked"'),
  skipped: Buffer.from(',"status":"skipped"'),
  unknown: Buffer.from(',"status":"unknown"'),
};

/**
 * Writes the events of one session as lines into one buffer and numbers them.
 *
 * Encoded lines are `pending` until the caller says what became of them: `commit` once they are in the spool, `rollback`
 * when the write failed, after which their numbers are free again. `at` sets the time for the lines that follow; once per
 * read of a socket is enough.
 */
export class EventEncoder {
  readonly #out = new ByteWriter();
  readonly #time = new TimeWriter();
  readonly #session: string;
  readonly #commandHead: Buffer;
  readonly #outcomeHead: Buffer;
  #next: number;
  #committed: number;

  /** @param session ULID, upper case */
  constructor(session: string, from: Continuation = { seq: 0 }) {
    this.#session = session;
    this.#next = from.seq;
    this.#committed = from.seq;
    if (from.time !== undefined) this.#time.setText(from.time);
    this.#commandHead = Buffer.from(this.#head('command', '{"command":'));
    this.#outcomeHead = Buffer.from(this.#head('outcome', '{"command":'));
  }

  /** Sequence number of the next event. */
  get seq(): number {
    return this.#next;
  }

  /** Time of the lines that follow, as text. */
  get time(): string {
    return this.#time.toString();
  }

  /** Bytes that wait for `commit` or `rollback`. */
  get pendingBytes(): number {
    return this.#out.end;
  }

  /** Sets the time of the lines that follow; units as `TimeWriter.set`. It never goes back. */
  at(epochMs: number, nanos: number): this {
    this.#time.set(epochMs, nanos);
    return this;
  }

  /** The pending lines are its first `pendingBytes`. Good until the next call of any other method. */
  get buffer(): Buffer {
    return this.#out.buffer;
  }

  /** The pending lines. The view is good until the next call of any other method. */
  pending(): Buffer {
    return this.#out.buffer.subarray(0, this.#out.end);
  }

  /** The pending lines are in the spool. */
  commit(): void {
    this.#out.clear();
    this.#committed = this.#next;
  }

  /** The pending lines are not in the spool and never will be: their numbers go to the events that follow. */
  rollback(): void {
    this.#out.clear();
    this.#next = this.#committed;
  }

  /** The hot path: one `command` event. */
  encodeCommand(
    prepared: PreparedCommand,
    command: number,
    parameters: readonly Parameter[],
  ): void {
    const out = this.#out;
    this.#begin(this.#commandHead);
    out.uint(command);
    out.raw(prepared.before);
    for (let i = 0; i < parameters.length; i += 1) {
      if (i > 0) out.raw(COMMA);
      this.#parameter(parameters[i] ?? null);
    }
    out.raw(prepared.after);
  }

  /**
   * One `outcome` event.
   * @param response `[start, end)` of it is the response as the agent receives it, where it is kept; encoded as base64
   */
  encodeOutcome(
    fields: OutcomeFields,
    response?: Uint8Array,
    start = 0,
    end: number = response?.length ?? 0,
  ): void {
    const out = this.#out;
    const { code, digest } = fields;
    this.#begin(this.#outcomeHead);
    out.uint(fields.command);
    out.raw(STATUS[fields.status]);
    if (code !== undefined) out.text(`,"code":${JSON.stringify(code)}`);
    out.raw(ROWS_HEAD);
    out.uint(fields.rows);
    out.raw(BYTES_HEAD);
    out.uint(fields.bytes);
    if (digest !== undefined) out.text(`,"digest":${JSON.stringify(digest)}`);
    if (fields.truncated === true) out.ascii(',"truncated":true');
    out.raw(DURATION_HEAD);
    out.thousandths(fields.durationMs);
    if (response === undefined) {
      out.raw(LINE_END);
      return;
    }
    out.raw(RESPONSE_HEAD);
    out.base64(response, start, end);
    out.raw(QUOTED_END);
  }

  /**
   * One `data` event.
   * @param wire `[start, end)` of it is what the agent receives; encoded as base64
   */
  encodeData(
    fields: DataFields,
    wire?: Uint8Array,
    start = 0,
    end: number = wire?.length ?? 0,
  ): void {
    const out = this.#out;
    this.#begin(Buffer.from(this.#head('data', JSON.stringify(fields).slice(0, -1))));
    if (wire === undefined) {
      out.raw(LINE_END);
      return;
    }
    out.ascii(',"wire":"');
    out.base64(wire, start, end);
    out.raw(QUOTED_END);
  }

  /** Any event; for the rare ones. */
  encode<T extends EventType>(type: T, payload: Payloads[T]): void {
    this.#begin(Buffer.from(this.#head(type, JSON.stringify(payload))));
    this.#out.ascii('}\n');
  }

  #parameter(parameter: Parameter): void {
    const out = this.#out;
    if (parameter === null) out.raw(NULL);
    else if (typeof parameter === 'string') out.jsonString(parameter);
    else {
      out.raw(BINARY_HEAD);
      out.ascii(parameter.binary);
      out.raw(BINARY_END);
    }
  }

  #begin(head: Buffer): void {
    const out = this.#out;
    out.raw(SEQ_HEAD);
    out.uint(this.#next);
    out.raw(TIME_HEAD);
    out.raw(this.#time.bytes);
    out.raw(head);
    this.#next += 1;
  }

  #head(type: EventType, payload: string): string {
    return `","session":"${this.#session}","type":"${type}","payload":${payload}`;
  }
}
