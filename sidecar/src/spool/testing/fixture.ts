import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { formatTime, prepareCommand, type Registration } from '@chaperone/core/record';
import type { Log } from '../../telemetry/log.ts';
import { realDisk, type Disk } from '../disk.ts';
import type { SpoolOptions } from '../options.ts';
import type { SessionEnd, SessionRecorder } from '../session-recorder.ts';
import { newUlid } from '../ulid.ts';

/** Tests start at a fixed instant, so that what they write is the same each time. */
export const START_MS: number = Date.UTC(2026, 10, 21, 9);

export interface Told {
  readonly level: string;
  readonly facts: object;
  readonly message: string;
}

/** A logger that keeps what it was told. */
export function listeningLog(): Log & { readonly told: Told[] } {
  const told: Told[] = [];
  const at =
    (level: string) =>
    (facts: object, message: string): void => {
      told.push({ level, facts, message });
    };
  return { told, info: at('info'), warn: at('warn'), error: at('error') };
}

const made: string[] = [];

/** A directory of its own, mode 0700, until `removeDirectories`. */
export function newDirectory(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-spool-'));
  made.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of made.splice(0)) fs.rmSync(directory, { recursive: true, force: true });
}

export function optionsWith(more: Partial<SpoolOptions> = {}): SpoolOptions {
  const processes = { pid: 4_194_304, isRunning: () => false };
  return { processes, log: listeningLog(), now: () => START_MS, ...more };
}

export function aRegistration(session: string = newUlid(START_MS)): Registration {
  return {
    session,
    connection: 'orders-db',
    namespace: 'agents',
    protocol: 'Postgres',
    agent: { serviceAccount: 'local', namespace: 'agents' },
    startedAt: formatTime(START_MS),
  };
}

export const anEnd: SessionEnd = {
  phase: 'Completed',
  reason: 'the agent closed the connection',
  commands: { total: 1, denied: 0, approved: 0, errors: 0 },
  rows: 1,
  bytes: 10,
};

const prepared = prepareCommand({
  text: 'SELECT 1',
  effects: [{ command: 'SELECT', kind: 'none' }],
  verdict: { effect: 'Allow', policy: 'orders', rule: 'read', reason: 'a rule allows it' },
});

/** Encodes and flushes one command with its outcome. */
export function recordCommand(recorder: SessionRecorder, command: number, padding = ''): void {
  recorder.encoder.at(START_MS + command, 0).encodeCommand(prepared, command, [padding]);
  recorder.flush();
  const response = Buffer.alloc(10, 'r');
  const outcome = { command, status: 'success', rows: 1, bytes: 10, durationMs: 1 } as const;
  recorder.encoder.encodeOutcome(outcome, response);
  recorder.flush();
}

/** Lines of a segment, parsed; throws where one is not whole. */
export function readLines(file: string): readonly { seq: number; type: string; payload: object }[] {
  const text = fs.readFileSync(file, 'utf8');
  if (text !== '' && !text.endsWith('\n')) throw new Error(`${file} ends in the middle of a line`);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { seq: number; type: string; payload: object });
}

/** A disk whose calls can be replaced one by one. */
export function faultyDisk(): { -readonly [K in keyof Disk]: Disk[K] } {
  return { ...realDisk };
}

export function failWith(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}

/** A file system of `bytes` of its own; undefined where this machine does not permit one. */
export function smallFileSystem(bytes: number): string | undefined {
  const directory = newDirectory();
  try {
    const size = `size=${String(bytes)},mode=0700`;
    execFileSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', directory], { stdio: 'ignore' });
    return directory;
  } catch {
    return undefined;
  }
}

export function unmount(directory: string): void {
  execFileSync('umount', ['-l', directory], { stdio: 'ignore' });
}
