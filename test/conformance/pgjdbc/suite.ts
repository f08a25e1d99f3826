import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../../harness/run.ts';
import { atTarget } from '../../harness/standalone.ts';
import { makeTempDir } from '../../harness/temp.ts';
import { cached, succeed } from '../cache.ts';
import type { Ground } from '../ground.ts';
import type { CaseResult, Suite } from '../suite.ts';
import { parseJUnit } from './junit.ts';

const VERSION = '42.7.7';
/** The launcher of the JUnit that the driver's tests are written for. */
const LAUNCHER = 'junit-platform-console-standalone';
const LAUNCHER_VERSION = '1.12.2';
const COPY = 'org.apache.maven.plugins:maven-dependency-plugin:2.8:copy';
const DATABASE = 'test';

/**
 * Classes that need no server, 1,536 variants of one method, each with a connection of its own, and a method that copies in
 * until its server process ends: it ends the one whose number the driver knows, which is the sidecar's.
 */
const LEFT_OUT = [
  String.raw`--exclude-classname=org\.postgresql\.(?:util|jdbcurlresolver)\..*`,
  String.raw`--exclude-classname=.*\.(?:AsciiStringInternerTest|RefCursorFetchTest)`,
  '--exclude-methodname=.*#lockReleaseOnCancelFailure',
];

/** The driver and its tests, compiled, from the source distribution on Maven Central. */
async function prepare(cache: string): Promise<string> {
  await cached(cache, `pgjdbc-${VERSION}-${LAUNCHER_VERSION}`, async (dir) => {
    const source = path.join(dir, 'source');
    await mkdir(source);
    const mvn = async (...args: readonly string[]): Promise<string> =>
      succeed('mvn', ['-q', '-B', ...args], { cwd: source });
    const artifacts = [
      `org.postgresql:postgresql:${VERSION}:tar.gz:jdbc-src`,
      `org.junit.platform:${LAUNCHER}:${LAUNCHER_VERSION}`,
    ];
    for (const each of artifacts) await mvn(COPY, `-Dartifact=${each}`, `-DoutputDirectory=${dir}`);
    const archive = path.join(dir, `postgresql-${VERSION}-jdbc-src.tar.gz`);
    await succeed('tar', ['-xf', archive, '-C', source, '--strip-components=1']);
    await mvn('test-compile');
    await mvn('dependency:copy-dependencies', '-DoutputDirectory=lib');
  });
  return VERSION;
}

async function classPath(source: string): Promise<string> {
  const jars = await readdir(path.join(source, 'lib'));
  const entries = [...jars.map((jar) => `lib/${jar}`), 'target/test-classes', 'target/classes'];
  return entries.join(':');
}

/** What the tests read as system properties, over their file build.properties. */
function propertiesFor({ host, port, user, password }: Ground): readonly string[] {
  const properties = {
    'build.properties.relative.path': '.',
    'test.url.PGHOST': host,
    'test.url.PGPORT': String(port),
    'test.url.PGDBNAME': DATABASE,
    user,
    password,
    privilegedUser: user,
    privilegedPassword: password,
  };
  return Object.entries(properties).map(([name, value]) => `-D${name}=${value}`);
}

async function runSuite(cache: string, ground: Ground): Promise<readonly CaseResult[]> {
  await atTarget(ground.server, `CREATE DATABASE ${DATABASE}`);
  await atTarget(ground.server, 'CREATE EXTENSION hstore', [], DATABASE);
  const dir = path.join(cache, `pgjdbc-${VERSION}-${LAUNCHER_VERSION}`);
  const source = path.join(dir, 'source');
  const reports = await makeTempDir('pgjdbc');
  const launcher = ['-jar', path.join(dir, `${LAUNCHER}-${LAUNCHER_VERSION}.jar`), 'execute'];
  const tests = ['--class-path', await classPath(source), '--scan-class-path=target/test-classes'];
  const settings = [
    'junit.jupiter.extensions.autodetection.enabled=true',
    'junit.jupiter.execution.timeout.default=60s',
  ];
  const options = [
    ...LEFT_OUT,
    ...settings.map((setting) => `--config=${setting}`),
    ...['--details=none', '--reports-dir', reports.path],
  ];
  const args = [...propertiesFor(ground), ...launcher, ...tests, ...options];
  try {
    const { stdout, stderr } = await run('java', ['-Xmx1g', ...args], { cwd: source });
    const files = await readdir(reports.path);
    const texts = files.map(async (file) => readFile(path.join(reports.path, file), 'utf8'));
    const results = parseJUnit(await Promise.all(texts), 'org.postgresql.');
    if (results.length === 0) throw new Error(`JUnit ran nothing:\n${stdout}\n${stderr}`);
    return results;
  } finally {
    await reports.remove();
  }
}

export const pgjdbc: Suite = {
  name: 'pgjdbc',
  title: 'the tests of the Java driver `org.postgresql:postgresql`, of its source distribution',
  prepare,
  run: runSuite,
};
