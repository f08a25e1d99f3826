import { Buffer } from 'node:buffer';
import type * as OAuth from 'oauth4webapi';
import { upstreamLimits } from '../config/identity-limits.ts';
import { SidecarError } from '../errors.ts';
import { HttpsFailure, requestHttps } from '../io/https.ts';
import type { ExchangeSettings, Grant } from './types.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:token-exchange';

/** RFC 8693, section 3. */
const tokenTypes: Readonly<Record<ExchangeSettings['subjectTokenType'], string>> = {
  AccessToken: 'urn:ietf:params:oauth:token-type:access_token',
  IDToken: 'urn:ietf:params:oauth:token-type:id_token',
  JWT: 'urn:ietf:params:oauth:token-type:jwt',
};

const invalid = (message: string): SidecarError => new SidecarError('EXCHANGE_INVALID', message);

function parametersOf(settings: ExchangeSettings, subjectToken: string): URLSearchParams {
  const { audience, resource, scopes, subjectTokenType } = settings;
  return new URLSearchParams({
    subject_token: subjectToken,
    subject_token_type: tokenTypes[subjectTokenType],
    ...(audience === undefined ? {} : { audience }),
    ...(resource === undefined ? {} : { resource }),
    ...(scopes === undefined ? {} : { scope: scopes.join(' ') }),
  });
}

/** Sends what `oauth4webapi` wants sent, within the limits. */
function sender({
  ca,
}: ExchangeSettings): (
  url: string,
  options: OAuth.CustomFetchOptions<'POST', URLSearchParams>,
) => Promise<Response> {
  return async (url, { headers, body }) => {
    const answer = await requestHttps({
      url,
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: body.toString(),
      timeoutMs: upstreamLimits.exchangeMs.value,
      maxBytes: upstreamLimits.exchangeBytes.value,
      ...(ca === undefined ? {} : { ca }),
    });
    const { status } = answer;
    return new Response(new Uint8Array(answer.body), { status, headers: { ...answer.headers } });
  };
}

/** An error code of RFC 6749, section 5.2, and nothing else that the server may have sent. */
function codeIn(value: unknown): string | undefined {
  const code = (value as { readonly error?: unknown } | undefined)?.error;
  return typeof code === 'string' && /^[\x20-\x7e]{1,64}$/.test(code) ? code : undefined;
}

function refused(code: string): SidecarError {
  return new SidecarError(
    'EXCHANGE_REFUSED',
    `the authorization server refuses the exchange: ${code}`,
    {
      facts: { error: code },
    },
  );
}

function exchangeFailure(error: unknown, oauth: typeof OAuth): unknown {
  if (error instanceof HttpsFailure) {
    const isBad = error.code === 'TOO_LARGE' || error.code === 'ENCODED';
    const code = isBad ? 'EXCHANGE_INVALID' : 'EXCHANGE_UNAVAILABLE';
    return new SidecarError(code, `the token endpoint: ${error.message}`, { cause: error });
  }
  if (error instanceof oauth.ResponseBodyError) return refused(codeIn(error) ?? 'no reason');
  if (error instanceof oauth.WWWAuthenticateChallengeError) return refused('invalid_client');
  if (error instanceof oauth.OperationProcessingError) {
    const { status = 0 } = (error.cause ?? {}) as { readonly status?: number };
    if (status < 500) return invalid('the answer of the token endpoint is none of RFC 8693');
    const message = `the token endpoint answers ${String(status)}`;
    return new SidecarError('EXCHANGE_UNAVAILABLE', message);
  }
  if (error instanceof oauth.UnsupportedOperationError) {
    return invalid('the token endpoint gives a type of token that is no password');
  }
  return error;
}

/** A password: no NUL, which ends one in the protocol, and not longer than a server reads. */
function assertPassword(token: string): void {
  const max = upstreamLimits.credentialBytes.value;
  if (token === '' || token.includes('\0') || Buffer.byteLength(token) > max) {
    throw invalid('the token that was given cannot be a password');
  }
}

/**
 * Exchanges a token for one that the target takes as a password (RFC 8693).
 * @throws SidecarError EXCHANGE_REFUSED, EXCHANGE_UNAVAILABLE, EXCHANGE_INVALID
 */
export async function exchangeToken(
  settings: ExchangeSettings,
  subjectToken: string,
): Promise<Grant> {
  const oauth = await import('oauth4webapi');
  const { tokenEndpoint, client: known } = settings;
  const server = { issuer: new URL(tokenEndpoint).origin, token_endpoint: tokenEndpoint };
  const client = { client_id: known?.id ?? 'none' };
  const proof = known === undefined ? () => undefined : oauth.ClientSecretBasic(known.secret);
  const parameters = parametersOf(settings, subjectToken);
  try {
    const options = { [oauth.customFetch]: sender(settings) };
    const response = await oauth.genericTokenEndpointRequest(
      ...([server, client, proof, GRANT_TYPE, parameters, options] as const),
    );
    // "N_A": RFC 8693, section 2.2.1, of what is no access token.
    const recognizedTokenTypes = { n_a: () => undefined };
    const answer = await oauth.processGenericTokenEndpointResponse(server, client, response, {
      recognizedTokenTypes,
    });
    assertPassword(answer.access_token);
    const { expires_in: seconds } = answer;
    const lifetimeMs = seconds === undefined ? upstreamLimits.leaseMs.value : seconds * 1000;
    return { token: answer.access_token, lifetimeMs };
  } catch (error) {
    throw exchangeFailure(error, oauth);
  }
}
