import { once } from 'node:events';
import net from 'node:net';
import { serialize } from 'pg-protocol';

const READY = 0x5a;
const ERROR = 0x45;

/** How one batch ended: all of it done, or an error somewhere in it. */
export type BatchEnd = 'done' | 'error';

interface Waiting {
  /** ReadyForQuery messages to come. */
  readies: number;
  readonly resolve: (end: BatchEnd) => void;
  readonly reject: (error: Error) => void;
}

/** A connection that sends messages as they are given: what no driver does, a pipelined batch in one write. */
export class RawConnection {
  readonly #socket: net.Socket;
  #pending: Buffer = Buffer.alloc(0);
  #failed = false;
  #waiting: Waiting | undefined;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#pending = Buffer.concat([this.#pending, chunk]);
      this.#read();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#waiting?.reject(new Error('connection closed')));
  }

  /** Without TLS and password, as the sidecar's agents connect. */
  static async open(port: number, user: string, database: string): Promise<RawConnection> {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    await once(socket, 'connect');
    const connection = new RawConnection(socket);
    await connection.send([serialize.startup({ user, database })]);
    return connection;
  }

  /** Writes the messages at once; settles with the last of as many ReadyForQuery as they ask for. */
  async send(messages: readonly Buffer[], readies = 1): Promise<BatchEnd> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new Error('connection closed'));
        return;
      }
      this.#waiting = { readies, resolve, reject };
      this.#socket.write(Buffer.concat(messages));
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #ready(): void {
    const waiting = this.#waiting;
    if (waiting === undefined || --waiting.readies > 0) return;
    this.#waiting = undefined;
    waiting.resolve(this.#failed ? 'error' : 'done');
    this.#failed = false;
  }

  #read(): void {
    while (this.#pending.length >= 5) {
      const end = 1 + this.#pending.readInt32BE(1);
      if (this.#pending.length < end) return;
      const type = this.#pending[0];
      this.#pending = this.#pending.subarray(end);
      if (type === ERROR) this.#failed = true;
      if (type === READY) this.#ready();
    }
  }
}
