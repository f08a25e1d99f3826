import type { PatchOperation } from '../json-patch.ts';

/** The document after a JSON patch of operations that `diff` makes; an own reading of RFC 6902, for tests. */
export function applied(document: unknown, patch: readonly object[]): unknown {
  let result: unknown = structuredClone(document);
  for (const { op, path, value } of patch as readonly PatchOperation[]) {
    const parts = path
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = parts.pop();
    if (last === undefined) {
      result = structuredClone(value);
      continue;
    }
    const parent = parts.reduce<unknown>(
      (current, part) => (current as Record<string, unknown>)[part],
      result,
    );
    if (Array.isArray(parent)) changeList(parent, { op, path: last, value });
    else changeMember(parent as Record<string, unknown>, { op, path: last, value });
  }
  return result;
}

function changeList(list: unknown[], { op, path, value }: PatchOperation): void {
  const at = path === '-' ? list.length : Number(path);
  if (op === 'add') list.splice(at, 0, structuredClone(value));
  else if (op === 'replace') list[at] = structuredClone(value);
  else list.splice(at, 1);
}

function changeMember(members: Record<string, unknown>, { op, path, value }: PatchOperation): void {
  if (op === 'remove') Reflect.deleteProperty(members, path);
  else {
    // Not by assignment, for which __proto__ is another thing than a member.
    const member = { value: structuredClone(value), enumerable: true, writable: true };
    Object.defineProperty(members, path, { ...member, configurable: true });
  }
}
