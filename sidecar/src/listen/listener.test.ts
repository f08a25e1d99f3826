import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { postgresLimits } from '../config/limits.ts';
import type { Wire } from '../io/wire.ts';
import type { Door, Protocol, Session } from '../protocols/protocol.ts';
import { Listener } from './listener.ts';

const most = postgresLimits.connections.value;
const listeners: Listener[] = [];

afterEach(async () => {
  for (const listener of listeners.splice(0)) {
    const drained = listener.drain();
    await listener.destroy('the test is over');
    await drained;
  }
});

/** Says one byte, and lives as long as its wire. */
function greet(wire: Wire): Session {
  wire.write(Buffer.from('!'));
  wire.setReader((_buffer, _start, end) => end);
  return {
    drain: () => undefined,
    destroy: () => {
      wire.destroy();
    },
    done: new Promise((resolve) => {
      wire.onClose(() => {
        resolve();
      });
    }),
  };
}

const protocol: Protocol = { name: 'greeting', serve: greet };

async function aListener(): Promise<Listener> {
  const listener = new Listener({
    host: '127.0.0.1',
    port: 0,
    protocol,
    door: {} as Door,
    maxCommandBytes: () => 1024,
    failed: () => undefined,
  });
  await listener.open();
  listeners.push(listener);
  return listener;
}

/** What the listener said before it closed, or so far where it stays open. */
async function greeting(socket: net.Socket): Promise<string> {
  socket.on('error', () => undefined);
  const said = once(socket, 'data').then(([bytes]) => String(bytes));
  return Promise.race([said, once(socket, 'close').then(() => '')]);
}

describe('a listener', () => {
  it('serves more agents, one after the other, than it takes at once', async () => {
    const { port } = await aListener();
    for (let i = 0; i <= most; i++) {
      const socket = net.connect({ host: '127.0.0.1', port });
      expect(await greeting(socket)).toBe('!');
      socket.destroy();
    }
  });

  it('closes what comes while it has as many as it takes, and serves again when one has gone', async () => {
    const { port } = await aListener();
    const connect = (): net.Socket => net.connect({ host: '127.0.0.1', port });
    const sockets = Array.from({ length: most }, connect);
    const greetings = await Promise.all(sockets.map(greeting));
    expect(new Set(greetings)).toEqual(new Set(['!']));
    expect(await greeting(connect())).toBe('');
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const again = connect();
    expect(await greeting(again)).toBe('!');
    again.destroy();
  });
});
