/** Where something is in a document: field names and list positions. */
export type FieldPath = readonly (string | number)[];

const PLAIN = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** `spec.rules[2].postgres`; a name with other characters as `labels["app.kubernetes.io/name"]`. */
export function formatPath(path: FieldPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${String(part)}]`;
    else if (PLAIN.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text;
}

const PART = /([A-Za-z_][A-Za-z0-9_-]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;

/** What `formatPath` wrote, in parts again. */
export function parsePath(text: string): FieldPath {
  return [...text.matchAll(PART)].map(([, plain, index, quoted]) => {
    if (index !== undefined) return Number(index);
    return plain ?? (JSON.parse(quoted ?? '""') as string);
  });
}

/** The parts of a JSON pointer; whether a number is a list's position is told by the value that it points into. */
export function fromPointer(pointer: string, root: unknown): FieldPath {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const name = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const part = Array.isArray(value) ? Number(name) : name;
      value = childOf(value, part);
      return part;
    });
}

/** The value of a field or list position, or undefined. */
export function childOf(value: unknown, part: string | number): unknown {
  if (Array.isArray(value)) return value[Number(part)] as unknown;
  return isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
}

/** A map of the document, as opposed to a list, a scalar or nothing. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
