import { Buffer } from 'node:buffer';
import type { AnyEvent } from './parse-event.ts';
import type { NotificationView } from './session-view.ts';

/** Type byte, length word and the sender's process id. */
const HEAD = 9;

/** What the event says was delivered besides commands; undefined for every other event. */
export function notificationOf(event: AnyEvent): NotificationView | undefined {
  if (event.type !== 'data' || event.payload.stream !== 'notification') return undefined;
  const { wire } = event.payload;
  const parts =
    wire === undefined ? [] : Buffer.from(wire, 'base64').toString('utf8', HEAD).split('\0');
  const [channel = null, payload = null] = parts;
  return { seq: event.seq, receivedAt: event.time, channel, payload };
}
