import { Buffer } from 'node:buffer';
import type { SidecarError } from '../../../errors.ts';
import type { Reader, Wire } from '../../../io/wire.ts';
import { frameRefusal, NEED_MORE } from '../codec/frame.ts';
import type { Malformed } from '../codec/malformed.ts';

/** As `frameEnd`: an offset behind the frame, NEED_MORE or a refusal's negative constant. */
export type FrameFinder = (buf: Buffer, start: number, end: number) => number;

export interface DoorOptions {
  readonly wire: Wire;
  /** Ends every wait; its reason is the SidecarError that a wait rejects with. */
  readonly signal: AbortSignal;
  readonly whenClosed: (cause: Error | undefined) => SidecarError;
  readonly whenMalformed: (reason: Malformed) => SidecarError;
}

/** Reads one frame at a time, as a promise, for the start-up only. What is not asked for stays in the wire. */
export class FrameDoor {
  readonly wire: Wire;
  readonly #options: DoorOptions;
  #reject: (reason: SidecarError) => void = () => undefined;
  #closedBy: SidecarError | undefined;

  constructor(options: DoorOptions) {
    this.wire = options.wire;
    this.#options = options;
    options.wire.onClose((cause) => {
      this.#closedBy = options.whenClosed(cause);
      this.#reject(this.#closedBy);
    });
    options.signal.addEventListener(
      'abort',
      () => {
        this.#reject(options.signal.reason as SidecarError);
      },
      { once: true },
    );
  }

  /** The next byte, which stays in the wire. */
  async peek(): Promise<number> {
    return this.#wait((resolve) => (buf, start) => {
      this.#hold();
      resolve(buf[start] ?? 0);
      return start;
    });
  }

  /** A copy of the next frame. Bytes that came before the peer closed are still given out. */
  async next(find: FrameFinder): Promise<Buffer> {
    return this.#wait((resolve, reject) => (buf, start, end) => {
      const frame = find(buf, start, end);
      if (frame === NEED_MORE) return start;
      this.#hold();
      if (frame < 0) {
        reject(this.#options.whenMalformed(frameRefusal(frame)));
        return start;
      }
      resolve(Buffer.from(buf.subarray(start, frame)));
      return frame;
    });
  }

  async #wait<T>(
    reader: (resolve: (value: T) => void, reject: (reason: SidecarError) => void) => Reader,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#reject = reject;
      this.wire.setReader(reader(resolve, reject));
      if (this.#options.signal.aborted) reject(this.#options.signal.reason as SidecarError);
      else if (this.#closedBy !== undefined) reject(this.#closedBy);
    });
  }

  #hold(): void {
    this.wire.setReader((_buf, start) => start);
  }
}
