import { Buffer } from 'node:buffer';
import net, { type AddressInfo } from 'node:net';

export interface Conversation {
  readonly toServer: Buffer;
  readonly toClient: Buffer;
}

export interface Tap {
  readonly port: number;
  /** What was said on each connection since the tap was opened, in the order in which they came. */
  readonly conversations: () => readonly Conversation[];
  readonly close: () => void;
}

/** A pass-through in front of `target` that keeps every byte of both directions. */
export async function openTap(target: { host: string; port: number }): Promise<Tap> {
  const kept: { toServer: Buffer[]; toClient: Buffer[] }[] = [];
  const sockets: net.Socket[] = [];
  const server = net.createServer((client) => {
    const upstream = net.connect(target.port, target.host);
    const one = { toServer: [] as Buffer[], toClient: [] as Buffer[] };
    kept.push(one);
    sockets.push(client, upstream);
    client.on('data', (bytes) => one.toServer.push(bytes));
    upstream.on('data', (bytes) => one.toClient.push(bytes));
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    conversations: () =>
      kept.map(({ toServer, toClient }) => ({
        toServer: Buffer.concat(toServer),
        toClient: Buffer.concat(toClient),
      })),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
