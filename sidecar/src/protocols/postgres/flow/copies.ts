import type { Buffer } from 'node:buffer';
import type { CopyStream } from '../catalog/copies.ts';
import type { Refusal } from '../../protocol.ts';
import type { Running } from './names.ts';
import { PlaceholderSearch } from './written-back.ts';

/** The copies of one command, in the order in which the target begins them. */
export class Copies {
  readonly #streams: readonly CopyStream[];
  readonly #descriptions: Buffer[] = [];
  #begun = 0;
  #described = 0;
  /** The target's error for the description; in a transaction that it ended, the copy's own error says nothing. */
  failure: Buffer | undefined;
  /** Why the sidecar made it fail. */
  refusal: Refusal | undefined;

  /** Of what the agent sends; absent where anything may be written. */
  readonly search: PlaceholderSearch | undefined;

  constructor(streams: readonly CopyStream[], placeholders: RegExp | undefined) {
    this.#streams = streams;
    this.search = placeholders && new PlaceholderSearch(placeholders);
  }

  get streams(): readonly CopyStream[] {
    return this.#streams;
  }

  /** The target has described the rows of the next copy out. */
  described(frame: Buffer): void {
    this.#descriptions.push(frame);
  }

  /** The target begins a copy; undefined where none of this direction is next. */
  begin<D extends CopyStream['direction']>(
    direction: D,
  ): Extract<CopyStream, { direction: D }> | undefined {
    const stream = this.#streams[this.#begun];
    if (stream?.direction !== direction) return undefined;
    this.#begun++;
    return stream as Extract<CopyStream, { direction: D }>;
  }

  /** The description of the copy out that just began. */
  description(): Buffer | undefined {
    return this.#descriptions[this.#described++];
  }

  /** A copy in is still to come. */
  get awaitsData(): boolean {
    return this.#streams.some(({ direction }, at) => at >= this.#begun && direction === 'in');
  }
}

/**
 * Data on its way to a copy. What the agent sends behind the command means one thing if the copy begins and another if it
 * fails, so nothing of it is looked at before the target has said which.
 *
 * - `awaited`: the command was forwarded. To `open` with CopyInResponse; gone when the command ends.
 * - `open`: the agent sends. To `awaited` with CopyDone or CopyFail where the text has another copy in, else gone.
 */
export interface CopyIn {
  readonly running: Running;
  phase: 'awaited' | 'open';
}
