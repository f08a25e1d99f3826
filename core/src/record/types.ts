import type { Agent, Effect, Parameter } from '../command/types.ts';

/** The closed set of events. One line of a recording is one event. */
export type EventType =
  'session-start' | 'command' | 'decision' | 'data' | 'outcome' | 'session-end' | 'gap';

export type SessionPhase = 'Active' | 'Completed' | 'Interrupted';

/** `{"seq":0,"time":"…","session":"…","type":"…","payload":{…}}`, keys in this order, one line, LF. */
export interface Event<T extends EventType = EventType> {
  /** Position in the session, from 0, without holes. */
  readonly seq: number;
  /** RFC 3339, UTC, nanoseconds: `2026-11-21T09:00:00.123456789Z`. */
  readonly time: string;
  /** ULID of the session, upper case. */
  readonly session: string;
  readonly type: T;
  readonly payload: Payloads[T];
}

export interface RecordedVerdict {
  readonly effect: 'Allow' | 'Deny' | 'RequireApproval';
  readonly policy?: string;
  readonly rule?: string;
  readonly reason: string;
  /** DryRun: what would have been decided. */
  readonly dryRun?: {
    readonly effect: 'Deny' | 'RequireApproval';
    readonly policy?: string;
    readonly rule?: string;
  };
}

export interface Payloads {
  'session-start': {
    readonly connection: string;
    readonly namespace: string;
    readonly protocol: string;
    readonly agent: Agent;
    readonly target: { readonly host: string; readonly port: number };
    /** What the protocol's start-up said: user as given by the agent, database, application. */
    readonly client: Readonly<Record<string, string>>;
    readonly recorder: { readonly version: string };
  };
  command: {
    /** Number of the command in the session, from 1. */
    readonly command: number;
    /** Number of the prepared statement that it executes; its description is in a `data` event of that number. */
    readonly statement?: number;
    /** As the agent sent it, or masked where a policy masks commands. */
    readonly text: string;
    readonly parameters: readonly Parameter[];
    readonly effects: readonly Effect[];
    readonly verdict: RecordedVerdict;
    /** Stable code of the refusal, where the command was refused. */
    readonly code?: string;
  };
  decision: {
    readonly command: number;
    readonly approval: string;
    readonly decision: 'Approved' | 'Denied' | 'Expired' | 'Withdrawn';
    readonly deciders: readonly {
      readonly username: string;
      readonly decision: string;
      readonly reason: string;
      readonly decidedAt: string;
    }[];
    readonly reason: string;
  };
  data: {
    /**
     * `prepare`: a statement sent to the target for preparation (`text`, before it is executed);
     * `describe`: the target's description of a statement (`wire`); `input`: a part of the data that a COPY writes (`wire`);
     * `response`: a part of a command's response (`wire`); `notification`: what another session sent, and no command asked
     * for (`wire`, where responses are kept).
     */
    readonly stream: 'prepare' | 'describe' | 'input' | 'response' | 'notification';
    readonly command?: number;
    readonly statement?: number;
    readonly text?: string;
    /** Bytes as the agent received them, of `input` as it sent them, base64. */
    readonly wire?: string;
  };
  outcome: {
    readonly command: number;
    readonly status: 'success' | 'error' | 'blocked' | 'skipped' | 'unknown';
    /** SQLSTATE of the target's error, or the sidecar's code for `blocked`. */
    readonly code?: string;
    readonly rows: number;
    /** Bytes of the response as the agent received it. */
    readonly bytes: number;
    /**
     * `sha256:` and hex, of what the agent received of the response and the record does not hold: all of it with `Summary` and
     * `None`, else what follows the part that is kept. Absent where the record holds the whole response.
     */
    readonly digest?: string;
    /** The response is longer than what is kept of it. */
    readonly truncated?: true;
    readonly durationMs: number;
    /** The rest of the response, after the `data` events, base64. Absent with `Summary` and `None`. */
    readonly response?: string;
  };
  'session-end': {
    readonly phase: 'Completed' | 'Interrupted';
    readonly reason: string;
    readonly commands: {
      readonly total: number;
      readonly denied: number;
      readonly approved: number;
      readonly errors: number;
    };
    readonly rows: number;
    readonly bytes: number;
  };
  gap: { readonly reason: string };
}
