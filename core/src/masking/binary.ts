import { binaryArrayMask, binaryArrayOf, elementType } from './array.ts';
import { always, cellMask, typeFamily } from './cell.ts';
import type { CellMask } from './cell.ts';
import { detectorCellMask } from './detection.ts';
import type { Detectors } from './detection.ts';
import type { MaskMethod } from './types.ts';

const JSONB = 3802;
/** jsonb_send: the version of the format, then the text. */
const JSONB_VERSION = 1;
const INT8 = 20;

/** Type OIDs whose binary format is the text itself: text, varchar, bpchar, name, unknown, json, xml. */
const BINARY_IS_TEXT: ReadonlySet<number> = new Set([25, 1043, 1042, 19, 705, 114, 142]);

/**
 * As `cellMask`, for cells in binary format: the same placeholders where the type's binary format is its text (jsonb: text
 * behind a version byte) or an array of such; for any other type, composites and ranges included, NULL, which every client
 * can read.
 */
export function binaryCellMask(method: MaskMethod, typeOid: number, key: Uint8Array): CellMask {
  const element = elementType(typeOid);
  if (element === undefined) return scalarMask(method, typeOid, key);
  const mask = scalarMask(method, element, key);
  if (method.kind === 'Redact') return always(mask, (value) => binaryArrayOf(value, element));
  const none = method.kind === 'Null' || typeFamily(element) === 'json';
  return none ? () => null : binaryArrayMask(mask, element);
}

function scalarMask(method: MaskMethod, typeOid: number, key: Uint8Array): CellMask {
  if (BINARY_IS_TEXT.has(typeOid)) return cellMask(method, typeOid, key);
  if (typeOid === JSONB) return versioned(cellMask(method, typeOid, key));
  return () => null;
}

/**
 * As `detectorCellMask`, for cells in binary format. What is neither text nor a bigint is searched as if it were text, since
 * arrays, composites and ranges hold their texts in one piece; where something is found it becomes NULL.
 */
export function detectorBinaryMask(found: Detectors, typeOid: number): CellMask {
  const mask = detectorCellMask(found, typeOid);
  if (BINARY_IS_TEXT.has(typeOid)) return mask;
  if (typeOid === JSONB) return versioned(mask);
  if (typeFamily(typeOid) !== 'other') return (cell) => (mask(cell) === cell ? cell : null);
  if (typeOid !== INT8) return mask;
  return (cell) => {
    const digits = Buffer.from(bigint(cell).toString());
    return mask(digits) === digits ? cell : null;
  };
}

/** With the version byte in front of the text; the same bytes where the mask leaves them. */
function versioned(mask: CellMask): CellMask {
  return (cell) => {
    const text = cell.subarray(1);
    const masked = mask(text);
    if (masked === text) return cell;
    return masked && Buffer.concat([Buffer.of(JSONB_VERSION), masked]);
  };
}

function bigint(cell: Uint8Array): bigint {
  return cell.length === 8 ? Buffer.from(cell).readBigInt64BE() : 0n;
}
