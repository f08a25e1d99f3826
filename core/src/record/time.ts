/** Length of `2026-11-21T09:00:00.123456789Z`. */
export const TIME_BYTES = 30;

const NANOS_PER_SECOND = 1e9;
const FRACTION_DIGITS = 9;
/** Of `2026-11-21T09:00:00.`. */
const SECOND_BYTES = 20;
const ZERO = 0x30;

/**
 * RFC 3339 times with nine digits, cheap enough for every command: what belongs to the second is kept between calls, and
 * a call needs neither Date nor BigInt. A time never goes back: an earlier instant is written as the last one.
 */
export class TimeWriter {
  /** The current time as ASCII, `TIME_BYTES` long. Read-only for others. */
  readonly bytes: Buffer = Buffer.alloc(TIME_BYTES, '1970-01-01T00:00:00.000000000Z', 'latin1');
  #second = 0;
  #nanos = 0;

  /**
   * Moves to the instant `epochMs` + `nanos`.
   * @param epochMs milliseconds since the epoch, a whole number
   * @param nanos nanoseconds to add, from 0, of any size: a clock gives the epoch once and the rest from a monotonic counter
   */
  set(epochMs: number, nanos: number): void {
    const whole = Math.floor(nanos);
    const carried = (epochMs % 1000) * 1e6 + (whole % NANOS_PER_SECOND);
    const second =
      Math.floor(epochMs / 1000) +
      Math.floor(whole / NANOS_PER_SECOND) +
      Math.floor(carried / NANOS_PER_SECOND);
    this.#write(second, carried % NANOS_PER_SECOND);
  }

  /** Moves to a time as `formatTime` writes it; for a recording that is continued. */
  setText(time: string): void {
    const second = Math.floor(Date.parse(`${time.slice(0, SECOND_BYTES - 1)}Z`) / 1000);
    this.#write(second, Number(time.slice(SECOND_BYTES, TIME_BYTES - 1)));
  }

  toString(): string {
    return this.bytes.toString('latin1');
  }

  #write(second: number, nanos: number): void {
    if (second < this.#second || (second === this.#second && nanos <= this.#nanos)) return;
    if (second !== this.#second) {
      this.bytes.write(new Date(second * 1000).toISOString().slice(0, SECOND_BYTES - 1), 'latin1');
      this.#second = second;
    }
    this.#nanos = nanos;
    let rest = nanos;
    for (let at = SECOND_BYTES + FRACTION_DIGITS - 1; at >= SECOND_BYTES; at -= 1) {
      const quotient = Math.floor(rest / 10);
      this.bytes[at] = ZERO + (rest - quotient * 10);
      rest = quotient;
    }
  }
}

/** One time as text: `2026-11-21T09:00:00.123456789Z`. Units as `TimeWriter.set`. */
export function formatTime(epochMs: number, nanos = 0): string {
  const writer = new TimeWriter();
  writer.set(epochMs, nanos);
  return writer.toString();
}

const timePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/;

/** Whether a value is a time as the recorder writes it. Such times order like their text. */
export function isTime(value: unknown): value is string {
  return typeof value === 'string' && timePattern.test(value) && !Number.isNaN(Date.parse(value));
}
