import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import net from 'node:net';
import tls from 'node:tls';
import { ReadBuffer } from './read-buffer.ts';

/**
 * Gets all unconsumed bytes `[start, end)` each time more arrive, and answers the offset up to which it consumed them.
 * The bytes are valid until it returns; what was written to another wire from them stays valid until that wire drains,
 * provided that this wire is paused meanwhile.
 */
export type Reader = (buffer: Buffer, start: number, end: number) => number;

export interface WireLimits {
  /** Bytes of the buffer that a wire keeps. */
  readonly floor: number;
  /** Bytes that an incomplete frame may take. */
  readonly ceiling: number;
}

/** 16 KiB hold what nearly every client sends at once; a wire whose frames may be larger says so. */
export const DEFAULT_WIRE_LIMITS: WireLimits = { floor: 16 * 1024, ceiling: 64 * 1024 };

/** What a socket keeps of its handle; nothing public gives the descriptor. */
interface HandleOwner {
  _handle: { readonly fd?: number } | null | undefined;
}

/** Bun's sockets hear nothing through a handle that they are given (docs/adr/0021). */
const TAKES_HANDLES = !('Bun' in globalThis);

/** How an accepted connection is encrypted. */
export interface TlsServer {
  readonly context: tls.SecureContext;
  /** Application protocol that is agreed to where the peer names any (RFC 7301); another ends the handshake. */
  readonly protocol?: string;
}

/** The form of RFC 7301, section 3.1: each name behind its length. */
function alpnList(protocol: string): Buffer {
  return Buffer.concat([Buffer.from([protocol.length]), Buffer.from(protocol, 'latin1')]);
}

/**
 * A socket read into a buffer of its own: no stream machinery and no allocation per read. Accepted sockets have no public
 * way to that (`onread` is an option of the constructor), so their handle is moved into a socket that has; where a handle
 * is missing, and under TLS, the wire falls back to `data` events with one copy.
 */
export class Wire {
  readonly socket: net.Socket;
  readonly #input: ReadBuffer;
  readonly #isPlain: boolean;
  #reader: Reader | undefined;
  #paused = false;
  #stalled = false;
  #delivering = false;
  #closed = false;
  #leftover: Uint8Array | undefined;
  readonly #closeListeners: ((error?: Error) => void)[] = [];
  #error: Error | undefined;

