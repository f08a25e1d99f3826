import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { bind, describe, execute, parse, query, startup, sync } from './frames.ts';

const WAIT_MS = 30_000;
const READY = 'Z';

export interface Message {
  readonly type: string;
  readonly body: Buffer;
}

/** Fields of an ErrorResponse or NoticeResponse by their letter. */
export function fieldsOf({ body }: Message): Readonly<Record<string, string>> {
  const parts = body.toString('utf8').split('\0');
  return Object.fromEntries(
    parts.filter((part) => part !== '').map((part) => [part.slice(0, 1), part.slice(1)]),
  );
}

/** Code of a refusal: DETAIL's where it is one of the sidecar's, else the SQLSTATE. */
export function codesOf(messages: readonly Message[]): readonly string[] {
  return messages
    .filter(({ type }) => type === 'E')
    .map((message) => {
      const { C: sqlstate = '', D: detail = '', M: text = '' } = fieldsOf(message);
      if (!text.startsWith('chaperone: ')) return sqlstate;
      return (JSON.parse(detail) as { code?: string }).code ?? sqlstate;
    });
}

/** Cells of the rows as text; NULL is null. */
export function rowsOf(messages: readonly Message[]): readonly (readonly (string | null)[])[] {
  return messages
    .filter(({ type }) => type === 'D')
    .map(({ body }) => {
      const cells: (string | null)[] = [];
      for (let at = 2; at < body.length;) {
        const length = body.readInt32BE(at);
        at += 4;
        cells.push(length < 0 ? null : body.toString('utf8', at, at + length));
        at += Math.max(0, length);
      }
      return cells;
    });
}

/** A peer that sends the bytes it is given, and keeps every byte that it gets. */
export class RawAgent {
  readonly socket: net.Socket;
  readonly #chunks: Buffer[] = [];
  readonly #messages: Message[] = [];
  #pending: Buffer = Buffer.alloc(0);
  #readies = 0;
  #taken = 0;
  #closed = false;
  #changed: () => void = () => undefined;

  private constructor(socket: net.Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#pending = Buffer.concat([this.#pending, chunk]);
      this.#read();
      this.#changed();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = true;
      this.#changed();
    });
  }

  /** Connects, and says nothing. */
  static async connect(port: number, host = '127.0.0.1'): Promise<RawAgent> {
    const socket = net.connect({ host, port, noDelay: true });
    await once(socket, 'connect');
    return new RawAgent(socket);
  }

  /** Connects and starts up; where that is refused the connection comes back closed. */
  static async open(
    port: number,
    parameters: Readonly<Record<string, string>>,
    host = '127.0.0.1',
  ): Promise<RawAgent> {
    const agent = await RawAgent.connect(port, host);
    await agent.ask([startup(parameters)]);
    return agent;
  }

  /** As `open`, over a Unix socket. */
  static async openAt(
    file: string,
    parameters: Readonly<Record<string, string>>,
  ): Promise<RawAgent> {
    const socket = net.connect(file);
    await once(socket, 'connect');
    const agent = new RawAgent(socket);
    await agent.ask([startup(parameters)]);
    return agent;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Every byte that came. */
  get received(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  /** Transaction status of the last ReadyForQuery. */
  get status(): string {
    const last = this.#messages.findLast(({ type }) => type === READY);
    return last === undefined ? '' : last.body.toString('latin1');
  }

  send(...messages: readonly Uint8Array[]): void {
    if (!this.#closed) this.socket.write(Buffer.concat(messages));
  }

  /** Sends and waits for as many ReadyForQuery, or the end of the connection. Answers what came since the last call. */
  async ask(messages: readonly Uint8Array[], readies = 1): Promise<readonly Message[]> {
    const wanted = this.#readies + readies;
    this.send(...messages);
    await this.until(() => this.#readies >= wanted);
    return this.take();
  }

  /** What came since the last call. */
  take(): readonly Message[] {
    const messages = this.#messages.slice(this.#taken);
    this.#taken = this.#messages.length;
    return messages;
  }

  async query(text: string): Promise<readonly Message[]> {
    return this.ask([query(text)]);
  }

  /** Parse, Bind, Describe, Execute, Sync of the unnamed statement. */
  async extended(text: string, values: readonly string[] = []): Promise<readonly Message[]> {
    return this.ask([parse(text), bind({ values }), describe('P'), execute(), sync]);
  }

  async untilClosed(): Promise<readonly Message[]> {
    await this.until(() => this.#closed);
    return this.take();
  }

  /** Waits for a state of the connection; its end ends the wait. */
  async until(reached: () => boolean): Promise<void> {
    const deadline = performance.now() + WAIT_MS;
    while (!reached() && !this.#closed) {
      if (performance.now() > deadline) throw new Error('nothing came');
      await Promise.race([
        new Promise<void>((resolve) => (this.#changed = resolve)),
        sleep(1_000, undefined, { ref: false }),
      ]);
    }
  }

  /** How many messages of a type came so far. */
  count(type: string): number {
    return this.#messages.filter((message) => message.type === type).length;
  }

  destroy(): void {
    this.socket.destroy();
  }

  #read(): void {
    let at = 0;
    while (this.#pending.length - at >= 5) {
      const end = at + 1 + this.#pending.readUInt32BE(at + 1);
      if (this.#pending.length < end) break;
      const type = this.#pending.toString('latin1', at, at + 1);
      this.#messages.push({ type, body: this.#pending.subarray(at + 5, end) });
      if (type === READY) this.#readies++;
      at = end;
    }
    this.#pending = this.#pending.subarray(at);
  }
}
