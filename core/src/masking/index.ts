export type { MaskedColumn, MaskMethod } from './types.ts';
export { cellMask, typeFamily } from './cell.ts';
export type { CellMask, TypeFamily } from './cell.ts';
export { parseColumnPattern, resolveMasking } from './columns.ts';
export type { ColumnMasking, ColumnMasks, ColumnPattern } from './columns.ts';
export { compileDetectors, detectorCellMask, detectorNames, isDetector } from './detection.ts';
export type { DetectorEntry, Detectors } from './detection.ts';
export { stricterMethod } from './method.ts';
