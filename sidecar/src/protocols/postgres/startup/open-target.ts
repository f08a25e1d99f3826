import type { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { postgresLimits } from '../../../config/limits.ts';
import { SidecarError } from '../../../errors.ts';
import { Wire } from '../../../io/wire.ts';
import { NEED_MORE } from '../codec/frame.ts';
import { encodeSslRequest } from '../codec/frontend/startup-packet.ts';
import type { Malformed } from '../codec/malformed.ts';
import { deadline } from './deadline.ts';
import { FrameDoor } from './frame-door.ts';
import { DEFAULT_STARTUP_LIMITS } from './limits.ts';
import type { TargetAddress } from './target-options.ts';
import { tlsOptions } from './target-tls.ts';

const oneByte = (_buf: Buffer, start: number, end: number): number =>
  end > start ? start + 1 : NEED_MORE;

/** A door to the target: what it sends wrongly and when it closes, in the sidecar's errors. */
export function targetDoor(wire: Wire, signal: AbortSignal): FrameDoor {
  return new FrameDoor({
    wire,
    signal,
    whenClosed: (cause) =>
      new SidecarError('UPSTREAM_CLOSED', 'the target closed the connection during start-up', {
        cause,
      }),
    whenMalformed: (reason: Malformed) =>
      new SidecarError('UPSTREAM_PROTOCOL_VIOLATION', `the target's start-up: ${reason.detail}`, {
        facts: { reason: reason.code },
      }),
  });
}

async function connect(address: TargetAddress, signal: AbortSignal): Promise<Wire> {
  const { host, port, lookup, wireLimits } = address;
  const facts = { host, port };
  const connectMs = address.limits?.connectMs ?? DEFAULT_STARTUP_LIMITS.connectMs;
  const wire = Wire.connect({ host, port, ...(lookup && { lookup }) }, wireLimits);
  const time = deadline(
    connectMs,
    () =>
      new SidecarError('UPSTREAM_TIMEOUT', `no connection to ${host}:${String(port)} in time`, {
        facts: { ...facts, timeoutMs: connectMs },
      }),
  );
  const either = AbortSignal.any([signal, time.signal]);
  try {
    await once(wire.socket, 'connect', { signal: either });
    wire.socket.setKeepAlive(true, postgresLimits.keepAliveMs.value);
    return wire;
  } catch (cause) {
    wire.destroy();
    either.throwIfAborted();
    throw new SidecarError('UPSTREAM_CONNECT_FAILED', `cannot connect to ${host}:${String(port)}`, {
      cause,
      facts,
    });
  } finally {
    time.clear();
  }
}

async function handshake(wire: Wire, address: TargetAddress, signal: AbortSignal): Promise<Wire> {
  const giveUp = (): void => {
    wire.destroy();
  };
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await wire.startTlsClient(tlsOptions(address), address.wireLimits);
  } catch (cause) {
    signal.throwIfAborted();
    const why = cause instanceof Error ? cause.message : 'unknown';
    throw new SidecarError('UPSTREAM_TLS_FAILED', `TLS with ${address.host}: ${why}`, { cause });
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

/**
 * Asks for TLS and starts it. The answer is one byte, and nothing may follow it in clear (CVE-2021-23222); an ErrorResponse in
 * its place is not read, as nobody has proved who sent it (CVE-2024-10977).
 */
async function secure(wire: Wire, address: TargetAddress, signal: AbortSignal): Promise<Wire> {
  wire.write(encodeSslRequest());
  const answer = (await targetDoor(wire, signal).next(oneByte)).toString('latin1');
  if (answer === 'N' || answer === 'E') {
    throw new SidecarError('UPSTREAM_TLS_REFUSED', 'the target does not offer TLS');
  }
  if (answer !== 'S') {
    throw new SidecarError('UPSTREAM_PROTOCOL_VIOLATION', 'the answer to SSLRequest is no answer');
  }
  if (wire.unconsumed > 0) {
    throw new SidecarError(
      'UPSTREAM_TLS_STUFFED',
      'bytes in clear behind the answer to SSLRequest',
    );
  }
  return handshake(wire, address, signal);
}

/**
 * Connects, and encrypts where the mode says so. Leaves no socket open on failure.
 * @throws SidecarError UPSTREAM_CONNECT_FAILED, UPSTREAM_TIMEOUT, UPSTREAM_CLOSED, UPSTREAM_TLS_REFUSED,
 *   UPSTREAM_TLS_STUFFED, UPSTREAM_TLS_FAILED, UPSTREAM_PROTOCOL_VIOLATION
 */
export async function openTarget(address: TargetAddress, signal: AbortSignal): Promise<Wire> {
  const wire = await connect(address, signal);
  if (address.tls.mode === 'Disable') return wire;
  try {
    return await secure(wire, address, signal);
  } catch (error) {
    wire.destroy();
    throw error;
  }
}

/** The one time for everything that happens with a target until its first ReadyForQuery. */
export function targetDeadline(address: TargetAddress): ReturnType<typeof deadline> {
  const timeoutMs = address.limits?.targetStartupMs ?? DEFAULT_STARTUP_LIMITS.targetStartupMs;
  return deadline(
    timeoutMs,
    () =>
      new SidecarError('UPSTREAM_TIMEOUT', 'the target did not complete the start-up in time', {
        facts: { timeoutMs },
      }),
  );
}
