import { readFileSync } from 'node:fs';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Broker } from '../broker/index.ts';
import type { SidecarOptions } from '../config/index.ts';
import { SidecarError } from '../errors.ts';
import type { Log } from '../telemetry/log.ts';
import type { Identity } from './identity.ts';

/** What the sidecar of a pod is to others; undefined without a cluster. Whom agents trust is there behind it. */
export async function openIdentity(
  { trust }: SidecarOptions,
  broker: Broker | undefined,
  log: Log,
): Promise<Identity | undefined> {
  if (broker === undefined) return undefined;
  // With it comes the list of the public authorities.
  const { Identity: IdentityOfPod } = await import('./identity.ts');
  return new IdentityOfPod({ broker, trust, log });
}

/**
 * What is served to agents that ask for TLS, at each moment: files where they are given, else what the broker certified.
 * @throws SidecarError TLS_UNUSABLE
 */
export function servedToAgents(
  { tls: files }: SidecarOptions,
  identity: Identity | undefined,
): () => SecureContext | undefined {
  if (files === undefined) return () => identity?.context;
  try {
    const cert = readFileSync(files.certFile);
    const key = readFileSync(files.keyFile);
    const context = createSecureContext({ cert, key, minVersion: 'TLSv1.2' });
    return () => context;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SidecarError('TLS_UNUSABLE', `certificate or key cannot be used: ${why}`, { cause });
  }
}
