import type { Reader, Wire } from '../../../sidecar/src/io/wire.ts';

/** Bytes that a wire holds for its reader before it takes no more, as a real one's ceiling. */
const CEILING = 64 * 1024;

/** A wire without a socket: what arrives is what the fuzzer says, what is written is kept. */
export class MemoryWire {
  readonly pendingBytes = 0;
  #unread: Buffer = Buffer.alloc(0);
  #arriving: Buffer = Buffer.alloc(0);
  #reader: Reader | undefined;
  #paused = false;
  #delivering = false;
  #closed = false;
  #ended = false;
  readonly #closeListeners: (() => void)[] = [];
  readonly #sent: (bytes: Buffer) => void;

  /** @param sent is told of each write */
  constructor(sent: (bytes: Buffer) => void) {
    this.#sent = sent;
  }

  /** As what a session takes. Everything that sessions use is here; what only start-up uses is not. */
  get wire(): Wire {
    return this as unknown as Wire;
  }

  get closed(): boolean {
    return this.#closed;
  }

  get ended(): boolean {
    return this.#ended;
  }

  get unconsumed(): number {
    return this.#unread.length;
  }

  setReader(reader: Reader): void {
    this.#reader = reader;
    this.redeliver();
  }

  pause(): void {
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.redeliver();
  }

  redeliver(): void {
    if (this.#delivering || this.#paused || this.#closed) return;
    this.#fill();
    if (this.#reader === undefined || this.#unread.length === 0) return;
    this.#delivering = true;
    try {
      // A copy of its own, overwritten behind: who keeps a view of it sees other bytes.
      const bytes = Buffer.from(this.#unread);
      const consumed = this.#reader(bytes, 0, bytes.length);
      if (consumed < 0 || consumed > bytes.length) throw new Error('a reader consumed too much');
      this.#unread = Buffer.from(bytes.subarray(consumed));
      bytes.fill(0xee);
    } finally {
      this.#delivering = false;
    }
    if (this.#arriving.length > 0 && this.#unread.length < CEILING) this.redeliver();
  }

  write(bytes: Uint8Array, start = 0, end: number = bytes.length): boolean {
    if (!this.#closed && !this.#ended) this.#sent(Buffer.from(bytes.subarray(start, end)));
    return true;
  }

  onDrain(then: () => void): void {
    then();
  }

  onClose(listener: () => void): void {
    if (this.#closed) listener();
    else this.#closeListeners.push(listener);
  }

  end(bytes?: Uint8Array): void {
    if (bytes !== undefined) this.write(bytes);
    this.#ended = true;
    this.destroy();
  }

  destroy(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const listener of this.#closeListeners) listener();
  }

  /** The far end sends. */
  arrive(bytes: Buffer): void {
    if (this.#closed) return;
    this.#arriving = Buffer.concat([this.#arriving, bytes]);
    this.redeliver();
  }

  #fill(): void {
    const room = CEILING - this.#unread.length;
    if (room <= 0 || this.#arriving.length === 0) return;
    this.#unread = Buffer.concat([this.#unread, this.#arriving.subarray(0, room)]);
    this.#arriving = this.#arriving.subarray(room);
  }
}
