import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../harness/run.ts';
import { atTarget } from '../../harness/standalone.ts';
import { cached, succeed } from '../cache.ts';
import type { Ground } from '../ground.ts';
import type { CaseResult, Suite } from '../suite.ts';
import { parseGoTests } from './go-test.ts';

const MODULE = 'github.com/jackc/pgx/v5';
const VERSION = 'v5.12.0';
const DATABASE = 'pgx_test';
const PACKAGES = ['.', './pgconn', './pgtype/...', './pgxpool', './stdlib', './tracelog'];

/** What the module's own set-up creates, of which no file of a Go module can be run as it is. */
const SETUP = [
  'CREATE EXTENSION hstore',
  'CREATE EXTENSION ltree',
  'CREATE DOMAIN uint64 AS numeric(20,0)',
];
const TRICKY_ROLE = `CREATE USER " tricky, ' } "" \\\\ test user " SUPERUSER PASSWORD 'secret'`;

interface Downloaded {
  readonly Dir: string;
}

/** A copy of the module, since the one in Go's own cache cannot be written, with its tests compiled once. */
async function prepare(cache: string): Promise<string> {
  await cached(cache, `pgx-${VERSION}`, async (dir) => {
    await writeFile(path.join(dir, 'go.mod'), 'module fetch\n');
    const json = await succeed('go', ['mod', 'download', '-json', `${MODULE}@${VERSION}`], {
      cwd: dir,
    });
    const source = path.join(dir, 'pgx');
    await mkdir(source);
    await cp((JSON.parse(json) as Downloaded).Dir, source, { recursive: true });
    await succeed('chmod', ['-R', 'u+w', source]);
    await succeed('go', ['test', '-vet=off', '-run', '^$', ...PACKAGES], { cwd: source });
  });
  return VERSION;
}

async function runSuite(cache: string, ground: Ground): Promise<readonly CaseResult[]> {
  const { server, host, port, user, password } = ground;
  await atTarget(server, `CREATE DATABASE ${DATABASE}`);
  await atTarget(server, TRICKY_ROLE);
  for (const statement of SETUP) await atTarget(server, statement, [], DATABASE);
  const address = `host=${host} port=${String(port)} user=${user} password=${password}`;
  const cwd = path.join(cache, `pgx-${VERSION}`, 'pgx');
  const args = [
    'test',
    '-json',
    '-vet=off',
    '-count=1',
    '-p',
    '1',
    '-timeout',
    '300s',
    ...PACKAGES,
  ];
  const env = {
    PGX_TEST_DATABASE: `${address} dbname=${DATABASE}`,
    PGX_TEST_TCP_CONN_STRING: `${address} dbname=${DATABASE}`,
  };
  const { stdout, stderr } = await run('go', args, { cwd, env });
  const results = parseGoTests(stdout, `${MODULE}/`);
  if (results.length === 0) throw new Error(`go test ran nothing:\n${stdout}\n${stderr}`);
  return results;
}

export const pgx: Suite = {
  name: 'pgx',
  title: 'the tests of the Go driver `github.com/jackc/pgx/v5`',
  prepare,
  run: runSuite,
};
