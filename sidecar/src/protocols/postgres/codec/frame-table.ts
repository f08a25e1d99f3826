/** A closed set of messages of one direction, indexed by type byte. No phase at all: the type is unknown. */
export interface FrameTable {
  readonly phases: Uint8Array;
  /** Bounds of the body, in bytes, without type byte and length word. */
  readonly minBody: Int32Array;
  readonly maxBody: Int32Array;
}

/** From the connection's first byte to the first ReadyForQuery. */
export const PHASE_STARTUP = 1;
export const PHASE_SESSION = 2;
/** Between CopyInResponse or CopyOutResponse and the end of the copy. */
export const PHASE_COPY = 4;

const ANY_PHASE = PHASE_STARTUP | PHASE_SESSION | PHASE_COPY;
const SESSION_OR_COPY = PHASE_SESSION | PHASE_COPY;

/** The name itself bounds nothing; `max` of the connection does. */
const UNBOUNDED = 0x7fffffff;

/**
 * Bytes of a statement's or portal's name. PostgreSQL keeps names in tables with keys of NAMEDATALEN - 1 = 63 bytes and
 * silently takes longer ones for equal where their first 63 bytes are: beyond it two names could mean one statement.
 */
export const MAX_NAME_BYTES = 63;
/** A column cannot come in greater number than that (MaxTupleAttributeNumber). */
export const MAX_COLUMNS = 1664;
/** PG_MAX_AUTH_TOKEN_LENGTH. */
export const MAX_AUTH_BYTES = 65_535;
/** A command tag takes at most 64 bytes in PostgreSQL (COMPLETION_TAG_BUFSIZE); forks get some room. */
export const MAX_TAG_BYTES = 256;
/** Secret key of protocol 3.2: 4 to 256 bytes. */
export const MAX_SECRET_KEY_BYTES = 256;
export const MIN_SECRET_KEY_BYTES = 4;

type Row = readonly [type: string, phases: number, minBody: number, maxBody: number];

function frameTable(rows: readonly Row[]): FrameTable {
  const table = {
    phases: new Uint8Array(256),
    minBody: new Int32Array(256),
    maxBody: new Int32Array(256),
  };
  for (const [type, phases, minBody, maxBody] of rows) {
    const index = type.charCodeAt(0);
    table.phases[index] = phases;
    table.minBody[index] = minBody;
    table.maxBody[index] = maxBody;
  }
  return table;
}

const TARGET = 1 + MAX_NAME_BYTES + 1;

/** What an agent may send behind its StartupMessage. Left-over copy messages are valid outside of a copy: the server ignores them. */
export const frontendFrames: FrameTable = frameTable([
  ['p', PHASE_STARTUP, 0, MAX_AUTH_BYTES],
  ['Q', PHASE_SESSION, 1, UNBOUNDED],
  ['P', PHASE_SESSION, 4, UNBOUNDED],
  ['B', PHASE_SESSION, 8, UNBOUNDED],
  ['D', PHASE_SESSION, 2, TARGET],
  ['E', PHASE_SESSION, 5, MAX_NAME_BYTES + 5],
  ['C', PHASE_SESSION, 2, TARGET],
  ['F', PHASE_SESSION, 10, UNBOUNDED],
  ['S', SESSION_OR_COPY, 0, 0],
  ['H', SESSION_OR_COPY, 0, 0],
  ['X', ANY_PHASE, 0, 0],
  ['d', SESSION_OR_COPY, 0, UNBOUNDED],
  ['c', SESSION_OR_COPY, 0, 0],
  ['f', SESSION_OR_COPY, 1, UNBOUNDED],
]);

/** What a target may send. CopyBothResponse and FunctionCallResponse answer what is never forwarded, so they are unknown. */
export const backendFrames: FrameTable = frameTable([
  ['R', PHASE_STARTUP, 4, MAX_AUTH_BYTES],
  ['K', PHASE_STARTUP, 4 + MIN_SECRET_KEY_BYTES, 4 + MAX_SECRET_KEY_BYTES],
  ['v', PHASE_STARTUP, 8, 65_536],
  ['S', ANY_PHASE, 2, 65_536],
  ['E', ANY_PHASE, 1, UNBOUNDED],
  ['N', ANY_PHASE, 1, UNBOUNDED],
  ['Z', ANY_PHASE, 1, 1],
  ['A', SESSION_OR_COPY, 6, 65_536],
  ['1', PHASE_SESSION, 0, 0],
  ['2', PHASE_SESSION, 0, 0],
  ['3', PHASE_SESSION, 0, 0],
  ['n', PHASE_SESSION, 0, 0],
  ['s', PHASE_SESSION, 0, 0],
  ['I', PHASE_SESSION, 0, 0],
  ['t', PHASE_SESSION, 2, 2 + 4 * 65_535],
  ['T', PHASE_SESSION, 2, UNBOUNDED],
  ['D', PHASE_SESSION, 2, UNBOUNDED],
  ['C', SESSION_OR_COPY, 1, MAX_TAG_BYTES],
  ['G', PHASE_SESSION, 3, 3 + 2 * MAX_COLUMNS],
  ['H', PHASE_SESSION, 3, 3 + 2 * MAX_COLUMNS],
  ['d', PHASE_COPY, 0, UNBOUNDED],
  ['c', PHASE_COPY, 0, 0],
]);
