import { Buffer } from 'node:buffer';
import type { Parameter } from '@chaperone/core/command';
import { placeholderOverlap } from '@chaperone/core/masking';
import type { Refusal } from '../../protocol.ts';
import type { Classification } from '../catalog/classification.ts';

/** A value that the agent saw masked and writes back would take the place of the one that it stands for. */
const WRITTEN_BACK: Refusal = {
  code: 'MASKED_PLACEHOLDER',
  message: 'it writes what stands for a masked value, and would replace the value by it',
};

/** Is a placeholder among the literals of the text or the values that it is executed with? */
export function writesPlaceholder(
  { placeholders, text }: Classification,
  parameters: readonly Parameter[],
): Refusal | undefined {
  if (placeholders === undefined) return undefined;
  const found = placeholders.test(text) || parameters.some((one) => holds(placeholders, one));
  return found ? WRITTEN_BACK : undefined;
}

/** In binary a text is itself. */
function holds(placeholders: RegExp, parameter: Parameter): boolean {
  if (parameter === null) return false;
  const isText = typeof parameter === 'string';
  return placeholders.test(isText ? parameter : Buffer.from(parameter.binary, 'base64').toString());
}

/** The data of a copy, piece by piece, wherever the pieces end. */
export class PlaceholderSearch {
  readonly #placeholders: RegExp;
  #before = '';

  constructor(placeholders: RegExp) {
    this.#placeholders = placeholders;
  }

  /** The refusal of the piece with which a placeholder is there. */
  look(buffer: Buffer, start: number, end: number): Refusal | undefined {
    const data = this.#before + buffer.toString('utf8', start, end);
    this.#before = data.slice(-placeholderOverlap);
    return this.#placeholders.test(data) ? WRITTEN_BACK : undefined;
  }
}
