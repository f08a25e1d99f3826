import type { Buffer } from 'node:buffer';
import { redacted } from '@chaperone/core/masking';
import { decodeParameterStatus, encodeParameterStatus, isMalformed } from '../../codec/index.ts';
import type { ParameterStatus } from '../../codec/index.ts';
import { isUtf8Name } from '../../startup/parameters.ts';
import type { TargetSide } from './target-side.ts';

const HEADER = 5;

/**
 * Settings on which the meaning of a text depends, and what they may be; a session in which they become anything else is
 * over. The server reports an encoding by the name that it was asked for: UNICODE is UTF8.
 */
const FIXED: ReadonlyMap<string, (value: string) => boolean> = new Map([
  ['client_encoding', isUtf8Name],
  ['standard_conforming_strings', (value: string) => value === 'on'],
]);

/** Settings that hold any text. Nothing reads them as more than that, so that something else may stand there. */
const FREE_TEXT: ReadonlySet<string> = new Set(['application_name', 'search_path']);

/** A setting is another now: reported when the session is about to be ready, whatever changed it. */
export function parameterStatus(
  side: TargetSide,
  buffer: Buffer,
  start: number,
  end: number,
): void {
  const message = decodeParameterStatus(buffer, start + HEADER, end);
  if (isMalformed(message)) {
    side.violation(message.detail);
    return;
  }
  const { name, value } = message;
  if (FIXED.get(name)?.(value) === false) {
    side.violation(`${name} changed to ${JSON.stringify(value)}`);
    return;
  }
  if (side.reply.cut) return;
  const shown = FREE_TEXT.has(name) ? shownValue(side, message) : value;
  if (shown === value) side.outgoing.keep(start, end);
  else side.outgoing.put(encodeParameterStatus(name, shown));
}

/** Code that nobody looks into may have set it, to what it has read. */
function shownValue(side: TargetSide, { value }: ParameterStatus): string {
  const { details, messages } = side.reply.quoting(side.runningCommand(), false);
  return details || messages ? redacted : side.state.classifier.unasked.detectors.maskText(value);
}
