import { Buffer } from 'node:buffer';
import { SidecarError } from '../../../errors.ts';

/** SASL mechanism of RFC 7628, as PostgreSQL 18 has it. */
export const OAUTHBEARER = 'OAUTHBEARER';

const malformed = (what: string): SidecarError =>
  new SidecarError('IDENTITY_MALFORMED', `no OAUTHBEARER message: ${what}`);

/** Ends each pair, and once more the message (RFC 7628, section 3.1). */
const SEPARATOR = '\x01';
const HEADERS: readonly string[] = ['n,,', 'y,,'];
const PAIR = /^([A-Za-z]+)=(.*)$/s;
/** b64token of RFC 6750, section 2.1; the scheme's case does not matter. */
const BEARER = /^[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]+=*)$/;

/**
 * Reads the client's first message: a GS2 header without channel binding and without another identity to act as, then
 * pairs, of which `auth` alone counts. Undefined where the token is left out: the client asks where to get one.
 * @throws SidecarError IDENTITY_MALFORMED
 */
export function readBearer(message: Buffer): string | undefined {
  const [header = '', ...rest] = message.toString('latin1').split(SEPARATOR);
  if (!HEADERS.includes(header)) throw malformed('a header that is not supported');
  if (rest.pop() !== '' || rest.pop() !== '') throw malformed('its end is missing');
  const values = rest.map((pair) => PAIR.exec(pair)?.slice(1));
  if (values.includes(undefined)) throw malformed('a pair that is none');
  const [auth, second] = values.filter((pair) => pair?.[0] === 'auth');
  if (auth === undefined || second !== undefined) throw malformed('not one value of auth');
  const [, value = ''] = auth;
  if (value === '') return undefined;
  const token = BEARER.exec(value)?.[1];
  if (token === undefined) throw malformed('auth is no bearer token');
  return token;
}

/** The server's answer to a token that it does not take (RFC 7628, section 3.2.2), which says where to get another. */
export function invalidToken(issuer: string): Buffer {
  const discovery = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = { status: 'invalid_token', 'openid-configuration': discovery, scope: 'openid' };
  return Buffer.from(JSON.stringify(answer), 'utf8');
}
