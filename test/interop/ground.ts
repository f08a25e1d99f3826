import path from 'node:path';
import pg from 'pg';
import { runChaperone, type Finished } from '../harness/run.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { atTarget, createLogin } from '../harness/standalone.ts';
import { makeTempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres, type PostgresOptions } from '../postgres/server.ts';
import {
  connectionManifest,
  loginManifest,
  policyManifest,
  putManifest,
  type Fields,
  type PolicySpec,
} from './manifests.ts';
import { RawClient } from './raw-client.ts';

export interface GroundOptions {
  /** A connection of this name each, with the policy for it. */
  readonly policies: Readonly<Record<string, PolicySpec>>;
  /** Replaces fields of a connection's spec. */
  readonly connection?: (name: string, server: Postgres) => Fields;
  /** Further manifests, by file name. */
  readonly manifests?: (server: Postgres) => Readonly<Record<string, Fields>>;
  /** Further flags of the sidecar. */
  readonly args?: (server: Postgres) => readonly string[];
  /** As of startSidecar. */
  readonly program?: readonly string[];
  /** SQL for the database, run by its superuser; `orders_rw` gets its rights afterwards. */
  readonly schema: string;
  readonly postgres?: PostgresOptions;
  /** One that runs already, and stops with the ground. */
  readonly server?: Postgres;
}

/** One PostgreSQL and one sidecar for all cases of a file. */
export interface Ground {
  readonly server: Postgres;
  readonly sidecar: Sidecar;
  /** Directory of the manifests. */
  readonly config: string;
  readonly data: string;
  /** A node-postgres client through the sidecar. The first connection unless another is named. */
  readonly agent: (options?: pg.ClientConfig, connection?: string) => Promise<pg.Client>;
  /** A raw client through the sidecar. */
  readonly raw: (connection?: string) => Promise<RawClient>;
  /** A raw client at the target itself, with the same rights and no password. */
  readonly direct: () => Promise<RawClient>;
  /** SQL at the target itself. */
  readonly target: <Row extends pg.QueryResultRow>(sql: string) => Promise<readonly Row[]>;
  /** `chaperone … --data DIR`. */
  readonly chaperone: (...args: readonly string[]) => Promise<Finished>;
  readonly setPolicy: (connection: string, spec: PolicySpec) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const RIGHTS = `
  GRANT ALL ON SCHEMA public TO orders_rw;
  GRANT ALL ON ALL TABLES IN SCHEMA public TO orders_rw;
  GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO orders_rw;
  GRANT ALL ON ALL FUNCTIONS IN SCHEMA public TO orders_rw;
  CREATE ROLE direct LOGIN IN ROLE orders_rw`;

const policyFile = (connection: string): string => `policy-${connection}.json`;

async function writeConfig(
  config: string,
  server: Postgres,
  options: GroundOptions,
): Promise<void> {
  await putManifest(config, 'secret.json', loginManifest());
  for (const [name, policy] of Object.entries(options.policies)) {
    const spec = options.connection?.(name, server);
    await putManifest(
      config,
      `connection-${name}.json`,
      connectionManifest(name, server.port, spec),
    );
    await putManifest(config, policyFile(name), policyManifest(name, policy));
  }
  for (const [file, manifest] of Object.entries(options.manifests?.(server) ?? {})) {
    await putManifest(config, file, manifest);
  }
}

async function startServer(options: GroundOptions): Promise<Postgres> {
  const { schema, postgres } = options;
  const server =
    options.server ?? (await startPostgres({ access: ['host all direct all trust'], ...postgres }));
  await createLogin(server);
  await atTarget(server, schema);
  await atTarget(server, RIGHTS);
  return server;
}

export async function startGround(options: GroundOptions): Promise<Ground> {
  const dir = await makeTempDir('interop');
  const [config, data] = [path.join(dir.path, 'config'), path.join(dir.path, 'data')];
  const server = await startServer(options);
  await writeConfig(config, server, options);
  const connections = Object.keys(options.policies);
  const [first = ''] = connections;
  const sidecar = await startSidecar({
    config,
    data,
    connections,
    args: options.args?.(server) ?? [],
    ...(options.program === undefined ? {} : { program: options.program }),
  });
  const agents: pg.Client[] = [];
  const raws: RawClient[] = [];
  const raw = async (port: number, user: string): Promise<RawClient> => {
    const client = await RawClient.open({ port, user, database: 'postgres' });
    raws.push(client);
    return client;
  };
  return {
    server,
    sidecar,
    config,
    data,
    agent: async (client = {}, connection = first) => {
      const port = sidecar.port(connection);
      const agent = new pg.Client({
        ...{ host: '127.0.0.1', port, user: 'agent', database: 'postgres' },
        ...client,
      });
      agent.on('error', () => undefined);
      agents.push(agent);
      await agent.connect();
      return agent;
    },
    raw: async (connection = first) => raw(sidecar.port(connection), 'agent'),
    direct: async () => raw(server.port, 'direct'),
    target: async (sql) => atTarget(server, sql),
    chaperone: async (...args) => runChaperone(...args, '--data', data),
    setPolicy: async (connection, spec) => {
      await putManifest(config, policyFile(connection), policyManifest(connection, spec));
    },
    stop: async () => {
      for (const client of raws) client.destroy();
      await Promise.all(agents.map(async (agent) => agent.end().catch(() => undefined)));
      await sidecar.stop();
      await server.stop();
      await dir.remove();
    },
  };
}
