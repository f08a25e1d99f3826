import type { Agent, Effect, Parameter } from '../command/types.ts';
import type { PostgresResponse } from './postgres-response.ts';
import type { Payloads, SessionPhase } from './types.ts';

/** How an approval of a command ended. */
export interface ApprovalView {
  readonly name: string;
  readonly decision: Payloads['decision']['decision'];
  readonly reason: string;
  readonly deciders: Payloads['decision']['deciders'];
  readonly decidedAt: string;
}

export interface OutcomeView {
  readonly status: Payloads['outcome']['status'];
  /** SQLSTATE, or the sidecar's code; null where all went well. */
  readonly code: string | null;
  readonly rows: number;
  readonly bytes: number;
  /**
   * `sha256:` and hex, of the response as the agent received it; of a truncated one, of what follows the part that the record
   * holds. Null where it is not known.
   */
  readonly digest: string | null;
  readonly durationMs: number;
}

/** One command of a session, put together from its events. */
export interface CommandView {
  /** Sequence number of its `command` event. */
  readonly seq: number;
  readonly receivedAt: string;
  readonly text: string;
  readonly parameters: readonly Parameter[];
  readonly effects: readonly Effect[];
  readonly verdict: {
    readonly effect: string;
    readonly policy: string | null;
    readonly rule: string | null;
    readonly reason: string;
    /** What would have been decided, under a policy that only tries. */
    readonly dryRun?: Payloads['command']['verdict']['dryRun'];
  };
  /** The last decision; null where no person was asked. */
  readonly approval: ApprovalView | null;
  /** Null while it runs, or where the recording was interrupted. */
  readonly outcome: OutcomeView | null;
  /** Null where the record holds none of it. */
  readonly response: PostgresResponse | null;
}

/** What was sent to a channel that the session listened to, as the agent got it. */
export interface NotificationView {
  /** Sequence number of its event. */
  readonly seq: number;
  readonly receivedAt: string;
  /** Null, like the payload, where the record keeps no responses. */
  readonly channel: string | null;
  readonly payload: string | null;
}

/** A session without its commands, as listings show it. */
export interface SessionSummary {
  readonly session: string;
  readonly connection: string;
  readonly protocol: string;
  readonly agent: Agent;
  readonly startedAt: string;
  /** Null while it is active. */
  readonly endedAt: string | null;
  readonly phase: SessionPhase;
  /** `root`: `sha256:` and hex. */
  readonly tree: { readonly size: number; readonly root: string };
}

/** What `chaperone show -o json` prints. */
export interface SessionView extends SessionSummary {
  readonly commands: readonly CommandView[];
  readonly notifications: readonly NotificationView[];
}
