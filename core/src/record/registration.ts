import type { Agent } from '../command/types.ts';
import { isObject } from './event-shape.ts';
import { RecordError } from './errors.ts';
import { isUlid } from './segment.ts';
import { isTime } from './time.ts';

/** `session.json`: what is known when a session begins. Written before the registry's line and the first event. */
export interface Registration {
  /** ULID, upper case. */
  readonly session: string;
  readonly connection: string;
  readonly namespace: string;
  readonly protocol: string;
  readonly agent: Agent;
  readonly startedAt: string;
}

/** Content of `session.json`: one line with its LF, keys in the order of the type. */
export function registrationFile(registration: Registration): string {
  const { session, connection, namespace, protocol, agent, startedAt } = registration;
  return `${JSON.stringify({ session, connection, namespace, protocol, agent, startedAt })}\n`;
}

/** @throws RecordError MALFORMED_REGISTRATION */
export function readRegistration(bytes: Buffer): Registration {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    if (isRegistration(value)) return value;
  } catch (cause) {
    throw new RecordError('MALFORMED_REGISTRATION', 'session.json is not JSON', { cause });
  }
  throw new RecordError('MALFORMED_REGISTRATION', 'session.json lacks a field of a registration');
}

function isRegistration(value: unknown): value is Registration {
  return (
    isObject(value) &&
    isUlid(value['session']) &&
    ['connection', 'namespace', 'protocol'].every((key) => typeof value[key] === 'string') &&
    isObject(value['agent']) &&
    typeof value['agent']['serviceAccount'] === 'string' &&
    isTime(value['startedAt'])
  );
}
