import type { Fields, Value } from './tree.ts';
import { stringOf } from './tree.ts';

/** Names of object types in command tags (cmdtaglist.h) where they are not the enum's own words. */
const OBJECT_WORDS: Readonly<Record<string, string | undefined>> = {
  OBJECT_MATVIEW: 'MATERIALIZED VIEW',
  OBJECT_FDW: 'FOREIGN DATA WRAPPER',
  OBJECT_FOREIGN_SERVER: 'SERVER',
  OBJECT_OPCLASS: 'OPERATOR CLASS',
  OBJECT_OPFAMILY: 'OPERATOR FAMILY',
  OBJECT_TSCONFIGURATION: 'TEXT SEARCH CONFIGURATION',
  OBJECT_TSDICTIONARY: 'TEXT SEARCH DICTIONARY',
  OBJECT_TSPARSER: 'TEXT SEARCH PARSER',
  OBJECT_TSTEMPLATE: 'TEXT SEARCH TEMPLATE',
  OBJECT_STATISTIC_EXT: 'STATISTICS',
  OBJECT_TABCONSTRAINT: 'TABLE',
  OBJECT_COLUMN: 'TABLE',
  OBJECT_DOMCONSTRAINT: 'DOMAIN',
  OBJECT_ATTRIBUTE: 'TYPE',
  OBJECT_LARGEOBJECT: 'LARGE OBJECT',
};

/** `OBJECT_FOREIGN_TABLE` -> `FOREIGN TABLE`. */
export function objectWords(value: Value | undefined): string {
  const type = stringOf(value) ?? '';
  return OBJECT_WORDS[type] ?? type.replace(/^OBJECT_/, '').replaceAll('_', ' ');
}

/** A tag of a verb and the object type that a field names. */
export function verbOn(verb: string, field: string): (fields: Fields) => string {
  return (fields) => `${verb} ${objectWords(fields[field])}`;
}

/** Object types that live in pg_class, so that a list of name parts is a relation's name. */
export const RELATION_TYPES: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_SEQUENCE',
  'OBJECT_INDEX',
  'OBJECT_FOREIGN_TABLE',
]);

/** Object types that belong to a relation, whose name is all but the last part. */
export const PART_TYPES: ReadonlySet<string> = new Set([
  'OBJECT_COLUMN',
  'OBJECT_TRIGGER',
  'OBJECT_RULE',
  'OBJECT_POLICY',
  'OBJECT_TABCONSTRAINT',
]);
