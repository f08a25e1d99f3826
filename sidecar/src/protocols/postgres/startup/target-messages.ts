import { SidecarError } from '../../../errors.ts';
import { errorField, type ErrorOrNotice } from '../codec/backend/error-fields.ts';
import { decodeBackend, type BackendMessage } from '../codec/decode-backend.ts';
import { backendFrames, PHASE_STARTUP } from '../codec/frame-table.ts';
import { checkedFrameEnd, HEADER_BYTES } from '../codec/frame.ts';
import { isMalformed } from '../codec/malformed.ts';
import type { FrameDoor, FrameFinder } from './frame-door.ts';
import { MAX_STARTUP_FRAME_BYTES } from './limits.ts';

const rules = { table: backendFrames, phase: PHASE_STARTUP, max: MAX_STARTUP_FRAME_BYTES };
const startupFrame: FrameFinder = (buf, start, end) => checkedFrameEnd(buf, start, end, rules);

export function violation(message: string): SidecarError {
  return new SidecarError('UPSTREAM_PROTOCOL_VIOLATION', message);
}

/** The target's own words; PostgreSQL's hold the user's and the database's name, never a password. */
function refused(error: ErrorOrNotice): SidecarError {
  const sqlstate = errorField(error, 'C') ?? '';
  const message = errorField(error, 'M') ?? 'no message';
  return new SidecarError('UPSTREAM_REFUSED', `the target refused the start-up: ${message}`, {
    ...(/^[0-9A-Z]{5}$/.test(sqlstate) ? { sqlstate } : {}),
    facts: { sqlstate, message },
  });
}

/**
 * The target's next message.
 * @throws SidecarError UPSTREAM_REFUSED for an ErrorResponse; UPSTREAM_PROTOCOL_VIOLATION, UPSTREAM_CLOSED, UPSTREAM_TIMEOUT
 */
export async function nextMessage(door: FrameDoor): Promise<BackendMessage> {
  const frame = await door.next(startupFrame);
  const message = decodeBackend(frame[0] ?? 0, frame, HEADER_BYTES, frame.length);
  if (isMalformed(message)) throw violation(`the target's start-up: ${message.detail}`);
  if (message.kind === 'ErrorResponse') throw refused(message);
  return message;
}
