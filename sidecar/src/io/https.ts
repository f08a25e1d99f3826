import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Agent } from 'node:https';

/** One request to a server that the operator named, by TLS and nothing else. */
export interface HttpsRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Authorities in PEM; absent: those that Node trusts. */
  readonly ca?: string;
  /** Keeps connections for further requests; absent: the connection is closed. */
  readonly agent?: Agent;
  /** Milliseconds for everything, from the name's resolution to the last byte. */
  readonly timeoutMs: number;
  /** Bytes of the answer's body. */
  readonly maxBytes: number;
}

export interface HttpsAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The answer did not come, or is none that may be read. */
export class HttpsFailure extends Error {
  override readonly name = 'HttpsFailure';
  readonly code: 'UNREACHABLE' | 'TIMEOUT' | 'TOO_LARGE' | 'ENCODED';

  constructor(code: HttpsFailure['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

function headersOf(response: IncomingMessage): Readonly<Record<string, string>> {
  const pairs = Object.entries(response.headers);
  return Object.fromEntries(
    pairs.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]),
  );
}

async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (response.headers['content-encoding'] !== undefined) {
    throw new HttpsFailure('ENCODED', 'the answer is encoded, which was not asked for');
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) {
      throw new HttpsFailure('TOO_LARGE', `the answer is longer than ${String(maxBytes)} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Sends a request and reads the answer, whatever its status. Redirections are not followed: they could lead anywhere.
 * @throws HttpsFailure
 * @throws TypeError for a URL that is not https
 */
export async function requestHttps(request: HttpsRequest): Promise<HttpsAnswer> {
  if (!request.url.startsWith('https://')) throw new TypeError('only https is spoken');
  const https = await import('node:https');
  const { url, method = 'GET', headers = {}, body, ca, agent = false } = request;
  const { timeoutMs, maxBytes } = request;
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        method,
        headers,
        signal,
        agent,
        ...(ca === undefined ? {} : { ca }),
      };
      const outgoing = https.request(url, options, resolve);
      outgoing.on('error', reject);
      outgoing.end(body);
    });
    try {
      const read = await bodyOf(response, maxBytes);
      return { status: response.statusCode ?? 0, headers: headersOf(response), body: read };
    } finally {
      response.destroy();
    }
  } catch (error) {
    if (error instanceof HttpsFailure) throw error;
    if (signal.aborted) {
      throw new HttpsFailure('TIMEOUT', `no answer within ${String(timeoutMs)} ms`, error);
    }
    throw new HttpsFailure('UNREACHABLE', (error as Error).message, error);
  }
}
