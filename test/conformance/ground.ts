import path from 'node:path';
import { startSidecar } from '../harness/sidecar.ts';
import { makeTempDir } from '../harness/temp.ts';
import { allowAll, connectionManifest, policyManifest, putManifest } from '../interop/manifests.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';

const CONNECTION = 'conformance';

export type Way = 'direct' | 'sidecar';

/** A PostgreSQL that nobody used before, and the address at which a suite reaches it. */
export interface Ground {
  readonly way: Way;
  readonly server: Postgres;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

async function serve(): Promise<Postgres> {
  return startPostgres({
    settings: ['max_prepared_transactions=10', 'wal_level=logical', "timezone='PST8PDT'"],
  });
}

/** The policy allows everything and masks nothing; the credential is the superuser that the suites ask for. */
async function writeConfig(config: string, server: Postgres): Promise<void> {
  const connection = connectionManifest(CONNECTION, server.port, {
    limits: { maxCommandBytes: '16Mi' },
  });
  await putManifest(config, 'connection.json', connection);
  await putManifest(config, 'policy.json', policyManifest(CONNECTION, { rules: [allowAll] }));
  await putManifest(config, 'secret.json', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'login' },
    type: 'kubernetes.io/basic-auth',
    stringData: { username: server.superuser, password: server.password },
  });
}

async function startDirect(): Promise<Ground> {
  const server = await serve();
  const { host, port, superuser: user, password, stop } = server;
  return { way: 'direct', server, host, port, user, password, stop };
}

async function startThrough(): Promise<Ground> {
  const dir = await makeTempDir('conformance');
  const config = path.join(dir.path, 'config');
  const server = await serve();
  const clear = async (): Promise<void> => {
    await server.stop();
    await dir.remove();
  };
  try {
    await writeConfig(config, server);
    const data = path.join(dir.path, 'data');
    const sidecar = await startSidecar({ config, data, connections: [CONNECTION] });
    const { host, superuser: user, password } = server;
    const stop = async (): Promise<void> => {
      await sidecar.stop();
      await clear();
    };
    return { way: 'sidecar', server, host, port: sidecar.port(CONNECTION), user, password, stop };
  } catch (error) {
    await clear();
    throw error;
  }
}

export async function startGround(way: Way): Promise<Ground> {
  return way === 'direct' ? startDirect() : startThrough();
}
