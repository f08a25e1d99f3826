import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import type { Malformed } from '../malformed.ts';

/** CopyData ('d') of either direction: a chunk that need not end at a row's end. Offsets into the decoded buffer. */
export interface CopyData {
  readonly kind: 'CopyData';
  readonly start: number;
  readonly length: number;
}

/** CopyFail ('f'). */
export interface CopyFail {
  readonly kind: 'CopyFail';
  readonly reason: string;
}

export function decodeCopyData(_buf: Buffer, start: number, end: number): CopyData | Malformed {
  return { kind: 'CopyData', start, length: end - start };
}

export function decodeCopyFail(buf: Buffer, start: number, end: number): CopyFail | Malformed {
  const body = new BodyReader(buf, start, end);
  const reason = body.cstring();
  return body.finish({ kind: 'CopyFail', reason });
}

export const encodeCopyData = (data: Buffer): Buffer => serialize.copyData(data);
export const encodeCopyDone = (): Buffer => serialize.copyDone();
export const encodeCopyFail = (reason: string): Buffer => serialize.copyFail(reason);
