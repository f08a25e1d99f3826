import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/** Messages without a body, with their type bytes. */
export const bareBackend = {
  ParseComplete: '1',
  BindComplete: '2',
  CloseComplete: '3',
  NoData: 'n',
  PortalSuspended: 's',
  EmptyQueryResponse: 'I',
  CopyDone: 'c',
} as const;

export interface BareBackend {
  readonly kind: keyof typeof bareBackend;
}

type BareDecoder = (buf: Buffer, start: number, end: number) => BareBackend | Malformed;

export const decodeBareBackend =
  (kind: BareBackend['kind']): BareDecoder =>
  (buf, start, end) =>
    new BodyReader(buf, start, end).finish({ kind });

export function encodeBareBackend(kind: BareBackend['kind']): Buffer {
  return new BodyWriter().frame(bareBackend[kind]);
}
