import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it } from '@jest/globals';
import { RecordingPath } from '../../compliance/recording-path.ts';
import { wireAndPeer } from '../../compliance/sockets.ts';
import type { Peer } from '../../compliance/sockets.ts';
import { postgresLimits } from '../../../config/limits.ts';
import type { Classification } from '../catalog/classification.ts';
import {
  encodeCopyDone,
  encodeCopyResponse,
  encodeDataRow,
  encodeErrorResponse,
  encodeQuery,
  encodeReadyForQuery,
  encodeRowDescription,
} from '../codec/index.ts';
import { SUBSTITUTE_QUERY } from './refusals.ts';
import type { PostgresSession, SessionParts } from './session.ts';
import { aSessionBetween, plainClassifier, plainText } from './testing/a-session.ts';

const IDLE_MS = 600_000;
const peers: Peer[] = [];

afterEach(() => {
  for (const { socket } of peers.splice(0)) socket.destroy();
});

async function aSession(
  path = new RecordingPath(),
  parts: Partial<SessionParts> = {},
): Promise<{
  session: PostgresSession;
  agent: Peer;
  target: Peer;
}> {
  const agent = await wireAndPeer();
  const target = await wireAndPeer({ floor: 1024, ceiling: 1024 * 1024 });
  peers.push(agent.peer, target.peer);
  const session = aSessionBetween({ agent: agent.wire, target: target.wire, path }, parts);
  return { session, agent: agent.peer, target: target.peer };
}

const later = (ms: number): number => performance.now() + ms + 1_000;

/** Gives loopback the time to bring what was sent. */
const arrive = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

describe('a session that is watched', () => {
  it('leaves one alone that is quiet for less than its idle time, and ends it after', async () => {
    const { session, agent } = await aSession();
    session.watch(later(IDLE_MS / 2));
    await arrive();
    expect(agent.received).toHaveLength(0);
    session.watch(later(IDLE_MS));
    expect((await agent.until(() => false)).toString('latin1')).toContain('"IDLE_TIMEOUT"');
  });

  it('cuts an agent off that stops in the middle of a message', async () => {
    const { session, agent } = await aSession();
    await agent.send(encodeQuery('SELECT id FROM orders').subarray(0, 9));
    await arrive();
    session.watch(later(0));
    await arrive();
    expect(agent.closed).toBe(false);
    session.watch(later(postgresLimits.unfinishedMessageMs.value));
    expect((await agent.until(() => false)).toString('latin1')).toContain('"PEER_TIMEOUT"');
  });

  it('cuts a target off that stops in the middle of a message', async () => {
    const { session, agent, target } = await aSession();
    const query = encodeQuery('SELECT id FROM orders');
    await agent.send(query);
    await target.until((received) => received.length >= query.length);
    await target.send(encodeRowDescription([]).subarray(0, 6));
    await arrive();
    session.watch(later(postgresLimits.unfinishedMessageMs.value));
    expect((await agent.until(() => false)).toString('latin1')).toContain('"PEER_TIMEOUT"');
  });

  it('cuts an agent off that takes nothing of what it asked for', async () => {
    const path = new RecordingPath();
    const { session, agent, target } = await aSession(path);
    const query = encodeQuery('SELECT note FROM orders');
    agent.socket.pause();
    await agent.send(query);
    await target.until((received) => received.length >= query.length);
    const field = {
      name: 'note',
      tableOid: 0,
      attribute: 0,
      typeOid: 25,
      typeSize: -1,
      typeModifier: -1,
      format: 0,
    };
    target.socket.write(encodeRowDescription([field]));
    for (let i = 0; i < 400; i++) target.socket.write(encodeDataRow([Buffer.alloc(60_000, 97)]));
    await new Promise((resolve) => setTimeout(resolve, 500));
    session.watch(performance.now());
    session.watch(later(postgresLimits.untakenBytesMs.value));
    await new Promise((resolve) => setTimeout(resolve, 50));
    session.destroy('the test is over');
    await session.done;
    expect(path.outcomes).toEqual([expect.objectContaining({ status: 'unknown' })]);
    expect(path.closedFor.join()).toContain('PEER_TIMEOUT');
  });
});

