/**
 * The whole suite: `make test`. Runs each static check and every jest project to its end, whatever failed before,
 * prints what each said, and ends with one line `N passed, N failed`: a check counts as one, a test as one.
 * Writes .cache/ and dist/. Exits 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

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
  { name: 'build', command: [node, '--liftoff-only', 'hack/build.ts'] },
];

function npmRun(script: string, workspace: string): readonly string[] {
  return ['npm', 'run', '--silent', script, '--workspace', workspace];
}

function run(command: readonly string[]): boolean {
  const [program = node, ...args] = command;
  const done = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
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

function runTests(): Count {
  rmSync(resultsFile, { force: true });
  const ok = run([
    node,
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--liftoff-only'],
    bin('jest/bin/jest.js'),
    ...['--coverage', '--json', `--outputFile=${resultsFile}`],
  ]);
  try {
    const count = countOf(JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults);
    // Jest also fails on what is no test, such as a coverage threshold.
    return ok || count.failed > 0 ? count : { ...count, failed: 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

mkdirSync(dirname(resultsFile), { recursive: true });
const counts = [...checks.map(runCheck), runTests()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\ncoverage, file by file: .cache/coverage/index.html`);
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
