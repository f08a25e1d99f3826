import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import { MAX_COLUMNS } from '../frame-table.ts';
import type { Malformed } from '../malformed.ts';

/** CopyInResponse ('G') and CopyOutResponse ('H'): the server is ready for, or begins, a copy. */
export interface CopyResponse {
  readonly kind: 'CopyInResponse' | 'CopyOutResponse';
  /** 0 text or CSV, 1 binary. */
  readonly format: number;
  readonly columnFormats: readonly number[];
}

type CopyDecoder = (buf: Buffer, start: number, end: number) => CopyResponse | Malformed;

const copyResponse =
  (kind: CopyResponse['kind']): CopyDecoder =>
  (buf, start, end) => {
    const body = new BodyReader(buf, start, end);
    const format = body.uint8();
    const count = body.count(2, MAX_COLUMNS);
    const columnFormats: number[] = [];
    for (let i = 0; i < count; i++) columnFormats.push(body.uint16());
    if ([format, ...columnFormats].some((code) => code > 1)) {
      body.fail('BAD_VALUE', 'a format code is neither 0 nor 1');
    }
    return body.finish({ kind, format, columnFormats });
  };

export const decodeCopyInResponse: CopyDecoder = copyResponse('CopyInResponse');
export const decodeCopyOutResponse: CopyDecoder = copyResponse('CopyOutResponse');

export function encodeCopyResponse({ kind, format, columnFormats }: CopyResponse): Buffer {
  const body = new BodyWriter().int8(format).int16(columnFormats.length);
  for (const code of columnFormats) body.int16(code);
  return body.frame(kind === 'CopyInResponse' ? 'G' : 'H');
}
