import { SidecarError } from '../../../errors.ts';
import type { BackendMessage } from '../codec/decode-backend.ts';
import { encodeSaslInitialResponse, encodeSaslResponse } from '../codec/frontend/password.ts';
import type { FrameDoor } from './frame-door.ts';
import { SCRAM_SHA_256, ScramExchange } from './scram.ts';
import { nextMessage, violation } from './target-messages.ts';
import type { TargetOptions } from './target-options.ts';

/** How the target was satisfied: `none` where it asked for nothing, as under `trust` or a client certificate. */
export type AuthenticationMethod = 'none' | 'scram-sha-256';

const unsupported = (method: string): SidecarError =>
  new SidecarError(
    'UPSTREAM_AUTH_UNSUPPORTED',
    `the target asks for ${method}; only SCRAM-SHA-256 is supported`,
    { facts: { method } },
  );

/** The next message of the exchange, which must be of one kind: no step may be left out. */
async function step<K extends BackendMessage['kind']>(
  door: FrameDoor,
  kind: K,
): Promise<Extract<BackendMessage, { kind: K }>> {
  const message = await nextMessage(door);
  if (message.kind === kind) return message as Extract<BackendMessage, { kind: K }>;
  throw new SidecarError('UPSTREAM_AUTH_INVALID', `${message.kind} in place of ${kind}`);
}

async function scram(door: FrameDoor, { credential, salted }: TargetOptions): Promise<void> {
  const exchange = new ScramExchange({ password: credential.password, salted });
  door.wire.write(encodeSaslInitialResponse(SCRAM_SHA_256, exchange.first()));
  const first = await step(door, 'AuthenticationSASLContinue');
  door.wire.write(encodeSaslResponse(await exchange.final(first.data)));
  const final = await step(door, 'AuthenticationSASLFinal');
  exchange.verify(final.data);
  await step(door, 'AuthenticationOk');
}

/**
 * Answers what the target asks. A password in clear or by md5 is never sent.
 * @throws SidecarError UPSTREAM_AUTH_UNSUPPORTED, UPSTREAM_AUTH_INVALID and those of `nextMessage`
 */
export async function authenticate(
  door: FrameDoor,
  options: TargetOptions,
): Promise<AuthenticationMethod> {
  const asked = await nextMessage(door);
  if (asked.kind === 'AuthenticationOk') return 'none';
  if (asked.kind === 'AuthenticationMD5Password') throw unsupported('md5');
  if (asked.kind === 'AuthenticationCleartextPassword') throw unsupported('the password in clear');
  if (asked.kind === 'AuthenticationOther') throw unsupported(asked.method);
  if (asked.kind !== 'AuthenticationSASL') throw violation(`${asked.kind} before authentication`);
  if (!asked.mechanisms.includes(SCRAM_SHA_256)) throw unsupported(asked.mechanisms.join(', '));
  await scram(door, options);
  return 'scram-sha-256';
}
