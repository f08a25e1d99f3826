import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../harness/run.ts';
import { atTarget } from '../../harness/standalone.ts';
import { cached, succeed } from '../cache.ts';
import type { Ground } from '../ground.ts';
import type { CaseResult, Suite } from '../suite.ts';
import { parseUnittest } from './unittest.ts';

const VERSION = '2.9.13';
const DATABASE = 'psycopg2_test';

/** The tests come with the source; the module itself in its binary form, so that nothing has to be compiled. */
async function prepare(cache: string): Promise<string> {
  await cached(cache, `psycopg2-${VERSION}`, async (dir) => {
    const pip = ['-m', 'pip', '-q', '--disable-pip-version-check'];
    const source = ['download', '--no-deps', '--no-binary', ':all:', `psycopg2==${VERSION}`];
    await succeed('python3', [...pip, ...source, '-d', dir]);
    const module = path.join(dir, 'module');
    await succeed('python3', [...pip, 'install', '-t', module, `psycopg2-binary==${VERSION}`]);
    const archive = (await readdir(dir)).find((name) => name.endsWith('.tar.gz')) ?? '';
    await mkdir(path.join(dir, 'source'));
    const into = ['-C', path.join(dir, 'source'), '--strip-components=1'];
    await succeed('tar', ['-xf', path.join(dir, archive), ...into]);
  });
  return VERSION;
}

async function runSuite(cache: string, ground: Ground): Promise<readonly CaseResult[]> {
  await atTarget(ground.server, `CREATE DATABASE ${DATABASE}`);
  await atTarget(ground.server, 'CREATE EXTENSION hstore', [], DATABASE);
  const dir = path.join(cache, `psycopg2-${VERSION}`);
  const start =
    "import tests; tests.unittest.main(module=None, defaultTest='tests.test_suite', verbosity=2)";
  const { stdout, stderr } = await run('python3', ['-c', start], {
    cwd: path.join(dir, 'source'),
    env: {
      PYTHONPATH: path.join(dir, 'module'),
      PSYCOPG2_TESTDB: DATABASE,
      PSYCOPG2_TESTDB_HOST: ground.host,
      PSYCOPG2_TESTDB_PORT: String(ground.port),
      PSYCOPG2_TESTDB_USER: ground.user,
      PSYCOPG2_TESTDB_PASSWORD: ground.password,
      PSYCOPG2_TEST_FAST: '1',
    },
  });
  const results = parseUnittest(stderr);
  if (results.length === 0) throw new Error(`the tests ran nothing:\n${stdout}\n${stderr}`);
  return results;
}

export const psycopg2: Suite = {
  name: 'psycopg2',
  title: 'the tests of the Python driver `psycopg2`, of its source distribution',
  prepare,
  run: runSuite,
};
