import { Buffer } from 'node:buffer';
import tls, { type SecureContext } from 'node:tls';
import { SidecarError } from '../../../errors.ts';
import type { Wire, WireLimits } from '../../../io/wire.ts';
import { encodeNegotiateProtocolVersion } from '../codec/backend/negotiate-protocol-version.ts';
import { startupFrameEnd } from '../codec/frame.ts';
import {
  decodeStartupPacket,
  type EncryptionRequest,
  type StartupMessage,
  type StartupPacket,
} from '../codec/frontend/startup-packet.ts';
import { isMalformed, type Malformed } from '../codec/malformed.ts';
import { deadline } from './deadline.ts';
import { FrameDoor } from './frame-door.ts';
import { DEFAULT_STARTUP_LIMITS } from './limits.ts';
import { readStartupRequest, type StartupRequest } from './parameters.ts';
import { fatalResponse } from './refusal.ts';

/** Newest minor version of protocol 3 that is spoken with agents. */
export const NEWEST_MINOR = 2;

export interface AgentStartupOptions {
  /** Certificate and key of the listener; without it SSLRequest is answered 'N'. */
  readonly tls?: SecureContext;
  /** Milliseconds for everything; default `agentStartupMs`. */
  readonly timeoutMs?: number;
  /** Of the wire under TLS. */
  readonly wireLimits?: WireLimits;
}

/** First byte of a TLS record of type handshake (RFC 8446, 5.1); no start-up packet begins with it, as it would be too long. */
const TLS_HANDSHAKE = 0x16;
/** Application protocol of PostgreSQL (RFC 7301); with TLS from the first byte it has to be agreed on. */
const ALPN = 'postgresql';

/** `wire` is the one to go on with: under TLS it is not the one that was given. */
export type AgentStartup =
  | ({
      readonly kind: 'startup';
      readonly wire: Wire;
      readonly minor: number;
      readonly encrypted: boolean;
    } & StartupRequest)
  | {
      readonly kind: 'cancel';
      readonly wire: Wire;
      readonly processId: number;
      readonly secretKey: Buffer;
    }
  | {
      readonly kind: 'refusal';
      readonly wire: Wire;
      readonly error: SidecarError;
      /** To be sent before closing; absent where nobody is left to read it. */
      readonly response?: Buffer;
    };

const malformedStartup = (reason: Malformed): SidecarError =>
  new SidecarError('STARTUP_MALFORMED', `no start-up packet of PostgreSQL: ${reason.detail}`, {
    facts: { reason: reason.code },
  });

const tlsFailed = (message: string, cause?: unknown): SidecarError =>
  new SidecarError('STARTUP_TLS_FAILED', message, { cause });

/** One agent's start-up: which requests were already made, and on which wire it goes on. */
class AgentDoor {
  wire: Wire;
  readonly #options: AgentStartupOptions;
  readonly #signal: AbortSignal;
  readonly #asked = new Set<EncryptionRequest['kind']>();
  #door: FrameDoor;
  encrypted = false;

  constructor(wire: Wire, options: AgentStartupOptions, signal: AbortSignal) {
    this.wire = wire;
    this.#options = options;
    this.#signal = signal;
    this.#door = this.#open(wire);
  }

