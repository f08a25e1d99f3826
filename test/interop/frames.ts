/** One backend message with its header. */
export type Frame = Buffer;

const HEADER = 5;

/** Where the message that begins at `at` ends, once it is there. */
export function frameEnd(buffer: Buffer, at: number): number | undefined {
  if (buffer.length - at < HEADER) return undefined;
  const end = at + 1 + buffer.readUInt32BE(at + 1);
  return end <= buffer.length ? end : undefined;
}

export function typeOf(frame: Frame): string {
  return String.fromCharCode(frame[0] ?? 0);
}

/** The cells of a DataRow; SQL NULL is null. */
export function cellsOf(frame: Frame): readonly (Buffer | null)[] {
  const cells: (Buffer | null)[] = [];
  let at = HEADER + 2;
  for (let left = frame.readUInt16BE(HEADER); left > 0; left--) {
    const length = frame.readInt32BE(at);
    at += 4;
    cells.push(length < 0 ? null : frame.subarray(at, at + length));
    at += Math.max(0, length);
  }
  return cells;
}

/** The rows of a conversation as text. */
export function rowsOf(frames: readonly Frame[]): readonly (readonly (string | null)[])[] {
  return frames
    .filter((frame) => typeOf(frame) === 'D')
    .map((frame) => cellsOf(frame).map((cell) => cell?.toString() ?? null));
}

/** Type letters in order, `1`, `2`, `T`, `D`, `C`, `Z`. */
export function typesOf(frames: readonly Frame[]): string {
  return frames.map(typeOf).join('');
}

/** Status of each ReadyForQuery: idle, in a transaction, failed. */
export function statesOf(frames: readonly Frame[]): string {
  return frames
    .filter((frame) => typeOf(frame) === 'Z')
    .map((frame) => String.fromCharCode(frame[HEADER] ?? 0))
    .join('');
}
