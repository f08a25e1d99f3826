import { postgresLimits } from '../../../config/limits.ts';

/*
 * Questions about what reaches masked columns by another name. Everything is qualified with pg_catalog, so that nothing
 * in the session's search_path can answer in its place.
 */

const inList = (column: string, oids: readonly number[]): string =>
  `${column} = ANY (ARRAY[${oids.map(String).join(', ')}]::pg_catalog.oid[])`;

/**
 * Columns that hold what others hold: rows (`f` or `g`, oid, attnum, oid, attnum), from the one to the other. A foreign
 * key has the values of the columns that it refers to; a generated column is computed from others of its row.
 */
export function linksQuestion(oids: readonly number[]): string {
  return `SELECT 'f', k.confrelid, f.referred, k.conrelid, f.own
FROM pg_catalog.pg_constraint k
CROSS JOIN LATERAL ROWS FROM (pg_catalog.unnest(k.confkey), pg_catalog.unnest(k.conkey)) AS f(referred, own)
WHERE k.contype = 'f' AND ${inList('k.confrelid', oids)}
UNION
SELECT 'g', d.refobjid, d.refobjsubid, a.adrelid, a.adnum
FROM pg_catalog.pg_attrdef a
JOIN pg_catalog.pg_attribute t ON t.attrelid = a.adrelid AND t.attnum = a.adnum AND t.attgenerated <> ''
JOIN pg_catalog.pg_depend d ON d.refclassid = 1259 AND d.refobjid = a.adrelid AND d.refobjsubid > 0
  AND d.refobjsubid <> a.adnum
  AND ((d.classid = 2604 AND d.objid = a.oid) OR (d.classid = 1259 AND d.objid = a.adrelid AND d.objsubid = a.adnum))
WHERE ${inList('a.adrelid', oids)}
ORDER BY 1, 2, 3, 4, 5`;
}

/**
 * Constraints: rows (oid, kind, columns as JSON). `unique` also stands for exclusion; of an index on expressions or with
 * a condition the columns in them count.
 */
export function guardsQuestion(oids: readonly number[]): string {
  return `SELECT k.conrelid, CASE k.contype WHEN 'c' THEN 'check' ELSE 'foreign' END,
  pg_catalog.array_to_json(ARRAY(SELECT a.attname FROM pg_catalog.pg_attribute a
    WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) ORDER BY a.attnum))
FROM pg_catalog.pg_constraint k
WHERE k.contype IN ('c', 'f') AND ${inList('k.conrelid', oids)}
UNION ALL
SELECT i.indrelid, 'unique',
  pg_catalog.array_to_json(ARRAY(SELECT a.attname FROM pg_catalog.pg_attribute a
    WHERE a.attrelid = i.indrelid AND a.attnum > 0 AND (a.attnum = ANY ((i.indkey::int2[])[0:i.indnkeyatts - 1])
      OR EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 1259 AND d.objid = i.indexrelid
        AND d.refclassid = 1259 AND d.refobjid = i.indrelid AND d.refobjsubid = a.attnum
        AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL))) ORDER BY a.attnum))
FROM pg_catalog.pg_index i
WHERE (i.indisunique OR i.indisexclusion) AND ${inList('i.indrelid', oids)}`;
}

/**
 * What reaches these relations by rules, a view's own among them, directly or not; and views that call code which nobody
 * can look into: rows (oid, schema, name, definition, columns as JSON, whether by a rule beside the view's own).
 * PostgreSQL locks what a definition names in order to print it. A definition is NULL while another session, be it the
 * agent's own, holds or awaits a lock that this would wait for; the timeout is for a lock that is taken just then.
 */
export function reachingQuestion(oids: readonly number[]): string {
  const rules = (
    from: string,
    oid: string,
  ): string => `SELECT r.ev_class, r.rulename <> '_RETURN' FROM ${from}
  JOIN pg_catalog.pg_depend d ON d.refobjid = ${oid} AND d.refclassid = 1259 AND d.classid = 2618
  JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid AND r.ev_class <> ${oid}`;
  return `SET LOCAL lock_timeout = ${String(postgresLimits.catalogLockMs.value)};
WITH RECURSIVE locked(oid) AS MATERIALIZED (
  SELECT l.relation FROM pg_catalog.pg_locks l
  WHERE l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock' AND l.pid <> pg_catalog.pg_backend_pid()
    AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
), reaching(oid, ruled) AS (
  (${rules(`(SELECT pg_catalog.unnest(ARRAY[${oids.map(String).join(', ')}]::pg_catalog.oid[]) AS oid) m`, 'm.oid')}
  UNION
  SELECT r.ev_class, r.rulename <> '_RETURN' FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_language l ON l.oid = p.prolang AND l.lanname NOT IN ('internal', 'c')
  JOIN pg_catalog.pg_depend d ON d.refobjid = p.oid AND d.refclassid = 1255 AND d.classid = 2618
  JOIN pg_catalog.pg_rewrite r ON r.oid = d.objid
  WHERE p.oid >= 16384)
  UNION
  ${rules('reaching', 'reaching.oid')}
)
SELECT c.oid, n.nspname, c.relname,
  CASE WHEN c.relkind IN ('v', 'm') AND NOT EXISTS (SELECT FROM locked l WHERE l.oid = c.oid OR l.oid IN (
    SELECT d.refobjid FROM pg_catalog.pg_rewrite r
    JOIN pg_catalog.pg_depend d ON d.classid = 2618 AND d.objid = r.oid AND d.refclassid = 1259
    WHERE r.ev_class = c.oid)) THEN pg_catalog.pg_get_viewdef(c.oid) END,
  pg_catalog.array_to_json(ARRAY(SELECT a.attname FROM pg_catalog.pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)),
  x.ruled
FROM (SELECT oid, pg_catalog.bool_or(ruled) AS ruled FROM reaching GROUP BY oid) x
JOIN pg_catalog.pg_class c ON c.oid = x.oid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname <> 'information_schema'
ORDER BY c.oid`;
}
