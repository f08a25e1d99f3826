import type { Buffer } from 'node:buffer';
import { serialize } from 'pg-protocol';
import { BodyReader } from '../body-reader.ts';
import type { Malformed } from '../malformed.ts';

/** Messages without a body: Sync ('S'), Flush ('H'), Terminate ('X'), CopyDone ('c'). */
export interface BareFrontend {
  readonly kind: 'Sync' | 'Flush' | 'Terminate' | 'CopyDone';
}

type BareDecoder = (buf: Buffer, start: number, end: number) => BareFrontend | Malformed;

const bare =
  (kind: BareFrontend['kind']): BareDecoder =>
  (buf, start, end) =>
    new BodyReader(buf, start, end).finish({ kind });

export const decodeSync: BareDecoder = bare('Sync');
export const decodeFlush: BareDecoder = bare('Flush');
export const decodeTerminate: BareDecoder = bare('Terminate');
export const decodeCopyDone: BareDecoder = bare('CopyDone');

export const encodeSync = (): Buffer => serialize.sync();
export const encodeFlush = (): Buffer => serialize.flush();
export const encodeTerminate = (): Buffer => serialize.end();
