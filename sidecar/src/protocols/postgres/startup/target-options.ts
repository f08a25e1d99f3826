import type { LookupFunction } from 'node:net';
import type { WireLimits } from '../../../io/wire.ts';
import type { ClientCertificate, Credential, PasswordMethod } from '../../protocol.ts';
import type { StartupLimits } from './limits.ts';
import type { SaltedPasswords } from './salted-passwords.ts';

/** How a target is to be encrypted and identified. */
export interface TargetTls {
  /**
   * `Disable`: never. `Require`: encrypted, with whomever. `VerifyCA`: the certificate has to be signed by the authority.
   * `VerifyFull`: and has to name the host.
   */
  readonly mode: 'Disable' | 'Require' | 'VerifyCA' | 'VerifyFull';
  /** Authorities in PEM; absent: the system's. */
  readonly ca?: string;
  /** Name that the certificate has to have and that is sent as server name (RFC 6066, 3); default: the host. */
  readonly serverName?: string;
  /** Shown to a target that asks for one. */
  readonly clientCertificate?: ClientCertificate;
}

/** Where a target is, and how it is reached. */
export interface TargetAddress {
  readonly host: string;
  readonly port: number;
  readonly tls: TargetTls;
  /** How the host's address is found; default: the system's way. */
  readonly lookup?: LookupFunction;
  /** Times; default `DEFAULT_STARTUP_LIMITS`. */
  readonly limits?: Partial<StartupLimits>;
  /** Of the wire that is returned; default `DEFAULT_WIRE_LIMITS`. */
  readonly wireLimits?: WireLimits;
}

export interface TargetOptions extends TargetAddress {
  /** An empty password is none. */
  readonly credential: Credential;
  /** Ways of proving the password that are agreed to; default SCRAM-SHA-256 alone. */
  readonly authentication?: readonly PasswordMethod[];
  readonly database: string;
  /** Shared by all sessions, so that they do not all derive the same key. */
  readonly salted: SaltedPasswords;
  /** Allow-listed settings of the agent, by canonical name: `StartupRequest.parameters`. */
  readonly parameters?: ReadonlyMap<string, string>;
}
