import fs from 'node:fs';
import type { Log } from '../telemetry/log.ts';
import { configLimits } from './limits.ts';
import { formatProblem, loadConfig, type ConfigScope } from './load.ts';
import type { AgentFacts, ConfigSource } from './source.ts';
import type { ConfigProblem, ConfigSnapshot } from './types.ts';

export interface WatchOptions {
  readonly scope: ConfigScope;
  readonly log: Log;
  /** Whom the one that runs the sidecar says the agent is. */
  readonly agent: AgentFacts;
  /** The set that holds when watching begins. */
  readonly first: ConfigSnapshot;
  readonly changed: (snapshot: ConfigSnapshot) => void;
}

/**
 * Follows the configuration directory. A good change becomes a new snapshot at once; with a bad one the last good set
 * stays, every problem is logged, and `problems` is not empty until the directory is good again.
 */
export class ConfigWatcher implements ConfigSource {
  readonly #options: WatchOptions;
  readonly #poll: NodeJS.Timeout;
  #watcher: fs.FSWatcher | undefined;
  #debounce: NodeJS.Timeout | undefined;
  #current: ConfigSnapshot;
  #problems: readonly ConfigProblem[] = [];
  #seen: string;
  /** Changes that were not taken over. */
  rejected = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#current = options.first;
    this.#seen = fingerprint(options.scope.origin);
    this.#watch();
    this.#poll = setInterval(this.#look, configLimits.pollMs.value);
    this.#poll.unref();
  }

  /** The last good set. */
  get current(): ConfigSnapshot {
    return this.#current;
  }

  /** Why what lies in the directory now is not taken over; empty where it is. */
  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }

  get agent(): AgentFacts {
    return this.#options.agent;
  }

  close(): void {
    clearInterval(this.#poll);
    clearTimeout(this.#debounce);
    this.#watcher?.close();
  }

  #watch(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
    try {
      this.#watcher = fs.watch(this.#options.scope.origin, { persistent: false }, this.#soon);
      // A directory that goes away is found by polling, and watched again when it is back.
      this.#watcher.on('error', () => {
        this.#watcher?.close();
        this.#watcher = undefined;
      });
    } catch {
      this.#watcher = undefined;
    }
  }

  readonly #soon = (): void => {
    clearTimeout(this.#debounce);
    this.#debounce = setTimeout(this.#look, configLimits.debounceMs.value);
    this.#debounce.unref();
  };

  readonly #look = (): void => {
    if (this.#watcher === undefined) this.#watch();
    const seen = fingerprint(this.#options.scope.origin);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#load();
  };

  #load(): void {
    const { scope, log, changed } = this.#options;
    const loaded = loadConfig(scope, this.#current.generation + 1);
    if (loaded.kind === 'bad') {
      this.#problems = loaded.problems;
      this.rejected += 1;
      for (const problem of loaded.problems) log.error({ ...problem }, formatProblem(problem));
      log.error(
        { generation: this.#current.generation, problems: loaded.problems.length },
        'the configuration has mistakes; the last good one stays in force',
      );
      return;
    }
    this.#problems = [];
    this.#current = loaded.snapshot;
    for (const problem of loaded.snapshot.problems)
      log.warn({ ...problem }, formatProblem(problem));
    log.info({ generation: loaded.snapshot.generation }, 'the configuration changed');
    changed(loaded.snapshot);
  }
}

/** Changes whenever a file of the directory, or what it links to, does. */
function fingerprint(directory: string): string {
  try {
    return fs
      .readdirSync(directory)
      .sort()
      .map((name) => {
        const stat = fs.statSync(`${directory}/${name}`, { throwIfNoEntry: false, bigint: true });
        if (stat === undefined) return `${name} gone`;
        return `${name} ${String(stat.ino)} ${String(stat.size)} ${String(stat.mtimeNs)} ${String(stat.ctimeNs)}`;
      })
      .join('\n');
  } catch {
    return 'unreadable';
  }
}
