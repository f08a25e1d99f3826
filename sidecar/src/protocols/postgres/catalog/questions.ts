import { postgresLimits } from '../../../config/limits.ts';
import type { NameReference } from '@chaperone/core/sql';
import type { ColumnMasks } from '@chaperone/core/masking';

/**
 * The questions to the catalog, as SQL. Everything is qualified with pg_catalog, so that nothing in the session's
 * search_path can answer in its place; names are literals, and standard_conforming_strings was found on at start-up.
 */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const optional = (text: string | undefined): string =>
  text === undefined ? 'NULL' : literal(text);

const names = (references: readonly NameReference[]): string =>
  references
    .map(
      ({ schema, name }, i) => `(${String(i)}, ${optional(schema)}::text, ${literal(name)}::text)`,
    )
    .join(', ');

/** Schemas in which CREATE and unqualified names look: rows (schema), in order. */
export const searchPathQuestion =
  'SELECT p.nspname FROM pg_catalog.unnest(pg_catalog.current_schemas(false)) WITH ORDINALITY AS p(nspname, ord) ORDER BY p.ord';

/** Which relation each name means: rows (index, schema, name, oid, relkind, columns as JSON); no row where there is none. */
export function relationsQuestion(references: readonly NameReference[]): string {
  return `SELECT DISTINCT ON (v.i) v.i, n.nspname, c.relname, c.oid, c.relkind,
  pg_catalog.array_to_json(ARRAY(SELECT a.attname FROM pg_catalog.pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum))
FROM (VALUES ${names(references)}) AS v(i, schema, name)
JOIN pg_catalog.pg_class c ON c.relname = v.name::name
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.unnest(pg_catalog.current_schemas(true)) WITH ORDINALITY AS p(nspname, ord) ON p.nspname = n.nspname
WHERE CASE WHEN v.schema IS NULL THEN p.ord IS NOT NULL ELSE n.nspname = v.schema::name END
ORDER BY v.i, p.ord`;
}

/**
 * Functions of that name that are reachable outside of pg_catalog: rows (index, schema, body, names of arguments as JSON).
 * A body is there where it is SQL as text, resolves names as the session does, brings no other code with it (defaults of
 * arguments, a type of somebody's own), and pg_catalog has no function of the name.
 */
export function functionsQuestion(references: readonly NameReference[]): string {
  return `SELECT v.i, n.nspname,
  CASE WHEN l.lanname = 'sql' AND p.prokind = 'f' AND NOT p.prosecdef AND p.proconfig IS NULL
    AND p.pronargdefaults = 0 AND (t.typnamespace = 11 OR t.typtype = 'c') AND pg_catalog.length(p.prosrc) BETWEEN 1 AND ${String(postgresLimits.functionChars.value)}
    AND NOT (v.schema IS NULL AND EXISTS (SELECT FROM pg_catalog.pg_proc b WHERE b.proname = p.proname AND b.pronamespace = 11))
    THEN p.prosrc END,
  pg_catalog.to_json(p.proargnames)
FROM (VALUES ${names(references)}) AS v(i, schema, name)
JOIN pg_catalog.pg_proc p ON p.proname = v.name::name
JOIN pg_catalog.pg_language l ON l.oid = p.prolang
JOIN pg_catalog.pg_type t ON t.oid = p.prorettype
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname <> 'pg_catalog' AND CASE WHEN v.schema IS NULL
  THEN n.nspname = ANY (pg_catalog.current_schemas(true)) ELSE n.nspname = v.schema::name END
ORDER BY v.i, n.nspname, p.oid`;
}

/** No part of an extension, which whoever administers the database has chosen. */
const ownOf = (
  catalog: string,
  oid: string,
): string => `NOT EXISTS (SELECT FROM pg_catalog.pg_depend e
    WHERE e.classid = 'pg_catalog.${catalog}'::pg_catalog.regclass AND e.objid = ${oid} AND e.deptype = 'e')`;

/** OIDs below are PostgreSQL's own (access/transam.h, FirstNormalObjectId). */
export const FIRST_OWN = 16384;