  /** TLS from the first byte on, without SSLRequest (`sslnegotiation=direct` of libpq 17). */
  async encryptAtOnce(): Promise<void> {
    if ((await this.#door.peek()) !== TLS_HANDSHAKE) return;
    const context = this.#options.tls;
    if (context === undefined) throw tlsFailed('TLS is not offered');
    const agreed = await this.#upgrade(context);
    // Against another protocol's client that is made to speak to this port, as PostgreSQL does.
    if (agreed !== ALPN) throw tlsFailed('no protocol was agreed on by ALPN');
  }

  async packet(): Promise<StartupPacket> {
    const bytes = await this.#door.next(startupFrameEnd);
    const packet = decodeStartupPacket(bytes, 4, bytes.length);
    if (isMalformed(packet)) throw malformedStartup(packet);
    return packet;
  }

  /** Answers SSLRequest and GSSENCRequest, in any order, each at most once, and neither within TLS. */
  async encrypt(request: EncryptionRequest): Promise<void> {
    if (this.encrypted || this.#asked.has(request.kind)) {
      throw new SidecarError('STARTUP_MALFORMED', `a second ${request.kind}`);
    }
    this.#asked.add(request.kind);
    // The same class of attack as CVE-2021-23214: what came in clear must not count as encrypted.
    if (this.wire.unconsumed > 0) {
      throw new SidecarError('STARTUP_TLS_STUFFED', `bytes behind ${request.kind}`);
    }
    const context = request.kind === 'SSLRequest' ? this.#options.tls : undefined;
    this.wire.write(Buffer.from(context === undefined ? 'N' : 'S', 'latin1'));
    if (context !== undefined) await this.#upgrade(context);
  }

  /** Answers the protocol that was agreed on, if any. */
  async #upgrade(context: SecureContext): Promise<string | undefined> {
    const clear = this.wire;
    const giveUp = (): void => {
      clear.destroy();
    };
    this.#signal.addEventListener('abort', giveUp, { once: true });
    try {
      const options = { context, protocol: ALPN };
      this.wire = await clear.startTlsServer(options, this.#options.wireLimits);
    } catch (cause) {
      this.#signal.throwIfAborted();
      throw tlsFailed('the TLS handshake with the agent failed', cause);
    } finally {
      this.#signal.removeEventListener('abort', giveUp);
    }
    this.encrypted = true;
    this.#door = this.#open(this.wire);
    const { socket } = this.wire;
    const agreed = socket instanceof tls.TLSSocket ? socket.alpnProtocol : false;
    return typeof agreed === 'string' ? agreed : undefined;
  }

  #open(wire: Wire): FrameDoor {
    return new FrameDoor({
      wire,
      signal: this.#signal,
      whenMalformed: malformedStartup,
      whenClosed: (cause) =>
        new SidecarError('STARTUP_CLOSED', 'the agent closed the connection', { cause }),
    });
  }
}

function accept(door: AgentDoor, message: StartupMessage): AgentStartup {
  if (message.major !== 3) {
    throw new SidecarError(
      'UNSUPPORTED_PROTOCOL_VERSION',
      `protocol ${String(message.major)}.${String(message.minor)} is not supported, 3.0 to 3.${String(NEWEST_MINOR)} are`,
    );
  }
  const request = readStartupRequest(message.parameters);
  const minor = Math.min(message.minor, NEWEST_MINOR);
  if (minor !== message.minor || request.unknownOptions.length > 0) {
    door.wire.write(encodeNegotiateProtocolVersion(minor, request.unknownOptions));
  }
  return { kind: 'startup', wire: door.wire, minor, encrypted: door.encrypted, ...request };
}

async function converse(door: AgentDoor): Promise<AgentStartup> {
  await door.encryptAtOnce();
  for (;;) {
    const packet = await door.packet();
    if (packet.kind === 'StartupMessage') return accept(door, packet);
    if (packet.kind === 'CancelRequest') return { ...packet, kind: 'cancel', wire: door.wire };
    await door.encrypt(packet);
  }
}

/** Nobody reads an answer behind a closed connection or a failed handshake. */
function refuse(wire: Wire, error: unknown): AgentStartup {
  if (!(error instanceof SidecarError)) throw error;
  const isMute = wire.closed || error.code === 'STARTUP_TLS_FAILED';
  return { kind: 'refusal', wire, error, ...(isMute ? {} : { response: fatalResponse(error) }) };
}

/**
 * The agent's side of the start-up, up to the StartupMessage or CancelRequest. Never rejects for what an agent sends or
 * leaves out: the answer is then a refusal with the bytes to say before closing. On a timeout the wire under a TLS
 * handshake is destroyed.
 */
export async function readAgentStartup(
  wire: Wire,
  options: AgentStartupOptions = {},
): Promise<AgentStartup> {
  const timeoutMs = options.timeoutMs ?? DEFAULT_STARTUP_LIMITS.agentStartupMs;
  const expired = (): SidecarError =>
    new SidecarError('STARTUP_TIMEOUT', 'the agent did not complete its start-up in time', {
      facts: { timeoutMs },
    });
  const time = deadline(timeoutMs, expired);
  const door = new AgentDoor(wire, options, time.signal);
  try {
    return await converse(door);
  } catch (error) {
    return refuse(door.wire, error);
  } finally {
    time.clear();
  }
}
