import { spawn } from 'node:child_process';
import { chaperone } from './paths.ts';

export interface Finished {
  /** Exit status; null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
  readonly gid?: number;
  /** Written to its standard input, which is empty otherwise. */
  readonly input?: string;
}

/** Runs a program to its end, whatever its exit status. Rejects only where it cannot be started. */
export async function run(
  program: string,
  args: readonly string[],
  { input = '', ...options }: RunOptions = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      env: { ...process.env, ...options.env },
      stdio: 'pipe',
    });
    // A program that ends without reading it says why by its status.
    child.stdin.on('error', () => undefined).end(input);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}

/** The command line, without colours. */
export async function runChaperone(...args: readonly string[]): Promise<Finished> {
  return run(chaperone, args, { env: { NO_COLOR: '1' } });
}
