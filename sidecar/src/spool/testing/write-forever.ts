/**
 * Records commands in the data directory that it is given, saying the number of each once it is in the spool, and `refused
 * CODE` for each that is not. Ends when it is killed.
 */
import fs from 'node:fs';
import process from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { SidecarError } from '../../errors.ts';
import { Spool } from '../spool.ts';
import { aRegistration, optionsWith, recordCommand } from './fixture.ts';

const PAUSE_MS = 5;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Waits for a reader that lags behind: a pipe that is full says EAGAIN. */
function say(line: string): void {
  const bytes = Buffer.from(`${line}\n`);
  for (let at = 0; at < bytes.length;) {
    try {
      at += fs.writeSync(1, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(sleeper, 0, 0, PAUSE_MS);
    }
  }
}

const limits = { segmentBytes: 64 * 1024, compressFromBytes: 1024 };
const processes = { pid: process.pid, isRunning: () => true };
const spool = await Spool.open(process.argv[2] ?? '', optionsWith({ processes, limits }));
const registration = aRegistration();
const recorder = spool.openSession(registration, 'Buffered');
say(`session ${registration.session}`);
for (let command = 1; ; command += 1) {
  try {
    recordCommand(recorder, command, 'x'.repeat(command % 1_000));
    say(String(command));
  } catch (error) {
    say(`refused ${error instanceof SidecarError ? error.code : String(error)}`);
  }
  await setImmediate();
}
