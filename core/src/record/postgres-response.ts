/** A column of a recorded response. */
export interface ResponseColumn {
  readonly name: string;
  /** OID of its type. */
  readonly type: number;
}

/** The fields of an ErrorResponse or NoticeResponse that people read; each absent where the server left it out. */
export interface ResponseNotice {
  readonly severity?: string;
  readonly code?: string;
  readonly message?: string;
  readonly detail?: string;
  readonly hint?: string;
  readonly where?: string;
  readonly position?: string;
}

/** What the agent saw, out of PostgreSQL's messages. */
export interface PostgresResponse {
  readonly columns: readonly ResponseColumn[];
  /** Values as text; NULL is null; a value that is not text (binary format) is `\x` and hex. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly error?: ResponseNotice;
  readonly notices?: readonly ResponseNotice[];
  /** Command tag, `SELECT 3`. */
  readonly tag?: string;
  /** Stopped before the end, since a portal's row limit was reached. */
  readonly suspended?: true;
  /** The record ends before the response does. */
  readonly truncated?: true;
  /** Why the rest of the response could not be read. */
  readonly undecodable?: string;
}

const HEADER_BYTES = 5;
/** Length field's floor: it counts itself. */
const MIN_LENGTH = 4;
/** PostgreSQL's own ceiling of a message. */
const MAX_LENGTH = 0x3fff_ffff;
const MAX_COLUMNS = 1664;
/** After a column's name: table OID, attribute number, type OID, type length, modifier, format. */
const COLUMN_TAIL_BYTES = 18;
const TYPE_OFFSET = 6;

/** Messages in which a person reading a record sees nothing: completions, readiness, parameters, COPY. */
const silent = new Set('123nstZSAKGHWVcdI'.split('').map((letter) => letter.charCodeAt(0)));

const noticeFields: Readonly<Record<string, keyof ResponseNotice>> = {
  V: 'severity',
  C: 'code',
  M: 'message',
  D: 'detail',
  H: 'hint',
  W: 'where',
  P: 'position',
};

/** Decodes backend messages (protocol 3.0) piece by piece. Bytes come from a record, so nothing in them is believed. */
export class ResponseDecoder {
  #rest: Buffer = Buffer.alloc(0);
  #columns: readonly ResponseColumn[] = [];
  #error: ResponseNotice | undefined;
  #tag: string | undefined;
  #suspended = false;
  #undecodable: string | undefined;
  readonly #rows: (string | null)[][] = [];
  readonly #notices: ResponseNotice[] = [];

  push(bytes: Buffer): void {
    if (this.#undecodable !== undefined) return;
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    let at = 0;
    while (this.#undecodable === undefined && all.length - at >= HEADER_BYTES) {
      const length = all.readUInt32BE(at + 1);
      if (length < MIN_LENGTH || length > MAX_LENGTH) {
        this.#undecodable = `a message of ${String(length)} bytes`;
        return;
      }
      const end = at + 1 + length;
      if (end > all.length) break;
      const problem = this.#message(all[at] ?? 0, all.subarray(at + HEADER_BYTES, end));
      if (problem !== undefined) this.#undecodable = problem;
      at = end;
    }
    this.#rest = Buffer.from(all.subarray(at));
  }

  /** @param described columns by an earlier description of the statement, for a response that has none */
  finish(described: readonly ResponseColumn[] = []): PostgresResponse {
    const columns = this.#columns.length > 0 ? this.#columns : described;
    return {
      columns: this.#rows.length > 0 || this.#columns.length > 0 ? columns : [],
      rows: this.#rows,
      ...(this.#error === undefined ? {} : { error: this.#error }),
      ...(this.#notices.length === 0 ? {} : { notices: this.#notices }),
      ...(this.#tag === undefined ? {} : { tag: this.#tag }),
      ...(this.#suspended ? { suspended: true } : {}),
      ...(this.#rest.length > 0 && this.#undecodable === undefined ? { truncated: true } : {}),
      ...(this.#undecodable === undefined ? {} : { undecodable: this.#undecodable }),
    };
  }

  /** The columns described so far. */
  get columns(): readonly ResponseColumn[] {
    return this.#columns;
  }

  /** Answers why the message cannot be read, if it cannot. */
  #message(type: number, body: Buffer): string | undefined {
    switch (String.fromCharCode(type)) {
      case 'T': {
        const columns = readColumns(body);
        if (columns === undefined) return 'a row description of the wrong form';
        this.#columns = columns;
        return undefined;
      }
      case 'D': {
        const row = readRow(body);
        if (row === undefined) return 'a row of the wrong form';
        this.#rows.push(row);
        return undefined;
      }
      case 'C': {
        this.#tag = body.subarray(0, Math.max(0, body.indexOf(0))).toString('utf8');
        return undefined;
      }
      case 'E':
      case 'N': {
        const notice = readNotice(body);
        if (notice === undefined) return 'an error or notice of the wrong form';
        if (type === 0x45) this.#error = notice;
        else this.#notices.push(notice);
        return undefined;
      }
      default: {
        if (type === 0x73) this.#suspended = true;
        return silent.has(type) ? undefined : `an unknown message 0x${type.toString(16)}`;
      }
    }
  }
}

function readColumns(body: Buffer): ResponseColumn[] | undefined {
  if (body.length < 2) return undefined;
  const count = body.readUInt16BE(0);
  if (count > MAX_COLUMNS) return undefined;
  const columns: ResponseColumn[] = [];
  let at = 2;
  for (let i = 0; i < count; i += 1) {
    const end = body.indexOf(0, at);
    if (end === -1 || end + 1 + COLUMN_TAIL_BYTES > body.length) return undefined;
    const type = body.readUInt32BE(end + 1 + TYPE_OFFSET);
    columns.push({ name: body.toString('utf8', at, end), type });
    at = end + 1 + COLUMN_TAIL_BYTES;
  }
  return at === body.length ? columns : undefined;
}

function readRow(body: Buffer): (string | null)[] | undefined {
  if (body.length < 2) return undefined;
  const count = body.readUInt16BE(0);
  const row: (string | null)[] = [];
  let at = 2;
  for (let i = 0; i < count; i += 1) {
    if (at + 4 > body.length) return undefined;
    const length = body.readInt32BE(at);
    at += 4;
    if (length < -1 || length > body.length - at) return undefined;
    row.push(length === -1 ? null : toText(body.subarray(at, at + length)));
    at += Math.max(0, length);
  }
  return at === body.length ? row : undefined;
}

/** A text value has no NUL and is UTF-8; the record does not say which format was asked for. */
function toText(value: Buffer): string {
  const text = value.toString('utf8');
  const plain =
    !value.includes(0) && Buffer.byteLength(text) === value.length && !text.includes('\ufffd');
  return plain ? text : `\\x${value.toString('hex')}`;
}

function readNotice(body: Buffer): ResponseNotice | undefined {
  const notice: Partial<Record<keyof ResponseNotice, string>> = {};
  let at = 0;
  while (at < body.length && body[at] !== 0) {
    const end = body.indexOf(0, at + 1);
    if (end === -1) return undefined;
    const field = noticeFields[String.fromCharCode(body[at] ?? 0)];
    if (field !== undefined) notice[field] = body.toString('utf8', at + 1, end);
    at = end + 1;
  }
  return at === body.length - 1 ? notice : undefined;
}
