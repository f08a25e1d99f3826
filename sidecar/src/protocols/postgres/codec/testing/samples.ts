import { Buffer } from 'node:buffer';
import { decodeBackend, type BackendMessage } from '../decode-backend.ts';
import { decodeFrontend, type FrontendMessage } from '../decode-frontend.ts';
import { BodyWriter } from '../body-writer.ts';
import { HEADER_BYTES } from '../frame.ts';
import type { Malformed } from '../malformed.ts';
import * as codec from '../index.ts';

/** One whole frame of every type that an agent may send. */
export const frontendSamples: readonly Buffer[] = [
  codec.encodeQuery('select 1; select 2'),
  codec.encodeParse('s1', 'select $1::int4, $2', [23, 0]),
  codec.encodeBind({
    portal: 'p1',
    statement: 's1',
    formats: [0, 1],
    values: [Buffer.from('42'), null],
    resultFormats: [0],
  }),
  codec.encodeDescribe({ of: 'portal', name: 'p1' }),
  codec.encodeExecute('p1', 100),
  codec.encodeClose({ of: 'statement', name: 's1' }),
  new BodyWriter().int32(1).int16(0).int16(0).int16(0).frame('F'),
  codec.encodeSync(),
  codec.encodeFlush(),
  codec.encodeTerminate(),
  new BodyWriter().bytes(Buffer.from('1\tx\n')).frame('d'),
  new BodyWriter().frame('c'),
  new BodyWriter().cstring('given up').frame('f'),
  codec.encodeSaslInitialResponse('SCRAM-SHA-256', Buffer.from('n,,n=,r=abc')),
];

const field = {
  name: 'e_mail',
  tableOid: 4_000_000_000,
  attribute: -2,
  typeOid: 25,
  typeSize: -1,
  typeModifier: -1,
  format: 0,
};

/** One whole frame of every type that a target may send. */
export const backendSamples: readonly Buffer[] = [
  codec.encodeAuthenticationSasl(['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-256']),
  codec.encodeBackendKeyData(-7, Buffer.alloc(32, 3)),
  codec.encodeNegotiateProtocolVersion(2, ['_pq_.color']),
  codec.encodeParameterStatus('server_version', '15.14'),
  codec.encodeErrorResponse({ severity: 'ERROR', sqlstate: '42501', message: 'no', hint: 'ask' }),
  codec.encodeErrorFields({
    kind: 'NoticeResponse',
    fields: [
      ['M', 'note'],
      ['?', 'new'],
    ],
  }),
  codec.encodeReadyForQuery('T'),
  codec.encodeNotificationResponse({ processId: 9, channel: 'c', payload: 'p' }),
  ...(['ParseComplete', 'BindComplete', 'CloseComplete', 'NoData'] as const).map((kind) =>
    codec.encodeBareBackend(kind),
  ),
  ...(['PortalSuspended', 'EmptyQueryResponse', 'CopyDone'] as const).map((kind) =>
    codec.encodeBareBackend(kind),
  ),
  codec.encodeParameterDescription([23, 4_000_000_000]),
  codec.encodeRowDescription([field, { ...field, name: 'n', format: 1 }]),
  codec.encodeDataRow([Buffer.from('x'), null, Buffer.alloc(0)]),
  codec.encodeCommandComplete('SELECT 1'),
  codec.encodeCopyResponse({ kind: 'CopyInResponse', format: 0, columnFormats: [0, 0] }),
  codec.encodeCopyResponse({ kind: 'CopyOutResponse', format: 1, columnFormats: [1] }),
  new BodyWriter().bytes(Buffer.from('1\tx\n')).frame('d'),
];

export interface Direction {
  readonly name: string;
  readonly table: codec.FrameTable;
  readonly samples: readonly Buffer[];
  readonly decode: (
    type: number,
    buf: Buffer,
    start: number,
    end: number,
  ) => FrontendMessage | BackendMessage | Malformed;
}

export const directions: readonly Direction[] = [
  {
    name: 'frontend',
    table: codec.frontendFrames,
    samples: frontendSamples,
    decode: decodeFrontend,
  },
  { name: 'backend', table: codec.backendFrames, samples: backendSamples, decode: decodeBackend },
];

/** Decodes a whole frame that stands alone. */
export function decodeFrame(direction: Direction, frame: Buffer): ReturnType<Direction['decode']> {
  return direction.decode(frame[0] ?? 0, frame, HEADER_BYTES, frame.length);
}

/** The same bytes in the middle of others, which no decoder may look at. */
export function surrounded(bytes: Buffer, poison: number): { buf: Buffer; start: number } {
  return {
    buf: Buffer.concat([Buffer.alloc(16, poison), bytes, Buffer.alloc(64, poison)]),
    start: 16,
  };
}

/** A frame with its length word replaced. */
export function withLength(frame: Buffer, length: number): Buffer {
  const changed = Buffer.from(frame);
  changed.writeUInt32BE(length, 1);
  return changed;
}
