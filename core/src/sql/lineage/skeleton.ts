import type { Fields, Value } from '../tree.ts';
import { asKind, fieldsOf, isFields, listOf } from '../tree.ts';

/** Literals of more characters are left out: which column they are compared with matters, not what they say. */
const SHORT = 64;

/** Lists of which any number of constants are as good as one. */
const LISTS: ReadonlySet<string> = new Set(['valuesLists', 'rexpr', 'elements']);

/**
 * A tree without what lineage does not look at: rows and list entries of constants alone but for the first, and long
 * literals. Of a megabyte of INSERT little remains, and a tree may have to be handed from one thread to another.
 */
export function skeleton(tree: Fields): Fields {
  return fieldsOf(pruned('', tree) ?? null);
}

/** Lean in frames: a tree may be as deep as the walk just bears. */
function pruned(key: string, value: Value | undefined): Value | undefined {
  if (typeof value !== 'object' || value === null) return shortened(key, value);
  if (!isFields(value)) {
    const items: Value[] = [];
    for (let at = 0; at < value.length; at++) {
      const item = value[at] ?? null;
      if (at === 0 || !isSpare(key, item)) items.push(pruned('', item) ?? null);
    }
    return items;
  }
  const list = key === 'rexpr' ? asKind(value, 'List') : undefined;
  if (list !== undefined) return { List: { items: pruned('rexpr', list['items']) } };
  const fields: Record<string, Value | undefined> = {};
  for (const name in value) fields[name] = pruned(name, value[name]);
  return fields;
}

function shortened(key: string, value: Value | undefined): Value | undefined {
  return typeof value === 'string' && value.length > SHORT && key === 'sval' ? '' : value;
}

const isSpare = (key: string, item: Value): boolean => LISTS.has(key) && isConstant(item);

function isConstant(item: Value): boolean {
  const row = asKind(item, 'List');
  if (row !== undefined) return listOf(row['items']).every(isConstant);
  return asKind(item, 'A_Const') !== undefined;
}
