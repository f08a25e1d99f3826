import type { Buffer } from 'node:buffer';
import { BodyReader } from '../body-reader.ts';
import { BodyWriter } from '../body-writer.ts';
import { MAX_COLUMNS } from '../frame-table.ts';
import type { Malformed } from '../malformed.ts';

export interface FieldDescription {
  readonly name: string;
  /** OID of the base table that the column is a plain column of; 0 where it is none. */
  readonly tableOid: number;
  /** pg_attribute.attnum in that table, negative for system columns; 0 where there is none. */
  readonly attribute: number;
  readonly typeOid: number;
  /** pg_type.typlen; negative for variable width. */
  readonly typeSize: number;
  readonly typeModifier: number;
  /** 0 text, 1 binary. In the description of a statement the format is not known yet and is 0. */
  readonly format: number;
}

/** RowDescription ('T'). */
export interface RowDescription {
  readonly kind: 'RowDescription';
  readonly fields: readonly FieldDescription[];
}

/** A name's NUL and 18 bytes of numbers. */
const SMALLEST_FIELD = 19;

function readField(body: BodyReader): FieldDescription {
  const field = {
    name: body.cstring(),
    tableOid: body.uint32(),
    attribute: body.int16(),
    typeOid: body.uint32(),
    typeSize: body.int16(),
    typeModifier: body.int32(),
    format: body.uint16(),
  };
  if (field.format > 1) body.fail('BAD_VALUE', 'a format code is neither 0 nor 1');
  return field;
}

export function decodeRowDescription(
  buf: Buffer,
  start: number,
  end: number,
): RowDescription | Malformed {
  const body = new BodyReader(buf, start, end);
  const count = body.count(SMALLEST_FIELD, MAX_COLUMNS);
  const fields: FieldDescription[] = [];
  for (let i = 0; i < count && !body.failed; i++) fields.push(readField(body));
  return body.finish({ kind: 'RowDescription', fields });
}

export function encodeRowDescription(fields: readonly FieldDescription[]): Buffer {
  const body = new BodyWriter().int16(fields.length);
  for (const field of fields) {
    body.cstring(field.name).int32(field.tableOid).int16(field.attribute).int32(field.typeOid);
    body.int16(field.typeSize).int32(field.typeModifier).int16(field.format);
  }
  return body.frame('T');
}
