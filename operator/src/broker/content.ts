import type { IncomingMessage } from 'node:http';
import { CONTENT_DIGEST_HEADER } from '@chaperone/core/broker';
import { storeLimits } from '../store/limits.ts';
import type { StoredObject } from '../store/types.ts';
import { BrokerError } from './errors.ts';

/** A file that is put to the broker: what its headers announce, and its bytes as they come. */
export interface Content {
  readonly announced: StoredObject;
  readonly chunks: AsyncIterable<Buffer>;
}

/** @throws BrokerError BAD_REQUEST; from the bytes BODY_TIMEOUT, BAD_REQUEST */
export function contentOf(request: IncomingMessage): Content {
  const { 'content-length': length = '', [CONTENT_DIGEST_HEADER]: sha256 } = request.headers;
  if (!/^\d{1,15}$/.test(length) || typeof sha256 !== 'string') {
    throw new BrokerError('BAD_REQUEST', 'the headers announce no length and digest');
  }
  return { announced: { bytes: Number(length), sha256 }, chunks: read(request) };
}

async function* read(request: IncomingMessage): AsyncGenerator<Buffer, void, undefined> {
  const late = new BrokerError('BODY_TIMEOUT', 'the file did not come in time');
  const end = (): void => {
    request.destroy(late);
  };
  const idle = setTimeout(end, storeLimits.contentIdleMs.value);
  const whole = setTimeout(end, storeLimits.contentMs.value);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      idle.refresh();
      yield chunk;
    }
  } catch (cause) {
    if (cause instanceof BrokerError) throw cause;
    throw new BrokerError('BAD_REQUEST', 'the file did not come whole', { cause });
  } finally {
    clearTimeout(idle);
    clearTimeout(whole);
  }
}
