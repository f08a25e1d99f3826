import type { Findings } from './findings.ts';
import type { Context, RangeEntry } from './scope.ts';
import { findRange, isCte, openRanges } from './scope.ts';
import type { Fields, Value } from './tree.ts';
import { isFields, kindOf, stringOf } from './tree.ts';
import type { NameReference } from './types.ts';

/** What one kind of node contributes. `top`: the outermost query, whose target list is the result. */
export type Handler = (walk: Walk, fields: Fields, context: Context, top: boolean) => void;

/** One pass over a statement's tree. Kinds without a handler contribute what is inside of them. */
export class Walk {
  readonly findings: Findings;
  private readonly handlers: ReadonlyMap<string, Handler>;

  constructor(findings: Findings, handlers: ReadonlyMap<string, Handler>) {
    this.findings = findings;
    this.handlers = handlers;
  }

  visit(value: Value | undefined, context: Context, top = false): void {
    if (typeof value !== 'object' || value === null) return;
    if (!isFields(value)) {
      for (const item of value) this.visit(item, context);
      return;
    }
    const kind = kindOf(value);
    const handler = this.handlers.get(kind ?? structOf(value));
    const fields = kind === undefined ? value : (value[kind] as Fields);
    if (handler === undefined) this.inside(fields, context);
    else handler(this, fields, context, top);
  }

  /** Visits what a node has inside. */
  inside(fields: Fields, context: Context): void {
    for (const key in fields) {
      const value = fields[key];
      if (typeof value === 'object' && value !== null) this.visit(value, context);
    }
  }

  /** A relation as read or written, or a name of a CTE. */
  relation(fields: Fields): NameReference {
    const schema = stringOf(fields['schemaname']);
    if (schema !== undefined && schema !== OWN_TEMPORARY && isTemporarySchema(schema))
      this.findings.refuse(
        'UNSUPPORTED_TEMPORARY',
        'Temporary relations go by the schema pg_temp alone.',
      );
    const name = stringOf(fields['relname']) ?? '';
    return { kind: 'relation', ...(schema === undefined ? {} : { schema }), name };
  }

  /** A relation in FROM, USING or the like: SELECT on it, unless it is a CTE. */
  read(fields: Fields, context: Context): void {
    const reference = this.relation(fields);
    const alias = aliasOf(fields);
    const name = alias?.name ?? reference.name;
    if (reference.schema === undefined && isCte(context.ctes, reference.name)) {
      this.bind(name, { kind: 'rows' }, context);
      return;
    }
    this.findings.effect({ command: 'SELECT', kind: 'relation', reference });
    this.findings.reads.push({ reference, name });
    this.bindRelation(reference, fields, context);
  }

  /** Makes a relation's name usable as a qualifier. */
  bindRelation(reference: NameReference, fields: Fields, context: Context): void {
    const alias = aliasOf(fields);
    const name = alias?.name ?? reference.name;
    context.ranges.entries.set(name, { kind: 'relation', reference });
    this.findings.range({ reference, name, ...(alias?.columns === true ? { renamed: true } : {}) });
  }

  bind(name: string, entry: RangeEntry, context: Context): void {
    context.ranges.entries.set(name, entry);
    this.findings.alias(name);
  }

  range(context: Context, name: string): RangeEntry | undefined {
    return findRange(context.ranges, name);
  }
}

/** By this name every session means its own. */
export const OWN_TEMPORARY = 'pg_temp';

export function isTemporarySchema(schema: string): boolean {
  return (
    schema === 'pg_temp' || schema.startsWith('pg_temp_') || schema.startsWith('pg_toast_temp')
  );
}

export function aliasOf(
  fields: Fields,
): { readonly name: string; readonly columns: boolean } | undefined {
  const alias = fields['alias'];
  if (!isFields(alias)) return undefined;
  return { name: stringOf(alias['aliasname']) ?? '', columns: alias['colnames'] !== undefined };
}

/** Plain structs, in fields of their own type, that are handled like nodes. */
function structOf(fields: Fields): string {
  if (fields['relname'] !== undefined) return 'RangeVar';
  return fields['typemod'] !== undefined && fields['names'] !== undefined ? 'TypeName' : '';
}

/** The context of a query inside: its own ranges within those around it, and no utility statement's tag. */
export function queryContext(context: Context): Context {
  return { ctes: context.ctes, ranges: openRanges(context.ranges), tag: undefined };
}
