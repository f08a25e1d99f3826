/** Events of pg_trigger.tgtype (catalog/pg_trigger.h). */
const TRIGGER_EVENTS = `pg_catalog.concat_ws(',', CASE WHEN t.tgtype & 4 <> 0 THEN 'INSERT' END,
    CASE WHEN t.tgtype & 8 <> 0 THEN 'DELETE' END, CASE WHEN t.tgtype & 16 <> 0 THEN 'UPDATE' END,
    CASE WHEN t.tgtype & 32 <> 0 THEN 'TRUNCATE TABLE' END)`;

/** Functions that something of a relation depends on: rows (oid of the relation, catalog of the thing, oid of the thing). */
const OWNED = `SELECT d.adrelid, 'pg_catalog.pg_attrdef'::regclass, d.oid FROM pg_catalog.pg_attrdef d JOIN named ON d.adrelid = named.oid
  UNION ALL SELECT c.conrelid, 'pg_catalog.pg_constraint'::regclass, c.oid FROM pg_catalog.pg_constraint c JOIN named ON c.conrelid = named.oid
  UNION ALL SELECT i.indrelid, 'pg_catalog.pg_class'::regclass, i.indexrelid FROM pg_catalog.pg_index i JOIN named ON i.indrelid = named.oid
  UNION ALL SELECT p.polrelid, 'pg_catalog.pg_policy'::regclass, p.oid FROM pg_catalog.pg_policy p JOIN named ON p.polrelid = named.oid
  UNION ALL SELECT a.attrelid, 'pg_catalog.pg_constraint'::regclass, c.oid FROM pg_catalog.pg_attribute a JOIN named ON a.attrelid = named.oid
    JOIN pg_catalog.pg_constraint c ON c.contypid = a.atttypid WHERE a.attnum > 0`;

/**
 * What relations bring with them: rows (oid, kind, a, b, c).
 *
 * - `above`, `below`: kin; schema, name
 * - `rule`: event as pg_rewrite.ev_type has it, definition, whether it is INSTEAD (`t`)
 * - `code`: schema, name, commands with commas between them
 * - `key`: foreign keys that refer to it; schema, name, what happens on DELETE as pg_constraint.confdeltype has it
 *
 * Definitions come with every name qualified that is not pg_catalog's: search_path is empty while they are printed.
 */
export function reachQuestion(oids: readonly number[]): string {
  return `SET LOCAL search_path = '';
WITH RECURSIVE named(oid) AS (VALUES ${oids.map((oid) => `(${String(oid)}::oid)`).join(', ')}),
above(root, oid) AS (
  SELECT i.inhrelid, i.inhparent FROM pg_catalog.pg_inherits i JOIN named ON i.inhrelid = named.oid
  UNION SELECT a.root, i.inhparent FROM above a JOIN pg_catalog.pg_inherits i ON i.inhrelid = a.oid
), below(root, oid) AS (
  SELECT i.inhparent, i.inhrelid FROM pg_catalog.pg_inherits i JOIN named ON i.inhparent = named.oid
  UNION SELECT b.root, i.inhrelid FROM below b JOIN pg_catalog.pg_inherits i ON i.inhparent = b.oid
), kin AS (SELECT root, 'above' AS side, oid FROM above UNION ALL SELECT root, 'below', oid FROM below),
owned(relation, classid, oid) AS (${OWNED})
SELECT k.root, k.side, n.nspname::text, c.relname::text, NULL::text FROM kin k
  JOIN pg_catalog.pg_class c ON c.oid = k.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
UNION ALL SELECT r.ev_class, 'rule', r.ev_type::text, pg_catalog.pg_get_ruledef(r.oid), r.is_instead::text
  FROM pg_catalog.pg_rewrite r JOIN named ON r.ev_class = named.oid
UNION ALL SELECT t.tgrelid, 'code', n.nspname::text, p.proname::text, ${TRIGGER_EVENTS}
  FROM pg_catalog.pg_trigger t JOIN named ON t.tgrelid = named.oid
  JOIN pg_catalog.pg_proc p ON p.oid = t.tgfoid JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  WHERE NOT t.tgisinternal
UNION ALL SELECT o.relation, 'code', n.nspname::text, p.proname::text, 'INSERT,UPDATE'
  FROM owned o JOIN pg_catalog.pg_depend d ON d.classid = o.classid AND d.objid = o.oid
    AND d.refclassid = 'pg_catalog.pg_proc'::regclass
  JOIN pg_catalog.pg_proc p ON p.oid = d.refobjid JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
UNION ALL SELECT f.confrelid, 'key', n.nspname::text, c.relname::text, f.confdeltype::text
  FROM pg_catalog.pg_constraint f JOIN named ON f.confrelid = named.oid
  JOIN pg_catalog.pg_class c ON c.oid = f.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE f.contype = 'f'`;
}
