import type { SidecarErrorCode } from '../errors.ts';

export type CountedVerdict = 'Allow' | 'Deny' | 'RequireApproval';
export type CountedOutcome = 'success' | 'error' | 'blocked' | 'skipped' | 'unknown';

export type CountedExchange = 'granted' | 'refused' | 'failed';

/** Commands by outcome; a plain object, since it changes with every command. */
export type OutcomeCounts = Record<CountedOutcome, number>;

const noOutcomes = (): OutcomeCounts => ({
  success: 0,
  error: 0,
  blocked: 0,
  skipped: 0,
  unknown: 0,
});

/** What is counted of one connection. */
export class ConnectionCounters {
  /** Sessions that are open now. */
  sessions = 0;
  /** `commands[verdict][outcome] += 1` when a command has ended. */
  readonly commands: Record<CountedVerdict, OutcomeCounts> = {
    Allow: noOutcomes(),
    Deny: noOutcomes(),
    RequireApproval: noOutcomes(),
  };
}

/** Counters of the data path. Metrics read them when they are asked for, and cost nothing before. */
export class Counters {
  readonly connections: Map<string, ConnectionCounters> = new Map<string, ConnectionCounters>();
  /** Those that somebody is alerted of are there from the beginning: a counter that begins with 1 has not grown. */
  readonly refusals: Map<SidecarErrorCode, number> = new Map<SidecarErrorCode, number>([
    ['RECORDING_UNAVAILABLE', 0],
    ['RECORDING_FULL', 0],
  ]);

  readonly exchanges: Record<CountedExchange, number> = { granted: 0, refused: 0, failed: 0 };

  /** The counters of a connection; keep them, do not look them up per command. */
  connection(name: string): ConnectionCounters {
    let counters = this.connections.get(name);
    if (counters === undefined) {
      counters = new ConnectionCounters();
      this.connections.set(name, counters);
    }
    return counters;
  }

  /** One refusal under this code. */
  refused(code: SidecarErrorCode): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }
}
