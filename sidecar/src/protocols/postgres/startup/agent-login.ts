import type { Buffer } from 'node:buffer';
import net from 'node:net';
import { identityLimits } from '../../../config/identity-limits.ts';
import { SidecarError } from '../../../errors.ts';
import type { Wire } from '../../../io/wire.ts';
import type { IdentityFacts } from '../../protocol.ts';
import {
  encodeAuthenticationCleartextPassword,
  encodeAuthenticationSasl,
  encodeAuthenticationSaslData,
} from '../codec/backend/authentication.ts';
import { frontendFrames, MAX_AUTH_BYTES, PHASE_STARTUP } from '../codec/frame-table.ts';
import { checkedFrameEnd, HEADER_BYTES } from '../codec/frame.ts';
import { decodePassword, decodeSaslInitialResponse } from '../codec/frontend/password.ts';
import { isMalformed, type Malformed } from '../codec/malformed.ts';
import { deadline } from './deadline.ts';
import { FrameDoor, type FrameFinder } from './frame-door.ts';
import { invalidToken, OAUTHBEARER, readBearer } from './oauth-bearer.ts';

const PASSWORD_MESSAGE = 0x70;
const rules = { table: frontendFrames, phase: PHASE_STARTUP, max: MAX_AUTH_BYTES + HEADER_BYTES };
const loginFrame: FrameFinder = (buf, start, end) => checkedFrameEnd(buf, start, end, rules);

const malformed = (reason: Malformed): SidecarError =>
  new SidecarError('STARTUP_MALFORMED', `no answer to the request for a token: ${reason.detail}`, {
    facts: { reason: reason.code },
  });
const missing = (): SidecarError =>
  new SidecarError('IDENTITY_MISSING', 'the connection asks for an OIDC token');

/** Bytes that stay on this machine; the form that IPv6 sockets have for IPv4 counts. */
function staysHere({ socket }: Wire): boolean {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/i, '');
  return peer === '::1' || (net.isIP(peer) === 4 && peer.startsWith('127.'));
}

export interface AgentLoginOptions {
  readonly wire: Wire;
  readonly encrypted: boolean;
  readonly identity: IdentityFacts;
  /** Milliseconds for everything; default `identity.loginMs`. */
  readonly timeoutMs?: number;
}

/** Asks an agent for its token, and hands it to `verify`, whose error is told in the mechanism's own form. */
export async function loginAgent<T>(
  options: AgentLoginOptions,
  verify: (token: string) => Promise<T>,
): Promise<T> {
  const { wire, encrypted, identity } = options;
  if (!encrypted && !staysHere(wire)) {
    throw new SidecarError('IDENTITY_TLS_REQUIRED', 'a token is not asked for in clear');
  }
  const timeoutMs = options.timeoutMs ?? identityLimits.loginMs.value;
  const time = deadline(
    timeoutMs,
    () => new SidecarError('STARTUP_TIMEOUT', 'no token came in time', { facts: { timeoutMs } }),
  );
  const door = new FrameDoor({
    wire,
    signal: time.signal,
    whenMalformed: malformed,
    whenClosed: (cause) =>
      new SidecarError('STARTUP_CLOSED', 'the agent closed the connection', { cause }),
  });
  try {
    const login = identity.mechanism === 'OAuthBearer' ? byBearer : byPassword;
    return await login(door, identity, verify);
  } finally {
    time.clear();
  }
}

async function nextAnswer(door: FrameDoor): Promise<Buffer> {
  const frame = await door.next(loginFrame);
  if (frame[0] === PASSWORD_MESSAGE) return frame;
  throw new SidecarError('STARTUP_CLOSED', 'the agent closed the connection');
}

async function byPassword<T>(
  door: FrameDoor,
  _identity: IdentityFacts,
  verify: (token: string) => Promise<T>,
): Promise<T> {
  door.wire.write(encodeAuthenticationCleartextPassword());
  const frame = await nextAnswer(door);
  const message = decodePassword(frame, HEADER_BYTES, frame.length);
  if (isMalformed(message)) throw malformed(message);
  if (message.password === '') throw missing();
  return verify(message.password);
}

async function byBearer<T>(
  door: FrameDoor,
  identity: IdentityFacts,
  verify: (token: string) => Promise<T>,
): Promise<T> {
  door.wire.write(encodeAuthenticationSasl([OAUTHBEARER]));
  const frame = await nextAnswer(door);
  const message = decodeSaslInitialResponse(frame, HEADER_BYTES, frame.length);
  if (isMalformed(message)) throw malformed(message);
  if (message.mechanism !== OAUTHBEARER || message.data === null) {
    throw new SidecarError('IDENTITY_MALFORMED', 'the agent answers by another mechanism');
  }
  try {
    const token = readBearer(message.data);
    if (token === undefined) throw missing();
    return await verify(token);
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    // The client acknowledges it with a message of its own, whatever that holds; only then comes the error (RFC 7628, 3.2.3).
    door.wire.write(encodeAuthenticationSaslData('continue', invalidToken(identity.issuer)));
    await nextAnswer(door);
    throw error;
  }
}
