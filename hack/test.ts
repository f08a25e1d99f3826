/**
 * The whole suite: `make test`. Runs each static check and every jest project to its end, whatever failed before,
 * prints what each said, and ends with one line `N passed, N failed`: a check counts as one, a test as one.
 *   --cluster        also what needs a kubelet, at the end      --only-cluster   that alone: `make test-cluster`
 * Writes .cache/, dist/ and the cache of hack/cluster/binaries. Exits 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { kubeconfigOf, stateFolder } from '../test/cluster/place.ts';

const { values } = parseArgs({
  options: {
    cluster: { type: 'boolean', default: false },
    'only-cluster': { type: 'boolean', default: false },
  },
});

const root = dirname(import.meta.dirname);
const resultsFile = join(root, '.cache', 'jest-results.json');
const bin = (path: string): string => join('node_modules', path);

interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const node = process.execPath;
const checks: readonly Check[] = [
  { name: 'types', command: [node, bin('typescript/bin/tsc'), '-b'] },
  { name: 'lint', command: [node, bin('eslint/bin/eslint.js'), '.'] },
  { name: 'borders', command: [node, 'hack/check-borders.ts'] },
  { name: 'format', command: [node, bin('prettier/bin/prettier.cjs'), '--check', '.'] },
  { name: 'generated types and validators', command: npmRun('check-drift', 'crds') },
  { name: 'generated documents', command: [node, 'hack/generate-docs.ts', '--check'] },
  { name: 'links', command: [node, 'hack/check-links.ts'] },
  { name: 'versions', command: [node, 'hack/check-versions.ts'] },
  { name: 'build', command: [node, 'hack/build.ts'] },
  // Where it can get them neither way, the tests that need them say so one by one, and all others run.
  { name: 'programs of Kubernetes', command: ['hack/cluster/binaries'] },
];

function npmRun(script: string, workspace: string): readonly string[] {
  return ['npm', 'run', '--silent', script, '--workspace', workspace];
}

function run(command: readonly string[], stderr: 'inherit' | 'ignore' = 'inherit'): boolean {
  const [program = node, ...args] = command;
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', stderr] });
  return done.status === 0;
}

function runCheck({ name, command }: Check): Count {
  const started = performance.now();
  const ok = run(command);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  return { passed: Number(ok), failed: Number(!ok) };
}

interface JestResults {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** A skipped test proves nothing, a suite that did not load neither: both count as failed. */
function countOf(results: JestResults): Count {
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results;
  return {
    passed: numPassedTests,
    failed: numFailedTests + numPendingTests + numRuntimeErrorTestSuites,
  };
}

const jest: readonly string[] = [
  node,
  ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  bin('jest/bin/jest.js'),
];

function runTests(...args: readonly string[]): Count {
  rmSync(resultsFile, { force: true });
  const ok = run([...jest, '--json', `--outputFile=${resultsFile}`, ...args]);
  try {
    const count = countOf(JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults);
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const units = ['crds', 'core', 'sidecar', 'operator', 'cli'];

/** Brings the cluster up, runs its tests one file after the other in the order of their names, and leaves things as they were. */
function runClusterTests(): Count {
  const isOther = process.env['KUBECONFIG'] !== undefined;
  const wasUp = existsSync(kubeconfigOf(stateFolder(process.env)));
  const up = runCheck({ name: 'cluster', command: ['hack/cluster/up'] });
  if (up.failed > 0) return up;
  const order = ['--runInBand', `--testSequencer=${join(root, 'hack', 'by-name.mjs')}`];
  // Those of bringing a cluster up and down are about this machine.
  const without = isOther ? ['--testPathIgnorePatterns=a-machine'] : [];
  const tests = runTests('--selectProjects', 'test/cluster', ...order, ...without);
  if (!wasUp && !isOther) run(['hack/cluster/down']);
  return { passed: up.passed + tests.passed, failed: up.failed + tests.failed };
}

/**
 * Reports what the tests beside the sources reach; it judges nothing. V8 runs hot loops eight times slower while it counts, so
 * that tests of time would fail here, and what the integration tests start in processes of their own is not counted.
 */
function reportCoverage(): void {
  console.log('\ncoverage by the tests beside the sources:');
  const projects = ['--selectProjects', ...units];
  // Jest says on stderr how the tests went, which is not the question here, and on stdout what they reached.
  run([...jest, '--coverage', ...projects], 'ignore');
  console.log('file by file: .cache/coverage/index.html');
}

mkdirSync(dirname(resultsFile), { recursive: true });
const counts: Count[] = [];
if (!values['only-cluster']) {
  counts.push(...checks.map(runCheck), runTests('--selectProjects', ...units, 'test'));
  reportCoverage();
}
if (values.cluster || values['only-cluster']) counts.push(runClusterTests());
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
