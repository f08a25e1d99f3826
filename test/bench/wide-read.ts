import { run } from '../harness/run.ts';
import { atTarget } from '../harness/standalone.ts';
import type { Postgres } from '../postgres/server.ts';
import { login } from './config.ts';
import { alternate } from './rounds.ts';
import { median } from './statistics.ts';
import type { Way, WayName } from './ways.ts';

export const WIDE_ROWS = 200_000;
const READS = 3;

export async function createPeople(server: Postgres): Promise<void> {
  await atTarget(
    server,
    `CREATE TABLE people AS SELECT n AS id, 'person ' || md5(n::text) AS name,
       substr(md5(n::text), 1, 12) || '@example.com' AS email FROM generate_series(1, ${String(WIDE_ROWS)}) n;
     ANALYZE people; GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${login.user}`,
  );
}

/** Ways of asking for all rows. */
const TEXTS = {
  query: 'SELECT id, name, email FROM people',
  copy: 'COPY people (id, name, email) TO STDOUT',
} as const;

/** Milliseconds until psql has all rows, by its own clock: the middle one of three reads in one connection. */
async function read(way: Way, text: string): Promise<number> {
  const query = ['-c', text];
  const args = [
    ...['-X', '-At', '-h', '127.0.0.1', '-p', String(way.port), '-U', login.user, '-d', 'postgres'],
    ...['-o', '/dev/null', '-c', '\\timing on'],
    ...Array.from({ length: READS }, () => query).flat(),
  ];
  const env = { PGPASSWORD: login.password, PGSSLMODE: 'disable', PGGSSENCMODE: 'disable' };
  const { status, stdout, stderr } = await run('psql', args, { env });
  const times = [...stdout.matchAll(/^Time: ([\d.]+) ms/gm)].map((match) => Number(match[1]));
  if (status !== 0 || times.length !== READS) {
    throw new Error(`psql through ${way.name} failed: ${stderr}${stdout}`);
  }
  return median(times);
}

/** 200,000 rows of three columns, of which the sidecar masks one. Milliseconds by way, one a round. */
export async function readWide(
  ways: readonly Way[],
  rounds: number,
  how: keyof typeof TEXTS,
): Promise<ReadonlyMap<WayName, readonly number[]>> {
  const text = TEXTS[how];
  for (const way of ways) await read(way, text);
  return alternate(ways, rounds, async (way) => read(way, text));
}
