import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/** `I` idle, `T` in a transaction, `E` in a failed transaction. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** ReadyForQuery ('Z'). */
export interface ReadyForQuery {
  readonly kind: 'ReadyForQuery';
  readonly status: TransactionStatus;
}

const statuses: ReadonlyMap<number, TransactionStatus> = new Map([
  [0x49, 'I'],
  [0x54, 'T'],
  [0x45, 'E'],
]);

export function decodeReadyForQuery(
  buf: Buffer,
  start: number,
  end: number,
): ReadyForQuery | Malformed {
  const body = new BodyReader(buf, start, end);
  const status = statuses.get(body.uint8());
  if (status === undefined) body.fail('BAD_VALUE', 'the transaction status is none of I, T and E');
  return body.finish({ kind: 'ReadyForQuery', status: status ?? 'I' });
}

export function encodeReadyForQuery(status: TransactionStatus): Buffer {
  return new BodyWriter().int8(status.charCodeAt(0)).frame('Z');
}
