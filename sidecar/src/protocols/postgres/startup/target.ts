import type { Buffer } from 'node:buffer';
import tls from 'node:tls';
import { SidecarError } from '../../../errors.ts';
import type { Wire } from '../../../io/wire.ts';
import { encodeStartupMessage } from '../codec/frontend/startup-packet.ts';
import { authenticate, type AuthenticationMethod } from './authenticate.ts';
import type { FrameDoor } from './frame-door.ts';
import { MAX_STARTUP_MESSAGES } from './limits.ts';
import { openTarget, targetDeadline, targetDoor } from './open-target.ts';
import { assertAllowed, isUtf8Name } from './parameters.ts';
import { nextMessage, violation } from './target-messages.ts';
import type { TargetOptions } from './target-options.ts';

/** What a CancelRequest to this session of the target has to carry. */
export interface BackendKey {
  readonly processId: number;
  readonly secretKey: Buffer;
}

/** A target that has said ReadyForQuery, idle; whatever it sends next is still in the wire. */
export interface TargetLink {
  readonly wire: Wire;
  /** Every ParameterStatus of the start-up, the last value of each. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Absent where the target gives none, as some poolers. */
  readonly backendKey?: BackendKey;
  readonly authentication: AuthenticationMethod;
  readonly tls?: { readonly protocol: string; readonly cipher: string };
}

type Settled = Pick<TargetLink, 'parameters' | 'backendKey'>;

function startupMessage(options: TargetOptions): Buffer {
  const parameters = options.parameters ?? new Map<string, string>();
  assertAllowed(parameters);
  return encodeStartupMessage([
    ['user', options.credential.username],
    ['database', options.database],
    ['client_encoding', 'UTF8'],
    ...parameters,
  ]);
}

/** From AuthenticationOk to ReadyForQuery: settings and the key in any order, notices passed over. */
async function settle(door: FrameDoor): Promise<Settled> {
  const parameters = new Map<string, string>();
  let backendKey: BackendKey | undefined;
  for (let i = 0; i < MAX_STARTUP_MESSAGES; i++) {
    const message = await nextMessage(door);
    if (message.kind === 'ParameterStatus') parameters.set(message.name, message.value);
    else if (message.kind === 'BackendKeyData') backendKey = message;
    else if (message.kind === 'ReadyForQuery' && message.status === 'I') {
      return { parameters, ...(backendKey === undefined ? {} : { backendKey }) };
    } else if (message.kind !== 'NoticeResponse')
      throw violation(`${message.kind} during start-up`);
  }
  throw violation('the target does not come to an end with its start-up');
}

/** What a target must be for its SQL to mean what the sidecar reads; what it does not say counts as wrong. */
function checkSettings(parameters: ReadonlyMap<string, string>): void {
  for (const name of ['server_encoding', 'client_encoding']) {
    const encoding = parameters.get(name) ?? 'unknown';
    if (isUtf8Name(encoding)) continue;
    throw new SidecarError('UPSTREAM_ENCODING_UNSUPPORTED', `the target's ${name} is ${encoding}`, {
      facts: { [name]: encoding },
    });
  }
  if (parameters.get('standard_conforming_strings') !== 'on') {
    throw new SidecarError(
      'UPSTREAM_STRINGS_UNSUPPORTED',
      'the target does not have standard_conforming_strings on',
    );
  }
}

function tlsFacts({ socket }: Wire): Pick<TargetLink, 'tls'> {
  if (!(socket instanceof tls.TLSSocket)) return {};
  return { tls: { protocol: socket.getProtocol() ?? 'unknown', cipher: socket.getCipher().name } };
}

/**
 * Opens a session at the target with the connection's credential: TCP, TLS, StartupMessage, authentication, settings.
 * Leaves no socket open on failure.
 * @throws SidecarError with a code UPSTREAM_*; for an ErrorResponse UPSTREAM_REFUSED with the target's SQLSTATE
 * @throws TypeError for a parameter that is not allow-listed, or a NUL in a name: mistakes of the caller
 */
export async function connectTarget(options: TargetOptions): Promise<TargetLink> {
  const startup = startupMessage(options);
  const time = targetDeadline(options);
  let wire: Wire | undefined;
  try {
    wire = await openTarget(options, time.signal);
    wire.write(startup);
    const door = targetDoor(wire, time.signal);
    const authentication = await authenticate(door, options);
    const settled = await settle(door);
    checkSettings(settled.parameters);
    return { wire, authentication, ...settled, ...tlsFacts(wire) };
  } catch (error) {
    wire?.destroy();
    throw error;
  } finally {
    time.clear();
  }
}
