import type { Buffer } from 'node:buffer';
import type { Effect, Parameter } from '@chaperone/core/command';
import type { Detectors } from '@chaperone/core/masking';
import type { EffectivePolicies, Permit } from '@chaperone/core/policy';
import type { SidecarError, SidecarErrorCode } from '../errors.ts';
import type { Wire } from '../io/wire.ts';

/** Why a command does not run, in no protocol's form; each protocol renders it as the error its clients know. */
export interface Refusal {
  readonly code: SidecarErrorCode;
  /** One sentence for the agent. */
  readonly message: string;
  /** What it could do instead. */
  readonly hint?: string;
  /** What the command would have done. */
  readonly effects?: readonly Effect[];
  readonly policy?: string;
  readonly rule?: string;
  /** Name of the Approval to wait for or to retry with. */
  readonly approval?: string;
}

/**
 * What a protocol found out about a command from its text. Made once per text and shared, so that what the path prepares
 * for it (verdict, record prefix) is prepared once.
 */
export interface Classified {
  readonly text: string;
  readonly effects: readonly Effect[];
  /** The protocol refuses it whatever policies say: not supported, or a masked value could not be followed. */
  readonly refusal: Refusal | undefined;
  /** Settings of the session that its meaning depends on, in the protocol's words; absent: as the session began. */
  readonly context?: string;
  /** Another text, of which all this holds too: it differs from this one in the values of literals and in nothing else. */
  readonly like?: Classified;
}

/** One execution, as the agent asks for it. */
export interface CommandRequest {
  readonly classified: Classified;
  readonly parameters: readonly Parameter[];
  readonly parameterTypes: readonly number[];
  /** Number of the prepared statement that it executes, if any. */
  readonly statement?: number;
}

/** Number of a command that could not be recorded, and was refused for that. */
export const UNRECORDED = 0;

/** How steps 3 to 6 end: with a permit, or with a refusal. Either way the command is recorded under its number. */
export type Passage = { readonly permit: Permit; readonly command: number } | Refused;

export interface Refused {
  readonly permit?: undefined;
  /** RECORDING_UNAVAILABLE or RECORDING_FULL where the number is UNRECORDED. */
  readonly refusal: Refusal;
  readonly command: number;
}

export interface Outcome {
  readonly command: number;
  readonly status: 'success' | 'error' | 'blocked' | 'skipped' | 'unknown';
  readonly code?: string;
  readonly rows: number;
  /** Bytes of the response that the agent gets, over all parts. */
  readonly bytes: number;
  /** Milliseconds since the command was forwarded. */
  readonly durationMs: number;
}

/**
 * How much the agent may still be sent, as policies say and its other sessions leave it. `look` brings the numbers up to
 * date; Infinity where nothing limits.
 */
export interface Allowance {
  /** Answers whether anything is limited; where nothing is, nothing has to be spent either. */
  readonly look: () => boolean;
  readonly rowsPerCommand: number;
  readonly bytesPerCommand: number;
  /** What is left of the hour. */
  readonly rowsLeft: number;
  readonly bytesLeft: number;
  /** What was sent since. */
  readonly spend: (rows: number, bytes: number) => void;
}

/**
 * The path of a command, as a protocol sees it. Everything that records throws SidecarError RECORDING_UNAVAILABLE or
 * RECORDING_FULL where it cannot be written; what it was about must then not be forwarded or delivered.
 */
export interface CommandPath {
  readonly allowance: Allowance;
  /** Steps 3 to 6: decide, record, hold. A promise only where somebody or something has to be waited for. */
  admit(request: CommandRequest): Passage | Promise<Passage>;
  /** Would this text be denied whatever its parameters are? Undefined where parameters or time may decide. */
  foresee(classified: Classified): Refusal | undefined;
  /** How to find out how many rows a command would reach, for the person who decides on one that is held. */
  estimateBy(estimate: (request: CommandRequest) => Promise<number | undefined>): void;
  /** Why a permit of before does not hold any more: policies changed since this command was decided. */
  outdated(command: number): Refusal | undefined;
  /** Records a refusal that no permit was asked for: a message that is not supported, a limit. */
  refuse(request: CommandRequest, refusal: Refusal): Refused;
  /** Records a statement that is about to be sent for preparation. */
  prepared(statement: number, text: string): void;
  /** Records the target's description of a statement. */
  described(statement: number, buffer: Buffer, start: number, end: number): void;
  /** Records a part of what a command writes and its text does not hold, before it is forwarded. */
  input(command: number, buffer: Buffer, start: number, end: number): void;
  /** Records a part of a command's response, before it is delivered. */
  part(command: number, buffer: Buffer, start: number, end: number): void;
  /** Records what the target sends on its own account and no command asked for, before it is delivered. */
  notification(buffer: Buffer, start: number, end: number): void;
  /** Records how a command ended, with the last part of its response. */
  outcome(outcome: Outcome, buffer?: Buffer, start?: number, end?: number): void;
  /** A fact that the record would otherwise hide. */
  gap(reason: string): void;
  /** Undefined where what was recorded needs no waiting for; else settles when it is as durable as the connection asks. */
  durable(): Promise<void> | undefined;
  /** Withdraws the command that is being held, if any; answers whether there was one. */
  withdraw(reason: string): boolean;
  /** The same because the agent cancelled it: the command is refused with COMMAND_CANCELLED. */
  cancelHeld(): boolean;
  /** Ends the session. */
  close(phase: 'Completed' | 'Interrupted', reason: string): Promise<void>;
}

