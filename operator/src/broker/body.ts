import type { IncomingMessage } from 'node:http';
import { BrokerError } from './errors.ts';
import { brokerLimits } from './limits.ts';

/** The body of a request, JSON. @throws BrokerError BODY_TOO_LARGE, BODY_TIMEOUT, BAD_REQUEST */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const { bodyBytes, bodyMs } = brokerLimits;
  const late = setTimeout(() => {
    request.destroy(new BrokerError('BODY_TIMEOUT', 'the body did not come in time'));
  }, bodyMs.value);
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > bodyBytes.value)
        throw new BrokerError('BODY_TOO_LARGE', 'the body is too large');
      chunks.push(chunk);
    }
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch (cause) {
    if (cause instanceof BrokerError) throw cause;
    throw new BrokerError('BAD_REQUEST', 'the body is no JSON', { cause });
  } finally {
    clearTimeout(late);
  }
}
