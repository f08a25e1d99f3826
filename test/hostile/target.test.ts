import { Buffer } from 'node:buffer';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { logins, prepare, writeManifests } from '../attack/ground.ts';
import { leakIn } from '../attack/lab.ts';
import { cstring, frame, header, int16, int32, query } from '../harness/frames.ts';
import { peakBytes } from '../harness/memory.ts';
import { RawAgent, codesOf, fieldsOf, rowsOf } from '../harness/raw-agent.ts';
import { startSidecar, type Sidecar } from '../harness/sidecar.ts';
import { atTarget } from '../harness/standalone.ts';
import { makeTempDir, type TempDir } from '../harness/temp.ts';
import { startPostgres, type Postgres } from '../postgres/server.ts';
import { openLyingTarget, type Lie, type LyingTarget } from './lying-target.ts';

const MIB = 1024 * 1024;
const PLAIN = 'SELECT body FROM notes WHERE id = 1';
const VIOLATION = 'UPSTREAM_PROTOCOL_VIOLATION';

const ok = frame('R', int32(0));
const key = frame('K', int32(1), int32(2));
const ready = frame('Z', Buffer.from('I'));
const status = (name: string, value: string): Buffer => frame('S', cstring(name), cstring(value));
/** All that a start-up needs. */
const welcome = [
  ok,
  status('server_encoding', 'UTF8'),
  status('client_encoding', 'UTF8'),
  status('standard_conforming_strings', 'on'),
  status('server_version', '15.0'),
  key,
];

/** One text column of a relation. */
const columnOf = (oid: number, attribute: number): Buffer =>
  Buffer.concat([
    ...[cstring('body'), int32(oid), int16(attribute)],
    ...[int32(25), int16(65_535), int32(-1), int16(0)],
  ]);
const describedAs = (oid: number, attribute: number): Buffer =>
  frame('T', int16(1), columnOf(oid, attribute));
const column = columnOf(0, 0);
const described = describedAs(0, 0);
const cell = (text: string): Buffer => Buffer.concat([int32(text.length), Buffer.from(text)]);
const row = frame('D', int16(1), cell('x'));
const done = frame('C', cstring('SELECT 1'));

