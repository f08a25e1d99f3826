import type { Collect } from './collect.ts';
import type { Fields } from './tree.ts';
import { asKind, listOf, stringOf } from './tree.ts';
import type { TransactionCommand } from './types.ts';
import type { Walk } from './walk.ts';

/**
 * Settings that change what a later text means, whose rights it runs with, or which triggers and row policies apply.
 * The session's meaning is fixed at start-up in this release, so changing them is refused.
 */
const MEANING_SETTINGS: ReadonlySet<string> = new Set([
  'search_path',
  'role',
  'session_authorization',
  'client_encoding',
  'standard_conforming_strings',
  'backslash_quote',
  'transform_null_equals',
  'session_replication_role',
  'row_security',
  'allow_system_table_mods',
  'restrict_nonsystem_relation_kind',
  'local_preload_libraries',
  'session_preload_libraries',
  'dynamic_library_path',
]);

/** Is it refused to change this setting? Names are compared without regard to case, as the server does. */
export function changesMeaning(setting: string): boolean {
  return MEANING_SETTINGS.has(setting.toLowerCase());
}

function refuseMeaning(walk: Walk, setting: string): void {
  if (!changesMeaning(setting)) return;
  const name = setting.toLowerCase();
  walk.findings.refuse(
    'UNSUPPORTED_SETTING',
    `Changing ${name} within a session is not supported; connect with the value you need.`,
  );
}

const characteristics = (fields: Fields): readonly string[] => {
  const prefix = fields['name'] === 'SESSION CHARACTERISTICS' ? 'default_' : '';
  const names = listOf(fields['args']).map(
    (item) => stringOf(asKind(item, 'DefElem')?.['defname']) ?? 'transaction_snapshot',
  );
  return names.length === 0 ? ['transaction_snapshot'] : names.map((name) => prefix + name);
};

/** SET and RESET, also SET TRANSACTION: one effect for each setting. */
export const set: Collect = (walk, fields) => {
  const kind = fields['kind'];
  const command = kind === 'VAR_RESET' || kind === 'VAR_RESET_ALL' ? 'RESET' : 'SET';
  if (kind === 'VAR_RESET_ALL') {
    walk.findings.effect({ command, kind: 'setting', object: 'all' });
    walk.findings.refuse(
      'UNSUPPORTED_SETTING',
      'RESET ALL is not supported; reset settings one by one.',
    );
    return;
  }
  const names =
    kind === 'VAR_SET_MULTI' ? characteristics(fields) : [stringOf(fields['name']) ?? ''];
  for (const name of names) {
    walk.findings.effect({ command, kind: 'setting', object: name.toLowerCase() });
    refuseMeaning(walk, name);
  }
};

export const show: Collect = (walk, fields) => {
  walk.findings.effect({
    command: 'SHOW',
    kind: 'setting',
    object: (stringOf(fields['name']) ?? '').toLowerCase(),
  });
};

/** A setting stored for later sessions; the effect is the statement's own. */
export function storedSet(walk: Walk, fields: Fields): void {
  if (fields['kind'] === 'VAR_RESET_ALL')
    walk.findings.refuse(
      'UNSUPPORTED_SETTING',
      'RESET ALL is not supported; reset settings one by one.',
    );
  refuseMeaning(walk, stringOf(fields['name']) ?? '');
}

const TRANSACTIONS: Readonly<Record<string, TransactionCommand | undefined>> = {
  TRANS_STMT_BEGIN: 'begin',
  TRANS_STMT_START: 'begin',
  TRANS_STMT_COMMIT: 'commit',
  TRANS_STMT_ROLLBACK: 'rollback',
  TRANS_STMT_SAVEPOINT: 'savepoint',
  TRANS_STMT_RELEASE: 'release',
  TRANS_STMT_ROLLBACK_TO: 'rollback-to',
};

/** Transaction control has no effect; two-phase commit, which outlives the session, is refused. */
export const transaction: Collect = (walk, fields) => {
  const kind = stringOf(fields['kind']) ?? '';
  const command = TRANSACTIONS[kind];
  if (command === undefined) {
    const tag = kind.replace('TRANS_STMT_', '').replace('_', ' ');
    walk.findings.effect({
      command: tag === 'PREPARE' ? 'PREPARE TRANSACTION' : tag,
      kind: 'none',
    });
    walk.findings.refuse('UNSUPPORTED_STATEMENT', 'Two-phase commit is not supported.');
    return;
  }
  walk.findings.control(command);
  // What was created and looked up in the transaction is gone.
  if (command.startsWith('rollback')) walk.findings.invalidate();
};
