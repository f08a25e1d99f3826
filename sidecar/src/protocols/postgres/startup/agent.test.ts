import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import type net from 'node:net';
import { Duplex } from 'node:stream';
import tls from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  decodeErrorResponse,
  encodeCancelRequest,
  encodeGssencRequest,
  encodeNegotiateProtocolVersion,
  encodeSslRequest,
  encodeStartupMessage,
  errorField,
  isMalformed,
} from '../codec/index.ts';
import { readAgentStartup, type AgentStartup, type AgentStartupOptions } from './agent.ts';
import { selfSigned } from './testing/certificate.ts';
import { received, Sockets } from './testing/sockets.ts';

const sockets = new Sockets();
afterEach(() => {
  sockets.close();
});

const certificate = selfSigned();
const context = tls.createSecureContext(certificate);
const startup = encodeStartupMessage([
  ['user', 'me'],
  ['database', 'orders'],
  ['application_name', 'agent'],
]);

interface Started {
  readonly peer: net.Socket;
  readonly answer: Promise<AgentStartup>;
}

async function start(options: AgentStartupOptions = {}): Promise<Started> {
  const { wire, peer } = await sockets.accepted();
  return { peer, answer: readAgentStartup(wire, options) };
}

function refusal(answer: AgentStartup): { code: string; sqlstate: string | undefined } {
  if (answer.kind !== 'refusal') throw new Error(`a ${answer.kind} in place of a refusal`);
  const { error, response } = answer;
  if (response === undefined) return { code: error.code, sqlstate: undefined };
  const message = decodeErrorResponse(response, 5, response.length);
  if (isMalformed(message)) throw new Error(message.detail);
  expect(errorField(message, 'V')).toBe('FATAL');
  expect(errorField(message, 'D')).toContain(error.code);
  return { code: error.code, sqlstate: errorField(message, 'C') };
}

