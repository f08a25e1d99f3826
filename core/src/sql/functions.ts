/*
 * PostgreSQL's own functions, sorted by what a call can do. The lists are checked against pg_proc of a real server: every
 * name exists in pg_catalog of 15 or 18, and what is listed as harmless is immutable or stable in all its overloads,
 * but for the few in VOLATILE_BUT_HARMLESS.
 */

const words = (...lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => line.split(' '));

/** Arithmetic and geometry: values in, a value out. */
const MATHEMATICS = words(
  'abs acos acosd acosh asin asind asinh atan atan2 atan2d atand atanh cbrt ceil ceiling cos cosd cosh cot cotd degrees',
  'div erf erfc exp factorial floor gamma gcd lcm lgamma ln log log10 min_scale mod numeric_inc pi pow power radians',
  'round scale sign sin sind sinh sqrt tan tand tanh trim_scale trunc width_bucket random random_normal',
  'area box center circle diagonal diameter height isclosed ishorizontal isopen isparallel isperp isvertical length line',
  'lseg npoints path pclose point polygon popen radius slope width bound_box',
);

/** Text, patterns, encodings and digests. `format` and `to_char` print values, they read nothing. */
const TEXT = words(
  'ascii bit_count bit_length btrim casefold char_length character_length chr concat concat_ws convert convert_from',
  'convert_to crc32 crc32c decode encode format get_bit get_byte initcap is_normalized left like like_escape lower lpad',
  'ltrim md5 normalize notlike octet_length overlay parse_ident position quote_ident quote_literal quote_nullable',
  'regexp_count regexp_instr regexp_like regexp_match regexp_matches regexp_replace regexp_split_to_array',
  'regexp_split_to_table regexp_substr repeat replace reverse right rpad rtrim set_bit set_byte sha224 sha256 sha384',
  'sha512 similar_escape similar_to_escape split_part starts_with string_to_array string_to_table strpos substr substring',
  'textlen to_ascii to_bin to_char to_date to_hex to_number to_oct translate unicode_assigned unistr upper',
  'xml_is_well_formed xml_is_well_formed_content xml_is_well_formed_document xmlcomment xmlexists xmltext xpath',
  'xpath_exists',
);

/** Dates and the clock. Reading the clock is volatile at most. */
const TIME = words(
  'age clock_timestamp date_add date_bin date_part date_subtract date_trunc extract isfinite justify_days justify_hours',
  'justify_interval make_date make_interval make_time make_timestamp make_timestamptz now overlaps',
  'statement_timestamp timeofday timezone to_timestamp transaction_timestamp',
);

/** Functions of a type's name: conversions of a value. */
const CONVERSIONS = words(
  'bit bool bpchar bytea char cidr date daterange datemultirange float4 float8 int2 int4 int4multirange int4range int8',
  'int8multirange int8range interval macaddr macaddr8 money name numeric nummultirange numrange oid',
  'text time timestamp timestamptz timetz tsmultirange tsrange tstzmultirange tstzrange varbit varchar xid xml',
);

const CONTAINERS = words(
  'array_append array_cat array_dims array_fill array_length array_lower array_ndims array_position array_positions',
  'array_prepend array_remove array_replace array_reverse array_sort array_to_json array_to_string array_upper',
  'cardinality enum_first enum_last enum_range generate_series generate_subscripts isempty lower_inc lower_inf',
  'multirange num_nonnulls num_nulls range_merge trim_array unnest upper_inc upper_inf array_sample array_shuffle',
  'abbrev broadcast family host hostmask inet_merge inet_same_family macaddr8_set7bit masklen netmask network',
  'set_masklen gen_random_uuid uuidv4 uuidv7 uuid_extract_timestamp uuid_extract_version',
);

const JSON_FUNCTIONS = words(
  'json_array_elements json_array_elements_text json_array_length json_build_array json_build_object json_each',
  'json_each_text json_extract_path json_extract_path_text json_object json_object_keys json_populate_record',
  'json_populate_recordset json_strip_nulls json_to_record json_to_recordset json_typeof jsonb_array_elements',
  'jsonb_array_elements_text jsonb_array_length jsonb_build_array jsonb_build_object jsonb_concat jsonb_contains',
  'jsonb_each jsonb_each_text jsonb_exists jsonb_exists_all jsonb_exists_any jsonb_extract_path jsonb_extract_path_text',
  'jsonb_insert jsonb_object jsonb_object_keys jsonb_path_exists jsonb_path_exists_tz jsonb_path_match',
  'jsonb_path_match_tz jsonb_path_query jsonb_path_query_array jsonb_path_query_array_tz jsonb_path_query_first',
  'jsonb_path_query_first_tz jsonb_path_query_tz jsonb_populate_record jsonb_populate_record_valid',
  'jsonb_populate_recordset jsonb_pretty jsonb_set jsonb_set_lax jsonb_strip_nulls jsonb_to_record jsonb_to_recordset',
  'jsonb_typeof row_to_json to_json to_jsonb',
);

