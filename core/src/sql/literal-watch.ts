import { shapeOf } from './shape.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, isFields, isPlace } from './tree.ts';

/** The field of a constant that holds its value, and where libpg_query leaves it out for zero and the empty string. */
const VALUES = ['ival', 'fval', 'sval'] as const;

const MINUS = '-';
const ASCII = /^[\0-\x7f]*$/;

/**
 * Tells whether an analysis looked at the value of any literal. If not, it is the analysis of every text of that shape:
 * their trees differ in these values alone (shape.ts), and an analysis is a function of the tree.
 *
 * The values are behind accessors, so that nobody can read one unseen, by whatever way: by name, in a loop, by a copy. The
 * tree stays behind for whoever has the catalog: without these values if the analysis is shared, and without places in the
 * text in any case, so that all texts of the shape leave the same tree.
 */
export class LiteralWatch {
  readonly #shape: string | undefined;
  /** Offsets of literals in the text that no constant of the tree was found for. */
  readonly #unseen: Set<number>;
  #read = false;
  readonly #hidden: Hidden[] = [];

  constructor(text: string, trees: readonly Fields[]) {
    const offsets: number[] = [];
    // The tree counts bytes, a shape UTF-16 units: the same for ASCII.
    this.#shape = ASCII.test(text) ? shapeOf(text, offsets) : undefined;
    this.#unseen = new Set(offsets);
    if (this.#shape === undefined) return;
    const places = new Set(offsets);
    for (const tree of trees) this.#guard(tree, text, places);
  }

  /**
   * Ends the watch. Answers the shape if every literal is a constant of the tree and none was looked at; a literal that
   * became something else, a name or a type's precision, may have been read without this having seen it.
   */
  end(): string | undefined {
    const shape = this.#read || this.#unseen.size > 0 ? undefined : this.#shape;
    for (const { holder, field, value } of this.#hidden)
      Object.defineProperty(holder, field, {
        ...{ enumerable: true, configurable: true },
        value: shape === undefined ? value : undefined,
      });
    return shape;
  }

  #guard(value: Value | undefined, text: string, places: ReadonlySet<number>): void {
    if (typeof value !== 'object' || value === null) return;
    if (!isFields(value)) {
      for (const item of value) this.#guard(item, text, places);
      return;
    }
    const constant = asKind(value, 'A_Const');
    if (constant === undefined) {
      for (const key in value)
        if (isPlace(key, value[key])) Reflect.set(value, key, undefined);
        else this.#guard(value[key], text, places);
      return;
    }
    const offset = literalAt(text, Number(constant['location'] ?? 0));
    Reflect.set(constant, 'location', undefined);
    if (!places.has(offset)) return;
    this.#unseen.delete(offset);
    for (const field of VALUES) this.#hide(fieldsOf(constant[field]), field);
  }

  #hide(holder: Fields, field: string): void {
    if (Object.isFrozen(holder)) return;
    const value = holder[field];
    this.#hidden.push({ holder, field, value });
    Object.defineProperty(holder, field, {
      ...{ enumerable: true, configurable: true },
      get: () => {
        this.#read = true;
        return value;
      },
    });
  }
}

interface Hidden {
  readonly holder: Fields;
  readonly field: string;
  readonly value: Value | undefined;
}

/** A negative number is one constant, at its sign. */
function literalAt(text: string, location: number): number {
  let at = location;
  while (text[at] === MINUS || text[at] === ' ') at++;
  return at;
}