describe("an agent's start-up", () => {
  it('is read the same, split at every byte', async () => {
    const conversation = Buffer.concat([startup, Buffer.from('behind')]);
    for (let split = 0; split <= conversation.length; split += 1) {
      const { peer, answer } = await start();
      peer.setNoDelay(true);
      peer.write(conversation.subarray(0, split));
      if (split % 8 === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      peer.write(conversation.subarray(split));
      expect(await answer).toMatchObject({
        kind: 'startup',
        user: 'me',
        database: 'orders',
        parameters: new Map([['application_name', 'agent']]),
        minor: 0,
        encrypted: false,
      });
      sockets.close();
    }
  }, 20_000);

  it('leaves what comes behind it in the wire', async () => {
    const { peer, answer } = await start();
    peer.write(Buffer.concat([startup, Buffer.from('behind')]));
    const { wire } = await answer;
    const rest = await new Promise<string>((resolve) => {
      wire.setReader((buf, from, end) => {
        if (end - from < 6) return from;
        resolve(buf.toString('latin1', from, end));
        return end;
      });
    });
    expect(rest).toBe('behind');
  });

  it('asks for encryption of both kinds in both orders and goes on in clear', async () => {
    const requests = [encodeSslRequest(), encodeGssencRequest()];
    for (const order of [requests, requests.toReversed()]) {
      const { peer, answer } = await start();
      for (const request of order) {
        peer.write(request);
        expect((await received(peer, 1)).toString()).toBe('N');
      }
      peer.write(startup);
      expect(await answer).toMatchObject({ kind: 'startup', encrypted: false });
    }
  });

  it('goes on under TLS where the listener has a certificate', async () => {
    const { peer, answer } = await start({ tls: context });
    peer.write(encodeGssencRequest());
    expect((await received(peer, 1)).toString()).toBe('N');
    peer.write(encodeSslRequest());
    expect((await received(peer, 1)).toString()).toBe('S');
    const secure = tls.connect({ socket: peer, ca: certificate.cert, servername: 'localhost' });
    await once(secure, 'secureConnect');
    secure.write(startup);
    const started = await answer;
    expect(started).toMatchObject({ kind: 'startup', user: 'me', encrypted: true });
    started.wire.write(Buffer.from('hello'));
    expect((await received(secure, 5)).toString()).toBe('hello');
    secure.destroy();
  });

  it('reads a cancel request, with a long key too', async () => {
    for (const length of [4, 32]) {
      const { peer, answer } = await start();
      peer.write(encodeCancelRequest(77, Buffer.alloc(length, 1)));
      expect(await answer).toMatchObject({
        kind: 'cancel',
        processId: 77,
        secretKey: Buffer.alloc(length, 1),
      });
    }
  });

  it('encrypts from the first byte on, split anywhere in the first record', async () => {
    for (const split of [1, 2, 5, 100, 10_000]) {
      const { wire, peer } = await sockets.accepted();
      peer.setNoDelay(true);
      const answer = readAgentStartup(wire, { tls: context });
      const through = new Duplex({
        read: () => undefined,
        write: (chunk: Buffer, _encoding, done) => {
          peer.write(chunk.subarray(0, split));
          setTimeout(() => {
            peer.write(chunk.subarray(split));
            done();
          }, 5);
        },
      });
      peer.on('data', (chunk: Buffer) => through.push(chunk));
      const secure = tls.connect({
        socket: through,
        ca: certificate.cert,
        servername: 'localhost',
        ALPNProtocols: ['postgresql'],
      });
      await once(secure, 'secureConnect');
      expect(secure.alpnProtocol).toBe('postgresql');
      secure.write(startup);
      expect(await answer).toMatchObject({ kind: 'startup', user: 'me', encrypted: true });
      (await answer).wire.end(Buffer.from('!'));
      expect(String((await once(secure, 'data'))[0])).toBe('!');
      secure.destroy();
      sockets.close();
    }
  });

  it('negotiates a newer minor version and unknown options down', async () => {
    const { peer, answer } = await start();
    peer.write(
      encodeStartupMessage(
        [
          ['user', 'me'],
          ['_pq_.grease', 'x'],
        ],
        9999,
      ),
    );
    expect(await answer).toMatchObject({ kind: 'startup', minor: 2, user: 'me' });
    const expected = encodeNegotiateProtocolVersion(2, ['_pq_.grease']);
    expect(await received(peer, expected.length)).toEqual(expected);
  });

  it('does not negotiate what it speaks', async () => {
    const { peer, answer } = await start();
    peer.write(encodeStartupMessage([['user', 'me']], 2));
    const { wire } = await answer;
    wire.end(Buffer.from('!'));
    expect((await received(peer, 1)).toString()).toBe('!');
  });
});

describe('hostile agents', () => {
  const version = (code: number): Buffer => {
    const packet = Buffer.alloc(8);
    packet.writeUInt32BE(8);
    packet.writeUInt32BE(code, 4);
    return packet;
  };
  const length = (bytes: number): Buffer => {
    const packet = Buffer.alloc(8);
    packet.writeUInt32BE(bytes);
    return packet;
  };

  it.each([
    ['HTTP', 'STARTUP_MALFORMED', '08P01', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['a length of 0', 'STARTUP_MALFORMED', '08P01', length(0)],
    ['a length of 7', 'STARTUP_MALFORMED', '08P01', length(7)],
    ['a packet above the ceiling', 'STARTUP_MALFORMED', '08P01', length(10_005)],
    ['the largest length', 'STARTUP_MALFORMED', '08P01', length(0xffffffff)],
    ['protocol 2', 'UNSUPPORTED_PROTOCOL_VERSION', '0A000', version(0x20000)],
    ['protocol 4', 'UNSUPPORTED_PROTOCOL_VERSION', '0A000', version(0x40000)],
    ['no parameters at all', 'STARTUP_MALFORMED', '08P01', version(0x30000)],
    ['no user', 'STARTUP_USER_MISSING', '28000', encodeStartupMessage([])],
    [
      'a search path',
      'UNSUPPORTED_STARTUP_PARAMETER',
      '0A000',
      encodeStartupMessage([
        ['user', 'me'],
        ['search_path', 'evil'],
      ]),
    ],
    [
      'replication',
      'UNSUPPORTED_REPLICATION',
      '0A000',
      encodeStartupMessage([
        ['user', 'me'],
        ['replication', 'database'],
      ]),
    ],
  ])('%s: %s', async (_case, code, sqlstate, bytes) => {
    const { peer, answer } = await start();
    peer.write(bytes);
    expect(refusal(await answer)).toEqual({ code, sqlstate });
  });

  it('refuses bytes stuffed behind a request for encryption', async () => {
    for (const request of [encodeSslRequest(), encodeGssencRequest()]) {
      for (const options of [{}, { tls: context }]) {
        const { peer, answer } = await start(options);
        peer.write(Buffer.concat([request, startup]));
        expect(refusal(await answer)).toEqual({ code: 'STARTUP_TLS_STUFFED', sqlstate: '08P01' });
        sockets.close();
      }
    }
  });

  it('refuses the same request twice', async () => {
    const { peer, answer } = await start();
    peer.write(encodeSslRequest());
    await received(peer, 1);
    peer.write(encodeSslRequest());
    expect(refusal(await answer).code).toBe('STARTUP_MALFORMED');
  });

  it('refuses a request for encryption under TLS', async () => {
    const { peer, answer } = await start({ tls: context });
    peer.write(encodeSslRequest());
    await received(peer, 1);
    const secure = tls.connect({ socket: peer, ca: certificate.cert, servername: 'localhost' });
    secure.on('error', () => undefined);
    await once(secure, 'secureConnect');
    secure.write(encodeGssencRequest());
    expect(refusal(await answer).code).toBe('STARTUP_MALFORMED');
    secure.destroy();
  });

  it('gives up a handshake that is none, without a word', async () => {
    const { peer, answer } = await start({ tls: context });
    peer.write(encodeSslRequest());
    await received(peer, 1);
    peer.write(startup);
    expect(refusal(await answer)).toEqual({ code: 'STARTUP_TLS_FAILED', sqlstate: undefined });
  });

  it('refuses TLS from the first byte on where it has no certificate', async () => {
    const { peer, answer } = await start();
    peer.write(Buffer.from([0x16, 3, 1, 2, 0, 1]));
    expect(refusal(await answer)).toEqual({ code: 'STARTUP_TLS_FAILED', sqlstate: undefined });
  });

  it.each([
    ['no protocol', undefined],
    ['another protocol', ['http/1.1']],
  ])('refuses TLS from the first byte on that names %s', async (_case, ALPNProtocols) => {
    const { peer, answer } = await start({ tls: context });
    const secure = tls.connect({
      socket: peer,
      ca: certificate.cert,
      servername: 'localhost',
      ...(ALPNProtocols && { ALPNProtocols }),
    });
    secure.on('error', () => undefined);
    expect(refusal(await answer)).toEqual({ code: 'STARTUP_TLS_FAILED', sqlstate: undefined });
    secure.destroy();
  });

  it('gives up half a handshake from the first byte on by its time', async () => {
    const { peer, answer } = await start({ tls: context, timeoutMs: 100 });
    peer.write(Buffer.from([0x16, 3, 1, 2, 0, 1]));
    expect(refusal(await answer).code).toBe('STARTUP_TIMEOUT');
  });

  it.each([
    ['silence', Buffer.alloc(0)],
    ['half a packet', startup.subarray(0, 9)],
    ['a request and then silence', encodeSslRequest()],
  ])('cuts %s by its time', async (_case, bytes) => {
    const { peer, answer } = await start({ timeoutMs: 50 });
    peer.write(bytes);
    expect(refusal(await answer)).toEqual({ code: 'STARTUP_TIMEOUT', sqlstate: '57014' });
  });

  it('gives a slow agent no more time for every byte', async () => {
    const { peer, answer } = await start({ timeoutMs: 100 });
    peer.write(length(9000));
    const drip = setInterval(() => peer.write('x'), 10);
    expect(refusal(await answer).code).toBe('STARTUP_TIMEOUT');
    clearInterval(drip);
  });

  it('cuts a handshake that does not go on, and its socket', async () => {
    const { peer, answer } = await start({ tls: context, timeoutMs: 100 });
    peer.write(encodeSslRequest());
    await received(peer, 1);
    const closed = once(peer, 'close');
    peer.resume();
    const refused = await answer;
    expect(refusal(refused).code).toBe('STARTUP_TIMEOUT');
    await closed;
  });

  it('knows an agent that left', async () => {
    const { peer, answer } = await start();
    peer.write(startup.subarray(0, 5));
    peer.end();
    expect(refusal(await answer)).toEqual({ code: 'STARTUP_CLOSED', sqlstate: undefined });
  });
});
