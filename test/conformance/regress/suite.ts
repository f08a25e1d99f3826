import { chown, cp, mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../harness/run.ts';
import { makeTempDir } from '../../harness/temp.ts';
import { atTarget } from '../../harness/standalone.ts';
import type { Postgres } from '../../postgres/server.ts';
import { cached, succeed } from '../cache.ts';
import { Apt, copyInto, installedVersion } from '../debian.ts';
import type { Ground } from '../ground.ts';
import { caseResult, type CaseResult, type Suite } from '../suite.ts';
import { NOT_RUN } from './not-run.ts';
import { parseVerdicts } from './verdicts.ts';

const INSTALLED = '/usr/lib/postgresql';
const DATABASE = 'regression';

/** What pg_regress sets for a database that it creates itself. */
const DATABASE_SETTINGS = [
  "lc_messages TO 'C'",
  "lc_monetary TO 'C'",
  "lc_numeric TO 'C'",
  "lc_time TO 'C'",
  "bytea_output TO 'hex'",
  "timezone_abbreviations TO 'Default'",
];

async function newest(): Promise<string> {
  const versions = await readdir(INSTALLED);
  const [major] = versions.sort((a, b) => Number(b) - Number(a));
  if (major === undefined) throw new Error('no PostgreSQL of Debian is installed: make system');
  return major;
}

/** The suite's texts, and its C functions compiled against the headers of the very same version. */
async function prepare(cache: string): Promise<string> {
  const major = await newest();
  const version = await installedVersion(`postgresql-${major}`);
  await cached(cache, `regress-${version}`, async (dir) => {
    const [sources, headers] = [path.join(dir, 'source'), path.join(dir, 'headers')];
    for (const each of [sources, headers]) await mkdir(each);
    const apt = await Apt.in(dir);
    await apt.source(`postgresql-${major}`, version, sources);
    await apt.unpack(`postgresql-server-dev-${major}`, version, headers);
    const archive = (await readdir(sources)).find((name) => name.includes('.orig.tar')) ?? '';
    const into = ['-C', dir, '--strip-components=3', '--wildcards', '*/src/test/regress/*'];
    await succeed('tar', ['-xf', path.join(sources, archive), ...into]);
    const server = path.join(headers, 'usr/include/postgresql', major, 'server');
    const [input, output] = ['regress/regress.c', 'regress/regress.so'];
    await succeed('cc', ['-shared', '-fPIC', '-O1', '-I', server, input, '-o', output], {
      cwd: dir,
    });
  });
  return version;
}

async function createDatabase(server: Postgres): Promise<void> {
  await atTarget(server, `CREATE DATABASE ${DATABASE} TEMPLATE template0`);
  for (const setting of DATABASE_SETTINGS) {
    await atTarget(server, `ALTER DATABASE ${DATABASE} SET ${setting}`);
  }
}

/** A copy of the texts that the server's user may read and write: the tests COPY from files and to files. */
async function stage(cache: string, dir: string, ground: Ground): Promise<void> {
  const version = await installedVersion(`postgresql-${await newest()}`);
  await cp(path.join(cache, `regress-${version}`, 'regress'), dir, { recursive: true });
  const libraries = path.join(INSTALLED, await newest(), 'lib');
  await copyInto(
    dir,
    ['refint.so', 'autoinc.so'].map((name) => path.join(libraries, name)),
  );
  if (ground.way === 'sidecar') await leaveOut(path.join(dir, 'parallel_schedule'));
  const { uid, gid } = await stat(ground.server.dataDir);
  for (const name of await readdir(dir, { recursive: true })) {
    await chown(path.join(dir, name), uid, gid);
  }
  await chown(dir, uid, gid);
}

async function leaveOut(schedule: string): Promise<void> {
  const text = await readFile(schedule, 'utf8');
  const lines = text.split('\n').map((line) => {
    if (!line.startsWith('test:')) return line;
    const tests = line.slice(5).split(' ');
    const left = tests.filter((test) => test !== '' && !NOT_RUN.includes(test));
    return left.length === 0 ? '' : `test: ${left.join(' ')}`;
  });
  await writeFile(schedule, lines.join('\n'));
}

async function runSuite(cache: string, ground: Ground): Promise<readonly CaseResult[]> {
  const temp = await makeTempDir('regress');
  const dir = temp.path;
  await stage(cache, dir, ground);
  await createDatabase(ground.server);
  const { uid, gid } = await stat(ground.server.dataDir);
  const bin = path.join(INSTALLED, await newest());
  const { stdout, stderr } = await run(
    path.join(bin, 'lib/pgxs/src/test/regress/pg_regress'),
    [
      ...['--use-existing', `--dbname=${DATABASE}`, `--bindir=${path.join(bin, 'bin')}`],
      ...[`--host=${ground.host}`, `--port=${String(ground.port)}`, `--user=${ground.user}`],
      ...[`--inputdir=${dir}`, `--outputdir=${dir}`, `--dlpath=${dir}`],
      `--schedule=${path.join(dir, 'parallel_schedule')}`,
    ],
    { cwd: dir, uid, gid, env: { PGPASSWORD: ground.password } },
  );
  const verdicts = parseVerdicts(stdout);
  if (verdicts.size === 0) throw new Error(`pg_regress ran nothing:\n${stdout}\n${stderr}`);
  const results: CaseResult[] = [];
  for (const [name, passed] of verdicts) {
    const file = path.join(dir, 'results', `${name}.out`);
    const output = passed ? '' : await readFile(file, 'utf8').catch(() => '');
    results.push(caseResult(name, passed ? 'passed' : 'failed', output));
  }
  await temp.remove();
  return results;
}

export const regress: Suite = {
  name: 'pg_regress',
  title: "PostgreSQL's own regression tests, of Debian's source package `postgresql`",
  prepare,
  run: runSuite,
};
