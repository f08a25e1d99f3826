import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import net from 'node:net';
import { duplexPair } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Wire } from './wire.ts';

const servers: net.Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function pair(limits?: {
  floor: number;
  ceiling: number;
}): Promise<{ wire: Wire; peer: net.Socket }> {
  const server = net.createServer({ pauseOnConnect: true });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted = once(server, 'connection') as Promise<[net.Socket]>;
  const peer = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  const [socket] = await accepted;
  return { wire: Wire.accept(socket, limits), peer };
}

const pattern = (length: number): Buffer => Buffer.from(Array.from({ length }, (_, i) => i % 251));

describe('Wire', () => {
  it('delivers every byte once, in order, through pauses and remainders', async () => {
    const { wire, peer } = await pair({ floor: 64, ceiling: 512 });
    const sent = pattern(100_000);
    const got: Buffer[] = [];
    let turns = 0;
    const done = new Promise<void>((resolve) => {
      let total = 0;
      wire.setReader((buffer, start, end) => {
        turns++;
        if (turns % 7 === 0) {
          wire.pause();
          setImmediate(() => {
            wire.resume();
          });
          return start;
        }
        const upTo = Math.max(start, end - (turns % 5));
        const stop = total + (end - start) >= sent.length ? end : upTo;
        got.push(Buffer.from(buffer.subarray(start, stop)));
        total += stop - start;
        if (total >= sent.length) resolve();
        return stop;
      });
    });
    peer.write(sent);
    await done;
    expect(Buffer.concat(got).equals(sent)).toBe(true);
    peer.destroy();
  });

  it('reads what has no handle to take over', async () => {
    const [accepted, peer] = duplexPair();
    const wire = Wire.accept(accepted.pause() as unknown as net.Socket);
    const got = new Promise<string>((resolve) => {
      wire.setReader((buffer, start, end) => {
        resolve(buffer.toString('latin1', start, end));
        return end;
      });
    });
    peer.write('hello');
    expect(await got).toBe('hello');
    wire.write(Buffer.from('and back'));
    const [answer] = (await once(peer, 'data')) as [Buffer];
    expect(answer.toString()).toBe('and back');
  });

  it('stops reading when its reader consumes nothing, and goes on when asked to', async () => {
    const { wire, peer } = await pair({ floor: 64, ceiling: 1024 });
    let open = false;
    let received = 0;
    const sent = pattern(300_000);
    const finished = new Promise<void>((resolve) => {
      wire.setReader((_buffer, start, end) => {
        if (!open) return start;
        received += end - start;
        if (received === sent.length) resolve();
        return end;
      });
    });
    peer.write(sent);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(wire.unconsumed).toBeLessThanOrEqual(1024 + 64 + 4096);
    open = true;
    wire.redeliver();
    await finished;
    expect(received).toBe(sent.length);
    peer.destroy();
  });

  it('says when what was written has left, also when the peer goes away', async () => {
    const { wire, peer } = await pair();
    const flushed = wire.write(Buffer.alloc(32 * 1024 * 1024));
    expect(flushed).toBe(false);
    const drained = new Promise<void>((resolve) => {
      wire.onDrain(resolve);
    });
    peer.destroy();
    await drained;
    const closed = new Promise<void>((resolve) => {
      wire.onClose(() => {
        resolve();
      });
    });
    await closed;
    expect(wire.closed).toBe(true);
  });

  it('sends stretches of a buffer in order, whether the kernel takes them at once or not', async () => {
    const { wire, peer } = await pair();
    const sent = pattern(8_000_000);
    peer.pause();
    let queued = 0;
    for (let at = 0; at < sent.length; at += 100_000) {
      if (!wire.write(sent, at, at + 100_000)) queued++;
    }
    // The kernel's buffers hold some of it; behind what they do not hold, everything is queued.
    expect(queued).toBeGreaterThan(1);
    expect(queued).toBeLessThan(80);
    const got: Buffer[] = [];
    peer.on('data', (chunk: Buffer) => got.push(chunk)).resume();
    wire.end(Buffer.from('end'));
    await once(peer, 'end');
    expect(Buffer.concat(got).equals(Buffer.concat([sent, Buffer.from('end')]))).toBe(true);
    peer.destroy();
  });

  it('never writes to a descriptor that belongs to another connection by now', async () => {
    const first = await pair();
    first.wire.destroy();
    // The next connection gets the number that has become free.
    const second = await pair();
    const got: Buffer[] = [];
    second.peer.on('data', (chunk: Buffer) => got.push(chunk));
    expect(first.wire.write(Buffer.from('for the first'))).toBe(true);
    second.wire.end(Buffer.from('for the second'));
    await once(second.peer, 'end');
    expect(Buffer.concat(got).toString()).toBe('for the second');
    first.peer.destroy();
  });

  it('tells of a peer that is gone by closing, not by an exception of write', async () => {
    const { wire, peer } = await pair();
    peer.resetAndDestroy();
    const closed = new Promise<Error | undefined>((resolve) => {
      wire.onClose(resolve);
    });
    const timer = setInterval(() => wire.write(Buffer.from('x')), 1);
    const error = await closed;
    clearInterval(timer);
    // Whichever the kernel says first: the reset that arrived, or that nobody takes what is written.
    expect(error).toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|EPIPE)$/) });
    expect(wire.write(Buffer.from('x'))).toBe(true);
  });

  it('notices a peer that leaves while nothing is consumed', async () => {
    const { wire, peer } = await pair();
    wire.setReader((_buffer, start) => start);
    peer.end('held');
    await new Promise<void>((resolve) => {
      wire.onClose(() => {
        resolve();
      });
    });
    expect(wire.unconsumed).toBe(4);
  });
});
