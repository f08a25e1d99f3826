import type { Agent } from '@chaperone/core/command';
import { formatProblem } from './load.ts';
import type { ConfigProblem, ConfigSnapshot } from './types.ts';

/** Who the agent is, as far as nobody has to ask it. The namespace is that of each connection. */
export type AgentFacts = Omit<Agent, 'namespace' | 'claims'>;

/** Where the configuration comes from, and what holds of it now. */
export interface ConfigSource {
  /** The last good set. */
  readonly current: ConfigSnapshot;
  /** Why a later set is not taken over; empty where there is none. */
  readonly problems: readonly ConfigProblem[];
  readonly agent: AgentFacts;
  close(): void;
}

/** The manifests have mistakes, and nothing good came before them. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}
