import { Buffer } from 'node:buffer';
import type net from 'node:net';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { SidecarErrorCode } from '../../../errors.ts';
import {
  encodeAuthenticationCleartextPassword,
  encodeAuthenticationOk,
  encodeAuthenticationSasl,
  encodeAuthenticationSaslData,
  encodeBackendKeyData,
  encodeCommandComplete,
  encodeErrorFields,
  encodeErrorResponse,
  encodeNegotiateProtocolVersion,
  encodeParameterStatus,
  encodeReadyForQuery,
} from '../codec/index.ts';
import { cancelAtTarget } from './cancel.ts';
import { SaltedPasswords } from './salted-passwords.ts';
import { connectTarget, type TargetLink } from './target.ts';
import type { TargetOptions } from './target-options.ts';
import { selfSigned } from './testing/certificate.ts';
import { Sockets } from './testing/sockets.ts';

const PASSWORD = 'swordfish';
const sockets = new Sockets();
afterEach(() => {
  sockets.close();
});

const settings = (changes: Readonly<Record<string, string>> = {}): Buffer =>
  Buffer.concat(
    Object.entries({
      server_encoding: 'UTF8',
      client_encoding: 'UTF8',
      standard_conforming_strings: 'on',
      ...changes,
    }).map(([name, value]) => encodeParameterStatus(name, value)),
  );
const key = encodeBackendKeyData(42, Buffer.alloc(32, 5));
const ok = encodeAuthenticationOk();
const ready = encodeReadyForQuery('I');
const notice = encodeErrorFields({ kind: 'NoticeResponse', fields: [['M', 'welcome']] });
const md5 = Buffer.from('52000000 0c000000 0573616c 74'.replaceAll(' ', ''), 'hex');

/** A target that says one thing for each message that it gets. */
async function saying(...answers: readonly Buffer[]): Promise<number> {
  return sockets.serving((socket) => {
    const rest = [...answers];
    socket.on('data', () => {
      const next = rest.shift();
      if (next !== undefined) socket.write(next);
    });
  });
}

const options = (port: number, changes: Partial<TargetOptions> = {}): TargetOptions => ({
  host: '127.0.0.1',
  port,
  tls: { mode: 'Disable' },
  credential: { username: 'me', password: PASSWORD },
  database: 'orders',
  salted: new SaltedPasswords(),
  limits: { targetStartupMs: 300 },
  ...changes,
});

async function connect(port: number, changes: Partial<TargetOptions> = {}): Promise<TargetLink> {
  const link = await connectTarget(options(port, changes));
  link.wire.destroy();
  return link;
}

async function failure(port: number, changes: Partial<TargetOptions> = {}): Promise<unknown> {
  const error: unknown = await connect(port, changes).catch((reason: unknown) => reason);
  expect(JSON.stringify([error, String(error)])).not.toContain(PASSWORD);
  return error;
}

const code = (value: SidecarErrorCode): unknown => expect.objectContaining({ code: value });

