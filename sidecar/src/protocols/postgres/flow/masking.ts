import type { Buffer } from 'node:buffer';
import { cellMask, detectorCellMask } from '@chaperone/core/masking';
import type { Detectors } from '@chaperone/core/masking';
import type { Classification } from '../catalog/classification.ts';
import type { MaskedColumns } from '../catalog/masked-columns.ts';
import {
  decodeErrorResponse,
  decodeNoticeResponse,
  decodeRowDescription,
  encodeErrorFields,
  isMalformed,
} from '../codec/index.ts';
import type { ErrorOrNotice, FieldDescription } from '../codec/index.ts';
import type { ColumnPlan, RowPlan } from './row-plan.ts';

/** What masking looks like for one agent under one set of policies and one state of the catalog. */
export interface Masking {
  /** Nothing is masked and nothing is looked for. */
  readonly none: boolean;
  readonly columns: MaskedColumns;
  readonly detectors: Detectors;
  readonly key: Uint8Array;
}

const UNTOUCHED: RowPlan = { untouched: true, columns: [], detectors: undefined, masks: false };
const PASS: ColumnPlan = { kind: 'pass' };
const NULL: ColumnPlan = { kind: 'null' };

/** Type OIDs whose binary format is the text itself: text, varchar, bpchar, name, json. */
const BINARY_IS_TEXT: ReadonlySet<number> = new Set([25, 1043, 1042, 19, 114]);

/**
 * How rows of this description `[start, end)` are masked. By the column's table and number as the target describes them,
 * so that aliases do not matter; what comes out of a function nobody can look into is masked whole.
 * @returns undefined for a description that is none
 */
export function planRows(
  buffer: Buffer,
  start: number,
  end: number,
  {
    classification,
    masking,
  }: { readonly classification: Classification; readonly masking: Masking },
): RowPlan | undefined {
  if (masking.none) return UNTOUCHED;
  const description = decodeRowDescription(buffer, start, end);
  if (isMalformed(description)) return undefined;
  const columns = description.fields.map((field) => planColumn(field, classification, masking));
  const masks = columns.some(({ kind }) => kind === 'mask' || kind === 'null');
  const detectors = masking.detectors.none ? undefined : masking.detectors;
  if (!masks && detectors === undefined) return UNTOUCHED;
  return { untouched: false, columns, detectors, masks };
}

function planColumn(
  field: FieldDescription,
  classification: Classification,
  masking: Masking,
): ColumnPlan {
  const method = masking.columns.methodOf(field.tableOid, field.attribute);
  if (method !== undefined) {
    // Binary results of masked columns are refused before; this holds should one come all the same.
    return field.format === 0
      ? { kind: 'mask', mask: cellMask(method, field.typeOid, masking.key) }
      : NULL;
  }
  if (classification.masking === 'opaque' && field.tableOid === 0) {
    return field.format === 0
      ? { kind: 'mask', mask: cellMask({ kind: 'Redact' }, field.typeOid, masking.key) }
      : NULL;
  }
  if (masking.detectors.none || (field.format === 1 && !BINARY_IS_TEXT.has(field.typeOid)))
    return PASS;
  return { kind: 'detect', mask: detectorCellMask(masking.detectors, field.typeOid) };
}

/** Fields of an error or notice that quote values: DETAIL, the internal query, the context. */
const QUOTES_VALUES: ReadonlySet<string> = new Set(['D', 'q', 'W']);

/**
 * An error or notice as the agent may see it. Of a command that reaches masked columns, the fields that quote values are
 * left out: a failed CHECK prints the whole row. Detectors read the rest.
 * @param body offset behind the frame's header
 * @returns undefined where it may pass as it is
 */
export function maskMessage(
  buffer: Buffer,
  body: number,
  end: number,
  { touchesMasked, masking }: { readonly touchesMasked: boolean; readonly masking: Masking },
): Buffer | undefined {
  if (masking.none) return undefined;
  const isError = buffer[body - 5] === 0x45;
  const message = (isError ? decodeErrorResponse : decodeNoticeResponse)(buffer, body, end);
  if (isMalformed(message)) return undefined;
  const fields = message.fields
    .filter(([letter]) => !touchesMasked || !QUOTES_VALUES.has(letter))
    .map(([letter, value]) => [letter, masking.detectors.maskText(value)] as const);
  const masked: ErrorOrNotice = { kind: message.kind, fields };
  return encodeErrorFields(masked);
}
