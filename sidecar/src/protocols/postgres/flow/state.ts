import type { Wire } from '../../../io/wire.ts';
import type { CommandPath, ConnectionFacts, Refusal } from '../../protocol.ts';
import type { Classifier } from '../catalog/classifier.ts';
import type { Cancelling } from './cancelling.ts';
import type { CopyIn } from './copies.ts';
import type { Masking } from './masking.ts';
import type { SessionMeaning } from './meaning/meaning.ts';
import type { Names, Running } from './names.ts';
import type { Pending } from './pending.ts';

/** ReadyForQuery's transaction status: idle, in a transaction, in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** What the two directions of one session share. */
export interface SessionState {
  readonly agent: Wire;
  readonly target: Wire;
  readonly path: CommandPath;
  readonly connection: ConnectionFacts;
  readonly classifier: Classifier;
  readonly names: Names;
  readonly meaning: SessionMeaning;
  readonly pending: Pending;
  /** Masking as policies and catalog say now; another object whenever either changed. */
  readonly masking: () => Masking;
  /**
   * A command that changes the catalog was forwarded, and its transaction has not ended: what the catalog says then is
   * seen by this session alone.
   */
  catalogChanged: boolean;
  /** The agent is about to send, or sends, the data of a copy. */
  copyIn: CopyIn | undefined;
  /** `performance.now()` of the last byte from either side. */
  activeAt: number;
  /** Ends the session with a FATAL refusal to the agent. */
  readonly fail: (refusal: Refusal) => void;
  /** Ends the session for what nobody foresaw; the process and its other sessions go on. */
  readonly defect: (error: unknown) => void;
  /** The target failed a message of the extended protocol and skips what follows up to the next Sync. */
  readonly skipToSync: () => void;
  /** The target owes less than before: the agent may be read again. */
  readonly settled: () => void;
  /** While one is out nothing is forwarded. */
  readonly cancelling: Cancelling;
  /** Stops what the target works on, where that hits nothing else. */
  readonly cancelTarget: () => void;
  readonly skipped: (running: Running) => void;
  /** The number by which the agent knows a process of the target: its own session has another there than here. */
  readonly shownProcessId: (processId: number) => number;
  /** It has asked for notifications: to wait for them is not to be idle. */
  listens: boolean;
}
