import { KubeError } from '../errors.ts';

const NEWLINE = 0x0a;

/** Cuts a body into its lines, whatever the chunks; holds at most one line, of at most `maxBytes`. */
export class Lines {
  readonly #maxBytes: number;
  #held: Buffer[] = [];
  #length = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * The lines that are complete with this chunk, without their newlines and without empty ones.
   * @throws KubeError TOO_LARGE
   */
  take(chunk: Buffer): readonly string[] {
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const line = this.#complete(chunk.subarray(start, end));
      if (line.trim() !== '') lines.push(line);
      start = end + 1;
    }
    if (start < chunk.length) this.#hold(chunk.subarray(start));
    return lines;
  }

  #complete(last: Buffer): string {
    this.#hold(last);
    const line = Buffer.concat(this.#held).toString('utf8');
    this.#held = [];
    this.#length = 0;
    return line;
  }

  #hold(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#maxBytes) {
      throw new KubeError('TOO_LARGE', `a line of more than ${String(this.#maxBytes)} bytes`);
    }
    this.#held.push(part);
  }
}
