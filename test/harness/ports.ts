import net, { type AddressInfo } from 'node:net';

/** The kernel may give a port again as soon as it is free: whoever asks for several before using one must not get it twice. */
const given = new Set<number>();

/** A TCP port of 127.0.0.1 that nobody listens on at the moment, and that this process was not told before. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  if (given.has(port)) return freePort();
  given.add(port);
  return port;
}
