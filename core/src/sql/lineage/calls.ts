import {
  GRAMMAR_FUNCTIONS,
  HARMLESS,
  JSON_OPERATIONS,
  STATE_ONLY,
  UNFOLLOWABLE,
} from '../functions.ts';
import { quoteName } from '../quote.ts';
import { returnedBy } from './bodies.ts';
import type { Taint, Traced } from './taint.ts';
import { together } from './taint.ts';
import { mayBeMasked } from './total.ts';
import type { Trace } from './trace.ts';

const GRAMMAR_NAMES: ReadonlySet<string> = new Set([
  ...Object.values(GRAMMAR_FUNCTIONS),
  ...Object.values(JSON_OPERATIONS),
]);

type Kind = 'harmless' | 'definition' | 'state' | 'unfollowable' | 'opaque';

const words = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

/** Built-ins that print definitions, names and counts from the catalog; no values of rows. */
const DEFINITIONS = words(
  'pg_get_expr pg_get_viewdef pg_get_indexdef pg_get_constraintdef pg_get_functiondef pg_get_function_arguments',
  'pg_get_function_identity_arguments pg_get_function_result pg_get_ruledef pg_get_triggerdef pg_get_serial_sequence',
  'pg_get_partkeydef pg_get_partition_constraintdef pg_get_statisticsobjdef pg_get_statisticsobjdef_columns',
  'pg_get_keywords pg_get_function_sqlbody pg_get_function_arg_default pg_get_replica_identity_index',
  'obj_description col_description shobj_description pg_is_other_temp_schema pg_my_temp_schema',
  'pg_relation_is_publishable pg_relation_is_updatable pg_column_is_updatable pg_describe_object pg_identify_object',
  'pg_options_to_table pg_tablespace_location pg_encoding_max_length pg_sequence_parameters pg_index_column_has_property',
  'pg_index_has_property pg_indexam_has_property pg_opclass_is_visible pg_opfamily_is_visible pg_conversion_is_visible',
  'pg_ts_config_is_visible pg_ts_dict_is_visible pg_ts_parser_is_visible pg_ts_template_is_visible',
  'pg_statistics_obj_is_visible pg_partition_tree pg_partition_ancestors pg_partition_root pg_stat_get_numscans',
  'pg_stat_get_live_tuples pg_stat_get_dead_tuples row_security_active aclexplode makeaclitem acldefault',
  'pg_timezone_names pg_timezone_abbrevs pg_backend_pid pg_filenode_relation pg_relation_filenode pg_relation_filepath',
);

function kindOf(trace: Trace, schema: string | undefined, name: string): Kind {
  if (UNFOLLOWABLE.has(name)) return 'unfollowable';
  const own =
    schema === 'pg_catalog' ||
    (schema === undefined &&
      trace.resolution.functionSchemas({ kind: 'function', name }).length === 0);
  if (!own) return 'opaque';
  if (HARMLESS.has(name) || GRAMMAR_NAMES.has(name)) return 'harmless';
  if (DEFINITIONS.has(name)) return 'definition';
  return STATE_ONLY.has(name) ? 'state' : 'opaque';
}

/**
 * The result of a call. A function of PostgreSQL's own that cannot fail makes a masked value of a masked argument; any
 * other may not have one, since its failure, its rows or its deeds would tell.
 * @param parts of the name, outermost first
 */
export function callOf(trace: Trace, parts: readonly string[], args: readonly Traced[]): Traced {
  const schema = parts.at(-2);
  const name = parts.at(-1) ?? '';
  const taint = together(...args.map((arg) => arg.taint));
  const where = `an argument of ${quoteName(schema, name)}`;
  const kind = kindOf(trace, schema, name);
  if (kind === 'harmless') return harmless(trace, name, args, where);
  if (kind === 'unfollowable')
    trace.unknown(
      `${quoteName(schema, name)} can reach rows that the text does not name; select the columns directly.`,
    );
  trace.give(taint, where);
  if (kind === 'state' || kind === 'definition') return { taint, safe: false };
  const returned = taint === undefined ? returnedBy(trace, schema, name) : undefined;
  if (returned !== undefined) return { ...returned, safe: false };
  trace.callsOpaque();
  return { taint: together(taint, unseen(quoteName(schema, name))), safe: false };
}

function harmless(trace: Trace, name: string, args: readonly Traced[], where: string): Traced {
  const allowed = args.every(({ taint }, at) => taint === undefined || mayBeMasked(name, at));
  const taint = together(...args.map((arg) => arg.taint));
  if (!allowed) trace.use(taint, where);
  const total = args.every((_, at) => mayBeMasked(name, at));
  return { taint, safe: total && args.every(({ safe }) => safe) };
}

/** What comes out of code that nobody can look into. */
export function unseen(name: string): Taint {
  return {
    method: { kind: 'Redact' },
    predicates: false,
    name: `What ${name} returns`,
    ...{ unknown: true, computed: true },
  };
}
