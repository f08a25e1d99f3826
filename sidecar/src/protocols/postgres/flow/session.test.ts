import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it } from '@jest/globals';
import { compileDetectors } from '@chaperone/core/masking';
import { RecordingPath } from '../../compliance/recording-path.ts';
import { wireAndPeer } from '../../compliance/sockets.ts';
import type { Peer } from '../../compliance/sockets.ts';
import { postgresLimits } from '../../../config/limits.ts';
import { MaskedColumns } from '../catalog/masked-columns.ts';
import { encodeDataRow, encodeQuery, encodeRowDescription } from '../codec/index.ts';
import { ScratchPool } from './outgoing.ts';
import { PostgresSession } from './session.ts';

const IDLE_MS = 600_000;
const key = Buffer.alloc(32, 1);
const peers: Peer[] = [];

afterEach(() => {
  for (const { socket } of peers.splice(0)) socket.destroy();
});

async function aSession(path = new RecordingPath()): Promise<{
  session: PostgresSession;
  agent: Peer;
  target: Peer;
}> {
  const agent = await wireAndPeer();
  const target = await wireAndPeer({ floor: 1024, ceiling: 1024 * 1024 });
  peers.push(agent.peer, target.peer);
  const session = new PostgresSession({
    agent: agent.wire,
    target: target.wire,
    path,
    connection: {
      name: 'orders-db',
      namespace: 'agents',
      target: { host: '127.0.0.1', port: 5432, tlsMode: 'Disable' },
      credential: { username: 'u' },
      maxCommandBytes: 1024,
      idleTimeoutMs: IDLE_MS,
      maxSessionDurationMs: Infinity,
    },
    classifier: {
      generation: 1,
      masking: {
        none: true,
        columns: MaskedColumns.none,
        detectors: compileDetectors([], key),
        key,
      },
      classify: (text) => ({
        text,
        effects: [],
        refusal: undefined,
        generation: 1,
        masking: 'none',
        maskedOutput: false,
        touchesMasked: false,
        mayQuoteMasked: false,
        invalidates: false,
      }),
      invalidate: () => undefined,
    },
    pool: new ScratchPool(64 * 1024),
    cancelTarget: () => undefined,
    log: () => undefined,
  });
  session.start();
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
