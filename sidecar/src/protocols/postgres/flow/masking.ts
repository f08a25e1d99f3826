import type { Buffer } from 'node:buffer';
import {
  binaryCellMask,
  cellMask,
  detectorBinaryMask,
  detectorCellMask,
} from '@chaperone/core/masking';
import type { Detectors, MaskMethod } from '@chaperone/core/masking';
import type { SessionPolicies } from '../../protocol.ts';
import type { Classification } from '../catalog/classification.ts';
import type { Outputs } from '@chaperone/core/sql';
import type { MaskedColumns } from '../catalog/masked-columns.ts';
import {
  BINARY,
  decodeErrorResponse,
  decodeNoticeResponse,
  decodeRowDescription,
  encodeErrorFields,
  isMalformed,
} from '../codec/index.ts';
import type { ErrorOrNotice, FieldDescription } from '../codec/index.ts';
import { planOf } from './row-plan.ts';
import type { ColumnPlan, RowPlan } from './row-plan.ts';

/** What masking looks like for one agent under one set of policies and one state of the catalog. */
export interface Masking {
  /** Nothing is masked and nothing is looked for. */
  readonly none: boolean;
  readonly columns: MaskedColumns;
  readonly detectors: Detectors;
  readonly key: Uint8Array;
}

/** How values are masked of which nobody can tell where they come from. */
export interface Unasked {
  /** A policy masks columns, so that any value may be one of theirs. */
  readonly withheld: boolean;
  readonly detectors: Detectors;
}

export function unaskedBy({ effective, detectors }: SessionPolicies): Unasked {
  return { withheld: !effective.masking.none, detectors };
}

const UNTOUCHED: RowPlan = planOf([], undefined);
const PASS: ColumnPlan = { kind: 'pass' };
const NOTHING = new Uint8Array();

/** Which result a description belongs to, and what masks it. */
export interface Described {
  readonly classification: Classification;
  readonly masking: Masking;
  /** Number of the statement in the text, from 0. */
  readonly result: number;
}

/**
 * How rows of this description `[start, end)` are masked: by the column's table and number as the target describes them,
 * so that aliases do not matter; a value that the target names no column for by what the text makes of it.
 * @returns undefined for a description that is none
 */
export function planRows(
  buffer: Buffer,
  start: number,
  end: number,
  { classification, masking, result }: Described,
): RowPlan | undefined {
  if (masking.none) return UNTOUCHED;
  const description = decodeRowDescription(buffer, start, end);
  if (isMalformed(description)) return undefined;
  const outputs = followed(classification.results[result] ?? 'unknown', description.fields);
  const columns = description.fields.map((field, at) =>
    planColumn(field, methodFor(field, outputs, at, masking), masking),
  );
  return planOf(columns, masking.detectors.none ? undefined : masking.detectors);
}

/** Redact and Null put the same into each cell, whatever it holds; of a computed value that goes for NULL as well. */
function maskedBy(
  { method, computed }: Masked,
  { typeOid, format }: FieldDescription,
  key: Uint8Array,
): ColumnPlan {
  const mask = (format === BINARY ? binaryCellMask : cellMask)(method, typeOid, key);
  return method.kind === 'Redact' || method.kind === 'Null'
    ? { kind: 'constant', cell: mask(NOTHING), keepsNull: computed !== true }
    : { kind: 'mask', mask };
}

interface Masked {
  readonly method: MaskMethod;
  readonly computed?: true;
}

/** What the text makes of each column, unless the description does not look like that. */
function followed(outputs: Outputs, fields: readonly FieldDescription[]): Outputs {
  if (typeof outputs === 'string') return outputs;
  const alike =
    outputs.length === fields.length &&
    outputs.every(({ name }, at) => name === '' || name === fields[at]?.name);
  return alike ? outputs : 'unknown';
}

const UNKNOWN: Masked = { method: { kind: 'Redact' }, computed: true };

/** A column that the target knows is that column; any other value is what the text made of it. */
function methodFor(
  field: FieldDescription,
  outputs: Outputs,
  at: number,
  masking: Masking,
): Masked | undefined {
  const own = masking.columns.methodOf(field.tableOid, field.attribute);
  if (own !== undefined) return { method: own };
  if (outputs === 'none') return undefined;
  if (outputs === 'unknown') return field.tableOid === 0 ? UNKNOWN : undefined;
  const { method, computed } = outputs[at] ?? { method: undefined };
  return method === undefined ? undefined : { method, ...(computed === true ? { computed } : {}) };
}

function planColumn(
  field: FieldDescription,
  masked: Masked | undefined,
  { detectors, key }: Masking,
): ColumnPlan {
  if (masked !== undefined) return maskedBy(masked, field, key);
  if (detectors.none) return PASS;
  const detect = field.format === BINARY ? detectorBinaryMask : detectorCellMask;
  return { kind: 'detect', mask: detect(detectors, field.typeOid) };
}

/** Which parts of an error or notice may quote masked values. */
export interface Quoting {
  /** DETAIL, the internal query, the context: a failed CHECK prints the whole row. */
  readonly details: boolean;
  /** The message itself, and HINT: a function that nobody can look into has written them, or was given the value. */
  readonly messages: boolean;
}

const DETAILS: ReadonlySet<string> = new Set(['D', 'q', 'W']);
/** SQLSTATE classes of messages that quote the value at fault, or that a function raises. */
const QUOTING_CLASS = /^(?:22|P0)/;
const MASKED_MESSAGE = 'a function raised this, and its message may quote masked values';

/**
 * An error or notice as the agent may see it, without the fields that may quote masked values. Detectors read the rest.
 * @param body offset behind the frame's header
 * @returns undefined where it may pass as it is
 */
export function maskMessage(
  buffer: Buffer,
  body: number,
  end: number,
  { quoting, masking }: { readonly quoting: Quoting; readonly masking: Masking },
): Buffer | undefined {
  if (masking.none) return undefined;
  const isError = buffer[body - 5] === 0x45;
  const message = (isError ? decodeErrorResponse : decodeNoticeResponse)(buffer, body, end);
  if (isMalformed(message)) return unreadable(isError);
  const hides = quoting.messages && isRaisedWithin(message);
  const fields = message.fields
    .filter(([letter]) => !(quoting.details && DETAILS.has(letter)) && !(hides && letter === 'H'))
    .map(([letter, value]) => {
      const shown = hides && letter === 'M' ? MASKED_MESSAGE : value;
      return [letter, masking.detectors.maskText(shown)] as const;
    });
  return encodeErrorFields({ kind: message.kind, fields });
}

/** Raised within a function: it has a context or an internal query, is a notice, or its code says so. */
function isRaisedWithin({ kind, fields }: ErrorOrNotice): boolean {
  if (kind === 'NoticeResponse') return true;
  return fields.some(
    ([letter, value]) =>
      letter === 'W' || letter === 'q' || (letter === 'C' && QUOTING_CLASS.test(value)),
  );
}

/** What cannot be read cannot be masked. */
function unreadable(isError: boolean): Buffer {
  const severity = isError ? 'ERROR' : 'NOTICE';
  return encodeErrorFields({
    kind: isError ? 'ErrorResponse' : 'NoticeResponse',
    fields: [
      ['S', severity],
      ['V', severity],
      ['C', isError ? 'XX000' : '00000'],
      ['M', "the target's message cannot be read, and therefore not be masked"],
    ],
  });
}
