import { identityLimits } from '../config/identity-limits.ts';
import { SidecarError } from '../errors.ts';
import { HttpsFailure, requestHttps } from '../io/https.ts';

type Json = Readonly<Record<string, unknown>>;

/** Where an issuer's documents come from. */
export interface IssuerAddress {
  readonly issuer: string;
  readonly ca?: string;
}

const unavailable = (message: string, cause?: unknown): SidecarError =>
  new SidecarError('IDENTITY_ISSUER_UNAVAILABLE', message, { cause });
const invalid = (message: string): SidecarError =>
  new SidecarError('IDENTITY_ISSUER_INVALID', message);

async function document(url: string, ca: string | undefined): Promise<Json> {
  const { value: timeoutMs } = identityLimits.documentMs;
  const { value: maxBytes } = identityLimits.documentBytes;
  const headers = { accept: 'application/json' };
  const options = { url, headers, timeoutMs, maxBytes, ...(ca === undefined ? {} : { ca }) };
  const answer = await requestHttps(options).catch((error: unknown) => {
    if (!(error instanceof HttpsFailure)) throw error;
    const message = `${url}: ${error.message}`;
    if (error.code === 'TOO_LARGE' || error.code === 'ENCODED') throw invalid(message);
    throw unavailable(message, error);
  });
  if (answer.status !== 200) throw unavailable(`${url} answers ${String(answer.status)}`);
  try {
    const parsed: unknown = JSON.parse(answer.body.toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null) return parsed as Json;
  } catch {
    // Said below, without what the parser quotes.
  }
  throw invalid(`${url} is no JSON object`);
}

/**
 * The key set of an issuer, by its discovery document (OpenID Connect Discovery 1.0, section 4). The document has to name
 * the very issuer, and keys to be fetched by https.
 * @throws SidecarError IDENTITY_ISSUER_UNAVAILABLE, IDENTITY_ISSUER_INVALID
 */
export async function fetchKeySet({ issuer, ca }: IssuerAddress): Promise<Json> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const discovered = await document(url, ca);
  if (discovered['issuer'] !== issuer) throw invalid(`${url} is of another issuer`);
  const keys = discovered['jwks_uri'];
  if (typeof keys !== 'string' || !keys.startsWith('https://')) {
    throw invalid(`${url} names no jwks_uri of https`);
  }
  const set = await document(keys, ca);
  const list = set['keys'];
  const max = identityLimits.keys.value;
  if (!Array.isArray(list) || list.length === 0 || list.length > max) {
    throw invalid(`${keys} holds no keys, or more than ${String(max)}`);
  }
  return set;
}
