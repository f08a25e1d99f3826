import path from 'node:path';
import { freePort } from '../harness/ports.ts';
import { startDaemon, type Daemon } from './daemon.ts';

export interface Etcd extends Daemon {
  readonly url: string;
  /** Forgets every revision but the newest, as a cluster does with what is older than five minutes. */
  readonly compact: () => Promise<void>;
}

// etcd's JSON gateway; 64-bit numbers are strings in it.
interface Header {
  readonly header: { readonly revision: string };
}

async function call(url: string, method: string, body: object): Promise<Header> {
  const response = await fetch(`${url}/v3/${method}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`etcd ${method}: ${text}`);
  return JSON.parse(text) as Header;
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** etcd with its data under `dir`, on the loopback address, without fsync: the data goes with the test. */
export async function startEtcd(program: string, dir: string): Promise<Etcd> {
  const url = `http://127.0.0.1:${String(await freePort())}`;
  const peers = `http://127.0.0.1:${String(await freePort())}`;
  const args = [
    ...['--data-dir', path.join(dir, 'etcd'), '--unsafe-no-fsync', '--log-level', 'warn'],
    ...['--listen-client-urls', url, '--advertise-client-urls', url],
    ...['--listen-peer-urls', peers, '--initial-advertise-peer-urls', peers],
    ...['--initial-cluster', `default=${peers}`],
  ];
  const daemon = await startDaemon(program, args, async () => isHealthy(url));
  return {
    ...daemon,
    url,
    compact: async () => {
      const { header } = await call(url, 'kv/range', { key: Buffer.from('\0').toString('base64') });
      await call(url, 'kv/compaction', { revision: header.revision, physical: true });
    },
  };
}
