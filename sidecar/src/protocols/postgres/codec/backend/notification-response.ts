import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/** NotificationResponse ('A'): what NOTIFY sent to a channel that the session listens to. */
export interface NotificationResponse {
  readonly kind: 'NotificationResponse';
  readonly processId: number;
  readonly channel: string;
  readonly payload: string;
}

export function decodeNotificationResponse(
  buf: Buffer,
  start: number,
  end: number,
): NotificationResponse | Malformed {
  const body = new BodyReader(buf, start, end);
  const processId = body.int32();
  const channel = body.cstring();
  const payload = body.cstring();
  return body.finish({ kind: 'NotificationResponse', processId, channel, payload });
}

export function encodeNotificationResponse(content: Omit<NotificationResponse, 'kind'>): Buffer {
  return new BodyWriter()
    .int32(content.processId)
    .cstring(content.channel)
    .cstring(content.payload)
    .frame('A');
}
