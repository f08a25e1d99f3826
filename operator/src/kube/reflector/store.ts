import { keyOf, type KubeObject } from '../object.ts';

/** Values under which an object is found; none for an object that the index is not about. */
export type Index<T> = (object: T) => readonly string[];
export type Indexes<T, Name extends string> = Readonly<Record<Name, Index<T>>>;

/** What happened to one object, as its picture here saw it. */
export type Change<T> =
  | { readonly type: 'added'; readonly key: string; readonly object: T }
  | { readonly type: 'changed'; readonly key: string; readonly object: T; readonly previous: T }
  /** The last that was seen of it. */
  | { readonly type: 'removed'; readonly key: string; readonly object: T };

/** Objects of one kind as they were last heard of, by key and by the given indexes. Whoever reads must not write to them. */
export class Store<T extends KubeObject, Name extends string = never> {
  readonly #objects = new Map<string, T>();
  readonly #indexes: readonly (readonly [Name, Index<T>])[];
  readonly #byValue = new Map<string, Map<string, T>>();

  constructor(indexes: Indexes<T, Name>) {
    this.#indexes = Object.entries(indexes) as [Name, Index<T>][];
  }

  get size(): number {
    return this.#objects.size;
  }

  /** @param key `namespace/name`, or the name of a cluster-scoped object */
  get(key: string): T | undefined {
    return this.#objects.get(key);
  }

  list(): readonly T[] {
    return [...this.#objects.values()];
  }

  keys(): readonly string[] {
    return [...this.#objects.keys()];
  }

  /** The objects that an index has under a value. */
  by(index: Name, value: string): readonly T[] {
    return [...(this.#byValue.get(entry(index, value))?.values() ?? [])];
  }

  /** Undefined where nothing is new: the same version was there already. */
  put(object: T): Change<T> | undefined {
    const key = keyOf(object);
    const previous = this.#objects.get(key);
    if (previous !== undefined && isSame(previous, object)) return undefined;
    if (previous !== undefined) this.#unindex(key, previous);
    this.#objects.set(key, object);
    this.#index(key, object);
    if (previous === undefined) return { type: 'added', key, object };
    return { type: 'changed', key, object, previous };
  }

  /** @param object its last state, where the server told it */
  remove(key: string, object?: T): Change<T> | undefined {
    const previous = this.#objects.get(key);
    if (previous === undefined) return undefined;
    this.#unindex(key, previous);
    this.#objects.delete(key);
    return { type: 'removed', key, object: object ?? previous };
  }

  #index(key: string, object: T): void {
    for (const [name, index] of this.#indexes) {
      for (const value of index(object)) {
        const at = entry(name, value);
        const found = this.#byValue.get(at) ?? new Map<string, T>();
        this.#byValue.set(at, found.set(key, object));
      }
    }
  }

  #unindex(key: string, object: T): void {
    for (const [name, index] of this.#indexes) {
      for (const value of index(object)) {
        const at = entry(name, value);
        const found = this.#byValue.get(at);
        found?.delete(key);
        if (found?.size === 0) this.#byValue.delete(at);
      }
    }
  }
}

const entry = (index: string, value: string): string => `${index}\0${value}`;

/** An object that was deleted and made again has another uid, and may by chance be listed only once. */
function isSame(a: KubeObject, b: KubeObject): boolean {
  return (
    a.metadata?.uid === b.metadata?.uid &&
    a.metadata?.resourceVersion === b.metadata?.resourceVersion
  );
}
