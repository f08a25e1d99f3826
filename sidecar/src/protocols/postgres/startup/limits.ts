/** Every wait and length of the start-up; unit in the name. */
export interface StartupLimits {
  /** From the agent's first byte expected to its StartupMessage complete, TLS handshake included. */
  readonly agentStartupMs: number;
  /** Until the target accepts the TCP connection. */
  readonly connectMs: number;
  /** From the TCP connect to the target's first ReadyForQuery, everything included. */
  readonly targetStartupMs: number;
}

export const DEFAULT_STARTUP_LIMITS: StartupLimits = {
  agentStartupMs: 10_000,
  connectMs: 5_000,
  targetStartupMs: 15_000,
};

/** Bytes of one message of the target before its first ReadyForQuery; PostgreSQL's own are below 1 KiB. */
export const MAX_STARTUP_FRAME_BYTES: number = 32 * 1024;
/** Messages of the target before its first ReadyForQuery; PostgreSQL 18 sends about 20. */
export const MAX_STARTUP_MESSAGES = 500;
/** RFC 7677, section 4: fewer iterations are not to be accepted. */
export const MIN_SCRAM_ITERATIONS = 4096;
/** A hostile target could demand billions and keep a thread of the pool busy; a million take about half a second. */
export const MAX_SCRAM_ITERATIONS = 1_000_000;
/** Salted passwords that are kept, one per credential and target. */
export const MAX_SALTED_PASSWORDS = 64;
/** Bytes of a salt or nonce that a server may send; PostgreSQL's have 16 and 24. */
export const MAX_SCRAM_ATTRIBUTE_BYTES = 1024;
