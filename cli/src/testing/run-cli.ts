import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aDataDirectory, type RecordingOptions } from '@chaperone/core/record/testing';

const launcher = path.join(import.meta.dirname, '../../bin/chaperone');

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the installed command as a person does. */
export async function chaperone(...args: readonly string[]): Promise<CliRun> {
  const { promise, resolve, reject } = Promise.withResolvers<CliRun>();
  const child = spawn(launcher, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, err]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.on('error', reject);
  child.on('close', (code) => {
    resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
  });
  return promise;
}

/** A new directory below the system's temporary one. */
export function newDirectory(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-cli-'));
}

/** Writes a data directory with recordings; answers its path. */
export function writeData(...recordings: readonly RecordingOptions[]): string {
  const data = newDirectory();
  for (const [name, bytes] of aDataDirectory(recordings)) {
    const file = path.join(data, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
  return data;
}
