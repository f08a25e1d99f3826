const INITIAL_BYTES = 4 * 1024;
/** A buffer that grew beyond this for one large response is given back when it has been written. */
const KEEP_BYTES = 64 * 1024;
/** Up to here a loop beats the call into the runtime. */
const SHORT_TEXT = 96;
const SHORT_BINARY = 192;
/** A multiple of three, so that only the last chunk pads. */
const BASE64_CHUNK = 3 * 16 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const DOT = 0x2e;
const ZERO = 0x30;
const PAD = 0x3d;
const base64Alphabet = Buffer.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
  'latin1',
);

/** A growing buffer with the few writes that an event line consists of. */
export class ByteWriter {
  buffer: Buffer = Buffer.alloc(INITIAL_BYTES);
  /** Bytes written so far. */
  end = 0;

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.buffer.set(bytes, this.end);
    this.end += bytes.length;
  }

  /** Text that is known to be ASCII. */
  ascii(text: string): void {
    this.#reserve(text.length);
    this.end += this.buffer.write(text, this.end, 'latin1');
  }

  /** A whole number from 0, in decimal. */
  uint(value: number): void {
    let digits = 1;
    for (let limit = 10; limit <= value; limit *= 10) digits += 1;
    this.#reserve(digits);
    let rest = value;
    for (let at = this.end + digits - 1; at >= this.end; at -= 1) {
      const quotient = Math.floor(rest / 10);
      this.buffer[at] = ZERO + (rest - quotient * 10);
      rest = quotient;
    }
    this.end += digits;
  }

  /** A number from 0, rounded to thousandths, as JSON writes it: `12`, `0.25`. */
  thousandths(value: number): void {
    const total = Math.round(value * 1000);
    let fraction = total % 1000;
    this.uint((total - fraction) / 1000);
    if (fraction === 0) return;
    this.#reserve(4);
    this.buffer[this.end++] = DOT;
    for (let unit = 100; fraction > 0; unit /= 10) {
      const digit = Math.floor(fraction / unit);
      this.buffer[this.end++] = ZERO + digit;
      fraction -= digit * unit;
    }
  }

  /** A JSON string with its quotes, byte for byte what `JSON.stringify` gives. */
  jsonString(text: string): void {
    if (text.length <= SHORT_TEXT && this.#plainString(text)) return;
    this.text(JSON.stringify(text));
  }

  /** Any well-formed text, as UTF-8. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    this.end += this.buffer.write(text, this.end, 'utf8');
  }

  /** `[start, end)` as base64 with padding. */
  base64(bytes: Uint8Array, start: number, end: number): void {
    this.#reserve(Math.ceil((end - start) / 3) * 4);
    if (end - start <= SHORT_BINARY) {
      this.#base64Short(bytes, start, end);
      return;
    }
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = start; at < end; at += BASE64_CHUNK) {
      const chunk = view.toString('base64', at, Math.min(at + BASE64_CHUNK, end));
      this.end += this.buffer.write(chunk, this.end, 'latin1');
    }
  }

  /** Forgets everything after `end`. */
  rewind(end: number): void {
    this.end = end;
  }

  clear(): void {
    this.end = 0;
    if (this.buffer.length > KEEP_BYTES) this.buffer = Buffer.alloc(INITIAL_BYTES);
  }

  /** Writes text without anything to escape; leaves no trace and answers false where there is. */
  #plainString(text: string): boolean {
    this.#reserve(text.length + 2);
    const { buffer } = this;
    let at = this.end;
    buffer[at++] = QUOTE;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code < 0x20 || code > 0x7e || code === QUOTE || code === BACKSLASH) return false;
      buffer[at++] = code;
    }
    buffer[at++] = QUOTE;
    this.end = at;
    return true;
  }

  #base64Short(bytes: Uint8Array, start: number, end: number): void {
    const left = (end - start) % 3;
    const whole = end - left;
    for (let at = start; at < whole; at += 3) {
      this.#base64Group(byteAt(bytes, at), byteAt(bytes, at + 1), byteAt(bytes, at + 2));
    }
    if (left === 0) return;
    this.#base64Group(byteAt(bytes, whole), left === 2 ? byteAt(bytes, whole + 1) : 0, 0);
    this.buffer[this.end - 1] = PAD;
    if (left === 1) this.buffer[this.end - 2] = PAD;
  }

  #base64Group(a: number, b: number, c: number): void {
    const { buffer, end } = this;
    buffer[end] = byteAt(base64Alphabet, a >> 2);
    buffer[end + 1] = byteAt(base64Alphabet, ((a & 3) << 4) | (b >> 4));
    buffer[end + 2] = byteAt(base64Alphabet, ((b & 15) << 2) | (c >> 6));
    buffer[end + 3] = byteAt(base64Alphabet, c & 63);
    this.end = end + 4;
  }

  #reserve(bytes: number): void {
    if (this.buffer.length - this.end >= bytes) return;
    let capacity = this.buffer.length * 2;
    while (capacity - this.end < bytes) capacity *= 2;
    const grown = Buffer.alloc(capacity);
    this.buffer.copy(grown, 0, 0, this.end);
    this.buffer = grown;
  }
}

const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
