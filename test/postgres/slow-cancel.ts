import { Buffer } from 'node:buffer';
import net, { type AddressInfo } from 'node:net';

/** Of a CancelRequest (PostgreSQL documentation, "Message Formats"): its length and its code. */
const HEAD = Buffer.from([0, 0, 0, 16, 0x04, 0xd2, 0x16, 0x2e]);

export interface SlowCancel {
  readonly port: number;
  /** CancelRequests that went on to the target. */
  readonly cancels: () => number;
  readonly close: () => void;
}

/** A pass-through in front of a target without TLS on which a CancelRequest travels for `delayMs`, and all else not at all. */
export async function openSlowCancel(
  target: { readonly host: string; readonly port: number },
  delayMs: number,
): Promise<SlowCancel> {
  const sockets: net.Socket[] = [];
  let cancels = 0;
  const server = net.createServer((client) => {
    const upstream = net.connect(target.port, target.host);
    sockets.push(client, upstream);
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
    upstream.pipe(client);
    client.once('data', (first: Buffer) => {
      const goOn = (): void => {
        upstream.write(first);
        client.pipe(upstream);
      };
      if (!first.subarray(0, HEAD.length).equals(HEAD)) {
        goOn();
        return;
      }
      client.pause();
      setTimeout(() => {
        cancels++;
        goOn();
      }, delayMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cancels: () => cancels,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
