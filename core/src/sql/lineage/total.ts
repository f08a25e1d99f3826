/*
 * What can be computed of any value of a masked column without failing, at little cost, as one row. Everything that is
 * not here can tell about the value by its failure, its time or its rows: 1 / x, x::int, repeat('x', y), x LIKE 'a\'.
 * That a value is NULL shows in a masked column too, and is no secret; that a computed one is, is.
 */

const ALL = 'all';
type Arguments = typeof ALL | readonly number[];

const listed = (
  args: Arguments,
  ...lines: readonly string[]
): readonly (readonly [string, Arguments])[] =>
  lines.flatMap((line) => line.split(' ').map((name) => [name, args] as const));

/** Which arguments may be masked, by position. The others may fail for reasons of their own, whatever the masked one is. */
const TOTAL: ReadonlyMap<string, Arguments> = new Map([
  ...listed(
    ALL,
    'lower upper initcap length char_length character_length octet_length bit_length concat concat_ws btrim ltrim rtrim',
    'left right reverse md5 ascii quote_ident quote_literal quote_nullable strpos position starts_with translate text',
    'varchar bpchar to_json to_jsonb row_to_json array_to_json json_build_array jsonb_build_array json_typeof jsonb_typeof',
    'jsonb_pretty json_strip_nulls jsonb_strip_nulls json_extract_path json_extract_path_text jsonb_extract_path',
    'jsonb_extract_path_text pg_typeof pg_column_size array_length cardinality array_ndims array_to_string num_nulls',
    'num_nonnulls isempty lower_inc upper_inc lower_inf upper_inf sign host family masklen',
    'count max min array_agg string_agg json_agg jsonb_agg any_value bool_and bool_or every sum avg',
    'stddev stddev_pop stddev_samp variance var_pop var_samp xmlagg range_agg',
  ),
  ...listed(
    [0],
    'substr substring split_part lpad rpad to_char encode round trunc ceil ceiling floor first_value last_value',
    'lag lead nth_value',
  ),
  ...listed([1], 'date_trunc date_part extract json_object_agg jsonb_object_agg'),
]);

/** May this argument of this built-in be a masked value? */
export function mayBeMasked(name: string, at: number): boolean {
  // A key that is NULL fails, and an expression can be made NULL.
  if (name === 'json_build_object' || name === 'jsonb_build_object') return at % 2 === 1;
  const args = TOTAL.get(name);
  return args === ALL || args?.includes(at) === true;
}

/** Built-in operators that answer for any two values of any type that they exist for. */
const TOTAL_OPERATORS: ReadonlySet<string> = new Set(
  '= <> < <= > >= || -> ->> #> #>> @> <@ && ? ?| ?&'.split(' '),
);

export const isTotalOperator = (name: string): boolean => TOTAL_OPERATORS.has(name);

/** Types to which every value can be cast. */
const TOTAL_CASTS: ReadonlySet<string> = new Set(['text', 'varchar', 'bpchar', 'name']);

export const isTotalCast = (name: string): boolean => TOTAL_CASTS.has(name);
