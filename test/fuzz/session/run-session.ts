import { setImmediate as settled } from 'node:timers/promises';
import {
  backendFrames,
  frontendFrames,
} from '../../../sidecar/src/protocols/postgres/codec/index.ts';
import { ScratchPool } from '../../../sidecar/src/protocols/postgres/flow/outgoing.ts';
import { PostgresSession } from '../../../sidecar/src/protocols/postgres/flow/session.ts';
import { must } from '../targets/expect.ts';
import { FrameStream } from './frame-stream.ts';
import { MemoryWire } from './memory-wire.ts';
import { ModelServer } from './model-server.ts';
import { openView } from './shop.ts';
import { Witness } from './witness.ts';

const view = openView();
const pool = new ScratchPool(128 * 1024);
const LATER_MS = 1e9;

/** What happens next, by the low bits of a byte; the byte behind it is a length or a choice. */
export const AGENT = 0;
export const TARGET = 1;
export const ANSWER = 2;
export const EVENT = 3;

/** One step of a script, for seeds. */
export function step(what: number, bytes: Buffer = Buffer.alloc(0)): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += 255) {
    const part = bytes.subarray(at, at + 255);
    parts.push(Buffer.from([what, part.length]), part);
  }
  return Buffer.concat(parts);
}

class Stage {
  readonly witness = new Witness();
  readonly defects: string[] = [];
  readonly #failures: unknown[] = [];
  readonly #agent: MemoryWire;
  readonly #target: MemoryWire;
  readonly #session: PostgresSession;
  readonly #server = new ModelServer();
  #honest = true;

  constructor() {
    const toAgent = new FrameStream(backendFrames, (frame) => {
      this.witness.delivered(frame, this.#honest);
    });
    const toTarget = new FrameStream(frontendFrames, (frame) => {
      this.witness.forwarded(frame, this.#honest);
    });
    // What a wire's far end finds wrong must not be taken for a failure of the session.
    const watch = (stream: FrameStream) => (bytes: Buffer) => {
      try {
        stream.push(bytes);
      } catch (error) {
        this.#failures.push(error);
      }
    };
    this.#agent = new MemoryWire(watch(toAgent));
    this.#target = new MemoryWire(watch(toTarget));
    this.#session = new PostgresSession({
      agent: this.#agent.wire,
      target: this.#target.wire,
      path: this.witness.path,
      connection: {
        name: 'orders-db',
        namespace: 'agents',
        target: { host: '127.0.0.1', port: 5432, tlsMode: 'Disable' },
        credential: { username: 'u' },
        maxCommandBytes: 1_024,
        idleTimeoutMs: 60_000,
        maxSessionDurationMs: Infinity,
      },
      classifier: {
        generation: view.generation,
        masking: view.masking,
        unasked: { withheld: true, detectors: view.masking.detectors },
        classify: view.classify.bind(view),
        invalidate: () => undefined,
        resolveBy: () => undefined,
      },
      pool,
      shownProcessId: (processId) => processId,
      cancelTarget: async () => Promise.resolve(),
      log: (event, { stack = '' }) => this.defects.push(`${event}: ${String(stack)}`),
    });
    this.#session.start();
  }

  async play(what: number, bytes: Buffer, choice: number): Promise<void> {
    if (what === AGENT) this.#agent.arrive(bytes);
    else if (what === TARGET) this.#lie(bytes);
    else if (what === ANSWER) this.#answer();
    else this.#event(choice);
    await settled();
    if (this.#failures.length > 0) throw this.#failures[0];
    must(this.defects.length === 0, this.defects[0] ?? '');
  }

  /** Everything is answered, both sides go, and the session comes to its end. */
  async end(): Promise<void> {
    await this.play(ANSWER, Buffer.alloc(0), 0);
    this.#agent.destroy();
    this.#target.destroy();
    await this.#session.done;
    if (this.#failures.length > 0) throw this.#failures[0];
    must(this.defects.length === 0, this.defects[0] ?? '');
    must(this.witness.path.closed.length === 1, 'the recording is not closed, once');
  }

  #lie(bytes: Buffer): void {
    this.#honest = false;
    this.#target.arrive(bytes);
  }

  #answer(): void {
    const messages = this.witness.unanswered.splice(0);
    this.#target.arrive(this.#server.answer(messages));
  }

  #event(choice: number): void {
    const events: readonly (() => void)[] = [
      () => {
        this.#agent.destroy();
      },
      () => {
        this.#target.destroy();
      },
      () => {
        this.#session.drain();
      },
      () => {
        this.#session.cancel().catch(() => undefined);
      },
      () => {
        this.witness.path.recorderDown = !this.witness.path.recorderDown;
      },
      () => {
        this.#session.watch(performance.now() + LATER_MS);
      },
    ];
    events[choice % events.length]?.();
  }
}

/**
 * A whole session in memory, scripted by the input. Nothing gets to the target without a permit and a record, nothing to the
 * agent without a record; no exception escapes; and while the target is honest, no masked value gets to the agent.
 * @param lies whether the target may send anything, or only what PostgreSQL would
 */
export async function runSession(input: Buffer, lies: boolean): Promise<string> {
  const stage = new Stage();
  for (let at = 0; at + 1 < input.length;) {
    const what = (input[at] ?? 0) & 3;
    const choice = input[at + 1] ?? 0;
    const length = what === AGENT || what === TARGET ? choice : 0;
    const bytes = Buffer.from(input.subarray(at + 2, at + 2 + length));
    if (what !== TARGET || lies) await stage.play(what, bytes, choice);
    at += 2 + length;
  }
  await stage.end();
  const refused = stage.witness.path.told.flatMap((line) => /^refused \w+/.exec(line) ?? []);
  return [...new Set([...stage.witness.met, ...refused])].sort().join();
}
