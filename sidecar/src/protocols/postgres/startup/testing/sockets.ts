import type { Buffer } from 'node:buffer';
import { once } from 'node:events';
import net from 'node:net';
import { Wire } from '../../../../io/wire.ts';

/** Sockets and servers of one test file, all closed by `close`. */
export class Sockets {
  readonly #servers: net.Server[] = [];
  readonly #sockets: net.Socket[] = [];

  /** A peer and the wire that its connection was accepted as. */
  async accepted(): Promise<{ wire: Wire; peer: net.Socket }> {
    const server = net.createServer({ pauseOnConnect: true });
    const port = await this.#listen(server);
    const connection = once(server, 'connection') as Promise<[net.Socket]>;
    const peer = this.#keep(net.connect(port, '127.0.0.1'));
    const [socket] = await connection;
    const wire = Wire.accept(socket);
    this.#keep(wire.socket);
    return { wire, peer };
  }

  /** A server that treats each connection as `serve` says. Answers its port. */
  async serving(serve: (socket: net.Socket) => void): Promise<number> {
    const server = net.createServer((socket) => {
      serve(this.#keep(socket));
    });
    return this.#listen(server);
  }

  close(): void {
    for (const socket of this.#sockets.splice(0)) socket.destroy();
    for (const server of this.#servers.splice(0)) server.close();
  }

  #keep(socket: net.Socket): net.Socket {
    socket.on('error', () => undefined);
    this.#sockets.push(socket);
    return socket;
  }

  async #listen(server: net.Server): Promise<number> {
    this.#servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as net.AddressInfo).port;
  }
}

/** The next `length` bytes that arrive at a socket. */
export async function received(socket: net.Socket, length: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(length) as Buffer | null;
    if (bytes !== null) return bytes;
    await once(socket, 'readable');
  }
}
