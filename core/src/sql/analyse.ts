import { SqlError } from './errors.ts';
import { expressionHandlers } from './expressions.ts';
import { Findings } from './findings.ts';
import { rangeHandlers } from './from.ts';
import { LiteralWatch } from './literal-watch.ts';
import { skeleton } from './lineage/skeleton.ts';
import { parseText } from './parser.ts';
import { queryHandlers } from './queries.ts';
import type { Context } from './scope.ts';
import { openRanges } from './scope.ts';
import type { StatementKind } from './statements.ts';
import { STATEMENTS } from './statements.ts';
import type { Fields, Node, Value } from './tree.ts';
import { toNode } from './tree.ts';
import type { Analysis, NameReference, StatementAnalysis } from './types.ts';
import { Walk } from './walk.ts';
import { writeHandlers } from './writes.ts';

const HANDLERS = new Map([
  ...expressionHandlers,
  ...rangeHandlers,
  ...queryHandlers,
  ...writeHandlers,
]);

/**
 * What a SQL string does, from PostgreSQL 18's grammar with standard_conforming_strings on. `loadParser` comes first.
 * @throws SqlError for a text that does not parse, exceeds `SQL_LIMITS`, or has a statement of unknown kind
 */
export function analyse(text: string): Analysis {
  const trees = parseText(text);
  try {
    const watch = new LiteralWatch(text, trees);
    const statements = trees.map((tree) => analyseStatement(tree, text.length > LARGE));
    const names = namesOf(statements);
    const shape = watch.end();
    return { statements, names, ...(shape === undefined ? {} : { shape }) };
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new SqlError('SQL_TOO_COMPLEX', 'The text nests too deeply; split it.', { cause });
    throw cause;
  }
}

/** Characters beyond which only the skeleton of a tree is kept. */
const LARGE = 4_096;

/** Of a tree too deep for that nothing is kept; its lineage is then judged by the names that it mentions. */
function shortened(tree: Fields): Fields {
  try {
    return skeleton(tree);
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

function analyseStatement(tree: Fields, large: boolean): StatementAnalysis {
  const findings = new Findings();
  const walk = new Walk(findings, HANDLERS);
  const node = statement(walk, tree);
  return findings.statement(node.kind, large ? shortened(tree) : tree);
}

function statement(walk: Walk, tree: Value | undefined): Node {
  const node = toNode(tree);
  const kind = node === undefined ? undefined : STATEMENTS[node.kind];
  if (node === undefined || kind === undefined)
    throw new SqlError(
      'SQL_UNSUPPORTED',
      `Statements of the kind ${node?.kind ?? 'unknown'} are not supported.`,
    );
  collectStatement(walk, node, kind);
  return node;
}

function collectStatement(walk: Walk, { kind, fields }: Node, row: StatementKind): void {
  const named = typeof row.tag === 'string' ? row.tag : row.tag(fields);
  const tag = named === '' ? kind : named;
  if (row.refusal !== undefined)
    walk.findings.refuse(row.refusal, `${tag} is not supported in this release.`);
  if (row.defines === true) walk.findings.invalidate();
  if (row.reshapes === true || (typeof row.reshapes === 'function' && row.reshapes(fields)))
    walk.findings.reshape();
  const context: Context = { ctes: undefined, ranges: openRanges(undefined), tag: undefined };
  row.collect(walk, fields, { tag, context, nested: (inner) => void statement(walk, inner) });
}

function namesOf(statements: readonly StatementAnalysis[]): readonly NameReference[] {
  const names = new Map<string, NameReference>();
  const note = (reference: NameReference | undefined): void => {
    if (reference === undefined) return;
    names.set(`${reference.kind}\0${reference.schema ?? ''}\0${reference.name}`, reference);
  };
  for (const { effects, code, lineage } of statements) {
    for (const reference of code) note(reference);
    for (const effect of effects) {
      note(effect.reference);
      note(effect.unlessColumnOf);
    }
    for (const range of lineage.ranges) note(range.reference);
  }
  return [...names.values()];
}
