import type { Buffer } from 'node:buffer';
import { redacted } from '@chaperone/core/masking';
import {
  decodeNotificationResponse,
  encodeNotificationResponse,
  isMalformed,
} from '../../codec/index.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;

/**
 * What another session, or this one, sent to a channel. It belongs to no command, is recorded by itself, and comes at any
 * time. Its payload was made by others: nobody can tell of which columns, so that it is withheld where any is masked.
 */
export function notification(side: TargetSide, buffer: Buffer, start: number, end: number): void {
  const message = decodeNotificationResponse(buffer, start + HEADER, end);
  if (isMalformed(message)) {
    side.violation(message.detail);
    return;
  }
  const { withheld, detectors } = side.state.classifier.unasked;
  const payload = withheld ? redacted : detectors.maskText(message.payload);
  const processId = side.state.shownProcessId(message.processId);
  side.reply.apart(() => {
    if (payload === message.payload && processId === message.processId)
      side.outgoing.keep(start, end);
    else side.outgoing.put(encodeNotificationResponse({ ...message, processId, payload }));
  });
}
