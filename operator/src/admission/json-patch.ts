/** One operation of a JSON patch (RFC 6902), of the kinds that are needed here. */
export interface PatchOperation {
  readonly op: 'add' | 'replace' | 'remove';
  /** JSON pointer (RFC 6901). */
  readonly path: string;
  readonly value?: unknown;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * The operations that make `wanted` of `present`, in an order in which they can be applied one after another. Entries are added
 * at the front or the end of a list, and changed where they stand; any other change replaces the list.
 */
export function diff(present: unknown, wanted: unknown, path = ''): readonly PatchOperation[] {
  if (same(present, wanted)) return [];
  if (Array.isArray(present) && Array.isArray(wanted)) return diffLists(present, wanted, path);
  if (isMembers(present) && isMembers(wanted)) return diffMembers(present, wanted, path);
  return [{ op: 'replace', path, value: wanted }];
}

function diffMembers(present: Members, wanted: Members, path: string): readonly PatchOperation[] {
  const removed = Object.keys(present)
    .filter((name) => own(wanted, name) === undefined)
    .map((name): PatchOperation => ({ op: 'remove', path: `${path}/${escaped(name)}` }));
  const changed = Object.entries(wanted).flatMap(([name, value]): readonly PatchOperation[] => {
    const at = `${path}/${escaped(name)}`;
    if (value === undefined) return [];
    return own(present, name) === undefined
      ? [{ op: 'add', path: at, value }]
      : diff(own(present, name), value, at);
  });
  return [...removed, ...changed];
}

function diffLists(
  present: readonly unknown[],
  wanted: readonly unknown[],
  path: string,
): readonly PatchOperation[] {
  const more = wanted.length - present.length;
  if (more < 0) return [{ op: 'replace', path, value: wanted }];
  const isPrepended = more > 0 && same(nameOf(wanted.at(-1)), nameOf(present.at(-1)));
  const front = isPrepended ? wanted.slice(0, more) : [];
  const end = isPrepended ? [] : wanted.slice(present.length);
  const kept = wanted.slice(front.length, front.length + present.length);
  const added = front.map((value, index): PatchOperation => ({
    op: 'add',
    path: `${path}/${String(index)}`,
    value,
  }));
  const changed = kept.flatMap((value, index) =>
    diff(present[index], value, `${path}/${String(front.length + index)}`),
  );
  return [
    ...added,
    ...changed,
    ...end.map((value): PatchOperation => ({ op: 'add', path: `${path}/-`, value })),
  ];
}

/** The name of a list's entry, or the entry. */
function nameOf(entry: unknown): unknown {
  return isMembers(entry) && 'name' in entry ? entry['name'] : entry;
}

/** Whether two values of JSON are equal, in whatever order their members are. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry, index) => same(entry, b[index]));
  if (!isMembers(a) || !isMembers(b)) return false;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => same(own(a, name), own(b, name)));
}

/** A member that the object has itself: a label may be called valueOf. */
function own(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
