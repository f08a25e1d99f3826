import { createHash } from 'node:crypto';
import type { Buffer } from 'node:buffer';
import { SidecarError } from '../../../errors.ts';
import type { PasswordMethod } from '../../protocol.ts';
import type { BackendMessage } from '../codec/decode-backend.ts';
import {
  encodePassword,
  encodeSaslInitialResponse,
  encodeSaslResponse,
} from '../codec/frontend/password.ts';
import { serverEndPoint } from './channel-binding.ts';
import type { FrameDoor } from './frame-door.ts';
import { SCRAM_SHA_256, SCRAM_SHA_256_PLUS, ScramExchange, type ScramBinding } from './scram.ts';
import { nextMessage, violation } from './target-messages.ts';
import type { TargetOptions } from './target-options.ts';

/** How the target was satisfied: `none` where it asked for nothing, as under `trust` or a client certificate. */
export type AuthenticationMethod =
  'none' | 'scram-sha-256' | 'scram-sha-256-plus' | 'md5' | 'password';

const DEFAULT_METHODS: readonly PasswordMethod[] = ['ScramSHA256'];

const unsupported = (method: string): SidecarError =>
  new SidecarError(
    'UPSTREAM_AUTH_UNSUPPORTED',
    `the target asks for ${method}, which the connection does not allow`,
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

interface Login {
  readonly door: FrameDoor;
  readonly options: TargetOptions;
  readonly allowed: readonly PasswordMethod[];
}

/** A credential of a client certificate alone has no password to prove. */
function passwordOf({ credential }: TargetOptions): string {
  if (credential.password !== '') return credential.password;
  throw new SidecarError(
    'UPSTREAM_AUTH_UNSUPPORTED',
    'the target asks for a password, and the credential has none',
  );
}

interface Mechanism {
  readonly name: typeof SCRAM_SHA_256 | typeof SCRAM_SHA_256_PLUS;
  readonly binding: ScramBinding;
}

/**
 * With channel binding wherever both sides can. "y" says that the sidecar could and believes that the target cannot: a
 * target whose offer was taken out on the way ends the exchange then (RFC 5802, section 6).
 */
function mechanismFor({ door, allowed }: Login, offered: readonly string[]): Mechanism {
  const data = serverEndPoint(door.wire);
  const plus = offered.includes(SCRAM_SHA_256_PLUS);
  if (plus && data !== undefined) {
    return { name: SCRAM_SHA_256_PLUS, binding: { header: 'p=tls-server-end-point,,', data } };
  }
  if (!offered.includes(SCRAM_SHA_256)) throw unsupported(offered.join(', '));
  if (!allowed.includes('ScramSHA256')) throw unsupported('SCRAM-SHA-256 without channel binding');
  return { name: SCRAM_SHA_256, binding: { header: data === undefined ? 'n,,' : 'y,,' } };
}

async function scram(login: Login, offered: readonly string[]): Promise<AuthenticationMethod> {
  const { door, options, allowed } = login;
  if (!allowed.includes('ScramSHA256') && !allowed.includes('ScramSHA256Plus')) {
    throw unsupported(offered.join(', '));
  }
  const { name, binding } = mechanismFor(login, offered);
  const { salted } = options;
  const exchange = new ScramExchange({ password: passwordOf(options), salted, binding });
  door.wire.write(encodeSaslInitialResponse(name, exchange.first()));
  const first = await step(door, 'AuthenticationSASLContinue');
  door.wire.write(encodeSaslResponse(await exchange.final(first.data)));
  const final = await step(door, 'AuthenticationSASLFinal');
  exchange.verify(final.data);
  await step(door, 'AuthenticationOk');
  return name === SCRAM_SHA_256 ? 'scram-sha-256' : 'scram-sha-256-plus';
}

/** "MD5 Authentication" of the protocol: `md5` and the hash of the salt behind the hash of password and user, in hex. */
function md5Response(username: string, password: string, salt: Buffer): string {
  const hash = (...parts: readonly (string | Buffer)[]): string => {
    const digest = createHash('md5');
    for (const part of parts) digest.update(part);
    return digest.digest('hex');
  };
  return `md5${hash(hash(password, username), salt)}`;
}

async function md5({ door, options, allowed }: Login, salt: Buffer): Promise<AuthenticationMethod> {
  if (!allowed.includes('MD5')) throw unsupported('md5');
  const password = passwordOf(options);
  door.wire.write(encodePassword(md5Response(options.credential.username, password, salt)));
  await step(door, 'AuthenticationOk');
  return 'md5';
}

async function cleartext({ door, options, allowed }: Login): Promise<AuthenticationMethod> {
  if (!allowed.includes('Cleartext')) throw unsupported('the password in clear');
  door.wire.write(encodePassword(passwordOf(options)));
  await step(door, 'AuthenticationOk');
  return 'password';
}

/**
 * Answers what the target asks, if the connection allows it: by default SCRAM-SHA-256 alone, with channel binding where the
 * target offers it over TLS.
 * @throws SidecarError UPSTREAM_AUTH_UNSUPPORTED, UPSTREAM_AUTH_INVALID and those of `nextMessage`
 */
export async function authenticate(
  door: FrameDoor,
  options: TargetOptions,
): Promise<AuthenticationMethod> {
  const login = { door, options, allowed: options.authentication ?? DEFAULT_METHODS };
  const asked = await nextMessage(door);
  if (asked.kind === 'AuthenticationOk') return 'none';
  if (asked.kind === 'AuthenticationSASL') return scram(login, asked.mechanisms);
  if (asked.kind === 'AuthenticationMD5Password') return md5(login, asked.salt);
  if (asked.kind === 'AuthenticationCleartextPassword') return cleartext(login);
  if (asked.kind === 'AuthenticationOther') throw unsupported(asked.method);
  throw violation(`${asked.kind} before authentication`);
}
