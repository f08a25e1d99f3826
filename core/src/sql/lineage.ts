import { STATE_ONLY, UNFOLLOWABLE, UNFOLLOWABLE_RELATIONS } from './functions.ts';
import { traceLineage } from './lineage/verdict.ts';
import { MaskedScope } from './masked-scope.ts';
import { quoteIdentifier, quoteName } from './quote.ts';
import { isColumn } from './resolve.ts';
import type {
  ColumnMention,
  LineageVerdict,
  MaskedCatalog,
  Output,
  Resolution,
  StatementAnalysis,
  UnresolvedEffect,
} from './types.ts';

/*
 * A masked value may leave the server only as a plain column of the outermost target list, where the row description
 * names its table and column. The parse tree is searched for every other way to it; where the tree cannot tell, the
 * statement is refused. Names are matched without regard to query levels, so that shadowing errs to refusal.
 *
 * Two ways are left to the policy. A function that it lets the agent call may write or compare what it reads; its
 * results are masked (`opaque-call`) and no statement may write them elsewhere, but its own deeds are not undone. A
 * column that the database itself derives from a masked one (generated, kept by a trigger) has to be masked by name as
 * well.
 */

/** Foreign tables: their server can be the target itself, and any relation there. */
const REACHES_UNNAMED: ReadonlySet<string> = new Set([
  'CreateForeignTableStmt',
  'ImportForeignSchemaStmt',
]);

type Refused = Extract<LineageVerdict, { kind: 'refused' }>;

const unknown = (reason: string): Refused => ({ kind: 'refused', code: 'LINEAGE_UNKNOWN', reason });
const predicate = (reason: string): Refused => ({
  kind: 'refused',
  code: 'MASKED_PREDICATE',
  reason,
});

/** Do masked columns keep a plain lineage in this statement? A pure function; `masked` is not changed after first use. */
export function checkLineage(
  statement: StatementAnalysis,
  masked: MaskedCatalog,
  resolution: Resolution,
): LineageVerdict {
  if (masked.relations.length === 0 && masked.dependents.length === 0) return { kind: 'untouched' };
  return traceLineage(statement, masked, resolution) ?? byMentions(statement, masked, resolution);
}

/** For statements that define and maintain: wherever they name a masked column, what becomes of it is not followed. */
function byMentions(
  statement: StatementAnalysis,
  masked: MaskedCatalog,
  resolution: Resolution,
): LineageVerdict {
  const calls = classifyCalls(statement, resolution);
  const scope = new MaskedScope(statement, masked, resolution);
  const refusal =
    calls.refusal ??
    refusedRange(statement, scope) ??
    refusedUse(statement, scope) ??
    refusedWrite(statement, calls);
  if (refusal !== undefined) return refusal;
  if (calls.opaque || statement.lineage.operators.length > 0)
    return { kind: 'opaque-call', outputs: 'unknown' };
  if (scope.ranges.length === 0) return { kind: 'untouched' };
  const shows = statement.node !== 'ExplainStmt';
  return {
    kind: 'plain',
    maskedOutput: shows && statement.lineage.outputs.some((output) => isMasked(output, scope)),
    outputs: 'none',
  };
}

interface Calls {
  readonly refusal: Refused | undefined;
  readonly opaque: boolean;
}

function classifyCalls(statement: StatementAnalysis, resolution: Resolution): Calls {
  let opaque = false;
  for (const effect of statement.effects) {
    if (effect.kind !== 'function' || effect.reference === undefined) continue;
    const { schema, name } = effect.reference;
    const exists = (): boolean =>
      resolution.functionSchemas(effect.reference ?? { kind: 'function', name }).length > 0;
    if (effect.when === 'shadowed' && (isColumn(effect, resolution) || !exists())) continue;
    if (UNFOLLOWABLE.has(name))
      return {
        refusal: unknown(
          `${quoteName(schema, name)} can reach rows that the text does not name; select the columns directly.`,
        ),
        opaque,
      };
    opaque ||= !isTransparent(effect, exists);
  }
  return { refusal: undefined, opaque };
}

/** What a function returns is masked on its way out, not on its way into a relation, and from there it would be plain. */
function refusedWrite(statement: StatementAnalysis, { opaque }: Calls): Refused | undefined {
  if (!opaque) return undefined;
  const written = statement.effects.find(
    ({ kind, command }) => kind === 'relation' && command !== 'SELECT',
  );
  if (written === undefined) return undefined;
  return unknown(
    'It writes what a function returns that may read masked columns; call the function in a SELECT of its own.',
  );
}

function isTransparent({ reference }: UnresolvedEffect, exists: () => boolean): boolean {
  const { schema, name } = reference ?? { name: '' };
  return STATE_ONLY.has(name) && (schema === 'pg_catalog' || (schema === undefined && !exists()));
}

