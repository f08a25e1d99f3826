import net, { type AddressInfo, type Socket } from 'node:net';

/** A TCP relay in front of a server, for what a network does between the two. */
export interface Relay {
  readonly port: number;
  /** Connections accepted so far. */
  readonly accepted: () => number;
  /** Nothing passes any more, and nobody is told: a network that drops everything. New connections too. */
  readonly hold: () => void;
  /** New connections pass again; what was held or cut stays lost. */
  readonly release: () => void;
  /** Resets every connection and refuses new ones. */
  readonly cut: () => void;
  readonly close: () => Promise<void>;
}

type Mode = 'pass' | 'hold' | 'cut';

export async function startRelay(target: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  let mode: Mode = 'pass';
  let accepted = 0;
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = net.createServer((incoming) => {
    accepted += 1;
    keep(incoming);
    if (mode === 'cut') incoming.resetAndDestroy();
    if (mode !== 'pass') return;
    const outgoing = keep(net.connect(target, '127.0.0.1'));
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    accepted: () => accepted,
    hold: () => {
      mode = 'hold';
      for (const socket of sockets) socket.unpipe().pause();
    },
    release: () => {
      mode = 'pass';
    },
    cut: () => {
      mode = 'cut';
      for (const socket of sockets) socket.resetAndDestroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
