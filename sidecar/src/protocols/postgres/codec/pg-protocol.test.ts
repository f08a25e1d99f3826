import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import { serialize } from 'pg-protocol';
import { Parser } from 'pg-protocol/dist/parser.js';
import * as codec from './index.ts';
import { decodeFrame, directions, type Direction } from './testing/samples.ts';

const [frontend] = directions as readonly [Direction, Direction];

function parsed(...frames: Buffer[]): unknown[] {
  const messages: unknown[] = [];
  new Parser().parse(Buffer.concat(frames), (message) => messages.push(message));
  return messages;
}

describe('an independent decoder reads what the sidecar says', () => {
  it('start-up', () => {
    const messages = parsed(
      codec.encodeAuthenticationSasl(['SCRAM-SHA-256']),
      codec.encodeAuthenticationSaslData('continue', Buffer.from('r=1')),
      codec.encodeAuthenticationSaslData('final', Buffer.from('v=1')),
      codec.encodeAuthenticationCleartextPassword(),
      codec.encodeAuthenticationOk(),
      codec.encodeParameterStatus('TimeZone', 'UTC'),
      codec.encodeBackendKeyData(12, Buffer.from([0, 0, 0, 9])),
      codec.encodeReadyForQuery('E'),
    );
    expect(messages).toMatchObject([
      { name: 'authenticationSASL', mechanisms: ['SCRAM-SHA-256'] },
      { name: 'authenticationSASLContinue', data: 'r=1' },
      { name: 'authenticationSASLFinal', data: 'v=1' },
      { name: 'authenticationCleartextPassword' },
      { name: 'authenticationOk' },
      { name: 'parameterStatus', parameterName: 'TimeZone', parameterValue: 'UTC' },
      { name: 'backendKeyData', processID: 12, secretKey: 9 },
      { name: 'readyForQuery', status: 'E' },
    ]);
  });

  it('a refusal with what an agent needs', () => {
    const content = {
      sqlstate: '42501',
      message: 'déni\0é',
      detail: 'd',
      hint: 'h',
    };
    expect(parsed(codec.encodeErrorResponse({ severity: 'ERROR', ...content }))).toMatchObject([
      {
        name: 'error',
        severity: 'ERROR',
        code: '42501',
        message: 'déni\uFFFDé',
        detail: 'd',
        hint: 'h',
      },
    ]);
  });

  it('rows', () => {
    const field = {
      name: 'é',
      tableOid: 4_000_000_000,
      attribute: 3,
      typeOid: 25,
      typeSize: -1,
      typeModifier: -1,
      format: 1,
    };
    const messages = parsed(
      codec.encodeRowDescription([field]),
      codec.encodeDataRow([Buffer.from('x'), null, Buffer.alloc(0)]),
      codec.encodeCommandComplete('SELECT 1'),
      codec.encodeNotificationResponse({ processId: 5, channel: 'c', payload: 'p' }),
      codec.encodeParameterDescription([4_000_000_000]),
      codec.encodeCopyResponse({ kind: 'CopyInResponse', format: 1, columnFormats: [1, 1] }),
    );
    expect(messages).toMatchObject([
      {
        fields: [
          {
            name: 'é',
            tableID: 4_000_000_000,
            columnID: 3,
            dataTypeID: 25,
            dataTypeSize: -1,
            dataTypeModifier: -1,
            format: 'binary',
          },
        ],
      },
      { fields: ['x', null, ''] },
      { text: 'SELECT 1' },
      { processId: 5, channel: 'c', payload: 'p' },
      { dataTypeIDs: [4_000_000_000] },
      { name: 'copyInResponse', binary: true, columnTypes: [1, 1] },
    ]);
  });

  it('messages without a body', () => {
    const kinds = Object.keys(codec.bareBackend) as (keyof typeof codec.bareBackend)[];
    expect(parsed(...kinds.map((kind) => codec.encodeBareBackend(kind)))).toMatchObject([
      { name: 'parseComplete' },
      { name: 'bindComplete' },
      { name: 'closeComplete' },
      { name: 'noData' },
      { name: 'portalSuspended' },
      { name: 'emptyQuery' },
      { name: 'copyDone' },
    ]);
  });
});

describe('the sidecar reads what an independent serialiser says', () => {
  it.each([
    [serialize.query('select 1'), { kind: 'Query', text: 'select 1' }],
    [
      serialize.parse({ name: 's', text: 'select $1', types: [23] }),
      { kind: 'Parse', statement: 's', text: 'select $1', parameterTypes: [23] },
    ],
    [
      serialize.bind({ portal: 'p', statement: 's', values: ['ab', null, Buffer.from([7])] }),
      {
        kind: 'Bind',
        portal: 'p',
        statement: 's',
        formats: [0, 0, 1],
        lengths: [2, -1, 1],
        resultFormats: [0],
      },
    ],
    [serialize.execute({ portal: 'p', rows: 5 }), { kind: 'Execute', portal: 'p', maxRows: 5 }],
    [serialize.execute(), { kind: 'Execute', portal: '', maxRows: 0 }],
    [
      serialize.describe({ type: 'S', name: 's' }),
      { kind: 'Describe', of: 'statement', name: 's' },
    ],
    [serialize.describe({ type: 'P' }), { kind: 'Describe', of: 'portal', name: '' }],
    [serialize.close({ type: 'P', name: 'p' }), { kind: 'Close', of: 'portal', name: 'p' }],
    [serialize.flush(), { kind: 'Flush' }],
    [serialize.sync(), { kind: 'Sync' }],
    [serialize.end(), { kind: 'Terminate' }],
    [serialize.copyData(Buffer.from('row')), { kind: 'CopyData', start: 5, length: 3 }],
    [serialize.copyDone(), { kind: 'CopyDone' }],
    [serialize.copyFail('why'), { kind: 'CopyFail', reason: 'why' }],
  ])('%#', (frame, message) => {
    expect(decodeFrame(frontend, Buffer.from(frame))).toMatchObject(message);
  });

  it('passwords and SASL', () => {
    const password = serialize.password('tök');
    expect(codec.decodePassword(password, 5, password.length)).toEqual({
      kind: 'PasswordMessage',
      password: 'tök',
    });
    const first = serialize.sendSASLInitialResponseMessage('SCRAM-SHA-256', 'n,,');
    expect(codec.decodeSaslInitialResponse(first, 5, first.length)).toEqual({
      kind: 'SASLInitialResponse',
      mechanism: 'SCRAM-SHA-256',
      data: Buffer.from('n,,'),
    });
  });

  it('what opens a connection', () => {
    const startup = serialize.startup({ user: 'u', database: 'd' });
    expect(codec.decodeStartupPacket(startup, 4, startup.length)).toEqual({
      kind: 'StartupMessage',
      major: 3,
      minor: 0,
      parameters: [
        ['user', 'u'],
        ['database', 'd'],
        ['client_encoding', 'UTF8'],
      ],
    });
    expect(codec.decodeStartupPacket(serialize.requestSsl(), 4, 8)).toEqual({ kind: 'SSLRequest' });
    expect(codec.decodeStartupPacket(codec.encodeGssencRequest(), 4, 8)).toEqual({
      kind: 'GSSENCRequest',
    });
    expect(codec.decodeStartupPacket(serialize.cancel(7, 8), 4, 16)).toEqual({
      kind: 'CancelRequest',
      processId: 7,
      secretKey: Buffer.from([0, 0, 0, 8]),
    });
  });
});
