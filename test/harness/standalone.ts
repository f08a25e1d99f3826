import { chmod, copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { Postgres } from '../postgres/server.ts';
import { root } from './paths.ts';

/** As the Secret of examples/standalone has them. */
export const standaloneLogin = {
  user: 'orders_rw',
  password: 'only-the-sidecar-knows-it',
} as const;

/** Copies examples/standalone to `dir`, with the target's port as the only change. */
export async function writeStandaloneConfig(dir: string, port: number): Promise<void> {
  const source = path.join(root, 'examples', 'standalone');
  await mkdir(dir, { recursive: true });
  for (const name of await readdir(source)) {
    const file = path.join(dir, name);
    await copyFile(path.join(source, name), file);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('port: 5432', `port: ${String(port)}`));
    if (name.startsWith('secret')) await chmod(file, 0o600);
  }
}

/** Runs statements at the target itself, as its superuser, past any sidecar. */
export async function atTarget<Row extends pg.QueryResultRow>(
  server: Postgres,
  sql: string,
  values: readonly unknown[] = [],
  database = 'postgres',
): Promise<readonly Row[]> {
  const { host, port, superuser: user, password } = server;
  const client = new pg.Client({ host, port, user, password, database });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** The role whose password only the sidecar knows. */
export async function createLogin(server: Postgres): Promise<void> {
  const { user, password } = standaloneLogin;
  await atTarget(server, `CREATE ROLE ${user} LOGIN PASSWORD '${password}'`);
}
