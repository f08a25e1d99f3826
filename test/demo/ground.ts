import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { run, runChaperone, type Finished } from '../harness/run.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import {
  atTarget,
  createLogin,
  standaloneLogin,
  writeStandaloneConfig,
} from '../harness/standalone.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { AgentProcess } from './agent-process.ts';

export const CONNECTION = 'orders-db';

const tables = `
  CREATE TABLE customers (id int PRIMARY KEY, name text, email text, card text, ssn text,
                          tier text, credit int);
  INSERT INTO customers VALUES
    (1, 'Ada Holm',   'ada.holm@example.com',  '4111111111111111', '078-05-1120', 'gold',   120),
    (2, 'Ben Okoro',  'ben@example.org',       '5500005555555559', '219-09-9999', 'silver', 100),
    (3, 'Chiara Rey', 'chiara.rey@example.net', '340000000000009', '457-55-5462', 'silver',  80);
  CREATE TABLE orders (id int PRIMARY KEY, item text, status text);
  INSERT INTO orders VALUES (1, 'kettle', 'shipped'), (2, 'lamp', 'cancelled'),
                            (3, 'chair', 'open'), (4, 'desk', 'cancelled');
  CREATE TABLE order_items (number text PRIMARY KEY, item text);
  GRANT SELECT, INSERT, UPDATE, DELETE ON customers, orders, order_items TO ${standaloneLogin.user}`;

export interface GroundOptions {
  /** Leave the directory. */
  readonly keep: boolean;
  readonly asks: boolean;
}

/** Everything that the demo starts, and the way to end it all. */
export class Ground {
  readonly dir: TempDir;
  /** A person decides; otherwise the demo approves by itself. */
  readonly asks: boolean;
  server!: Postgres;
  sidecar!: Sidecar;
  agent!: AgentProcess;
  readonly #keep: boolean;
  readonly #ends: (() => Promise<unknown>)[] = [];

  private constructor(dir: TempDir, { keep, asks }: GroundOptions) {
    this.dir = dir;
    this.asks = asks;
    this.#keep = keep;
  }

  static async make(options: GroundOptions): Promise<Ground> {
    return new Ground(await makeTempDir('demo'), options);
  }

  get data(): string {
    return path.join(this.dir.path, 'data');
  }

  get config(): string {
    return path.join(this.dir.path, 'config');
  }

  async startServer(): Promise<void> {
    this.server = await startPostgres();
    this.#ends.push(async () => this.server.stop());
    await createLogin(this.server);
    await atTarget(this.server, tables);
    await mkdir(this.data, { mode: 0o700 });
    await writeStandaloneConfig(this.config, this.server.port);
  }

  /** Again after a crash, in the same data directory. */
  async startSidecar(): Promise<void> {
    const { config, data } = this;
    const sidecar = await startSidecar({ config, data, connections: [CONNECTION] });
    this.sidecar = sidecar;
    this.#ends.push(async () => sidecar.stop());
  }

  startAgent(): void {
    this.agent = new AgentProcess(this.sidecar.port(CONNECTION));
    this.#ends.push(async () => this.agent.kill());
  }

  /** Runs at the end, before what was started earlier ends. */
  atEnd(end: () => Promise<unknown>): void {
    this.#ends.push(end);
  }

  async chaperone(...args: readonly string[]): Promise<Finished> {
    return runChaperone(...args, '--data', this.data);
  }

  async shell(line: string): Promise<Finished> {
    return run('sh', ['-c', line], { cwd: this.data });
  }

  /** Last started, first ended; one that cannot end does not keep the others from it. */
  async end(): Promise<void> {
    for (let end = this.#ends.pop(); end !== undefined; end = this.#ends.pop()) {
      await end().catch(() => undefined);
    }
    if (!this.#keep) await this.dir.remove();
  }
}

/** A step that did not show what it should ends the demo. */
export function ensure(condition: boolean, what: string, facts?: unknown): asserts condition {
  if (condition) return;
  const seen = facts === undefined ? '' : `; seen: ${JSON.stringify(facts, undefined, 2)}`;
  throw new Error(`the demo expected that ${what}${seen}`);
}
