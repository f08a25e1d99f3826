import { once } from 'node:events';
import net from 'node:net';
import { postgresLimits } from '../config/limits.ts';
import { DEFAULT_WIRE_LIMITS, Wire } from '../io/wire.ts';
import type { Door, Protocol, Session } from '../protocols/protocol.ts';

/** Bytes that a frame's header and names may take beyond the largest command. */
const FRAME_SLACK = 64 * 1024;

export interface ListenerOptions {
  readonly host: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly door: Door;
  /** Bytes of the largest command, for the reading buffer. */
  readonly maxCommandBytes: () => number;
  /** A session failed in a way that nobody foresaw. */
  readonly failed: (error: unknown) => void;
}

/** Accepts agents at one address. */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #server: net.Server;
  readonly #sessions = new Set<Session>();

  constructor(options: ListenerOptions) {
    this.#options = options;
    const keepAlive = { keepAlive: true, keepAliveInitialDelay: postgresLimits.keepAliveMs.value };
    this.#server = net.createServer(
      { pauseOnConnect: true, noDelay: true, ...keepAlive },
      (socket) => {
        this.#accept(socket);
      },
    );
  }

  get isOpen(): boolean {
    return this.#server.listening;
  }

  /** The port that was given, or, for 0, the one that was found free. */
  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async open(): Promise<void> {
    const { host, port } = this.#options;
    this.#server.listen({ host, port });
    await once(this.#server, 'listening');
  }

  /** Takes no more agents, and lets those that are there finish what runs. */
  async drain(): Promise<void> {
    this.#server.close();
    const sessions = [...this.#sessions];
    for (const session of sessions) session.drain();
    await Promise.all(sessions.map(async ({ done }) => done));
  }

  /** Ends what drain left. */
  async destroy(reason: string): Promise<void> {
    const sessions = [...this.#sessions];
    for (const session of sessions) session.destroy(reason);
    await Promise.all(sessions.map(async ({ done }) => done));
  }

  /**
   * The limit counts sessions: the server's own count (`maxConnections`) knows nothing of a wire's end, since a wire takes
   * the accepted socket's handle over.
   */
  #accept(socket: net.Socket): void {
    if (this.#sessions.size >= postgresLimits.connections.value) {
      socket.destroy();
      return;
    }
    const { protocol, door, maxCommandBytes, failed } = this.#options;
    const { floor } = DEFAULT_WIRE_LIMITS;
    const wire = Wire.accept(socket, { floor, ceiling: maxCommandBytes() + FRAME_SLACK });
    const session = protocol.serve(wire, door);
    this.#sessions.add(session);
    session.done.catch(failed).finally(() => {
      this.#sessions.delete(session);
    });
  }
}
