import type { NamingSetting } from '@chaperone/core/sql';

/** Settings by which names resolve; absent: as the session began. */
export type NamingValues = Partial<Readonly<Record<NamingSetting, readonly string[]>>>;

/** Values of the session, and over them those of SET LOCAL; null: back to what the session began with. */
interface Layers {
  readonly session: NamingValues;
  readonly local: Readonly<Partial<Record<NamingSetting, readonly string[] | null>>>;
}

const AT_START: Layers = { session: {}, local: {} };

export interface SetUse {
  readonly setting: NamingSetting;
  readonly value?: readonly string[];
  readonly local: boolean;
}

/**
 * What SET made of the settings by which names resolve, as PostgreSQL keeps it (utils/misc/guc.c): a value that was set
 * goes with a transaction or savepoint that is rolled back, one that was set LOCAL with the transaction's end.
 *
 * - `clean`: no value was set in the transaction. To `dirty` by `set` or `reset`.
 * - `dirty`: the layers from before are kept. To `clean` by `end`.
 */
export class Naming {
  #layers: Layers = AT_START;
  #before: Layers | undefined;
  readonly #savepoints: { readonly name: string; readonly layers: Layers }[] = [];

  get dirty(): boolean {
    return this.#before !== undefined;
  }

  /** Savepoints that are remembered. */
  get depth(): number {
    return this.#savepoints.length;
  }

  get values(): NamingValues {
    const { session, local } = this.#layers;
    const all = Object.entries({ ...session, ...local }).filter(([, value]) => value !== null);
    return Object.fromEntries(all);
  }

  set({ setting, value, local }: SetUse): void {
    const { session, local: over } = this.#layers;
    this.#before ??= this.#layers;
    if (local) {
      this.#layers = { session, local: { ...over, [setting]: value ?? null } };
      return;
    }
    // A new session user has no other role yet.
    const replaced: readonly NamingSetting[] =
      setting === 'session_authorization' ? [setting, 'role'] : [setting];
    const kept = without(session, replaced);
    this.#layers = {
      session: value === undefined ? kept : { ...kept, [setting]: value },
      local: without(over, replaced),
    };
  }

  /** RESET ALL leaves who the session is; DISCARD ALL does not. */
  reset(what: 'all' | 'settings'): void {
    this.#before ??= this.#layers;
    const { session, local } = this.#layers;
    this.#layers =
      what === 'all'
        ? AT_START
        : { session: without(session, ['search_path']), local: without(local, ['search_path']) };
  }

  savepoint(name: string): void {
    if (this.dirty) this.#savepoints.push({ name, layers: this.#layers });
  }

  release(name: string): void {
    const at = this.#savepoints.findLastIndex((savepoint) => savepoint.name === name);
    if (at >= 0) this.#savepoints.length = at;
  }

  /** One that is not known was set before any value was. */
  rollbackTo(name: string): void {
    if (this.#before === undefined) return;
    const at = this.#savepoints.findLastIndex((savepoint) => savepoint.name === name);
    this.#layers = this.#savepoints[at]?.layers ?? this.#before;
    this.#savepoints.length = at + 1;
  }

  /** The transaction has ended. */
  end(committed: boolean): void {
    if (this.#before === undefined) return;
    const { session } = committed ? this.#layers : this.#before;
    this.#layers = { session, local: {} };
    this.#before = undefined;
    this.#savepoints.length = 0;
  }
}

function without<Values extends object>(values: Values, names: readonly string[]): Values {
  const kept = Object.entries(values).filter(([name]) => !names.includes(name));
  return Object.fromEntries(kept) as Values;
}
