import { once } from 'node:events';
import net from 'node:net';
import { DatabaseError, serialize } from 'pg-protocol';
import { Parser } from 'pg-protocol/dist/parser.js';
import type { BackendMessage } from 'pg-protocol/dist/messages.js';
import { frameEnd, typeOf, type Frame } from './frames.ts';

export interface RawClientOptions {
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

/** What came for what was sent: whole messages, each with its bytes. */
export type Conversation = readonly Frame[];

const ANSWER_MS = 60_000;
const READY = 'Z';

interface Wanted {
  readonly isLast: (frame: Frame) => boolean;
  count: number;
  readonly resolve: (conversation: Conversation) => void;
  readonly reject: (error: Error) => void;
}

/** A connection that says exactly what it is told to, and keeps every byte that it gets. */
export class RawClient {
  readonly #socket: net.Socket;
  #rest: Buffer = Buffer.alloc(0);
  #frames: Frame[] = [];
  #wanted: Wanted | undefined;
  #ended = false;
  /** Of BackendKeyData. */
  #key: readonly [number, number] = [0, 0];

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#take(chunk);
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.#ended = true;
      this.#wanted?.reject(new Error(`closed after ${this.#frames.map(typeOf).join('')}`));
    });
  }

  /** Opens a connection without TLS and password, up to its first ReadyForQuery. */
  static async open({ port, user, database }: RawClientOptions): Promise<RawClient> {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    await once(socket, 'connect');
    const client = new RawClient(socket);
    const greeting = await client.exchange([serialize.startup({ user, database })]);
    const key = greeting.find((frame) => typeOf(frame) === 'K');
    if (key === undefined) throw new Error('no BackendKeyData');
    client.#key = [key.readInt32BE(5), key.readInt32BE(9)];
    return client;
  }

  get closed(): boolean {
    return this.#ended;
  }

  /** Settles when the other side has closed. */
  async whenClosed(): Promise<void> {
    if (!this.#ended) await once(this.#socket, 'close');
  }

  /** Sends the messages in one write and answers with everything up to the last ReadyForQuery. */
  async exchange(messages: readonly Buffer[], readies = 1): Promise<Conversation> {
    const answer = this.until(READY, readies);
    this.send(...messages);
    return answer;
  }

  /** Everything up to the message of this type that comes as the `count`th. */
  async until(type: string, count = 1): Promise<Conversation> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`no ${type} in time, but ${this.#frames.map(typeOf).join('')}`));
      }, ANSWER_MS);
      const settle =
        <T>(how: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          how(value);
        };
      const isLast = (frame: Frame): boolean => typeOf(frame) === type;
      this.#wanted = { isLast, count, resolve: settle(resolve), reject: settle(reject) };
      if (this.#ended) this.#wanted.reject(new Error('closed'));
      const frames = this.#frames;
      this.#frames = [];
      for (const frame of frames) this.#arrived(frame);
    });
  }

  send(...messages: readonly Buffer[]): void {
    this.#socket.write(Buffer.concat(messages));
  }

  /** Sends the bytes in pieces, each a write of its own. */
  async trickle(bytes: Buffer, piece: number): Promise<void> {
    for (let at = 0; at < bytes.length; at += piece) {
      this.#socket.write(bytes.subarray(at, at + piece));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Stops and starts reading, as a slow client does. */
  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Sends a CancelRequest for this session over a connection of its own, and waits until that is closed. */
  async cancel(): Promise<void> {
    const port = this.#socket.remotePort ?? 0;
    const socket = net.connect({ host: '127.0.0.1', port });
    const closed = once(socket, 'close');
    await once(socket, 'connect');
    socket.write(serialize.cancel(...this.#key));
    socket.resume();
    await closed;
  }

  /** Terminate, as a client that is done says. */
  async end(): Promise<void> {
    this.send(serialize.end());
    await this.whenClosed();
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const end = frameEnd(this.#rest, at);
      if (end === undefined) break;
      this.#arrived(this.#rest.subarray(at, end));
      at = end;
    }
    this.#rest = this.#rest.subarray(at);
  }

  #arrived(frame: Frame): void {
    this.#frames.push(frame);
    const wanted = this.#wanted;
    if (wanted === undefined || !wanted.isLast(frame) || --wanted.count > 0) return;
    this.#wanted = undefined;
    const frames = this.#frames;
    this.#frames = [];
    wanted.resolve(frames);
  }
}

/** The messages as the decoder of pg-protocol reads them. */
export function decoded(conversation: Conversation): readonly BackendMessage[] {
  const messages: BackendMessage[] = [];
  // The parser keeps what it is given, and is given a copy.
  new Parser().parse(Buffer.concat(conversation), (message) => messages.push(message));
  return messages;
}

/** The first error of a conversation. */
export function errorIn(conversation: Conversation): DatabaseError {
  const error = decoded(conversation).find((message) => message instanceof DatabaseError);
  if (error === undefined) throw new Error('no error in the conversation');
  return error;
}
