import type { Kind } from '../kinds.ts';

export interface Place {
  /** Absent: all namespaces, or a cluster-scoped kind. */
  readonly namespace?: string | undefined;
  readonly name?: string;
  readonly subresource?: string;
}

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** `/apis/GROUP/VERSION/namespaces/NS/PLURAL/NAME/SUBRESOURCE?…`; whatever comes from outside is escaped. */
export function pathOf(kind: Kind, place: Place, query: Query = {}): string {
  const { namespace, name, subresource } = place;
  const parts = [
    ...(kind.group === '' ? ['api'] : ['apis', kind.group]),
    kind.version,
    ...(namespace === undefined || namespace === '' ? [] : ['namespaces', namespace]),
    kind.plural,
    ...[name, subresource].filter((part) => part !== undefined),
  ];
  return parts.map((part) => `/${escaped(part)}`).join('') + queryOf(query);
}

/** `?a=1&b=2`, or nothing; what is undefined is left away. */
export function queryOf(query: Query): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) search.set(key, String(value));
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
}

/** `.` and `..` would be resolved away by whatever normalises the path, and mean another object. */
function escaped(part: string): string {
  if (part === '' || part === '.' || part === '..') throw new TypeError(`no name: "${part}"`);
  return encodeURIComponent(part);
}
