import type { Effect } from '../command/types.ts';
import { analyse } from './analyse.ts';
import { checkLineage } from './lineage.ts';
import { resolveEffects } from './resolve.ts';
import type { LineageVerdict, MaskedCatalog, Resolution, ResolvedRelation } from './types.ts';

/** A small shop: customers has masked columns, v_customers is a view of it, the rest is plain. */
const RELATIONS: readonly ResolvedRelation[] = [
  ['public', 'customers', ['id', 'name', 'email', 'ssn', 'note']],
  ['public', 'orders', ['id', 'customer_id', 'total', 'note', 'status']],
  ['public', 'items', ['id', 'order_id', 'email']],
  ['public', 't', ['id', 'a', 'b', 'active']],
  ['public', 's', ['id', 'a', 'b']],
  ['public', 'We.ird', ['id']],
  ['archive', 'orders', ['id', 'total']],
  ['public', 'v_customers', ['id', 'contact']],
  ['pg_catalog', 'pg_stats', ['most_common_vals']],
  ['pg_catalog', 'pg_class', ['oid', 'relname']],
  ['pg_catalog', 'pg_settings', ['name', 'setting']],
].map(([schema, name, columns], at) => ({
  schema: schema as string,
  name: name as string,
  oid: 16384 + at,
  kind: name === 'v_customers' ? 'v' : 'r',
  columns: columns as readonly string[],
}));

/** public.f exists, and public.lower shadows pg_catalog's. */
const FUNCTIONS: Readonly<Record<string, readonly string[] | undefined>> = {
  f: ['public'],
  g: ['public', 'archive'],
  lower: ['public'],
  total: ['public'],
};

/** A session with search_path public. */
export const shop: Resolution = {
  relation: ({ schema, name }) =>
    RELATIONS.find(
      (relation) =>
        relation.name === name &&
        (schema === undefined
          ? ['public', 'pg_catalog'].includes(relation.schema)
          : relation.schema === schema),
    ),
  functionSchemas: ({ schema, name }) =>
    (FUNCTIONS[name] ?? []).filter((found) =>
      schema === undefined ? found !== 'archive' || name === 'g' : found === schema,
    ),
};

export const maskedShop: MaskedCatalog = {
  relations: [
    {
      schema: 'public',
      name: 'customers',
      columns: ['id', 'name', 'email', 'ssn', 'note'],
      maskedColumns: ['email', 'ssn'],
    },
  ],
  dependents: [{ schema: 'public', name: 'v_customers' }],
};

/** Of what the command names itself: `COMMAND object`, `!` where unbounded; sorted. */
export function effectsOf(sql: string, resolution: Resolution = shop): readonly string[] {
  const effects = resolveEffects(analyse(sql), resolution);
  return effects.filter(({ through }) => through === undefined).map(effectText);
}

/** What it comes to besides: `COMMAND object < relation by way of which`. */
export function throughOf(sql: string, resolution: Resolution): readonly string[] {
  return resolveEffects(analyse(sql), resolution).flatMap((effect) =>
    effect.through === undefined ? [] : [`${effectText(effect)} < ${effect.through}`],
  );
}

function effectText({ command, kind, object, unbounded }: Effect): string {
  return (
    [command, ...(kind === 'none' ? [] : [object])].join(' ') + (unbounded === true ? ' !' : '')
  );
}

/** Lineage of a text of one statement. */
export function lineageOf(sql: string, masked: MaskedCatalog = maskedShop): LineageVerdict {
  const [statement] = analyse(sql).statements;
  if (statement === undefined) throw new TypeError(`no statement in ${sql}`);
  return checkLineage(statement, masked, shop);
}

/** `untouched`, `plain`, `masked` (plain with masked output), `opaque-call`, or the refusal's code. */
export function verdictOf(sql: string): string {
  const verdict = lineageOf(sql);
  if (verdict.kind === 'refused') return verdict.code;
  return verdict.kind === 'plain' && verdict.maskedOutput ? 'masked' : verdict.kind;
}

/** The code of the first statement's refusal. */
export function refusalOf(sql: string): string | undefined {
  return analyse(sql).statements.find(({ refusal }) => refusal !== undefined)?.refusal?.code;
}