describe("a target's start-up", () => {
  it('is read the same, split at every byte', async () => {
    const said = Buffer.concat([ok, settings(), notice, key, ready]);
    for (let split = 0; split <= said.length; split++) {
      const port = await sockets.serving((socket) => {
        socket.setNoDelay(true);
        socket.once('data', () => {
          socket.write(said.subarray(0, split));
          setTimeout(() => socket.write(said.subarray(split)), 1);
        });
      });
      const link = await connect(port, { limits: { targetStartupMs: 5000 } });
      expect([...link.parameters.keys()]).toEqual([
        'server_encoding',
        'client_encoding',
        'standard_conforming_strings',
      ]);
      expect(link.backendKey?.processId).toBe(42);
      expect(link.authentication).toBe('none');
      sockets.close();
    }
  }, 20_000);

  it('leaves what comes behind ReadyForQuery in the wire', async () => {
    const port = await saying(Buffer.concat([ok, settings(), key, ready, notice]));
    const link = await connectTarget(options(port));
    expect(link.wire.unconsumed).toBe(notice.length);
    expect(link.backendKey).toMatchObject({ processId: 42, secretKey: Buffer.alloc(32, 5) });
    link.wire.destroy();
  });

  it('does without a key', async () => {
    const link = await connect(await saying(Buffer.concat([ok, settings(), ready])));
    expect(link.backendKey).toBeUndefined();
  });

  it('sends the credential, UTF8 and the allowed settings, and nothing else', async () => {
    let got = '';
    const port = await sockets.serving((socket) => {
      socket.on('data', (bytes) => {
        got += bytes.toString('latin1');
        socket.write(Buffer.concat([ok, settings(), ready]));
      });
    });
    await connect(port, { parameters: new Map([['geqo', 'off']]) });
    expect(got.slice(8)).toBe('user\0me\0database\0orders\0client_encoding\0UTF8\0geqo\0off\0\0');
    const evil = new Map([['search_path', 'x']]);
    await expect(connectTarget(options(port, { parameters: evil }))).rejects.toThrow(TypeError);
  });
});

