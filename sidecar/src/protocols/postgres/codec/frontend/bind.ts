import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import { malformed, type Malformed } from '../malformed.ts';
import { assertName } from './names.ts';

export const TEXT = 0;
export const BINARY = 1;

/**
 * Bind ('B'): binds values to `statement` as `portal`. Values stay in the buffer that was decoded: value i is
 * `[starts[i], starts[i] + lengths[i])`, and NULL where `lengths[i]` is -1. Valid as long as that buffer is.
 */
export interface Bind {
  readonly kind: 'Bind';
  readonly portal: string;
  readonly statement: string;
  /** Format codes as sent: none (all text), one for all, or one each. */
  readonly formats: readonly number[];
  readonly starts: readonly number[];
  readonly lengths: readonly number[];
  /** Format codes of the results, by the same rule. */
  readonly resultFormats: readonly number[];
}

/** The format of item `index` under the rule "none, one for all, one each". */
export function formatAt(formats: readonly number[], index: number): number {
  return (formats.length === 1 ? formats[0] : formats[index]) ?? TEXT;
}

const NONE: readonly number[] = [];

function readFormats(body: BodyReader): readonly number[] {
  const count = body.count(2);
  if (count === 0) return NONE;
  const formats = new Array<number>(count);
  for (let i = 0; i < count; i++) {
    const format = body.uint16();
    if (format > BINARY) body.fail('BAD_VALUE', `format code ${String(format)} is neither 0 nor 1`);
    formats[i] = format;
  }
  return formats;
}

export function decodeBind(buf: Buffer, start: number, end: number): Bind | Malformed {
  const body = new BodyReader(buf, start, end);
  const portal = body.name();
  const statement = body.name();
  const formats = readFormats(body);
  const count = body.count(4);
  const starts = new Array<number>(count);
  const lengths = new Array<number>(count);
  for (let i = 0; i < count && !body.failed; i++) {
    const length = body.valueLength();
    starts[i] = body.take(Math.max(0, length));
    lengths[i] = length;
  }
  const resultFormats = readFormats(body);
  if (!body.failed && formats.length > 1 && formats.length !== count) {
    return malformed('BAD_COUNT', 'neither none, one nor one format for each value');
  }
  return body.finish({ kind: 'Bind', portal, statement, formats, starts, lengths, resultFormats });
}

/** What to bind; formats by the rule "none, one for all, one each". */
export interface BindContent {
  readonly portal?: string;
  readonly statement?: string;
  readonly formats?: readonly number[];
  readonly values?: readonly (Buffer | null)[];
  readonly resultFormats?: readonly number[];
}

export function encodeBind(content: BindContent): Buffer {
  const { portal = '', statement = '', formats = [], values = [], resultFormats = [] } = content;
  assertName(portal);
  assertName(statement);
  const body = new BodyWriter().cstring(portal).cstring(statement).int16(formats.length);
  for (const format of formats) body.int16(format);
  body.int16(values.length);
  for (const value of values) body.value(value);
  body.int16(resultFormats.length);
  for (const format of resultFormats) body.int16(format);
  return body.frame('B');
}
