import type { Context } from './scope.ts';
import type { Fields, Value } from './tree.ts';
import type { Walk } from './walk.ts';

/** Where a statement stands: its tag, and how to analyse a statement inside of it. */
export interface Place {
  readonly tag: string;
  readonly context: Context;
  readonly nested: (statement: Value | undefined) => void;
}

/** How one kind of statement contributes its effects. */
export type Collect = (walk: Walk, fields: Fields, place: Place) => void;
