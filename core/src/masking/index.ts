export type { MaskedColumn, MaskMethod, MaskRule } from './types.ts';
export { binaryCellMask, detectorBinaryMask } from './binary.ts';
export { cellMask, redacted, typeFamily } from './cell.ts';
export type { CellMask, TypeFamily } from './cell.ts';
export { parseColumnPattern, resolveMasking } from './columns.ts';
export type { ColumnMasking, ColumnMasks, ColumnPattern } from './columns.ts';
export { compileDetectors, detectorCellMask, detectorNames, isDetector } from './detection.ts';
export type { DetectorEntry, Detectors } from './detection.ts';
export { stricterMethod } from './method.ts';
export { eitherPattern, placeholderOverlap, placeholderPattern } from './placeholder.ts';
export type { Detector, Hit } from './detectors/detector.ts';
export { compilePattern, PatternError } from './detectors/pattern.ts';
export { COPY_MISSHAPEN, CopyFormatError, CopyWriter, copyFormat, copyRows } from './copy/index.ts';
export type {
  CopyBytes,
  CopyColumn,
  CopyFormat,
  CopyRows,
  CopySink,
  NamedCopyColumn,
} from './copy/index.ts';
