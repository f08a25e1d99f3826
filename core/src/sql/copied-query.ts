import { SqlError } from './errors.ts';
import { parseText } from './parser.ts';
import { quoteIdentifier, quoteName } from './quote.ts';
import { asKind, isPlace } from './tree.ts';
import type { Value } from './tree.ts';
import type { CopyUse } from './types.ts';

/** Comments and white space before the bracket are of the plain kind only. */
const OPENS = /^(?:\s|--[^\n\r]*[\n\r]|\/\*[^*/]*\*\/)*copy\s*\(/i;
const CLOSES = /\)\s*to\b/gi;
/** Brackets that are tried; nobody writes more of them, followed by TO, within one query. */
const TRIES = 8;
/** Characters of a text that is searched: each try parses a part of it. */
const MAX_CHARS = 16 * 1024;

/**
 * A SELECT whose result has the columns that a COPY TO sends, for the target to describe.
 * @param text one statement
 * @returns undefined where it cannot be cut out of the text
 */
export function copiedQuery(text: string, copy: CopyUse): string | undefined {
  const { relation, columns } = copy;
  if (relation === undefined) return innerQuery(text);
  const list = columns?.map(quoteIdentifier).join(', ') ?? '*';
  return `SELECT ${list} FROM ONLY ${quoteName(relation.schema, relation.name)}`;
}

/** What stands in the brackets of `COPY (query) TO`: the piece of the text that is the same tree by itself. */
function innerQuery(text: string): string | undefined {
  if (text.length > MAX_CHARS) return undefined;
  const opening = OPENS.exec(text)?.[0].length;
  const query = asKind(onlyTree(text), 'CopyStmt')?.['query'];
  if (opening === undefined || query === undefined) return undefined;
  const wanted = shape(query);
  const closings = [...text.matchAll(CLOSES)].filter(({ index }) => index >= opening);
  for (const { index } of closings.slice(0, TRIES)) {
    const piece = text.slice(opening, index);
    const tree = onlyTree(piece);
    if (tree !== undefined && shape(tree) === wanted) return piece;
  }
  return undefined;
}

/** The tree of a text that is one statement. */
function onlyTree(text: string): Value | undefined {
  try {
    const [tree, ...others] = parseText(text);
    return others.length === 0 ? tree : undefined;
  } catch (error) {
    if (error instanceof SqlError) return undefined;
    throw error;
  }
}

function shape(tree: Value): string {
  return JSON.stringify(tree, (key, value: Value) => (isPlace(key, value) ? undefined : value));
}