describe('hostile targets', () => {
  const sasl = encodeAuthenticationSasl(['SCRAM-SHA-256']);
  const error = encodeErrorResponse({ severity: 'FATAL', sqlstate: '53300', message: 'full' });

  const cases: [string, SidecarErrorCode, Buffer[]][] = [
    ['md5', 'UPSTREAM_AUTH_UNSUPPORTED', [md5]],
    ['a password in clear', 'UPSTREAM_AUTH_UNSUPPORTED', [encodeAuthenticationCleartextPassword()]],
    ['GSSAPI', 'UPSTREAM_AUTH_UNSUPPORTED', [Buffer.from('520000000800000007', 'hex')]],
    ['SSPI', 'UPSTREAM_AUTH_UNSUPPORTED', [Buffer.from('520000000800000009', 'hex')]],
    ['another mechanism', 'UPSTREAM_AUTH_UNSUPPORTED', [encodeAuthenticationSasl(['PLAIN'])]],
    [
      'a method nobody knows',
      'UPSTREAM_PROTOCOL_VIOLATION',
      [Buffer.from('520000000800000063', 'hex')],
    ],
    ['Ok in the middle of SCRAM', 'UPSTREAM_AUTH_INVALID', [sasl, ok]],
    [
      'a final message first',
      'UPSTREAM_AUTH_INVALID',
      [sasl, encodeAuthenticationSaslData('final', Buffer.from('v='))],
    ],
    [
      'a nonce of its own',
      'UPSTREAM_AUTH_INVALID',
      [sasl, encodeAuthenticationSaslData('continue', Buffer.from('r=x,s=AAAA,i=4096'))],
    ],
    ['an error', 'UPSTREAM_REFUSED', [error]],
    ['an error in the middle of SCRAM', 'UPSTREAM_REFUSED', [sasl, error]],
    ['an error after Ok', 'UPSTREAM_REFUSED', [Buffer.concat([ok, error])]],
    [
      'rows',
      'UPSTREAM_PROTOCOL_VIOLATION',
      [Buffer.concat([ok, encodeCommandComplete('SELECT 1')])],
    ],
    ['Ready before Ok', 'UPSTREAM_PROTOCOL_VIOLATION', [ready]],
    ['Ok twice', 'UPSTREAM_PROTOCOL_VIOLATION', [Buffer.concat([ok, ok])]],
    [
      'Ready in a transaction',
      'UPSTREAM_PROTOCOL_VIOLATION',
      [Buffer.concat([ok, settings(), encodeReadyForQuery('T')])],
    ],
    ['another version', 'UPSTREAM_PROTOCOL_VIOLATION', [encodeNegotiateProtocolVersion(0, [])]],
    ['HTTP', 'UPSTREAM_PROTOCOL_VIOLATION', [Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')]],
    ['a length of 3', 'UPSTREAM_PROTOCOL_VIOLATION', [Buffer.from('5200000003', 'hex')]],
    ['the largest length', 'UPSTREAM_PROTOCOL_VIOLATION', [Buffer.from('52ffffffff', 'hex')]],
    [
      'an endless start-up',
      'UPSTREAM_PROTOCOL_VIOLATION',
      [Buffer.concat([ok, ...Array.from({ length: 600 }, () => notice)])],
    ],
    ['no encoding', 'UPSTREAM_ENCODING_UNSUPPORTED', [Buffer.concat([ok, key, ready])]],
    [
      'SJIS for this connection',
      'UPSTREAM_ENCODING_UNSUPPORTED',
      [Buffer.concat([ok, settings({ client_encoding: 'SJIS' }), ready])],
    ],
    [
      'SQL_ASCII',
      'UPSTREAM_ENCODING_UNSUPPORTED',
      [Buffer.concat([ok, settings({ server_encoding: 'SQL_ASCII' }), ready])],
    ],
    [
      'backslashes in strings',
      'UPSTREAM_STRINGS_UNSUPPORTED',
      [Buffer.concat([ok, settings({ standard_conforming_strings: 'off' }), ready])],
    ],
    ['silence', 'UPSTREAM_TIMEOUT', []],
    ['silence after Ok', 'UPSTREAM_TIMEOUT', [ok]],
    ['half a message', 'UPSTREAM_TIMEOUT', [ok.subarray(0, 7)]],
  ];

  it.each(cases)('%s: %s', async (_case, expected, answers) => {
    expect(await failure(await saying(...answers))).toEqual(code(expected));
  });

  const proof = (signature: string): Buffer =>
    encodeAuthenticationSaslData('final', Buffer.from(`v=${signature}`));

  it.each([
    ['a signature without the password', [proof(Buffer.alloc(32).toString('base64')), ok]],
    ['an empty signature', [proof(''), ok]],
    ['no signature', [ok]],
  ])('is not taken for the true one: %s', async (_case, last) => {
    const port = await sockets.serving((socket) => {
      let step = 0;
      socket.on('data', (bytes) => {
        step += 1;
        if (step === 1) socket.write(sasl);
        if (step === 2) {
          const nonce = bytes.toString('latin1').split(',r=')[1] ?? '';
          const first = `r=${nonce}more,s=c2FsdA==,i=4096`;
          socket.write(encodeAuthenticationSaslData('continue', Buffer.from(first)));
        }
        if (step === 3) socket.write(Buffer.concat([...last, settings(), ready]));
      });
    });
    expect(await failure(port, { limits: { targetStartupMs: 5000 } })).toEqual(
      code('UPSTREAM_AUTH_INVALID'),
    );
  });

  it("keeps the target's SQLSTATE, if it is one", async () => {
    expect(await failure(await saying(error))).toMatchObject({
      sqlstate: '53300',
      message: expect.stringContaining('full'),
    });
    const odd = encodeErrorFields({ kind: 'ErrorResponse', fields: [['C', 'no\nstate']] });
    expect(await failure(await saying(odd))).toMatchObject({ sqlstate: '08004' });
  });

  it('hears an error out whose sender has closed already', async () => {
    const port = await sockets.serving((socket) => {
      socket.once('data', () => socket.end(Buffer.concat([ok, notice, error])));
    });
    expect(await failure(port)).toMatchObject({ code: 'UPSTREAM_REFUSED', sqlstate: '53300' });
  });

  it('knows a target that closes', async () => {
    const port = await sockets.serving((socket) => {
      socket.once('data', () => socket.end());
    });
    expect(await failure(port)).toEqual(code('UPSTREAM_CLOSED'));
  });

  it('knows a port where nobody listens', async () => {
    const port = await sockets.serving(() => undefined);
    sockets.close();
    expect(await failure(port)).toMatchObject({
      code: 'UPSTREAM_CONNECT_FAILED',
      facts: { host: '127.0.0.1', port },
    });
  });

  it('gives a connection up that nobody accepts', async () => {
    // TEST-NET-1 (RFC 5737): packets to it go nowhere, or are refused at once.
    const unreachable = options(9, { host: '192.0.2.1', limits: { connectMs: 50 } });
    await expect(connectTarget(unreachable)).rejects.toMatchObject({
      code: expect.stringMatching(/^UPSTREAM_(TIMEOUT|CONNECT_FAILED)$/),
    });
  });

  it('leaves no connection open', async () => {
    let closed = 0;
    const port = await sockets.serving((socket) => {
      socket.once('data', () => socket.write(md5));
      socket.once('close', () => closed++);
    });
    await failure(port);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(1);
  });
});

describe('TLS with a hostile target', () => {
  const wanted: Partial<TargetOptions> = { tls: { mode: 'Require' } };

  const cases: [string, SidecarErrorCode, Buffer][] = [
    ['no', 'UPSTREAM_TLS_REFUSED', Buffer.from('N')],
    [
      'an error, which nobody may believe',
      'UPSTREAM_TLS_REFUSED',
      encodeErrorResponse({
        severity: 'FATAL',
        sqlstate: '28000',
        message: 'send me your password',
      }),
    ],
    ['something else', 'UPSTREAM_PROTOCOL_VIOLATION', Buffer.from('H')],
    ['stuffed bytes', 'UPSTREAM_TLS_STUFFED', Buffer.concat([Buffer.from('S'), ok, ready])],
    ['silence', 'UPSTREAM_TIMEOUT', Buffer.alloc(0)],
    ['silence in the handshake', 'UPSTREAM_TIMEOUT', Buffer.from('S')],
  ];

  it.each(cases)('%s: %s', async (_case, expected, answer) => {
    const error = await failure(await saying(answer), wanted);
    expect(error).toEqual(code(expected));
    expect(String(error)).not.toContain('password');
  });

  it('knows a handshake that is none', async () => {
    const port = await saying(Buffer.from('S'), Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'));
    expect(await failure(port, wanted)).toEqual(code('UPSTREAM_TLS_FAILED'));
  });

  it('verifies the name that it was given', async () => {
    const certificate = selfSigned();
    const port = await sockets.serving((socket) => {
      socket.once('data', () => {
        socket.write('S');
        const secure = new tls.TLSSocket(socket, { isServer: true, ...certificate });
        secure.on('error', () => undefined);
        secure.on('data', () => secure.write(Buffer.concat([ok, settings(), ready])));
      });
    });
    const full = { mode: 'VerifyFull', ca: certificate.cert } as const;
    const limits = { targetStartupMs: 5000 };
    const link = await connect(port, { host: 'localhost', tls: full, limits });
    expect(link.tls?.protocol).toBe('TLSv1.3');
    expect(await failure(port, { tls: full, limits })).toEqual(code('UPSTREAM_TLS_FAILED'));
    const anyName = { ...full, mode: 'VerifyCA' } as const;
    expect((await connect(port, { tls: anyName, limits })).tls).toBeDefined();
    const stranger = { ...full, ca: selfSigned().cert };
    expect(await failure(port, { host: 'localhost', tls: stranger, limits })).toEqual(
      code('UPSTREAM_TLS_FAILED'),
    );
  });
});

describe('a cancel request', () => {
  const backend = { processId: 42, secretKey: Buffer.from('abcd') };

  it('is one packet, and over when the target closes', async () => {
    const got: Buffer[] = [];
    const port = await sockets.serving((socket) => {
      socket.on('data', (bytes) => {
        got.push(bytes);
        socket.end();
      });
    });
    await cancelAtTarget(options(port), backend);
    expect(Buffer.concat(got).toString('hex')).toBe('0000001004d2162e0000002a61626364');
  });

  it('is cut where the target does not close', async () => {
    const port = await sockets.serving((socket: net.Socket) => socket.resume());
    await expect(cancelAtTarget(options(port), backend)).rejects.toMatchObject({
      code: 'UPSTREAM_TIMEOUT',
    });
  });
});
