/** A union of codes and what each of its members means to the one who meets it. */
export interface Meanings {
  readonly title: string;
  readonly intro: string;
  /** Source of the union, from the repository's root. */
  readonly path: string;
  /** Name of the type there. */
  readonly type: string;
  readonly sentences: Readonly<Record<string, string>>;
}

/** Every union of codes beside the sidecar's own table. */
export const meanings: readonly Meanings[] = [];