/** Ways of proving a password to a target, as `target.postgres.authentication` names them. */
export type PasswordMethod = 'ScramSHA256Plus' | 'ScramSHA256' | 'MD5' | 'Cleartext';

/** Both PEM. */
export interface ClientCertificate {
  readonly certificate: string;
  readonly key: string;
}

export interface TargetFacts {
  readonly host: string;
  readonly port: number;
  readonly tlsMode: 'Disable' | 'Require' | 'VerifyCA' | 'VerifyFull';
  /** Name that its certificate has to have; absent: the host. */
  readonly serverName?: string;
  /** PEM; absent: the system's. */
  readonly ca?: string;
  readonly clientCertificate?: ClientCertificate;
  /** What is agreed to; absent: ScramSHA256 alone. */
  readonly authentication?: readonly PasswordMethod[];
}

export interface Credential {
  readonly username: string;
  /** Empty: there is none, a client certificate has to do. */
  readonly password: string;
}

/** A credential for as long as a session needs it; shared with others where it can be. */
export interface Lease {
  /** As it is now: it may have been renewed. */
  readonly current: () => Promise<Credential>;
  /** Once, when nobody will ask any more. */
  readonly release: () => void;
}

/** What a connection asks of an agent beyond being where it is. */
export interface IdentityFacts {
  /** How it presents its token. */
  readonly mechanism: 'Password' | 'OAuthBearer';
  /** Where it gets one: an OpenID Connect issuer's URL. */
  readonly issuer: string;
}

/** One connection as it is configured now. */
export interface ConnectionFacts {
  readonly name: string;
  readonly namespace: string;
  readonly target: TargetFacts;
  /** The role at the target; the secret behind it comes with a lease. */
  readonly credential: { readonly username: string };
  /** Absent: nobody asks who the agent is. */
  readonly identity?: IdentityFacts;
  readonly maxCommandBytes: number;
  readonly idleTimeoutMs: number;
  /** Milliseconds after which a session takes no new command; Infinity where it may last. */
  readonly maxSessionDurationMs: number;
}

/** The policies of one agent on one connection, ready for use. Another object whenever anything of it changed. */
export interface SessionPolicies {
  readonly effective: EffectivePolicies;
  /** What to look for in responses. */
  readonly detectors: Detectors;
  /** What to look for in what the record keeps of commands. */
  readonly commandDetectors: Detectors;
  /** Key of Hash masking: stable per connection. */
  readonly maskKey: Uint8Array;
}

/** What the listener gives a protocol for each accepted connection. */
export interface Door {
  /**
   * A snapshot at the time of the call.
   * @throws SidecarError TOO_MANY_SESSIONS where no further session may open now
   */
  connection(): ConnectionFacts;
  /**
   * The door of the agent that a token names, where the connection asks for one.
   * @throws SidecarError IDENTITY_*
   */
  identified(token: string): Promise<Door>;
  /** When the agent's token has expired and its session has to end, milliseconds since the epoch; absent: never. */
  readonly endsAtMs?: number | undefined;
  /** The policies that hold for this agent now. */
  readonly policies: () => SessionPolicies;
  /**
   * The credential to log in with; its `current` throws SidecarError EXCHANGE_*.
   * @throws SidecarError those of `connection`
   */
  lease(): Lease;
  /** Registers the session; throws where that cannot be recorded. `client` is what start-up said. */
  openSession(client: Readonly<Record<string, string>>): Promise<CommandPath>;
  /** Facts for the operator's log, never a secret. */
  log(event: string, facts: Readonly<Record<string, string | number>>): void;
  /** An agent was turned away before it had a session: logged, and counted by its code. */
  refused(event: string, error: SidecarError): void;
}

/** One live session, for whoever starts and stops things. */
export interface Session {
  /** No new commands; ends when those under way have ended. */
  drain(): void;
  destroy(reason: string): void;
  readonly done: Promise<void>;
}

/** A protocol plug-in: one row of the registry. */
export interface Protocol {
  readonly name: string;
  serve(wire: Wire, door: Door): Session;
}
