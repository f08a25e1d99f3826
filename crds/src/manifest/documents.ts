import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
} from 'yaml';
import type { FieldPath } from './path.ts';
import type { ManifestFile, ManifestProblem, ManifestProblemCode } from './types.ts';
import { yamlAdvice } from './yaml-advice.ts';

/** Largest file that is read, in characters; the largest object that a cluster keeps is of this order. */
export const MAX_FILE_CHARACTERS: number = 1024 * 1024;
/** Most YAML documents in one file. */
export const MAX_DOCUMENTS = 1000;
/** Most aliases in one document. */
export const MAX_ALIASES = 100;
/** Most nodes that aliases of aliases repeat, as the parser counts them. */
const MAX_REPEATED_NODES = 1000;

/** One YAML document of a file, as a value of its own, with the lines of its fields. */
export interface ManifestDocument {
  readonly file: string;
  readonly value: unknown;
  /** Line of a field, or of its nearest parent that is there; from 1. */
  readonly lineOf: (path: FieldPath) => number;
}

export interface ReadDocuments {
  readonly documents: readonly ManifestDocument[];
  readonly problems: readonly ManifestProblem[];
}

/** The documents of a file that can be looked into; whatever cannot is a problem, never an exception. */
export function readDocuments(file: ManifestFile): ReadDocuments {
  const fail = (code: ManifestProblemCode, message: string): ReadDocuments => ({
    documents: [],
    problems: [{ file: file.path, line: 1, path: '', code, severity: 'error', message }],
  });
  if (file.text.length > MAX_FILE_CHARACTERS)
    return fail(
      'FILE_TOO_LARGE',
      `the file has more than ${String(MAX_FILE_CHARACTERS)} characters: split it`,
    );
  try {
    return parseFile(file, fail);
  } catch {
    // Nesting that exhausts the stack ends here. The parser's own words are left out: they can quote the file.
    return fail(
      'YAML_SYNTAX',
      'the file cannot be read as YAML: check quotes, brackets and indentation',
    );
  }
}

function parseFile(
  file: ManifestFile,
  fail: (code: ManifestProblemCode, message: string) => ReadDocuments,
): ReadDocuments {
  const counter = new LineCounter();
  const parsed = parseAllDocuments(file.text, {
    lineCounter: counter,
    prettyErrors: false,
    stringKeys: true,
    // The parser compares every key with every other; duplicateKeys below does it in one pass.
    uniqueKeys: false,
    logLevel: 'silent',
  });
  if (!Array.isArray(parsed)) return { documents: [], problems: [] };
  if (parsed.length > MAX_DOCUMENTS)
    return fail(
      'TOO_MANY_DOCUMENTS',
      `the file has more than ${String(MAX_DOCUMENTS)} documents: split it`,
    );
  const results = parsed.map((document) => readDocument(file.path, document, counter));
  return {
    documents: results.flatMap(({ documents }) => documents),
    problems: results.flatMap(({ problems }) => problems),
  };
}

function readDocument(file: string, document: Document, counter: LineCounter): ReadDocuments {
  const lineAt = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const at = (offset: number, code: ManifestProblemCode, message: string): ManifestProblem => ({
    file,
    line: lineAt(offset),
    path: '',
    code,
    severity: 'error',
    message,
  });
  const syntax = [...document.errors, ...document.warnings].map(({ code, pos }) =>
    at(pos[0], 'YAML_SYNTAX', yamlAdvice(code)),
  );
  if (syntax.length > 0) return { documents: [], problems: firstOfEachLine(syntax) };
  if (document.contents === null) return { documents: [], problems: [] };
  const duplicates = duplicateKeys(document).map((offset) =>
    at(offset, 'DUPLICATE_KEY', 'the key stands twice in one map: remove one of them'),
  );
  const alias = brokenAlias(document);
  if (alias !== undefined)
    return {
      documents: [],
      problems: [...duplicates, at(alias.offset, alias.code, alias.message)],
    };
  const value = plainValue(document);
  if (value === undefined) {
    const start = document.contents.range?.[0] ?? 0;
    return { documents: [], problems: [...duplicates, at(start, 'ALIAS_LIMIT', TOO_MANY_ALIASES)] };
  }
  // What `---` and comments alone make.
  if (value.plain === null) return { documents: [], problems: [] };
  const lineOf = (path: FieldPath): number => lineAt(offsetOf(document, path));
  return { documents: [{ file, value: value.plain, lineOf }], problems: duplicates };
}

/** Offsets of the keys that stand in their map for a second time. */
function duplicateKeys(document: Document): readonly number[] {
  const offsets: number[] = [];
  visit(document, {
    Map: (_, map) => {
      const names = new Set<string>();
      for (const { key } of map.items) {
        const name = keyText(key);
        if (names.has(name)) offsets.push(startOf(key) ?? 0);
        names.add(name);
      }
    },
  });
  return offsets;
}

/** One mistake in the YAML makes the parser find others near it. */
function firstOfEachLine(problems: readonly ManifestProblem[]): ManifestProblem[] {
  const byLine = new Map(problems.toReversed().map((problem) => [problem.line, problem]));
  return problems.filter((problem) => byLine.get(problem.line) === problem);
}

const TOO_MANY_ALIASES = `more than ${String(MAX_ALIASES)} aliases, or aliases that multiply: write the values out`;

/** The first alias that names nothing, or the one that is too many. */
function brokenAlias(
  document: Document,
):
  | { readonly offset: number; readonly code: ManifestProblemCode; readonly message: string }
  | undefined {
  let count = 0;
  let broken: ReturnType<typeof brokenAlias>;
  visit(document, {
    Alias: (_, alias) => {
      count += 1;
      const offset = startOf(alias) ?? 0;
      if (count > MAX_ALIASES) broken = { offset, code: 'ALIAS_LIMIT', message: TOO_MANY_ALIASES };
      else if (alias.resolve(document) === undefined)
        broken = { offset, code: 'YAML_SYNTAX', message: yamlAdvice('BAD_ALIAS') };
      return broken === undefined ? undefined : visit.BREAK;
    },
  });
  return broken;
}

/**
 * The document as a tree in which nothing is shared, so that a default that is written into one place stays there.
 * Undefined where aliases of aliases multiply beyond the limit.
 */
function plainValue(document: Document): { readonly plain: unknown } | undefined {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_REPEATED_NODES });
    return { plain: JSON.parse(JSON.stringify(value)) as unknown };
  } catch {
    return undefined;
  }
}

/** Offset of the field's key, of the list's entry, or of what is nearest above it. */
function offsetOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const part of path) {
    // What an alias repeats has lines of its own, elsewhere.
    if (isAlias(node)) return offset;
    const next = step(node, part);
    if (next === undefined) return offset;
    offset = next.offset ?? offset;
    node = next.node;
  }
  return offset;
}

function step(
  node: unknown,
  part: string | number,
): { readonly node: unknown; readonly offset: number | undefined } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  // Of a key that stands twice the last counts, as in the value.
  const pair = node.items.findLast(({ key }) => keyText(key) === String(part));
  return pair === undefined ? undefined : { node: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
}

function keyText(key: unknown): string {
  if (typeof key === 'object' && key !== null && 'value' in key) return String(key.value);
  return String(key);
}