/** Full text search over values given; not ts_stat and ts_rewrite, which run SQL given as text. */
const SEARCH = words(
  'array_to_tsvector json_to_tsvector jsonb_to_tsvector numnode phraseto_tsquery plainto_tsquery querytree setweight strip',
  'to_tsquery to_tsvector ts_delete ts_filter ts_headline ts_rank ts_rank_cd tsquery_phrase tsvector_to_array',
  'websearch_to_tsquery',
);

const AGGREGATES = words(
  'any_value array_agg avg bit_and bit_or bit_xor bool_and bool_or corr count covar_pop covar_samp cume_dist dense_rank',
  'every first_value json_agg json_agg_strict json_object_agg json_object_agg_strict json_object_agg_unique',
  'json_object_agg_unique_strict jsonb_agg jsonb_agg_strict jsonb_object_agg jsonb_object_agg_strict',
  'jsonb_object_agg_unique jsonb_object_agg_unique_strict lag last_value lead max min mode nth_value ntile percent_rank',
  'percentile_cont percentile_disc range_agg range_intersect_agg rank regr_avgx regr_avgy regr_count regr_intercept',
  'regr_r2 regr_slope regr_sxx regr_sxy regr_syy row_number stddev stddev_pop stddev_samp string_agg sum var_pop var_samp',
  'variance xmlagg',
);

/** Who and where the session is, and names of objects; no definitions, settings or contents. */
const SESSION = words(
  'current_database current_schema current_schemas current_user session_user system_user getdatabaseencoding',
  'pg_backend_pid pg_client_encoding version pg_typeof pg_column_size pg_collation_for format_type pg_encoding_to_char',
  'pg_char_to_encoding pg_size_bytes pg_size_pretty pg_input_is_valid to_regclass to_regcollation to_regnamespace',
  'to_regoper to_regoperator to_regproc to_regprocedure to_regrole to_regtype pg_collation_is_visible',
  'pg_function_is_visible pg_operator_is_visible pg_table_is_visible pg_type_is_visible pg_get_userbyid',
);

/** Harmless although volatile: they read the clock or a random source and nothing else. */
export const VOLATILE_BUT_HARMLESS: ReadonlySet<string> = new Set(
  words(
    'clock_timestamp timeofday random random_normal gen_random_uuid uuidv4 uuidv7 array_sample array_shuffle',
  ),
);

/** Built-ins without effect: no table by name, no file, no SQL text, no setting, no state, no waiting, nothing sent. */
export const HARMLESS: ReadonlySet<string> = new Set([
  ...MATHEMATICS,
  ...TEXT,
  ...TIME,
  ...CONVERSIONS,
  ...CONTAINERS,
  ...JSON_FUNCTIONS,
  ...SEARCH,
  ...AGGREGATES,
  ...SESSION,
]);

/** Calls that change or wait for something, and whose result comes from no table's rows. */
export const STATE_ONLY: ReadonlySet<string> = new Set(
  words(
    'nextval currval lastval setval pg_sleep pg_sleep_for pg_sleep_until pg_notify setseed pg_cancel_backend',
    'pg_terminate_backend pg_advisory_lock pg_advisory_lock_shared pg_advisory_unlock pg_advisory_unlock_all',
    'pg_advisory_unlock_shared pg_advisory_xact_lock pg_advisory_xact_lock_shared pg_try_advisory_lock',
    'pg_try_advisory_lock_shared pg_try_advisory_xact_lock pg_try_advisory_xact_lock_shared txid_current',
    'txid_current_if_assigned txid_status pg_current_xact_id pg_current_xact_id_if_assigned pg_current_snapshot',
    'pg_database_size pg_relation_size pg_table_size pg_indexes_size pg_total_relation_size pg_is_in_recovery',
    'pg_postmaster_start_time pg_conf_load_time current_setting inet_client_addr inet_client_port inet_server_addr',
    'inet_server_port pg_blocking_pids has_table_privilege has_column_privilege has_any_column_privilege',
    'has_schema_privilege has_function_privilege has_sequence_privilege has_database_privilege pg_has_role',
  ),
);

/**
 * Functions that reach rows no parse tree names: SQL or a relation given as text, raw pages, statistics that hold
 * values, other sessions' statements, the change stream. The extensions' names count in whatever schema.
 */
