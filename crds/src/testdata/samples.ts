import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { apiVersions, type KindName } from '../generated/shapes.ts';
import type { FieldPath } from '../manifest/path.ts';
import type { ManifestFile } from '../manifest/types.ts';

const root = join(import.meta.dirname, '../../..');

/** Every manifest of `examples/`, and `every-field.yaml`. */
export const sampleFiles: readonly ManifestFile[] = [
  ...readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(root, 'examples', name)),
  join(import.meta.dirname, 'every-field.yaml'),
].map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));

export interface Sample {
  readonly kind: KindName;
  readonly label: string;
  /** As written: without defaults. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** Every object of a kind that is read, as a tree without aliases. */
export const samples: readonly Sample[] = sampleFiles.flatMap(({ path, text }) =>
  parseAllDocuments(text).flatMap((document) => {
    const value = JSON.parse(JSON.stringify(document.toJS())) as Record<string, unknown>;
    const kind = String(value['kind']);
    if (!Object.hasOwn(apiVersions, kind)) return [];
    return [{ kind: kind as KindName, label: `${path} ${kind}`, value }];
  }),
);

/** Every path of a value, parents before children. */
export function pathsOf(value: unknown, path: FieldPath = []): readonly FieldPath[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return parts.flatMap((part) => [
    [...path, part],
    ...pathsOf((value as Record<string | number, unknown>)[part], [...path, part]),
  ]);
}

/** A copy in which the map or list that holds the last part of the path is replaced. */
export function edited(
  value: unknown,
  path: FieldPath,
  edit: (parent: Record<string | number, unknown>, last: string | number) => void,
): unknown {
  const copy: unknown = structuredClone(value);
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((current, part) => (current as Record<string | number, unknown>)[part], copy);
  edit(parent as Record<string | number, unknown>, path.at(-1) ?? '');
  return copy;
}
