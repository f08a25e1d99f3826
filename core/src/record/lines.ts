import { RecordError } from './errors.ts';

/** A re-readable run of bytes: a file's content, uncompressed. Each call starts at the beginning. */
export type ByteSource = () => AsyncIterable<Buffer>;

/** Longest line that is read: a response of 64 MiB as base64 and its fields. */
export const MAX_LINE_BYTES: number = 96 * 1024 * 1024;

const LF = 0x0a;

export interface Line {
  /** Without the LF. A view: good until the next line is asked for. */
  readonly bytes: Buffer;
  /** Of the first byte, from the start of the source. */
  readonly offset: number;
  /** False for a last line without its LF. */
  readonly terminated: boolean;
}

/**
 * Cuts chunks into lines, in memory bounded by the longest line. Yields the lines of each chunk together, since a step of
 * an asynchronous generator costs more than a line.
 * @throws RecordError LINE_TOO_LONG
 */
export async function* splitLines(
  chunks: AsyncIterable<Buffer>,
  maxBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<readonly Line[], void, undefined> {
  let held: Buffer[] = [];
  let heldBytes = 0;
  let offset = 0;
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, start)) {
      const tail = chunk.subarray(start, end);
      const bytes = heldBytes === 0 ? tail : Buffer.concat([...held, tail]);
      lines.push({ bytes, offset, terminated: true });
      offset += bytes.length + 1;
      start = end + 1;
      if (heldBytes > 0) [held, heldBytes] = [[], 0];
    }
    if (start < chunk.length) {
      // Sources may reuse their buffer, so what outlives the chunk is copied.
      held.push(Buffer.from(chunk.subarray(start)));
      heldBytes += chunk.length - start;
      if (heldBytes > maxBytes) throw tooLong(offset, maxBytes);
    }
    yield lines;
  }
  if (heldBytes > 0) yield [{ bytes: Buffer.concat(held), offset, terminated: false }];
}

/** The same, one by one; for what is not read by the million. */
export async function* eachLine(source: ByteSource): AsyncGenerator<Line, void, undefined> {
  for await (const lines of splitLines(source())) yield* lines;
}

function tooLong(offset: number, maxBytes: number): RecordError {
  return new RecordError('LINE_TOO_LONG', `a line is longer than ${String(maxBytes)} bytes`, {
    offset,
  });
}
