import { Worker } from 'node:worker_threads';
import type { Answer } from './answer.ts';
import type { Thread, ThreadEvents } from './analyst.ts';

/** Beside this file as it was written, or beside the bundle that it went into. */
const PROGRAM = import.meta.filename.endsWith('.ts') ? './thread.ts' : './analyst.mjs';

/** MiB. Measured: the worst texts within SQL_LIMITS take 60 of the old generation. */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 8 };

/** A worker thread. It keeps no process alive. */
export function startThread({ answered, ended }: ThreadEvents): Thread {
  const worker = new Worker(new URL(PROGRAM, import.meta.url), {
    name: 'analyst',
    resourceLimits: HEAP,
  });
  worker.unref();
  // As text: taking an object over costs the event loop three times as much.
  worker.on('message', (answer: string) => {
    answered(JSON.parse(answer) as Answer);
  });
  // An error is followed by the exit.
  worker.on('error', () => undefined);
  worker.on('exit', ended);
  return {
    send: (text) => {
      worker.postMessage(text);
    },
    end: () => {
      worker.terminate().catch(() => undefined);
    },
  };
}
