import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { node } from '../harness/paths.ts';

/** What the agent says, one line of JSON each. */
export type Saying =
  | { readonly kind: 'asks'; readonly sql: string; readonly values: readonly unknown[] }
  | {
      readonly kind: 'gets';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly unknown[])[];
      readonly tag: string;
      readonly rowCount: number;
    }
  | {
      readonly kind: 'refused';
      readonly sqlstate: string;
      readonly message: string;
      readonly detail?: string;
      readonly hint?: string;
    }
  | { readonly kind: 'thinks'; readonly text: string }
  | { readonly kind: 'lost'; readonly message: string }
  | { readonly kind: 'done'; readonly task: string };

/** The agent as a process of its own, without a password in its environment. */
export class AgentProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<void>;
  #hear: (saying: Saying) => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  constructor(port: number) {
    const env = { PGHOST: '127.0.0.1', PGPORT: String(port), PGDATABASE: 'postgres' };
    const child = spawn(node, [path.join(import.meta.dirname, 'agent.ts')], {
      env: { ...process.env, ...env, PGUSER: 'agent', NODE_NO_WARNINGS: '1' },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child = child;
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout }).on('line', (line) => {
      this.#hear(JSON.parse(line) as Saying);
    });
    this.#exited = new Promise((resolve) => {
      child.once('close', () => {
        this.#fail(new Error(`the agent ended: ${complaint}`));
        resolve();
      });
    });
  }

  /** Gives it a task and passes on what it says, until it is done. Answers all of that. */
  async perform(task: string, hear: (saying: Saying) => void): Promise<readonly Saying[]> {
    const said: Saying[] = [];
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#hear = (saying) => {
        said.push(saying);
        hear(saying);
        if (saying.kind === 'done') resolve(said);
      };
      this.#child.stdin?.write(`${task}\n`);
    });
  }

  /** Lets it close its connection and end. */
  async leave(): Promise<void> {
    this.#child.stdin?.end();
    await this.#exited;
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exited;
  }
}
