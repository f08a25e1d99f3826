import type { Buffer } from 'node:buffer';
import { SidecarError } from '../../../../errors.ts';
import type { Statement } from '../names.ts';
import type { TargetSide } from './target-side.ts';

/**
 * Keeps a statement's description in the record, so that rows of its executions can be read with their columns. Where it
 * cannot be written nothing is withheld: the rows themselves are recorded with each command.
 */
export function recordDescription(side: TargetSide, statement: Statement, frame: Buffer): void {
  try {
    side.state.path.described(statement.number, frame, 0, frame.length);
  } catch (error) {
    if (!(error instanceof SidecarError)) throw error;
    side.state.path.gap('the description of a statement could not be recorded');
  }
}
