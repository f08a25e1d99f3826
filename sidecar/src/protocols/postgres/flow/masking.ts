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
  /** Called where rows come from a relation that the catalog did not say the text names: it has changed meanwhile. */
  readonly outdated: () => void;
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
  { classification, masking, result, outdated }: Described,
): RowPlan | undefined {
  if (masking.none) return UNTOUCHED;
  const description = decodeRowDescription(buffer, start, end);
  if (isMalformed(description)) return undefined;
  const outputs = followed(classification.results[result] ?? 'unknown', description.fields);
  const isOutdated = description.fields.some((field) => isElsewhere(field, classification));
  if (isOutdated) outdated();
  const columns = description.fields.map((field, at) =>
    planColumn(field, isOutdated ? UNKNOWN : methodFor(field, outputs, at, masking), masking),
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

function isElsewhere({ tableOid }: FieldDescription, { relations }: Classification): boolean {
  return tableOid !== 0 && relations?.includes(tableOid) === false;
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
  /** Whatever the target says while it runs: an expression over a masked value may be what failed. */
  readonly failures: boolean;
}

/** Context and internal query. */
const CALLED: ReadonlySet<string> = new Set('Wq');
const DETAILS: ReadonlySet<string> = new Set(['D', 'q', 'W']);
/** What a function may have written beside the message: HINT, and the names of schema, table, column, type and constraint. */
const WRITTEN: ReadonlySet<string> = new Set('Hstcdn');
/** SQLSTATE classes of messages that quote the value at fault, or that a function raises. */
const QUOTING_CLASS = /^(?:22|P0)/;
/** Classes that PostgreSQL's errors have (appendix A); RAISE takes any five characters. */
const CLASSES =
  /^(?:0[0-3]|0[89ABFLPZ]|10|2[0-8]|2[BDF]|3[489]|3[BDF]|4[024]|5[3-578]|F0|HV|P0|XX)[0-9A-Z]{3}$/;
const RAISED = 'P0001';
const MASKED_MESSAGE = 'a function raised this, and its message may quote masked values';
const MASKED_FAILURE = 'the command failed, and the message may quote masked values';

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
  const instead = placeholderOf(message, quoting);
  const fields = message.fields
    .filter(([letter]) => !(quoting.details && DETAILS.has(letter)))
    .filter(([letter]) => instead === undefined || !WRITTEN.has(letter))
    .map(([letter, value]) => {
      if (instead !== undefined && letter === 'M') return [letter, instead] as const;
      if (instead !== undefined && letter === 'C')
        return [letter, CLASSES.test(value) ? value : RAISED] as const;
      return [letter, masking.detectors.maskText(value)] as const;
    });
  return encodeErrorFields({ kind: message.kind, fields });
}

/** What stands in place of a message that may quote a masked value. */
function placeholderOf(message: ErrorOrNotice, quoting: Quoting): string | undefined {
  if (quoting.messages && isRaisedWithin(message)) return MASKED_MESSAGE;
  return quoting.failures && !isFoundEarly(message) ? MASKED_FAILURE : undefined;
}

/** What has a place in the text was found out before anything ran. */
const isFoundEarly = ({ fields }: ErrorOrNotice): boolean =>
  fields.some(([letter]) => letter === 'P') && !fields.some(([letter]) => CALLED.has(letter));

/** Raised within a function: it has a context or an internal query, is a notice, or its code says so. */
function isRaisedWithin(message: ErrorOrNotice): boolean {
  if (message.kind === 'NoticeResponse') return true;
  if (isFoundEarly(message)) return false;
  return message.fields.some(
    ([letter, value]) => CALLED.has(letter) || (letter === 'C' && QUOTING_CLASS.test(value)),
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
