import type { Collect } from './collect.ts';
import { objectWords, verbOn } from './tags.ts';
import type { Fields } from './tree.ts';
import { stringOf } from './tree.ts';
import type { RefusalCode } from './types.ts';
import * as inSession from './session-statements.ts';
import * as collect from './utilities.ts';

/** How one kind of statement turns into effects. */
export interface StatementKind {
  /** PostgreSQL's command tag (cmdtaglist.h). */
  readonly tag: string | ((fields: Fields) => string);
  /** `acting`: each relation named is acted on, and queries inside are read. */
  readonly collect: Collect;
  readonly refusal?: RefusalCode;
  /** Changes the catalog. */
  readonly defines?: true;
  /**
   * Changes by which name or relation rows are reached: refused where a masked relation takes part, or where it names no
   * relation at all, as the renaming of a schema or of a function.
   */
  readonly reshapes?: true | ((fields: Fields) => boolean);
}

const query: StatementKind = { tag: '', collect: collect.query };

const ddl = (tag: StatementKind['tag'], how: Collect = collect.acting): StatementKind => ({
  tag,
  collect: how,
  defines: true,
});

const reshaping = (
  tag: StatementKind['tag'],
  how: Collect = collect.acting,
  reshapes: StatementKind['reshapes'] = true,
): StatementKind => ({ tag, collect: how, defines: true, reshapes });

const refused = (
  tag: StatementKind['tag'],
  refusal: RefusalCode,
  how: Collect = collect.acting,
): StatementKind => ({
  tag,
  collect: how,
  refusal,
});

const acting = (tag: StatementKind['tag']): StatementKind => ({ tag, collect: collect.acting });

const flag =
  (field: string, set: string, unset: string) =>
  (fields: Fields): string =>
    fields[field] === true ? set : unset;

const discard = (fields: Fields): string =>
  `DISCARD ${(stringOf(fields['target']) ?? '').replace(/^DISCARD_/, '')}`;

const createAs = (fields: Fields): string =>
  fields['objtype'] === 'OBJECT_MATVIEW' ? 'CREATE MATERIALIZED VIEW' : 'CREATE TABLE AS';

/** COLUMN and constraint renames alter what they belong to. */
const rename = (fields: Fields): string => {
  const partOf = ['OBJECT_COLUMN', 'OBJECT_ATTRIBUTE'].includes(
    stringOf(fields['renameType']) ?? '',
  );
  return `ALTER ${objectWords(fields[partOf ? 'relationType' : 'renameType'])}`;
};

/**
 * Every kind of statement of PostgreSQL 18's grammar. A kind that is not here is refused (`SQL_UNSUPPORTED`); a test
 * holds the table to the grammar's type definitions.
 */