  private constructor(make: (onread: net.OnReadOpts) => net.Socket, limits: WireLimits) {
    this.#input = new ReadBuffer(limits.floor, limits.ceiling);
    this.socket = make({
      buffer: () => this.#input.space(),
      callback: (count, space) => this.#arrived(count, space),
    });
    this.#isPlain = !(this.socket instanceof tls.TLSSocket);
    this.socket.on('error', (error) => {
      this.#error = error;
    });
    this.socket.on('close', () => {
      this.#closed = true;
      for (const listener of this.#closeListeners) listener(this.#error);
    });
  }

  /** An accepted connection of a server with `pauseOnConnect: true`. */
  static accept(accepted: net.Socket, limits: WireLimits = DEFAULT_WIRE_LIMITS): Wire {
    const owner = accepted as unknown as HandleOwner;
    const handle = owner._handle;
    if (handle === null || handle === undefined || !TAKES_HANDLES) {
      const wire = Wire.#overEvents(accepted, limits);
      // It came paused, and what listens for its data does not resume it.
      accepted.resume();
      return wire;
    }
    owner._handle = null;
    const options = { handle, pauseOnCreate: true };
    const wire = new Wire(
      (onread) => new net.Socket({ ...options, onread } as unknown as net.SocketConstructorOpts),
      limits,
    );
    wire.socket.resume();
    return wire;
  }

  /** Opens a TCP connection; the caller waits for `connect` or `error` of `socket`. */
  static connect(
    target: {
      readonly host: string;
      readonly port: number;
      /** Default: the system's, which reads the hosts file. */
      readonly lookup?: net.LookupFunction;
    },
    limits: WireLimits = DEFAULT_WIRE_LIMITS,
  ): Wire {
    return new Wire((onread) => net.connect({ ...target, noDelay: true, onread }), limits);
  }

  static #overEvents(socket: net.Socket, limits: WireLimits): Wire {
    const wire = new Wire(() => socket, limits);
    socket.on('data', (chunk: Uint8Array) => {
      wire.#chunkArrived(chunk);
    });
    return wire;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Bytes that were written and have not left the process yet. */
  get pendingBytes(): number {
    return this.socket.writableLength;
  }

  /** Bytes that were read and not consumed. */
  get unconsumed(): number {
    return this.#input.end - this.#input.start;
  }

  setReader(reader: Reader): void {
    this.#reader = reader;
    if (!this.#input.isEmpty) this.redeliver();
  }

  /** Stops reading and delivering; the bytes read so far stay where they are. */
  pause(): void {
    if (this.#paused) return;
    this.#paused = true;
    this.socket.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.redeliver();
    this.#continue();
  }

  /** Delivers the unconsumed bytes again: what the reader waited for has happened. */
  redeliver(): void {
    if (this.#delivering || this.#paused) return;
    this.#deliver();
    if (this.#stalled && !this.#input.isFull) this.#continue();
  }

  /** Answers false where `[start, end)` is still in flight: pause the wire that it came from until `onDrain`. */
  write(bytes: Uint8Array, start = 0, end: number = bytes.length): boolean {
    const { socket } = this;
    if (this.#closed || socket.writableEnded || socket.destroyed) return true;
    const sent = socket.writableLength === 0 ? this.#writeNow(bytes, start, end) : start;
    if (sent === end) return true;
    socket.write(bytes.subarray(sent, end));
    return socket.writableLength === 0;
  }

  /** Calls once when everything written has left, or when the wire is closed. */
  onDrain(then: () => void): void {
    if (this.socket.writableLength === 0 || this.#closed) {
      then();
      return;
    }
    if (this.socket.writableEnded) this.onClose(then);
    else this.socket.write('', then);
  }

  onClose(listener: (error?: Error) => void): void {
    if (this.#closed) listener(this.#error);
    else this.#closeListeners.push(listener);
  }

  /** Sends what is left, then closes. */
  end(bytes?: Uint8Array): void {
    if (this.#closed || this.socket.writableEnded) return;
    if (bytes === undefined) this.socket.end();
    else this.socket.end(bytes);
  }

  destroy(): void {
    this.socket.destroy();
  }

  /**
   * Upgrades the accepted side. Bytes that were read and not consumed are the beginning of the handshake; a caller to whom
   * they would have been sent in clear refuses them before.
   */
  async startTlsServer(
    options: TlsServer,
    limits: WireLimits = DEFAULT_WIRE_LIMITS,
  ): Promise<Wire> {
    this.#giveBack();
    const { context, protocol } = options;
    const secure = new tls.TLSSocket(this.socket, {
      isServer: true,
      secureContext: context,
      ...(protocol === undefined ? {} : { ALPNProtocols: alpnList(protocol) }),
    });
    return this.#secured(secure, 'secure', limits);
  }

  /** Upgrades the connecting side; rejects with the verification's error. */
  async startTlsClient(
    options: tls.ConnectionOptions,
    limits: WireLimits = DEFAULT_WIRE_LIMITS,
  ): Promise<Wire> {
    const secure = tls.connect({ ...options, socket: this.socket });
    return this.#secured(secure, 'secureConnect', limits);
  }

  /** Puts what was read and not consumed back into the socket, for who reads it next. */
  #giveBack(): void {
    if (this.#input.isEmpty) return;
    this.socket.pause();
    const early = Buffer.from(this.#input.bytes.subarray(this.#input.start, this.#input.end));
    this.#input.consume(this.#input.end);
    this.socket.unshift(early);
  }

  async #secured(secure: tls.TLSSocket, event: string, limits: WireLimits): Promise<Wire> {
    await new Promise<void>((resolve, reject) => {
      secure.once(event, () => {
        resolve();
      });
      secure.once('error', reject);
      secure.once('close', () => {
        reject(this.#error ?? new Error('the peer closed the connection during the TLS handshake'));
      });
    });
    return Wire.#overEvents(secure, limits);
  }

  /**
   * Hands bytes to the kernel without the machinery of streams, which costs as much as the system call. Nothing may be queued
   * before them. The descriptor is asked for each time: once the handle is closed its number may be another connection's.
   * @returns offset up to which the kernel took them; what it did not take, and any error, is the stream's to deal with
   */
  #writeNow(bytes: Uint8Array, start: number, end: number): number {
    const fd = this.#isPlain ? (this.socket as unknown as HandleOwner)._handle?.fd : undefined;
    if (fd === undefined || fd < 0 || this.socket.connecting) return start;
    try {
      return start + fs.writeSync(fd, bytes, start, end - start);
    } catch {
      return start;
    }
  }

  #arrived(count: number, space: Uint8Array): boolean {
    this.#input.filled(space, count);
    if (this.#paused) return false;
    this.#deliver();
    return this.#mayContinue();
  }

  #chunkArrived(chunk: Uint8Array): void {
    let taken = 0;
    while (taken < chunk.length) {
      const count = this.#input.take(chunk, taken);
      taken += count;
      if (!this.#paused) this.#deliver();
      if (count === 0) break;
    }
    if (taken < chunk.length) this.#leftover = chunk.subarray(taken);
    if (!this.#mayContinue()) this.socket.pause();
  }

  #deliver(): void {
    const reader = this.#reader;
    if (reader === undefined || this.#input.isEmpty) return;
    this.#delivering = true;
    try {
      this.#input.consume(reader(this.#input.bytes, this.#input.start, this.#input.end));
    } finally {
      this.#delivering = false;
    }
    // While paused, another wire may still send from this buffer: nothing is moved.
    if (!this.#paused) this.#input.makeRoom();
  }

  #mayContinue(): boolean {
    this.#stalled = this.#input.isFull || this.#leftover !== undefined;
    return !this.#paused && !this.#stalled;
  }

  #continue(): void {
    const rest = this.#leftover;
    if (rest !== undefined && !this.#input.isFull) {
      this.#leftover = undefined;
      this.#chunkArrived(rest);
    }
    if (this.#paused) return;
    this.#input.makeRoom();
    if (this.#mayContinue()) this.socket.resume();
  }
}