function refusedRange(statement: StatementAnalysis, scope: MaskedScope): Refused | undefined {
  const { ranges, reshapes } = statement.lineage;
  if (reshapes && (ranges.length === 0 || REACHES_UNNAMED.has(statement.node)))
    return unknown(
      'It can give rows with masked columns, or code that reads them, another name; have it done at the target itself.',
    );
  const values = ranges.find(({ reference }) => UNFOLLOWABLE_RELATIONS.has(reference.name));
  if (values !== undefined)
    return unknown(
      `${quoteName(values.reference.schema, values.reference.name)} holds values of other relations.`,
    );
  const dependent = scope.dependents.find((range) => reshapes || range.utility !== true);
  if (dependent !== undefined)
    return unknown(
      `${quoteName(dependent.reference.schema, dependent.reference.name)} reaches masked columns under other names; select from the masked relation itself.`,
    );
  const missing = scope.unknown[0];
  if (missing !== undefined)
    return unknown(
      `The relation ${quoteName(missing.reference.schema, missing.reference.name)} is not found, so what it reaches is not known.`,
    );
  return refusedConstruct(statement, scope);
}

function refusedConstruct(statement: StatementAnalysis, scope: MaskedScope): Refused | undefined {
  const first = scope.ranges[0];
  if (first === undefined) return undefined;
  const { schema, name } = first.relation;
  const relation = `${quoteName(schema, name)} has masked columns`;
  const obscured = statement.lineage.obscured[0];
  if (obscured !== undefined)
    return unknown(`${relation}, and ${obscured} hides which are meant; name the columns.`);
  if (scope.ranges.some(({ range }) => range.renamed === true))
    return unknown(
      `${relation}, and a list of column aliases renames them; use the columns' own names.`,
    );
  if (statement.lineage.reshapes)
    return unknown(`${relation}; a change of where its rows are found is not followed.`);
  return undefined;
}

function refusedUse(statement: StatementAnalysis, scope: MaskedScope): Refused | undefined {
  if (scope.ranges.length === 0) return undefined;
  const { mentions, outputs } = statement.lineage;
  const aliases = new Set(
    outputs
      .filter((output) => isMasked(output, scope))
      .flatMap((output) => output.alias ?? nameOf(output)),
  );
  for (const mention of mentions) {
    const refusal = refusedMention(mention, scope, aliases);
    if (refusal !== undefined) return refusal;
  }
  for (const output of outputs) {
    const refusal = refusedOutput(output, scope);
    if (refusal !== undefined) return refusal;
  }
  return refusedPosition(statement, scope);
}

const nameOf = (output: Output): readonly string[] =>
  output.kind === 'column' ? [output.name] : [];

const written = (mention: ColumnMention): string => {
  const name = mention.kind === 'star' ? '*' : quoteIdentifier(mention.name);
  return mention.qualifier === undefined ? name : `${quoteIdentifier(mention.qualifier)}.${name}`;
};

function refusedMention(
  mention: ColumnMention,
  scope: MaskedScope,
  aliases: ReadonlySet<string>,
): Refused | undefined {
  const name = written(mention);
  if (mention.kind === 'star')
    return scope.starHit(mention.qualifier, mention.expands)
      ? predicate(
          `${name} includes masked columns and stands inside the statement; name the columns you need.`,
        )
      : undefined;
  const hit = scope.hit(mention.qualifier, mention.name);
  if (hit === 'masked' || (mention.qualifier === undefined && aliases.has(mention.name)))
    return predicate(
      `The column ${name} is masked and may stand only by itself in the select list.`,
    );
  if (hit === 'row')
    return unknown(`${name} can mean a whole row with masked columns; name the columns you need.`);
  return undefined;
}

/** As an output, a masked column or a star is plain; a whole row, or a row that is no range's, is not. */
function refusedOutput(output: Output, scope: MaskedScope): Refused | undefined {
  if (output.kind === 'expression') return undefined;
  const name = written(output);
  const { qualifier } = output;
  const reaches =
    output.kind === 'star' ? scope.starHit(qualifier, output.expands) : isMasked(output, scope);
  if (reaches && qualifier !== undefined && !scope.names(qualifier))
    return unknown(
      `What ${name} stands for is not known; qualify it with a relation of the statement.`,
    );
  if (output.kind === 'column' && scope.hit(qualifier, output.name) === 'row')
    return unknown(`${name} can mean a whole row with masked columns; name the columns you need.`);
  return undefined;
}

function isMasked(output: Output, scope: MaskedScope): boolean {
  if (output.kind === 'expression') return false;
  if (output.kind === 'star') return scope.starHit(output.qualifier, output.expands);
  return scope.hit(output.qualifier, output.name) === 'masked';
}

/** `ORDER BY 2`: the second output, unless a star before it shifts the count. */
function refusedPosition(statement: StatementAnalysis, scope: MaskedScope): Refused | undefined {
  const { outputs, positions } = statement.lineage;
  if (!outputs.some((output) => isMasked(output, scope))) return undefined;
  for (const position of positions) {
    const before = outputs.slice(0, position);
    const output = outputs[position - 1];
    const counted = !before.some(({ kind }) => kind === 'star');
    if (counted && (output === undefined || !isMasked(output, scope))) continue;
    return predicate(
      `Output column ${String(position)} is, or can be, masked; order or group by a column's name.`,
    );
  }
  return undefined;
}
