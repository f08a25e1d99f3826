import { Buffer } from 'node:buffer';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Lab } from '../attack/lab.ts';
import {
  GSSENC_REQUEST,
  PROTOCOL_3,
  SSL_REQUEST,
  bind,
  cstring,
  execute,
  frame,
  header,
  int16,
  int32,
  packet,
  parse,
  query,
  startup,
  sync,
} from '../harness/frames.ts';
import { peakBytes } from '../harness/memory.ts';
import { RawAgent, codesOf, rowsOf } from '../harness/raw-agent.ts';

const MIB = 1024 * 1024;
const PLAIN = 'SELECT body FROM notes WHERE id = 1';
const hello = startup({ user: 'agent', database: 'postgres' });

/** Bytes of an agent that means harm, and what becomes of all others. */
describe('a hostile agent', () => {
  let lab: Lab;
  let bystander: RawAgent;
  const opened: RawAgent[] = [];
  beforeAll(async () => {
    lab = await Lab.open();
    bystander = await lab.open('narrow');
  });
  afterEach(async () => {
    for (const agent of opened.splice(0)) agent.destroy();
    expect(rowsOf(await bystander.query(PLAIN))).toEqual([['first']]);
  });
  afterAll(async () => {
    bystander.destroy();
    await lab.close();
  });

  async function connect(): Promise<RawAgent> {
    const agent = await RawAgent.connect(lab.sidecar.port('narrow-db'));
    opened.push(agent);
    return agent;
  }

  async function open(door: 'wide' | 'narrow' = 'narrow'): Promise<RawAgent> {
    const agent = await lab.open(door);
    opened.push(agent);
    return agent;
  }

  describe('before its session', () => {
    it.each<readonly [string, string, Buffer]>([
      ['zeros', 'STARTUP_MALFORMED', Buffer.alloc(64)],
      ['a length of 0', 'STARTUP_MALFORMED', int32(0)],
      ['a length of 7', 'STARTUP_MALFORMED', int32(7)],
      ['the largest length', 'STARTUP_MALFORMED', int32(0x7fffffff)],
      ['a negative length', 'STARTUP_MALFORMED', int32(-1)],
      [
        'a length above the limit',
        'STARTUP_MALFORMED',
        Buffer.concat([int32(10_005), int32(PROTOCOL_3)]),
      ],
      ['HTTP', 'STARTUP_MALFORMED', Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n')],
      ['protocol 2', 'UNSUPPORTED_PROTOCOL_VERSION', packet(0x00020000, Buffer.alloc(64))],
      [
        'protocol 4',
        'UNSUPPORTED_PROTOCOL_VERSION',
        packet(0x00040000, cstring('user'), cstring('a'), Buffer.from([0])),
      ],
      ['no parameters', 'STARTUP_USER_MISSING', packet(PROTOCOL_3, Buffer.from([0]))],
      [
        'no end of the parameters',
        'STARTUP_MALFORMED',
        packet(PROTOCOL_3, cstring('user'), cstring('a')),
      ],
      ['a name without value', 'STARTUP_MALFORMED', packet(PROTOCOL_3, cstring('user'))],
      [
        'bytes behind the parameters',
        'STARTUP_MALFORMED',
        packet(PROTOCOL_3, cstring('user'), cstring('a'), Buffer.from([0, 1])),
      ],
      [
        'a name that is no UTF-8',
        'STARTUP_MALFORMED',
        packet(PROTOCOL_3, Buffer.from([0xff, 0]), cstring('a'), Buffer.from([0])),
      ],
      [
        'bytes behind SSLRequest',
        'STARTUP_TLS_STUFFED',
        Buffer.concat([packet(SSL_REQUEST), hello]),
      ],
      [
        'bytes behind GSSENCRequest',
        'STARTUP_TLS_STUFFED',
        Buffer.concat([packet(GSSENC_REQUEST), hello]),
      ],
      ['a long SSLRequest', 'STARTUP_MALFORMED', packet(SSL_REQUEST, int32(1))],
      ['an unknown request', 'UNSUPPORTED_PROTOCOL_VERSION', packet(80_877_110)],
    ])('says %s: %s', async (_, code, bytes) => {
      const agent = await connect();
      agent.send(bytes);
      const messages = await agent.untilClosed();
      const text = agent.received.toString('utf8');
      expect(text).toContain(`"code":"${code}"`);
      expect(messages.filter(({ type }) => type === 'Z')).toEqual([]);
    });

    it('begins with a TLS ClientHello where no TLS is offered', async () => {
      const agent = await connect();
      agent.send(Buffer.from('160301020001', 'hex'));
      await agent.untilClosed();
      // Nothing that is no TLS means anything to it.
      expect(agent.received).toHaveLength(0);
      const other = await connect();
      other.send(hello);
      await other.until(() => other.count('Z') === 1);
    });

    it('asks for encryption twice', async () => {
      const agent = await connect();
      agent.send(packet(SSL_REQUEST));
      await agent.until(() => agent.received.length === 1);
      agent.send(packet(SSL_REQUEST));
      await agent.until(() => agent.closed);
      expect(agent.received.toString('utf8')).toContain('STARTUP_MALFORMED');
    });

    it('sends every byte alone', async () => {
      const agent = await connect();
      for (const byte of hello) {
        agent.send(Buffer.from([byte]));
        await sleep(1);
      }
      await agent.until(() => agent.count('Z') === 1);
      expect(rowsOf(await agent.query(PLAIN))).toEqual([['first']]);
    });

    it('breaks off at every byte, hundreds of times', async () => {
      for (let length = 0; length < hello.length; length++) {
        const agent = await connect();
        agent.send(hello.subarray(0, length));
        if (length % 2 === 0) agent.destroy();
        else agent.socket.end();
      }
      const crowd = await Promise.all(Array.from({ length: 200 }, connect));
      for (const agent of crowd) agent.send(hello.subarray(0, 20));
      expect(rowsOf(await bystander.query(PLAIN))).toEqual([['first']]);
    });
  });

  describe('in its session', () => {
    const wrong: readonly (readonly [string, Buffer])[] = [
      ['type 0', frame('\0')],
      ['type 255', frame('\xff')],
      ...['Q', 'P', 'B', 'D', 'E', 'C', 'F', 'S', 'H', 'X', 'd', 'c', 'f'].flatMap((type) => [
        [`${type} with length 0`, header(type, 0)] as const,
        [`${type} with length 3`, header(type, 3)] as const,
        [`${type} with length 4294967295`, header(type, 0xffffffff)] as const,
      ]),
      ['Q without text', frame('Q')],
      ['P that breaks off', frame('P', cstring(''), Buffer.from('SELECT 1'))],
      ['P with more types than bytes', frame('P', cstring(''), cstring(PLAIN), int16(65_535))],
      ['P with bytes behind it', frame('P', cstring(''), cstring(PLAIN), int16(0), int16(0))],
      [
        'B with more formats than bytes',
        frame('B', cstring(''), cstring(''), int16(65_535), int16(0)),
      ],
      [
        'B with more values than bytes',
        frame('B', cstring(''), cstring(''), int16(0), int16(65_535)),
      ],
      [
        'B with a value beyond its end',
        frame('B', cstring(''), cstring(''), int16(0), int16(1), int32(99), int16(0)),
      ],
      [
        'B with a negative length',
        frame('B', cstring(''), cstring(''), int16(0), int16(1), int32(-2), int16(0)),
      ],
      [
        'B with format 7',
        frame('B', cstring(''), cstring(''), int16(1), int16(7), int16(0), int16(0)),
      ],
      ['D of neither kind', frame('D', Buffer.from('X'), cstring(''))],
      ['C of neither kind', frame('C', Buffer.from('Q'), cstring(''))],
      ['E that breaks off', frame('E', cstring(''), int16(0), Buffer.from([0]))],
      ['Q that is no UTF-8', frame('Q', Buffer.from([0x27, 0xc3, 0x28, 0]))],
      ['Q with a surrogate', frame('Q', Buffer.from([0x27, 0xed, 0xa0, 0x80, 0x27, 0]))],
    ];

    it.each(wrong)('says %s, and is told so, and cut off', async (_, bytes) => {
      const agent = await open();
      agent.send(parse(PLAIN, 'before'), sync, bytes, query(PLAIN));
      const codes = codesOf(await agent.untilClosed());
      expect(codes.at(-1)).toMatch(/^MALFORMED_MESSAGE$|^UNSUPPORTED_FUNCTION_CALL$/);
      expect(agent.closed).toBe(true);
    });

    it('says half a message, closes, and is gone', async () => {
      const whole = Buffer.concat([parse(PLAIN), bind(), execute(), sync]);
      for (let length = 1; length < whole.length; length += 3) {
        const agent = await open();
        agent.send(whole.subarray(0, length));
        agent.socket.end();
        await agent.untilClosed();
        expect(codesOf(agent.take())).toEqual([]);
      }
    });

    it('splits its messages anywhere', async () => {
      const agent = await open();
      const whole = Buffer.concat([parse(PLAIN), bind(), execute(), sync]);
      for (let at = 0; at < whole.length; at += 7) {
        agent.send(whole.subarray(at, at + 7));
        await sleep(2);
      }
      await agent.until(() => agent.count('Z') === 2);
      expect(rowsOf(agent.take())).toEqual([['first']]);
    });
  });

  describe('with a lot of it', () => {
    const bounded = async (): Promise<void> => {
      expect(await peakBytes(lab.sidecar.pid)).toBeLessThan(250 * MIB);
    };

    it('one command larger than it may be', async () => {
      const agent = await open();
      agent.send(header('Q', 64 * MIB + 4));
      for (let i = 0; i < 64; i++) agent.socket.write(Buffer.alloc(MIB, 0x20));
      const codes = codesOf(await agent.ask([], 1));
      expect(codes).toEqual(['COMMAND_TOO_LARGE']);
      expect(rowsOf(await agent.query(PLAIN))).toEqual([['first']]);
      await bounded();
    });

    it('thousands of Parse without Sync', async () => {
      const agent = await open();
      const many = Buffer.concat(Array.from({ length: 20_000 }, () => parse(PLAIN)));
      const answer = await agent.ask([many, bind(), execute(), sync]);
      expect(answer.filter(({ type }) => type === '1')).toHaveLength(20_000);
      expect(rowsOf(answer)).toEqual([['first']]);
      await bounded();
    });

    it('more names than it may have', async () => {
      const agent = await open();
      const names = Array.from({ length: 5_001 }, (_, i) => parse(PLAIN, `s${String(i)}`));
      expect(codesOf(await agent.ask([...names, sync]))).toEqual(['TOO_MANY_STATEMENTS']);
      expect(rowsOf(await agent.ask([bind({ statement: 's0' }), execute(), sync]))).toEqual([
        ['first'],
      ]);
      await bounded();
    });

    it('thousands of statements at once, denied ones among them', async () => {
      const agent = await open();
      const count = 3_000;
      const all = Array.from({ length: count }, (_, i) =>
        query(i % 3 === 0 ? 'DELETE FROM notes' : PLAIN),
      );
      const answer = await agent.ask(all, count);
      expect(codesOf(answer)).toEqual(Array.from({ length: count / 3 }, () => 'POLICY_DENIED'));
      expect(rowsOf(answer)).toHaveLength((2 * count) / 3);
      await bounded();
    });

    it('texts that are all different', async () => {
      const agent = await open();
      const count = 4_000;
      const all = Array.from({ length: count }, (_, i) =>
        query(`${PLAIN} AND id < ${String(i + 10)} -- ${'x'.repeat(2_000)}`),
      );
      expect(rowsOf(await agent.ask(all, count))).toHaveLength(count);
      await bounded();
    });

    it('answers that it does not take', async () => {
      const agents = await Promise.all([open('wide'), open('wide'), open('wide')]);
      for (const agent of agents) {
        agent.socket.pause();
        agent.send(query("SELECT repeat('x', 1000000) FROM generate_series(1, 200)"));
      }
      await sleep(1_500);
      expect(rowsOf(await bystander.query(PLAIN))).toEqual([['first']]);
      await bounded();
    });

    it('rows too large to be masked', async () => {
      const agent = await open('wide');
      const text = "SELECT repeat('y', 40000000) AS big, email FROM customers WHERE id = 1";
      expect(codesOf(await agent.query(text))).toEqual(['ROW_TOO_LARGE']);
      expect(rowsOf(await agent.query(PLAIN))).toEqual([['first']]);
      await bounded();
    });

    it('texts that cost much to analyse', async () => {
      const agent = await open('wide');
      const deep = [
        `SELECT ${'('.repeat(5_000)}1${')'.repeat(5_000)}`,
        `SELECT ${'- '.repeat(30_000)}1`,
        `SELECT ${'1+'.repeat(40_000)}1`,
        `SELECT ${'/*'.repeat(10_000)}`,
        `SELECT ${'1,'.repeat(100_000)}1`,
        `SELECT ${"'a' ".repeat(50_000)}`,
      ];
      for (const text of deep) {
        const [code] = codesOf(await agent.query(text));
        expect(code).toMatch(/^SQL_(?:TOO_COMPLEX|SYNTAX)$/);
      }
      expect(rowsOf(await agent.query(PLAIN))).toEqual([['first']]);
      await bounded();
    });

    it('connections that are reset in the middle of an answer', async () => {
      for (let i = 0; i < 20; i++) {
        const agent = await open('wide');
        agent.send(query("SELECT repeat('x', 1000) FROM generate_series(1, 20000)"));
        await agent.until(() => agent.count('D') > 0);
        agent.socket.resetAndDestroy();
      }
      await bounded();
    });
  });
});