export const STATEMENTS: Readonly<Record<string, StatementKind | undefined>> = {
  SelectStmt: query,
  InsertStmt: query,
  UpdateStmt: query,
  DeleteStmt: query,
  MergeStmt: query,
  CallStmt: { tag: 'CALL', collect: collect.callStatement },
  ExplainStmt: { tag: 'EXPLAIN', collect: collect.explain },
  TransactionStmt: { tag: 'TRANSACTION', collect: collect.transaction },
  VariableSetStmt: { tag: 'SET', collect: collect.set },
  VariableShowStmt: { tag: 'SHOW', collect: collect.show },
  ConstraintsSetStmt: { tag: 'SET CONSTRAINTS', collect: collect.alone },

  CopyStmt: { tag: 'COPY', collect: inSession.copy },
  PrepareStmt: { tag: 'PREPARE', collect: inSession.prepare },
  ExecuteStmt: { tag: 'EXECUTE', collect: inSession.execute },
  DeallocateStmt: { tag: 'DEALLOCATE', collect: inSession.deallocate },
  DeclareCursorStmt: { tag: 'DECLARE CURSOR', collect: inSession.declare },
  FetchStmt: { tag: flag('ismove', 'MOVE', 'FETCH'), collect: inSession.fetch },
  ClosePortalStmt: { tag: 'CLOSE CURSOR', collect: inSession.close },
  // Nobody sees what its code does.
  DoStmt: { tag: 'DO', collect: collect.alone, defines: true, reshapes: true },
  ListenStmt: { tag: 'LISTEN', collect: collect.onChannel },
  NotifyStmt: { tag: 'NOTIFY', collect: collect.onChannel },
  UnlistenStmt: { tag: 'UNLISTEN', collect: collect.onChannel },
  LoadStmt: refused('LOAD', 'UNSUPPORTED_STATEMENT', collect.alone),
  DiscardStmt: { tag: discard, collect: inSession.discard },
  PLAssignStmt: refused('PLPGSQL', 'UNSUPPORTED_STATEMENT'),
  ReturnStmt: refused('RETURN', 'UNSUPPORTED_STATEMENT'),
  SetOperationStmt: refused('SELECT', 'UNSUPPORTED_STATEMENT'),

  CreateStmt: reshaping('CREATE TABLE', collect.creating, collect.hasParents),
  CreateTableAsStmt: { tag: createAs, collect: collect.createTableAs, defines: true },
  CreateForeignTableStmt: reshaping('CREATE FOREIGN TABLE', collect.creating),
  ViewStmt: ddl('CREATE VIEW', collect.creating),
  CreateSeqStmt: ddl('CREATE SEQUENCE', collect.creating),
  CreateSchemaStmt: ddl('CREATE SCHEMA', collect.schema),
  IndexStmt: ddl('CREATE INDEX'),
  RuleStmt: reshaping('CREATE RULE'),
  CreateTrigStmt: reshaping('CREATE TRIGGER', collect.trigger),
  CreatePolicyStmt: ddl('CREATE POLICY'),
  CreateStatsStmt: ddl('CREATE STATISTICS'),
  CompositeTypeStmt: ddl('CREATE TYPE', collect.creating),
  CreateEnumStmt: ddl('CREATE TYPE', collect.alone),
  CreateRangeStmt: ddl('CREATE TYPE'),
  CreateDomainStmt: ddl('CREATE DOMAIN'),
  CreateFunctionStmt: ddl(flag('is_procedure', 'CREATE PROCEDURE', 'CREATE FUNCTION')),
  DefineStmt: ddl(verbOn('CREATE', 'kind')),
  CreateOpClassStmt: ddl('CREATE OPERATOR CLASS'),
  CreateOpFamilyStmt: ddl('CREATE OPERATOR FAMILY'),
  CreateCastStmt: ddl('CREATE CAST'),
  CreateConversionStmt: ddl('CREATE CONVERSION'),
  CreateTransformStmt: ddl('CREATE TRANSFORM'),
  CreateAmStmt: ddl('CREATE ACCESS METHOD'),
  CreatePLangStmt: ddl('CREATE LANGUAGE'),
  CreateExtensionStmt: ddl('CREATE EXTENSION'),
  CreateEventTrigStmt: ddl('CREATE EVENT TRIGGER'),
  CreateFdwStmt: ddl('CREATE FOREIGN DATA WRAPPER'),
  CreateForeignServerStmt: ddl('CREATE SERVER'),
  CreateUserMappingStmt: ddl('CREATE USER MAPPING'),
  CreatePublicationStmt: reshaping('CREATE PUBLICATION'),
  CreateSubscriptionStmt: ddl('CREATE SUBSCRIPTION'),
  CreateRoleStmt: ddl('CREATE ROLE'),
  CreatedbStmt: ddl('CREATE DATABASE'),
  CreateTableSpaceStmt: ddl('CREATE TABLESPACE'),
  ImportForeignSchemaStmt: reshaping('IMPORT FOREIGN SCHEMA'),

  AlterTableStmt: reshaping(verbOn('ALTER', 'objtype'), collect.acting, collect.movesRows),
  AlterTableMoveAllStmt: ddl(verbOn('ALTER', 'objtype')),
  AlterSeqStmt: ddl('ALTER SEQUENCE'),
  AlterDomainStmt: ddl('ALTER DOMAIN'),
  AlterEnumStmt: ddl('ALTER TYPE'),
  AlterTypeStmt: ddl('ALTER TYPE'),
  AlterFunctionStmt: ddl(verbOn('ALTER', 'objtype')),
  AlterCollationStmt: ddl('ALTER COLLATION'),
  AlterOperatorStmt: ddl('ALTER OPERATOR'),
  AlterOpFamilyStmt: ddl('ALTER OPERATOR FAMILY'),
  AlterStatsStmt: ddl('ALTER STATISTICS'),
  AlterPolicyStmt: ddl('ALTER POLICY'),
  AlterObjectDependsStmt: ddl(verbOn('ALTER', 'objectType')),
  AlterObjectSchemaStmt: reshaping(verbOn('ALTER', 'objectType')),
  AlterOwnerStmt: ddl(verbOn('ALTER', 'objectType')),
  RenameStmt: reshaping(rename),
  AlterDefaultPrivilegesStmt: ddl('ALTER DEFAULT PRIVILEGES'),
  AlterEventTrigStmt: ddl('ALTER EVENT TRIGGER'),
  AlterExtensionStmt: ddl('ALTER EXTENSION'),
  AlterExtensionContentsStmt: ddl('ALTER EXTENSION'),
  AlterFdwStmt: ddl('ALTER FOREIGN DATA WRAPPER'),
  AlterForeignServerStmt: ddl('ALTER SERVER'),
  AlterUserMappingStmt: ddl('ALTER USER MAPPING'),
  AlterPublicationStmt: reshaping('ALTER PUBLICATION'),
  AlterSubscriptionStmt: ddl('ALTER SUBSCRIPTION'),
  AlterTSConfigurationStmt: ddl('ALTER TEXT SEARCH CONFIGURATION'),
  AlterTSDictionaryStmt: ddl('ALTER TEXT SEARCH DICTIONARY'),
  AlterTableSpaceOptionsStmt: ddl('ALTER TABLESPACE'),
  AlterDatabaseStmt: ddl('ALTER DATABASE'),
  AlterDatabaseRefreshCollStmt: ddl('ALTER DATABASE'),
  AlterDatabaseSetStmt: ddl('ALTER DATABASE', collect.storedSetting),
  AlterRoleStmt: ddl('ALTER ROLE'),
  AlterRoleSetStmt: ddl('ALTER ROLE', collect.storedSetting),
  AlterSystemStmt: ddl('ALTER SYSTEM', collect.storedSetting),
  ReplicaIdentityStmt: ddl('ALTER TABLE'),

  DropStmt: ddl(verbOn('DROP', 'removeType'), collect.listed('removeType', 'objects')),
  DropRoleStmt: ddl('DROP ROLE'),
  DropOwnedStmt: ddl('DROP OWNED'),
  DropdbStmt: ddl('DROP DATABASE'),
  DropTableSpaceStmt: ddl('DROP TABLESPACE'),
  DropSubscriptionStmt: ddl('DROP SUBSCRIPTION'),
  DropUserMappingStmt: ddl('DROP USER MAPPING'),
  ReassignOwnedStmt: ddl('REASSIGN OWNED'),

  GrantStmt: ddl(flag('is_grant', 'GRANT', 'REVOKE')),
  GrantRoleStmt: ddl(flag('is_grant', 'GRANT ROLE', 'REVOKE ROLE')),
  CommentStmt: ddl('COMMENT', collect.listed('objtype', 'object')),
  SecLabelStmt: ddl('SECURITY LABEL', collect.listed('objtype', 'object')),

  TruncateStmt: { tag: 'TRUNCATE TABLE', collect: collect.truncate },
  LockStmt: acting('LOCK TABLE'),
  VacuumStmt: acting(flag('is_vacuumcmd', 'VACUUM', 'ANALYZE')),
  // In the order of an index: reading the rows then tells how its columns compare.
  ClusterStmt: { ...acting('CLUSTER'), reshapes: true },
  ReindexStmt: acting('REINDEX'),
  RefreshMatViewStmt: acting('REFRESH MATERIALIZED VIEW'),
  CheckPointStmt: { tag: 'CHECKPOINT', collect: collect.alone },
};
