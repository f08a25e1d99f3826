import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { EventEmitter } from 'node:events';
import type { StreamMessage } from '@chaperone/core/broker';
import { brokerLimits } from '../config/broker-limits.ts';
import { SidecarError } from '../errors.ts';
import { BrokerStream } from './stream.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Bytes of a stream as they come, which no true broker would send so. */
class Opened extends EventEmitter {
  destroyed = false;
  destroy(): void {
    this.destroyed = true;
  }
}

describe('the stream of the broker', () => {
  let opened: { request: Opened; response: Opened; fail: (error: SidecarError) => void }[] = [];
  let answers: (() => void)[] = [];
  let received: StreamMessage[] = [];
  let stream: BrokerStream;

  beforeEach(() => {
    jest.useFakeTimers();
    opened = [];
    answers = [];
    received = [];
    const open = (
      _path: string,
      answered: (response: IncomingMessage) => void,
      fail: (error: SidecarError) => void,
    ): ClientRequest => {
      const [request, response] = [new Opened(), new Opened()];
      opened.push({ request, response, fail });
      answers.push(() => {
        answered(response as unknown as IncomingMessage);
      });
      return request as unknown as ClientRequest;
    };
    stream = new BrokerStream({
      client: { open },
      log,
      received: (message) => received.push(message),
    });
  });
  afterEach(() => {
    stream.close();
    jest.useRealTimers();
  });

  const send = (bytes: string | Buffer, at = 0): void => {
    for (const answer of answers.splice(0)) answer();
    opened[at]?.response.emit('data', Buffer.from(bytes));
  };

  it('is the same however its bytes are cut', () => {
    const told: StreamMessage = {
      ...{ type: 'decisions', approval: 'orders-db-x7k2p' },
      decisions: [
        {
          username: 'äda',
          groups: ['dba'],
          decision: 'Approved',
          reason: '✓',
          decidedAt: '2026-11-21T09:00:00Z',
        },
      ],
    };
    const bytes = Buffer.from(`${JSON.stringify(told)}\n{"type":"ping"}\n`);
    for (let at = 1; at < bytes.length; at++) {
      received = [];
      send(bytes.subarray(0, at));
      send(bytes.subarray(at));
      expect(received).toEqual([told, { type: 'ping' }]);
    }
  });

  it.each([
    ['a line that is none', 'nonsense\n'],
    ['a message that is none', '{"type":"manifests"}\n'],
    ['a line without an end', 'x'.repeat(brokerLimits.lineBytes.value + 1)],
  ])('is opened again after %s', (_what, bytes) => {
    send(bytes);
    expect(opened[0]?.request.destroyed).toBe(true);
    jest.advanceTimersByTime(brokerLimits.retryMs.value);
    expect(opened).toHaveLength(2);
    send('{"type":"ping"}\n', 1);
    expect(received).toEqual([{ type: 'ping' }]);
  });

  it('is opened again where it is silent, ends or fails, once for each', () => {
    send('{"type":"ping"}\n');
    jest.advanceTimersByTime(brokerLimits.deafMs.value + brokerLimits.retryMs.value);
    expect(opened).toHaveLength(2);
    send('{"type":"ping"}\n', 1);
    opened[1]?.response.emit('end');
    opened[1]?.fail(new SidecarError('BROKER_UNAVAILABLE', 'and failed as well'));
    jest.advanceTimersByTime(brokerLimits.retryMs.value);
    expect(opened).toHaveLength(3);
  });

  it('is not opened again once it is closed', () => {
    send('{"type":"ping"}\n');
    stream.close();
    opened[0]?.response.emit('end');
    jest.advanceTimersByTime(10 * brokerLimits.deafMs.value);
    expect(opened).toHaveLength(1);
  });
});
