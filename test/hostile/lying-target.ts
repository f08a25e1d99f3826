import { Buffer } from 'node:buffer';
import net, { type AddressInfo } from 'node:net';

/** What an agent's session gets in place of the target's true answer. */
export interface Lie {
  /** In place of the answer to the StartupMessage, or to the first Query or Parse behind it. */
  readonly at: 'startup' | 'query';
  readonly bytes: Buffer;
  /** Closes behind the lie. */
  readonly closes?: true;
}

export interface LyingTarget {
  readonly port: number;
  /** To the session with this application_name. */
  readonly tell: (name: string, lie: Lie) => void;
  /** Everything that was sent here, by all sessions. */
  readonly received: () => Buffer;
  readonly close: () => void;
}

const QUERY = 'Q'.charCodeAt(0);
const PARSE = 'P'.charCodeAt(0);

/** Stands in front of a true target and passes everything through, but to those to whom it lies. */
export async function openLyingTarget(target: {
  readonly host: string;
  readonly port: number;
}): Promise<LyingTarget> {
  const lies = new Map<string, Lie>();
  const sockets = new Set<net.Socket>();
  const received: Buffer[] = [];
  const server = net.createServer((client) => {
    const upstream = net.connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        upstream.destroy();
      });
    }
    let lie: Lie | undefined;
    let isLying = false;
    const tell = (): void => {
      isLying = true;
      if (lie !== undefined) client.write(lie.bytes);
      if (lie?.closes === true) client.end();
    };
    client.on('data', (bytes: Buffer) => {
      received.push(bytes);
      const name = /application_name\0([^\0]+)\0/.exec(bytes.toString('latin1'))?.[1];
      if (name !== undefined) lie = lies.get(name);
      const asks = bytes[0] === QUERY || bytes[0] === PARSE;
      if (lie !== undefined && !isLying && (asks || lie.at === 'startup')) tell();
      if (!isLying) upstream.write(bytes);
    });
    upstream.on('data', (bytes: Buffer) => {
      if (!isLying) client.write(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    tell: (name, lie) => lies.set(name, lie),
    received: () => Buffer.concat(received),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
