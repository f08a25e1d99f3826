/**
 * How the lines of a segment relate to the events that were recorded in it. `line` counts the lines found, `index` the
 * events recorded, both from 0 in the segment.
 */
export interface Alignment {
  readonly moved: readonly LineAndIndex[];
  readonly repeated: readonly LineAndIndex[];
  /** Lines that stand where another event was. */
  readonly edited: readonly LineAndIndex[];
  readonly inserted: readonly number[];
  /** Recorded events that no line stands for, in order. */
  readonly missing: readonly number[];
}

export interface LineAndIndex {
  readonly line: number;
  readonly index: number;
}

export interface AlignInput {
  /** For each line, which recorded event it is, to the byte; undefined where it is none. */
  readonly identities: readonly (number | undefined)[];
  /** For each line that is none: which event it says it is, if it says so. */
  readonly claims: readonly (number | undefined)[];
  /** How many events were recorded. */
  readonly expected: number;
}

/**
 * Lines that are recorded events and stand in rising order (as many as can be) are in place; every other line is moved,
 * repeated, edited or inserted, and what no line stands for is missing.
 */
export function align(input: AlignInput): Alignment {
  const { identities, expected } = input;
  const seen = new Set<number>();
  const repeated: LineAndIndex[] = [];
  const firsts: LineAndIndex[] = [];
  for (const [line, index] of identities.entries()) {
    if (index === undefined) continue;
    if (seen.has(index)) repeated.push({ line, index });
    else firsts.push({ line, index });
    seen.add(index);
  }
  const inPlace = new Set(risingRun(firsts).map(({ line }) => line));
  const free = new Set<number>();
  for (let index = 0; index < expected; index += 1) if (!seen.has(index)) free.add(index);
  const { edited, inserted } = pairStrangers(input, inPlace, free);
  return {
    moved: firsts.filter(({ line }) => !inPlace.has(line)),
    repeated,
    edited,
    inserted,
    missing: [...free],
  };
}

/**
 * Where events are known by their numbers alone: a line that is out of order and stands where exactly its own place is
 * vacant was not moved but renumbered. Answers the identities without those of such lines.
 */
export function withoutRenumbered(
  identities: readonly (number | undefined)[],
): (number | undefined)[] {
  const firsts = [...identities.entries()].flatMap(([line, index]) =>
    index === undefined ? [] : [{ line, index }],
  );
  const inPlace = new Set(risingRun(firsts).map(({ line }) => line));
  const taken = new Set(identities);
  const gaps = gapsAround(identities, inPlace, Infinity);
  return identities.map((index, line) => {
    const [from, to] = gaps[line] ?? [0, 0];
    return inPlace.has(line) || from >= to || taken.has(from) ? index : undefined;
  });
}

/** Pairs lines that are no recorded event with events that no line stands for; takes those events out of `free`. */
function pairStrangers(
  { identities, claims, expected }: AlignInput,
  inPlace: ReadonlySet<number>,
  free: Set<number>,
): Pick<Alignment, 'edited' | 'inserted'> {
  const edited: LineAndIndex[] = [];
  const unclaimed: number[] = [];
  for (const [line, identity] of identities.entries()) {
    if (identity !== undefined) continue;
    const claim = claims[line];
    if (claim !== undefined && free.delete(claim)) edited.push({ line, index: claim });
    else unclaimed.push(line);
  }
  const inserted: number[] = [];
  const gaps = gapsAround(identities, inPlace, expected);
  for (const line of unclaimed) {
    const index = firstFree(free, gaps[line] ?? [0, expected]);
    if (index === undefined) inserted.push(line);
    else {
      free.delete(index);
      edited.push({ line, index });
    }
  }
  return { edited: edited.sort((a, b) => a.line - b.line), inserted };
}

/** For each line, the recorded events that lie between the lines in place before and after it: from, to (exclusive). */
function gapsAround(
  identities: readonly (number | undefined)[],
  inPlace: ReadonlySet<number>,
  expected: number,
): [number, number][] {
  const gaps = identities.map((): [number, number] => [0, expected]);
  let from = 0;
  for (const [line, gap] of gaps.entries()) {
    gap[0] = from;
    if (inPlace.has(line)) from = (identities[line] ?? 0) + 1;
  }
  let to = expected;
  for (let line = gaps.length - 1; line >= 0; line -= 1) {
    const gap = gaps[line];
    if (gap !== undefined) gap[1] = to;
    if (inPlace.has(line)) to = identities[line] ?? to;
  }
  return gaps;
}

function firstFree(free: ReadonlySet<number>, [from, to]: [number, number]): number | undefined {
  for (let index = from; index < to; index += 1) if (free.has(index)) return index;
  return undefined;
}

/** A longest run of rising indexes: patience sorting, O(n log n). */
function risingRun(entries: readonly LineAndIndex[]): LineAndIndex[] {
  const tails: number[] = [];
  const before: (number | undefined)[] = [];
  for (const [at, { index }] of entries.entries()) {
    const length = lowerBound(tails, (tail) => (entries[tail]?.index ?? 0) < index);
    before[at] = length === 0 ? undefined : tails[length - 1];
    tails[length] = at;
  }
  const run: LineAndIndex[] = [];
  for (let at = tails.at(-1); at !== undefined; at = before[at]) {
    const entry = entries[at];
    if (entry !== undefined) run.push(entry);
  }
  return run.reverse();
}

function lowerBound(values: readonly number[], below: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (below(values[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