export const UNFOLLOWABLE: ReadonlySet<string> = new Set(
  words(
    'query_to_xml query_to_xmlschema query_to_xml_and_xmlschema cursor_to_xml cursor_to_xmlschema table_to_xml',
    'table_to_xmlschema table_to_xml_and_xmlschema schema_to_xml schema_to_xmlschema schema_to_xml_and_xmlschema',
    'database_to_xml database_to_xmlschema database_to_xml_and_xmlschema ts_stat ts_rewrite pg_mcv_list_items',
    'pg_stat_get_activity pg_stat_get_backend_activity pg_read_file pg_read_binary_file currtid2 pg_cursor',
    'pg_logical_slot_get_changes pg_logical_slot_peek_changes pg_logical_slot_get_binary_changes',
    'pg_logical_slot_peek_binary_changes satisfies_hash_partition lo_get loread lo_export',
    'pg_stat_statements dblink dblink_exec dblink_open dblink_fetch dblink_send_query dblink_get_result',
    'dblink_build_sql_insert dblink_build_sql_update crosstab crosstab2 crosstab3 crosstab4 crosstabn connectby',
    'xpath_table get_raw_page heap_page_items heap_page_item_attrs tuple_data_split bt_page_items gist_page_items',
    'gin_leafpage_items brin_page_items hash_page_items pgrowlocks pg_background_launch pg_background_result',
  ),
);

/** Relations whose rows hold values, or statements, of other relations. */
export const UNFOLLOWABLE_RELATIONS: ReadonlySet<string> = new Set(
  words(
    'pg_stats pg_statistic pg_stats_ext pg_stats_ext_exprs pg_statistic_ext_data pg_stat_activity pg_stat_statements',
    'pg_cursors pg_prepared_statements pg_largeobject',
  ),
);

/** Functions that change a setting by its name. */
export const SET_CONFIG = 'set_config';

const EFFECTFUL_PREFIX =
  /^(?:pg_|lo_|txid_|has_|binary_upgrade_|brin_|gin_|inet_|lo(?:read|write)$)/;

/** Built-ins with effects that the prefixes below do not catch. */
const EFFECTFUL: ReadonlySet<string> = new Set(
  words(
    'nextval currval lastval setval setseed set_config current_setting current_query currtid2 ts_stat ts_rewrite ts_debug',
    'query_to_xml query_to_xmlschema query_to_xml_and_xmlschema cursor_to_xml cursor_to_xmlschema table_to_xml',
    'table_to_xmlschema table_to_xml_and_xmlschema schema_to_xml schema_to_xmlschema schema_to_xml_and_xmlschema',
    'database_to_xml database_to_xmlschema database_to_xml_and_xmlschema amvalidate lowrite plpgsql_validator',
    'plpgsql_call_handler plpgsql_inline_handler satisfies_hash_partition row_security_active col_description',
    'obj_description shobj_description',
  ),
);

/**
 * Is this one of PostgreSQL's own functions with an effect? The server's administrative functions share prefixes, so
 * those of later versions count as well.
 */
export function isEffectfulBuiltin(name: string): boolean {
  return !HARMLESS.has(name) && (EFFECTFUL.has(name) || EFFECTFUL_PREFIX.test(name));
}

/** Operators of pg_catalog. Any other, or one qualified with a schema, runs code that is not known. */
export const BUILTIN_OPERATORS: ReadonlySet<string> = new Set(
  words(
    '!! !~ !~* !~~ !~~* # ## #- #> #>> % & && &< &<| &> * *< *<= *<> *= *> *>= + - -> ->> -|- / < <-> << <<= <<|',
    '<= <> <@ <^ = > >= >> >>= >^ ? ?# ?& ?- ?-| ?| ?|| @ @-@ @> @? @@ @@@ ^ ^@ | |&> |/ |>> || ||/ ~ ~* ~<=~ ~<~',
    '~= ~>=~ ~>~ ~~ ~~*',
  ),
);

/** `TABLESAMPLE` methods of pg_catalog. */
export const SAMPLE_METHODS: ReadonlySet<string> = new Set(['bernoulli', 'system']);

/**
 * Node kinds of PostgreSQL 16 to 18's grammar that an older server reads as a call of a function of that name
 * (or, without arguments, a column).
 */
export const GRAMMAR_FUNCTIONS: Readonly<Record<string, string>> = {
  JsonScalarExpr: 'json_scalar',
  JsonSerializeExpr: 'json_serialize',
  JsonParseExpr: 'json',
  JsonObjectConstructor: 'json_object',
  JsonArrayConstructor: 'json_array',
  JsonArrayQueryConstructor: 'json_array',
  JsonObjectAgg: 'json_objectagg',
  JsonArrayAgg: 'json_arrayagg',
  JsonTable: 'json_table',
  MergeSupportFunc: 'merge_action',
};

/** `JsonFuncExpr.op` likewise. */
export const JSON_OPERATIONS: Readonly<Record<string, string>> = {
  JSON_EXISTS_OP: 'json_exists',
  JSON_QUERY_OP: 'json_query',
  JSON_VALUE_OP: 'json_value',
};
