import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import net from 'node:net';
import { Wire } from '../../io/wire.ts';
import type { WireLimits } from '../../io/wire.ts';

/** The far end of a wire, in the hands of a test. */
export class Peer {
  readonly socket: net.Socket;
  readonly #chunks: Buffer[] = [];
  #closed = false;

  constructor(socket: net.Socket) {
    this.socket = socket;
    socket.on('data', (chunk: Buffer) => {
      this.#chunks.push(chunk);
      socket.emit('received');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#closed = true;
      socket.emit('received');
    });
  }

  get received(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Writes in pieces, each of which arrives by itself. */
  async send(...pieces: readonly Buffer[]): Promise<void> {
    for (const piece of pieces) {
      await new Promise<void>((resolve) => {
        this.socket.write(piece, () => {
          setImmediate(resolve);
        });
      });
    }
  }

  /** Waits until what was received satisfies, or the peer has closed. */
  async until(isEnough: (received: Buffer) => boolean): Promise<Buffer> {
    while (!isEnough(this.received) && !this.#closed) await once(this.socket, 'received');
    return this.received;
  }
}

/** A wire over a loopback connection, and its far end. */
export async function wireAndPeer(limits?: WireLimits): Promise<{ wire: Wire; peer: Peer }> {
  const server = net.createServer({ pauseOnConnect: true, noDelay: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  const accepted = once(server, 'connection') as Promise<[net.Socket]>;
  const peer = new Peer(net.connect({ port, host: '127.0.0.1', noDelay: true }));
  const [socket] = await accepted;
  server.close();
  return { wire: Wire.accept(socket, limits), peer };
}
