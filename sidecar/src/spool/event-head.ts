import type { Payloads } from '@chaperone/core/record';

/** As much of a line as counting needs; long texts and responses stand behind it. */
export const HEAD_BYTES: number = 4 * 1024;

/** The beginning of one event, read without parsing all of it. */
export interface EventHead {
  readonly seq: number;
  readonly time: string;
  readonly type: string;
  /** The payload's first bytes as text. */
  readonly payload: string;
}

const pattern =
  /^\{"seq":(\d+),"time":"([0-9T:.Z-]{30})","session":"[0-9A-Z]{26}","type":"([a-z-]+)","payload":/;

/** Undefined where the line is none that the recorder writes. */
export function readEventHead(line: string): EventHead | undefined {
  const match = pattern.exec(line);
  if (match === null) return undefined;
  const [head, seq = '', time = '', type = ''] = match;
  return { seq: Number(seq), time, type, payload: line.slice(head.length) };
}

/** The payload of a `session-end`; undefined where it cannot be read. */
export function readSessionEnd(payload: string): Payloads['session-end'] | undefined {
  try {
    const value = JSON.parse(payload.slice(0, payload.lastIndexOf('}'))) as Payloads['session-end'];
    return typeof value.commands.total === 'number' ? value : undefined;
  } catch {
    return undefined;
  }
}
