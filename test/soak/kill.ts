import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  readRecordedCommands,
  recordedSessions,
  type RecordedCommand,
} from '../harness/recording.ts';
import { runChaperone, type Finished } from '../harness/run.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import {
  atTarget,
  createLogin,
  standaloneLogin,
  writeStandaloneConfig,
} from '../harness/standalone.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { startLoad } from './load.ts';

/** The moment of the kill, in milliseconds after the writers began. */
const EARLIEST_MS = 60;
const LATEST_MS = 700;
const SETTLE_MS = 10_000;
const CONNECTION = 'orders-db';
const TABLE = 'public.orders';

/** What one `kill -9` left behind. The three lists are empty, or the promise of the recording is broken. */
export interface Trial {
  readonly trial: number;
  /** Milliseconds from the first write to the SIGKILL. */
  readonly killedAfterMs: number;
  readonly sent: number;
  readonly acknowledged: number;
  readonly committed: number;
  readonly recorded: number;
  /** Committed at the target, and in no recorded command that was allowed. */
  readonly committedUnrecorded: readonly string[];
  /** The agent was told that it is done, and no recorded outcome says so. */
  readonly answeredUnrecorded: readonly string[];
  /** Writers that ended for another reason than the kill. */
  readonly refused: readonly string[];
}

/** Everything that the trials share. */
export class KillGround {
  readonly data: string;
  readonly #dir: TempDir;
  readonly #server: Postgres;
  readonly #random: () => number;
  readonly #read = new Set<string>();

  private constructor(dir: TempDir, server: Postgres, random: () => number) {
    this.#dir = dir;
    this.#server = server;
    this.#random = random;
    this.data = path.join(dir.path, 'data');
  }

  /** One real PostgreSQL, one data directory. `random` answers numbers from 0 to 1. */
  static async prepare(random: () => number): Promise<KillGround> {
    const dir = await makeTempDir('kill');
    try {
      const server = await startPostgres();
      const ground = new KillGround(dir, server, random);
      await ground.#createTable();
      await writeStandaloneConfig(ground.#config, server.port);
      return ground;
    } catch (error) {
      await dir.remove();
      throw error;
    }
  }

  /** Starts a sidecar, which recovers what the last trial left, and kills it amid the writing. */
  async trial(trial: number): Promise<Trial> {
    const sidecar = await this.#start();
    const prefix = `t${String(trial)}`;
    const place = { port: sidecar.port(CONNECTION), database: 'postgres', table: TABLE };
    try {
      const load = await startLoad(place, prefix);
      const killedAfterMs = EARLIEST_MS + this.#random() * (LATEST_MS - EARLIEST_MS);
      await sleep(killedAfterMs);
      const refused = [...load.failures].map(([name, reason]) => `${name}: ${reason}`);
      const sessions = (await recordedSessions(this.data)).filter((name) => !this.#read.has(name));
      await sidecar.kill();
      await load.stop();
      const committed = await this.#committed(prefix);
      const { recorded, answered } = await this.#recorded(sessions, prefix);
      return {
        trial,
        killedAfterMs,
        sent: load.sent.size,
        acknowledged: load.acknowledged.size,
        committed: committed.length,
        recorded: recorded.size,
        committedUnrecorded: committed.filter((number) => !recorded.has(number)),
        answeredUnrecorded: [...load.acknowledged].filter((number) => !answered.has(number)),
        refused,
      };
    } finally {
      await sidecar.kill();
    }
  }

  /** A last sidecar recovers everything and stops; then `chaperone verify --all`. */
  async verify(): Promise<Finished> {
    const sidecar = await this.#start();
    await sidecar.stop();
    return runChaperone('verify', '--all', '--data', this.data);
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await this.#dir.remove();
  }

  get #config(): string {
    return path.join(this.#dir.path, 'config');
  }

  async #start(): Promise<Sidecar> {
    return startSidecar({ config: this.#config, connections: [CONNECTION], data: this.data });
  }

  async #createTable(): Promise<void> {
    await createLogin(this.#server);
    await atTarget(
      this.#server,
      `CREATE TABLE ${TABLE} (number text PRIMARY KEY, item text);
       GRANT SELECT, INSERT ON ${TABLE} TO ${standaloneLogin.user}`,
    );
  }

  /** What the server has from a dead sidecar it still works on: counts when the last backend is gone. */
  async #committed(prefix: string): Promise<readonly string[]> {
    const deadline = performance.now() + SETTLE_MS;
    const backends = 'SELECT 1 FROM pg_stat_activity WHERE usename = $1';
    while ((await atTarget(this.#server, backends, [standaloneLogin.user])).length > 0) {
      if (performance.now() > deadline) throw new Error('the target still has sessions');
      await sleep(20);
    }
    const rows = await atTarget<{ number: string }>(
      this.#server,
      `SELECT number FROM ${TABLE} WHERE starts_with(number, $1)`,
      [`${prefix}-`],
    );
    return rows.map(({ number }) => number);
  }

  async #recorded(sessions: readonly string[], prefix: string): Promise<RecordedNumbers> {
    const numbers: RecordedNumbers = { recorded: new Set(), answered: new Set() };
    const pattern = new RegExp(`\\b${prefix}-[a-z]+-\\d+\\b`, 'g');
    for (const session of sessions) {
      this.#read.add(session);
      for (const command of await readRecordedCommands(this.data, session)) {
        addNumbers(numbers, command, pattern);
      }
    }
    return numbers;
  }
}

interface RecordedNumbers {
  readonly recorded: Set<string>;
  readonly answered: Set<string>;
}

function addNumbers(
  { recorded, answered }: RecordedNumbers,
  { text, parameters, verdict, outcome }: RecordedCommand,
  pattern: RegExp,
): void {
  if (verdict !== 'Allow') return;
  for (const number of `${text} ${JSON.stringify(parameters)}`.match(pattern) ?? []) {
    recorded.add(number);
    if (outcome === 'success') answered.add(number);
  }
}