describe('an agent that cancels', () => {
  it('a text that is being looked up is answered as for a command that runs', async () => {
    const path = new RecordingPath();
    let lookedUp: () => void = () => undefined;
    const lookUp = new Promise<void>((resolve) => (lookedUp = resolve));
    let asked = 0;
    const classify = (text: string): Classification | Promise<Classification> =>
      asked++ === 0 ? lookUp.then(() => plainText(text)) : plainText(text);
    const classifier = { ...plainClassifier, classify };
    const { session, agent, target } = await aSession(path, { classifier });
    const query = encodeQuery('SELECT id FROM orders');
    await agent.send(query);
    await arrive();
    await session.cancel();
    lookedUp();
    await target.until((received) => received.equals(SUBSTITUTE_QUERY));
    await target.send(
      encodeErrorResponse({ severity: 'ERROR', sqlstate: '42601', message: 'syntax' }),
    );
    expect((await agent.until((received) => received.length > 0)).toString('latin1')).toContain(
      'C57014',
    );
    await target.send(encodeReadyForQuery('I'));
    await agent.send(query);
    await target.until((received) => received.subarray(-query.length).equals(query));
    session.destroy('the test is over');
  });
});

describe('a copy in whose beginning cannot be recorded', () => {
  it('is ended at the target, which would wait for its data for ever', async () => {
    const path = new RecordingPath();
    const { session, agent, target } = await aSession(path);
    const query = encodeQuery('COPY orders FROM STDIN');
    await agent.send(query);
    await target.until((received) => received.length >= query.length);
    path.recorderDown = true;
    await target.send(
      encodeCopyResponse({ kind: 'CopyInResponse', format: 0, columnFormats: [0] }),
    );
    const got = await target.until((received) => received.length > query.length);
    expect(got.toString('latin1', query.length, query.length + 1)).toBe('f');
    await target.send(
      encodeErrorResponse({ severity: 'ERROR', sqlstate: '57014', message: 'COPY failed' }),
      encodeReadyForQuery('I'),
    );
    const answer = await agent.until((received) => received.includes('Z\0\0\0\x05I'));
    expect(answer.toString('latin1')).toContain('"RECORDING_UNAVAILABLE"');
    path.recorderDown = false;
    const next = encodeQuery('SELECT id FROM orders');
    await agent.send(encodeCopyDone(), next);
    await target.until((received) => received.subarray(-next.length).equals(next));
    session.destroy('the test is over');
  });
});

describe('a session whose target goes away', () => {
  it('records nothing of a message that was still being looked up', async () => {
    const path = new RecordingPath();
    let lookedUp: () => void = () => undefined;
    const lookUp = new Promise<void>((resolve) => (lookedUp = resolve));
    const classify = async (text: string): Promise<Classification> =>
      lookUp.then(() => plainText(text));
    const classifier = { ...plainClassifier, classify };
    const { session, agent, target } = await aSession(path, { classifier });
    await agent.send(encodeQuery('SELECT id FROM orders'));
    await arrive();
    target.socket.destroy();
    await session.done;
    lookedUp();
    await arrive();
    expect(path.told).toEqual([]);
    expect(path.closed).toEqual(['Completed']);
  });
});

describe('a setting on which the meaning of a text depends', () => {
  const status = (name: string, value: string): Buffer => {
    const body = Buffer.from(`${name}\0${value}\0`);
    const head = Buffer.from('S\0\0\0\0', 'latin1');
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };

  it('may be reported under another name for the same', async () => {
    const { agent, target, session } = await aSession();
    const unicode = status('client_encoding', 'UNICODE');
    await target.send(unicode);
    expect(await agent.until((received) => received.length >= unicode.length)).toEqual(unicode);
    session.destroy('the test is over');
  });

  it.each([
    ['client_encoding', 'SJIS'],
    ['standard_conforming_strings', 'off'],
  ])('ends the session where %s becomes %s', async (name, value) => {
    const { agent, target } = await aSession();
    await target.send(status(name, value));
    expect((await agent.until(() => false)).toString('latin1')).toContain(
      '"UPSTREAM_PROTOCOL_VIOLATION"',
    );
  });
});
