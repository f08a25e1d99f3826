import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ClusterError } from './errors.ts';
import { root } from '../../test/harness/paths.ts';

const COMMAND_MS = 120_000;
/** The programs of a cold cache are compiled for half an hour. */
const PREPARATION_MS = 3_600_000;

export interface Answer {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, two minutes at most. */
export function ask(program: string, args: readonly string[], input = ''): Answer {
  const done = spawnSync(program, args, { encoding: 'utf8', input, timeout: COMMAND_MS });
  const stderr = done.error === undefined ? done.stderr : `${done.error.message}\n${done.stderr}`;
  return { ok: done.status === 0, stdout: done.stdout, stderr };
}

/** The same, and throws with what it said where it fails. @returns what it printed */
export function must(program: string, args: readonly string[], input = ''): string {
  const { ok, stdout, stderr } = ask(program, args, input);
  if (ok) return stdout;
  throw new ClusterError(`${program} ${args.join(' ')}: ${stderr.trim() || stdout.trim()}`);
}

/** Runs a script of the repository before the person's eyes. */
export function prepare(script: string, args: readonly string[]): void {
  const done = spawnSync(path.join(root, script), args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: PREPARATION_MS,
  });
  if (done.status !== 0) throw new ClusterError(`${script} ${args.join(' ')} failed`);
}

/** Paths of programs that hack/cluster/binaries provides. */
export function binaries(...names: readonly string[]): readonly string[] {
  const script = path.join(root, 'hack', 'cluster', 'binaries');
  return must(script, ['--where', ...names])
    .trim()
    .split('\n');
}
