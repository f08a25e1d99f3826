import { isUtf8 } from 'node:buffer';
import { EVENT_KEYS, isObject, malformedField } from './event-shape.ts';
import type { Event, EventType } from './types.ts';

/** An event, told apart by its type. */
export type AnyEvent = { [T in EventType]: Event<T> }[EventType];

export type ParsedEvent =
  | { readonly kind: 'event'; readonly event: AnyEvent }
  | {
      readonly kind: 'malformed';
      /** Path of the field at fault, where the line is JSON at all. */
      readonly field?: string;
      readonly reason: string;
      /** What could be read all the same. */
      readonly partial?: Readonly<Record<string, unknown>>;
    };

/**
 * Reads one line. It must be the very bytes that the recorder would write for what it says: no other spacing, escapes,
 * order of keys or number format, no key twice, no field beyond types.ts.
 * @param line without its LF
 */
export function parseEvent(line: Buffer): ParsedEvent {
  if (!isUtf8(line)) return { kind: 'malformed', reason: 'it is not UTF-8' };
  const text = line.toString('utf8');
  const value = parseJson(text);
  if (!isObject(value)) return { kind: 'malformed', reason: 'it is not a JSON object' };
  const field = malformedField(value);
  if (field !== undefined) {
    const reason = `the field ${field} is missing, unknown or of the wrong form`;
    return { kind: 'malformed', field, reason, partial: value };
  }
  if (Object.keys(value).join() !== EVENT_KEYS.join() || JSON.stringify(value) !== text) {
    const reason = 'it is not written as the recorder writes it';
    return { kind: 'malformed', reason, partial: value };
  }
  return { kind: 'event', event: value as unknown as AnyEvent };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
