/** Numbers that bounds are about. */
const EDGES: readonly number[] = [
  0, 1, 3, 4, 5, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fffffff,
];

/** Longest input that mutations make. */
const MOST_BYTES = 4_096;

type Mutation = (bytes: Buffer, other: Buffer, random: Random) => Buffer;

/** Whole numbers from 0 to below `n`. */
export type Random = (n: number) => number;

const cut = (bytes: Buffer, random: Random): readonly [number, number] => {
  const a = random(bytes.length + 1);
  return [a, Math.min(bytes.length, a + 1 + random(random(4) === 0 ? bytes.length + 1 : 8))];
};

const replace = (bytes: Buffer, [from, to]: readonly [number, number], by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);

const at = (place: number): readonly [number, number] => [place, place];

const flipBit: Mutation = (bytes, _other, random) => {
  const changed = Buffer.from(bytes);
  const place = random(bytes.length);
  changed[place] = (changed[place] ?? 0) ^ (1 << random(8));
  return changed;
};

const setByte: Mutation = (bytes, _other, random) => {
  const changed = Buffer.from(bytes);
  changed[random(bytes.length)] = EDGES[random(EDGES.length)] ?? 0;
  return changed;
};

/** A length or a count of 16 or 32 bits. */
const setNumber: Mutation = (bytes, _other, random) => {
  const size = random(2) === 0 ? 2 : 4;
  if (bytes.length < size) return bytes;
  const changed = Buffer.from(bytes);
  const edge = random(3) === 0 ? bytes.length : (EDGES[random(EDGES.length)] ?? 0);
  const value = random(4) === 0 ? -edge : edge + random(3) - 1;
  const place = random(bytes.length - size + 1);
  if (size === 2) changed.writeUInt16BE(value & 0xffff, place);
  else changed.writeInt32BE(value | 0, place);
  return changed;
};

const remove: Mutation = (bytes, _other, random) =>
  replace(bytes, cut(bytes, random), Buffer.alloc(0));

const repeat: Mutation = (bytes, _other, random) => {
  const [from, to] = cut(bytes, random);
  return replace(bytes, at(to), bytes.subarray(from, to));
};

const insert: Mutation = (bytes, _other, random) => {
  const noise = Buffer.from(Array.from({ length: 1 + random(6) }, () => random(256)));
  return replace(bytes, at(random(bytes.length + 1)), noise);
};

/** Takes a piece of another input. */
const splice: Mutation = (bytes, other, random) => {
  const [from, to] = cut(other, random);
  return replace(bytes, cut(bytes, random), other.subarray(from, to));
};

const cross: Mutation = (bytes, other, random) =>
  Buffer.concat([
    bytes.subarray(0, random(bytes.length + 1)),
    other.subarray(random(other.length + 1)),
  ]);

const truncate: Mutation = (bytes, _other, random) => bytes.subarray(0, random(bytes.length + 1));

const MUTATIONS: readonly Mutation[] = [
  ...[flipBit, setByte, setNumber, remove, repeat, insert, splice, cross, truncate],
];

/** A word in place of something, or between two things. */
function addWord(bytes: Buffer, word: Buffer, random: Random): Buffer {
  const place = random(2) === 0 ? at(random(bytes.length + 1)) : cut(bytes, random);
  return replace(bytes, place, word);
}

/** A few changes to a copy of `bytes`. */
export function mutate(
  bytes: Buffer,
  other: Buffer,
  words: readonly Buffer[],
  random: Random,
): Buffer {
  let changed = bytes.length === 0 ? Buffer.from([random(256)]) : bytes;
  for (let left = 1 + random(4); left > 0; left--) {
    const word = random(3) === 0 ? words[random(words.length)] : undefined;
    const mutation = MUTATIONS[random(MUTATIONS.length)] ?? flipBit;
    if (word !== undefined) changed = addWord(changed, word, random);
    else if (changed.length > 0) changed = mutation(changed, other, random);
  }
  return Buffer.from(changed.subarray(0, MOST_BYTES));
}