const reachable = (schema: string): string =>
  `CASE WHEN v.schema IS NULL THEN ${schema} = ANY (pg_catalog.current_schemas(true)) ELSE ${schema} = v.schema::name END`;

/** OID of pg_attribute, which holds the value that a column's rows from before the column have. */
export const PG_ATTRIBUTE = 1249;

/** Functions behind operators that somebody defined here: rows (index, schema, name). */
export function operatorsQuestion(references: readonly NameReference[]): string {
  return `SELECT DISTINCT v.i, fn.nspname, f.proname
FROM (VALUES ${names(references)}) AS v(i, schema, name)
JOIN pg_catalog.pg_operator o ON o.oprname = v.name::name AND o.oid >= ${String(FIRST_OWN)}
JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
JOIN pg_catalog.pg_proc f ON f.oid = o.oprcode
JOIN pg_catalog.pg_namespace fn ON fn.oid = f.pronamespace
WHERE ${reachable('n.nspname')} AND ${ownOf('pg_operator', 'o.oid')}
ORDER BY 1, 2, 3`;
}

/** Functions behind casts to types, and behind the checks of domains: rows (index, schema, name). */
export function typesQuestion(references: readonly NameReference[]): string {
  return `WITH RECURSIVE named(i, oid) AS (
  SELECT v.i, t.oid FROM (VALUES ${names(references)}) AS v(i, schema, name)
  JOIN pg_catalog.pg_type t ON t.typname = v.name::name
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  WHERE ${reachable('n.nspname')}
), based(i, oid) AS (
  SELECT i, oid FROM named
  UNION SELECT b.i, t.typbasetype FROM based b JOIN pg_catalog.pg_type t ON t.oid = b.oid AND t.typtype = 'd'
), called(i, oid) AS (
  SELECT b.i, c.castfunc FROM based b JOIN pg_catalog.pg_cast c ON c.casttarget = b.oid
  WHERE c.oid >= ${String(FIRST_OWN)} AND ${ownOf('pg_cast', 'c.oid')}
  UNION SELECT b.i, d.refobjid FROM based b JOIN pg_catalog.pg_constraint c ON c.contypid = b.oid
  JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND d.objid = c.oid
    AND d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
)
SELECT DISTINCT called.i, n.nspname, f.proname FROM called
JOIN pg_catalog.pg_proc f ON f.oid = called.oid
JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
ORDER BY 1, 2, 3`;
}

/**
 * Columns of the relations that policies mask and of all relations that share rows with them: rows (root oid, oid, schema,
 * relation, column, attnum); and those of pg_attribute. With patterns every relation outside the system's schemas is a candidate.
 */
export function columnsQuestion(masks: ColumnMasks): string {
  const candidates = masks.patterned
    ? "n.nspname <> ALL (ARRAY['pg_catalog', 'information_schema', 'pg_toast']::name[])"
    : masks.columns
        .map(
          ({ schema, relation }) =>
            `(n.nspname = ${literal(schema)}::name AND c.relname = ${literal(relation)}::name)`,
        )
        .join(' OR ');
  return familiesQuestion(
    `c.oid = ${String(PG_ATTRIBUTE)} OR (c.relkind IN ('r', 'p', 'v', 'm', 'f') AND (${candidates}))`,
  );
}

/** The same for these relations. */
export function columnsOfQuestion(oids: readonly number[]): string {
  return familiesQuestion(`c.oid = ANY (ARRAY[${oids.map(String).join(', ')}]::pg_catalog.oid[])`);
}

function familiesQuestion(seed: string): string {
  return `WITH RECURSIVE seed AS (
  SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE ${seed}
), family(root, oid) AS (
  SELECT seed.oid, seed.oid FROM seed
  UNION
  SELECT f.root, CASE WHEN i.inhparent = f.oid THEN i.inhrelid ELSE i.inhparent END
  FROM family f JOIN pg_catalog.pg_inherits i ON i.inhparent = f.oid OR i.inhrelid = f.oid
)
SELECT f.root, c.oid, n.nspname, c.relname, a.attname, a.attnum
FROM family f
JOIN pg_catalog.pg_class c ON c.oid = f.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY f.root, c.oid, a.attnum`;
}
