import { postgresLimits } from '../../../../config/limits.ts';

/**
 * Temporary tables of one session, by name. A name goes before every other only while the table is certainly there:
 * whoever may have dropped it makes it doubtful, and then the name counts as what it is without it.
 */
export class TemporaryTables {
  #certain: ReadonlySet<string> = new Set();
  #doubtful: ReadonlySet<string> = new Set();

  /** Another object after each change. */
  get names(): TemporaryNames {
    return { certain: this.#certain, doubtful: this.#doubtful };
  }

  get isEmpty(): boolean {
    return this.#certain.size === 0 && this.#doubtful.size === 0;
  }

  /** One too many is not remembered: its name then counts as what it is without it. */
  made(name: string, certain: boolean): void {
    if (this.#certain.size + this.#doubtful.size >= postgresLimits.names.value) return;
    if (certain) this.#certain = new Set([...this.#certain, name]);
    else this.#doubtful = new Set([...this.#doubtful, name]);
  }

  /** Something ran, or is about to run, that may drop tables. Answers whether that changes anything. */
  doubt(): boolean {
    if (this.#certain.size === 0) return false;
    this.#doubtful = new Set([...this.#doubtful, ...this.#certain]);
    this.#certain = new Set();
    return true;
  }
}

export interface TemporaryNames {
  readonly certain: ReadonlySet<string>;
  /** Perhaps there. */
  readonly doubtful: ReadonlySet<string>;
}