/** Bytes of a target that does not keep to the protocol, or is none. */
describe('a hostile target', () => {
  let server: Postgres;
  let liar: LyingTarget;
  let dir: TempDir;
  let sidecar: Sidecar;
  let bystander: RawAgent;
  let names = 0;

  const open = async (name = 'honest'): Promise<RawAgent> =>
    RawAgent.open(sidecar.port('wide-db'), {
      user: 'agent',
      database: 'postgres',
      application_name: name,
    });

  /** What an agent gets that asks one query of a target that lies to it alone. */
  async function lieTo(lie: Lie): Promise<RawAgent> {
    const name = `lied-to-${String(++names)}`;
    liar.tell(name, lie);
    const agent = await open(name);
    if (lie.at === 'query') agent.send(query(PLAIN));
    return agent;
  }

  beforeAll(async () => {
    server = await startPostgres();
    await prepare(server);
    liar = await openLyingTarget(server);
    dir = await makeTempDir('hostile');
    await writeManifests(path.join(dir.path, 'config'), liar.port);
    sidecar = await startSidecar({
      config: path.join(dir.path, 'config'),
      connections: ['wide-db', 'narrow-db'],
    });
    bystander = await open();
  });
  afterEach(async () => {
    expect(rowsOf(await bystander.query(PLAIN))).toEqual([['first']]);
    expect(await peakBytes(sidecar.pid)).toBeLessThan(250 * MIB);
  });
  afterAll(async () => {
    bystander.destroy();
    await sidecar.stop();
    liar.close();
    await server.stop();
    await dir.remove();
  });

  it.each<readonly [string, Buffer]>([
    ['an unknown type', frame('!')],
    ['type 0', Buffer.alloc(16)],
    ['HTTP', Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['a length of 0', header('C', 0)],
    ['a length of 3', header('T', 3)],
    ['the largest length', header('T', 0xffffffff)],
    ['a large error', header('E', 0x7fffffff)],
    ['a large readiness', header('Z', 6)],
    ['a start-up in the session', ok],
    ['a key in the session', key],
    ['a row without a description', row],
    ['a description that breaks off', frame('T', int16(1), column.subarray(0, 9))],
    ['a description of fewer columns than it says', frame('T', int16(7), column)],
    ['a description with bytes behind it', frame('T', int16(1), column, Buffer.from('y'))],
    ['a Parse that nobody sent', frame('1')],
    ['a Bind that nobody sent', frame('2')],
    ['a Close that nobody sent', frame('3')],
    ['a suspended portal', frame('s')],
    ['no data', frame('n')],
    ['a description of parameters', frame('t', int16(0))],
    ['a copy in', frame('G', Buffer.from([0]), int16(0))],
    ['a copy out', frame('H', Buffer.from([0]), int16(0))],
    ['a copy in both directions', frame('W', Buffer.from([0]), int16(0))],
    ['data of a copy', frame('d', Buffer.from('x'))],
    ['the result of a function call', frame('V', int32(-1))],
    [
      'readiness in a status that there is not',
      Buffer.concat([described, row, done, frame('Z', Buffer.from('X'))]),
    ],
    ['readiness twice', Buffer.concat([described, row, done, ready, ready])],
    ['another encoding', status('client_encoding', 'SJIS')],
    ['other strings', status('standard_conforming_strings', 'off')],
    ['a status that breaks off', frame('S', cstring('x'))],
  ])('says %s, and its session ends', async (_, bytes) => {
    const agent = await lieTo({ at: 'query', bytes });
    const codes = codesOf(await agent.untilClosed());
    expect(codes.at(-1)).toBe(VIOLATION);
    expect(leakIn(agent.received)).toBeUndefined();
  });

  it.each<readonly [string, Buffer]>([
    ['more columns than are described', frame('D', int16(2), cell('x'), cell('y'))],
    ['fewer cells than are described', frame('D', int16(0))],
    ['fewer cells than it says', frame('D', int16(1))],
    ['a cell beyond its end', frame('D', int16(1), int32(99), Buffer.from('x'))],
    ['a cell of length -5', frame('D', int16(1), int32(-5))],
    ['bytes behind its cells', frame('D', int16(1), cell('x'), Buffer.from('y'))],
  ])('says a row to be masked with %s, and its session ends', async (_, bytes) => {
    const [found] = await atTarget<{ oid: number }>(
      server,
      "SELECT 'customers'::regclass::oid AS oid",
    );
    const email = describedAs(Number(found?.oid), 3);
    const agent = await lieTo({ at: 'query', bytes: Buffer.concat([email, bytes, done, ready]) });
    const codes = codesOf(await agent.untilClosed());
    expect(codes.at(-1)).toBe(VIOLATION);
    expect(agent.count('D')).toBe(0);
  });

  it('says half a message and goes: the outcome is unknown', async () => {
    const whole = Buffer.concat([described, row, done, ready]);
    for (let length = 1; length < whole.length; length += 5) {
      const agent = await lieTo({ at: 'query', bytes: whole.subarray(0, length), closes: true });
      await agent.untilClosed();
      expect(agent.count('Z')).toBe(1);
    }
  });

  it('says an error that breaks off, and nothing of it is shown', async () => {
    const bytes = frame('E', cstring('SERROR'), cstring('CXX000'), Buffer.from('Mqzxvada7391kw'));
    const agent = await lieTo({ at: 'query', bytes: Buffer.concat([bytes, ready]) });
    await agent.until(() => agent.count('E') > 0);
    expect(leakIn(agent.received)).toBeUndefined();
    agent.destroy();
  });

  it('announces a row of 2 GiB, and is cut off in the middle of it', async () => {
    const big = Buffer.concat([described, header('D', 0x7fffffff), Buffer.alloc(MIB)]);
    const agent = await lieTo({ at: 'query', bytes: big, closes: true });
    await agent.untilClosed();
    expect(agent.count('Z')).toBe(1);
  });

  it('sends notices without end', async () => {
    const notice = frame(
      'N',
      cstring('SNOTICE'),
      cstring('C00000'),
      cstring(`M${'x'.repeat(900)}`),
      Buffer.from([0]),
    );
    const bytes = Buffer.concat(Array.from({ length: 60_000 }, () => notice));
    const agent = await lieTo({ at: 'query', bytes, closes: true });
    await agent.untilClosed();
    expect(agent.received.length).toBeGreaterThan(MIB);
  });

  it.each<readonly [string, string, Buffer]>([
    ['nothing', 'UPSTREAM_CLOSED', Buffer.alloc(0)],
    ['HTTP', VIOLATION, Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['zeros', VIOLATION, Buffer.alloc(100)],
    ['a length of 0', VIOLATION, header('R', 0)],
    ['the largest length', VIOLATION, header('R', 0xffffffff)],
    ['that it wants the password', 'UPSTREAM_AUTH_UNSUPPORTED', frame('R', int32(3))],
    [
      'that it wants the password as md5',
      'UPSTREAM_AUTH_UNSUPPORTED',
      frame('R', int32(5), int32(7)),
    ],
    ['that it wants GSSAPI', 'UPSTREAM_AUTH_UNSUPPORTED', frame('R', int32(7))],
    ['a way to authenticate that there is not', VIOLATION, frame('R', int32(99))],
    ['no mechanism', 'UPSTREAM_AUTH_UNSUPPORTED', frame('R', int32(10), Buffer.from([0]))],
    [
      'that all is well before the end of SCRAM',
      'UPSTREAM_AUTH_INVALID',
      Buffer.concat([
        frame('R', int32(10), cstring('SCRAM-SHA-256'), Buffer.from([0])),
        ...welcome,
        ready,
      ]),
    ],
    ['readiness first', VIOLATION, ready],
    ['a row first', VIOLATION, row],
    [
      'another encoding',
      'UPSTREAM_ENCODING_UNSUPPORTED',
      Buffer.concat([...welcome, status('client_encoding', 'LATIN1'), ready]),
    ],
    [
      'other strings',
      'UPSTREAM_STRINGS_UNSUPPORTED',
      Buffer.concat([...welcome, status('standard_conforming_strings', 'off'), ready]),
    ],
    [
      'statuses without end',
      VIOLATION,
      Buffer.concat(
        Array.from({ length: 5_000 }, (_, i) => (i === 0 ? ok : status(`x${String(i)}`, 'y'))),
      ),
    ],
  ])('says at start-up %s: %s', async (_, code, bytes) => {
    const agent = await lieTo({ at: 'startup', bytes, closes: true });
    await agent.untilClosed();
    const [failure] = agent.take();
    const text = agent.received.toString('utf8');
    expect([
      text.includes(`"code":"${code}"`),
      failure === undefined ? text : fieldsOf(failure),
    ]).toEqual([true, expect.anything()]);
    expect(leakIn(agent.received)).toBeUndefined();
  });

  it('never got the password', () => {
    const sent = liar.received();
    expect(sent.length).toBeGreaterThan(1_000);
    for (const { password } of Object.values(logins)) expect(sent.includes(password)).toBe(false);
  });
});
