import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import type { Malformed } from '../malformed.ts';

/** One field by its letter ("Error and Notice Message Fields"); unknown letters are kept. */
export type ErrorField = readonly [letter: string, value: string];

/**
 * ErrorResponse ('E') and NoticeResponse ('N'). Fields as sent, in order. An error before the encoding is settled may
 * be in the server's own, so that bytes that are no UTF-8 become U+FFFD instead of a refusal.
 */
export interface ErrorOrNotice {
  readonly kind: 'ErrorResponse' | 'NoticeResponse';
  readonly fields: readonly ErrorField[];
}

function decodeFields(kind: ErrorOrNotice['kind'], body: BodyReader): ErrorOrNotice | Malformed {
  const fields: ErrorField[] = [];
  for (let letter = body.uint8(); letter !== 0 && !body.failed; letter = body.uint8()) {
    fields.push([String.fromCharCode(letter), body.lenientCstring()]);
  }
  return body.finish({ kind, fields });
}

export function decodeErrorResponse(
  buf: Buffer,
  start: number,
  end: number,
): ErrorOrNotice | Malformed {
  return decodeFields('ErrorResponse', new BodyReader(buf, start, end));
}

export function decodeNoticeResponse(
  buf: Buffer,
  start: number,
  end: number,
): ErrorOrNotice | Malformed {
  return decodeFields('NoticeResponse', new BodyReader(buf, start, end));
}

/** The value of a field; `C` is the SQLSTATE, `M` the message, `D` the detail. */
export function errorField(message: ErrorOrNotice, letter: string): string | undefined {
  return message.fields.find(([name]) => name === letter)?.[1];
}

/** Re-encodes fields, for instance after one of them was masked. */
export function encodeErrorFields({ kind, fields }: ErrorOrNotice): Buffer {
  const body = new BodyWriter();
  for (const [letter, value] of fields) {
    const code = letter.charCodeAt(0);
    if (letter.length !== 1 || code < 1 || code > 255) throw new TypeError('a field is one letter');
    body.int8(code).cstring(value);
  }
  return body.int8(0).frame(kind === 'ErrorResponse' ? 'E' : 'N');
}

/** What the sidecar says when it refuses. */
export interface ErrorContent {
  /** `ERROR` leaves the connection usable, `FATAL` ends it. */
  readonly severity: 'ERROR' | 'FATAL';
  /** SQLSTATE, five characters. */
  readonly sqlstate: string;
  readonly message: string;
  readonly detail?: string;
  readonly hint?: string;
}

/** Strings may hold what an agent or a target sent: a NUL in them is replaced, as it would end the field. */
export function encodeErrorResponse(content: ErrorContent): Buffer {
  const clean = (text: string): string => text.replaceAll('\0', '\uFFFD');
  const fields: ErrorField[] = [
    ['S', content.severity],
    ['V', content.severity],
    ['C', content.sqlstate],
    ['M', clean(content.message)],
  ];
  if (content.detail !== undefined) fields.push(['D', clean(content.detail)]);
  if (content.hint !== undefined) fields.push(['H', clean(content.hint)]);
  return encodeErrorFields({ kind: 'ErrorResponse', fields });
}
