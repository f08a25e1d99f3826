import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestHttps, type Agent } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { brokerLimits } from '../config/broker-limits.ts';
import { uploadLimits } from '../config/upload-limits.ts';
import { SidecarError } from '../errors.ts';
import type { Outgoing } from './files.ts';

export interface Destination {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for all of it; default `upload.sendMs`. */
  readonly timeoutMs?: number;
  /** Keeps connections and knows whom to trust; absent: what Node trusts, and a connection for this file alone. */
  readonly agent?: Agent;
}

export interface Sent {
  readonly status: number;
  /** What was said, as far as it is read. */
  readonly body: string;
}

/** Puts a file. @throws SidecarError BROKER_UNAVAILABLE where there is no answer */
export async function send(file: Outgoing, destination: Destination): Promise<Sent> {
  const { url, headers, agent, timeoutMs = uploadLimits.sendMs.value } = destination;
  const options = {
    method: 'PUT',
    headers: { ...headers, 'content-length': String(file.bytes) },
    ...(agent === undefined ? {} : { agent }),
    timeout: uploadLimits.idleMs.value,
    signal: AbortSignal.timeout(timeoutMs),
  };
  const request = url.startsWith('https:') ? requestHttps(url, options) : requestHttp(url, options);
  request.on('timeout', () => {
    request.destroy(new Error('the store takes nothing'));
  });
  try {
    const answered = answerOf(request);
    // An answer may come before the file was taken: a refusal. It counts, whatever becomes of the rest.
    const sent = pipeline(file.open(), request);
    sent.catch(() => undefined);
    const response = await answered;
    return { status: response.statusCode ?? 0, body: await textOf(response) };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new SidecarError('BROKER_UNAVAILABLE', `the file was not stored: ${message}`, { cause });
  }
}

async function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    request.on('error', reject);
  });
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= brokerLimits.answerBytes.value) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
