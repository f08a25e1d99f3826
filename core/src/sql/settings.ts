import type { Collect } from './collect.ts';
import { constantNumber, constantText } from './constants.ts';
import type { Fields, Value } from './tree.ts';
import { asKind, fieldsOf, listOf, stringOf } from './tree.ts';
import type { NamingSetting, TransactionCommand } from './types.ts';
import type { Walk } from './walk.ts';

/** What SET does with one setting. */
interface SettingRule {
  /** Its tag where policies should tell it from other settings: it changes whose rights or which triggers apply. */
  readonly command?: string;
  /** Names resolve by it: the session follows its value. */
  readonly names?: NamingSetting;
  /** The only values, in lower case, under which a text means what it is taken to mean. */
  readonly only?: readonly string[];
  /** No value may be set: code is loaded, or the system's own tables open up. */
  readonly never?: true;
}

const TRUE = ['on', 'true', 't', 'yes', 'y', '1', 'tru', 'tr', 'ye'];

const RULES: ReadonlyMap<string, SettingRule> = new Map<string, SettingRule>([
  ['search_path', { names: 'search_path' }],
  ['role', { command: 'SET ROLE', names: 'role' }],
  [
    'session_authorization',
    { command: 'SET SESSION AUTHORIZATION', names: 'session_authorization' },
  ],
  ['session_replication_role', { command: 'SET SESSION REPLICATION ROLE' }],
  ['client_encoding', { only: ['utf8', 'utf-8', 'unicode'] }],
  ['standard_conforming_strings', { only: TRUE }],
  ['transform_null_equals', { only: ['off', 'false', 'f', 'no', 'n', '0'] }],
  ['allow_system_table_mods', { never: true }],
  ['restrict_nonsystem_relation_kind', { never: true }],
  ['local_preload_libraries', { never: true }],
  ['session_preload_libraries', { never: true }],
  ['dynamic_library_path', { never: true }],
]);

/** Does a text, or a name, mean something else under another value? Names are compared without regard to case. */
export function changesMeaning(setting: string): boolean {
  return RULES.has(setting.toLowerCase());
}

const characteristics = (fields: Fields): readonly string[] => {
  const prefix = fields['name'] === 'SESSION CHARACTERISTICS' ? 'default_' : '';
  const names = listOf(fields['args']).map(
    (item) => stringOf(asKind(item, 'DefElem')?.['defname']) ?? 'transaction_snapshot',
  );
  return names.length === 0 ? ['transaction_snapshot'] : names.map((name) => prefix + name);
};

const isReset = (fields: Fields): boolean =>
  fields['kind'] === 'VAR_RESET' || fields['kind'] === 'VAR_SET_DEFAULT';

/** SET and RESET, also SET TRANSACTION: one effect for each setting. */
export const set: Collect = (walk, fields) => {
  if (fields['kind'] === 'VAR_RESET_ALL') {
    walk.findings.effect({ command: 'RESET', kind: 'setting', object: 'all' });
    walk.findings.use({ kind: 'discard', what: 'settings' });
    return;
  }
  if (fields['kind'] === 'VAR_SET_MULTI') {
    for (const object of characteristics(fields))
      walk.findings.effect({ command: 'SET', kind: 'setting', object });
    return;
  }
  const object = (stringOf(fields['name']) ?? '').toLowerCase();
  const rule = RULES.get(object);
  const plain = fields['kind'] === 'VAR_RESET' ? 'RESET' : 'SET';
  walk.findings.effect({ command: rule?.command ?? plain, kind: 'setting', object });
  if (rule !== undefined) follow(walk, fields, object, rule);
};

function follow(walk: Walk, fields: Fields, name: string, rule: SettingRule): void {
  const values = isReset(fields) ? undefined : valuesOf(fields['args']);
  if (!isReset(fields) && !mayBeSet(values, rule)) refuse(walk, name, rule);
  if (rule.names === undefined) return;
  const local = fields['is_local'] === true;
  const value = values === undefined ? {} : { value: values };
  walk.findings.use({ kind: 'set', setting: rule.names, ...value, local });
}

function mayBeSet(values: readonly string[] | undefined, rule: SettingRule): boolean {
  if (rule.never === true) return false;
  if (rule.only !== undefined) return rule.only.includes(values?.[0]?.toLowerCase() ?? '');
  if (rule.names === undefined) return true;
  return values !== undefined && !values.some((value) => value.startsWith('pg_temp'));
}

function refuse(walk: Walk, name: string, { only }: SettingRule): void {
  const wanted = only === undefined ? '' : ` to anything but ${only[0] ?? ''}`;
  walk.findings.refuse(
    'UNSUPPORTED_SETTING',
    `Changing ${name} within a session${wanted} is not supported.`,
  );
}

/** Constants as text; undefined where one is something else. */
function valuesOf(args: Value | undefined): readonly string[] | undefined {
  const values = listOf(args).map(
    (item) => constantText(item) ?? constantNumber(item)?.toString() ?? booleanText(item),
  );
  return values.includes(undefined) ? undefined : (values as readonly string[]);
}

function booleanText(value: Value): string | undefined {
  const constant = asKind(value, 'A_Const')?.['boolval'];
  if (constant === undefined) return undefined;
  return fieldsOf(constant)['boolval'] === true ? 'true' : 'false';
}

export const show: Collect = (walk, fields) => {
  walk.findings.effect({
    command: 'SHOW',
    kind: 'setting',
    object: (stringOf(fields['name']) ?? '').toLowerCase(),
  });
};

/** A setting stored for later sessions; the effect is the statement's own. */
export function storedSet(walk: Walk, fields: Fields): void {
  const name = (stringOf(fields['name']) ?? '').toLowerCase();
  const rule = RULES.get(name);
  if (fields['kind'] === 'VAR_RESET_ALL' || rule !== undefined)
    walk.findings.refuse(
      'UNSUPPORTED_SETTING',
      'Storing a setting that changes what a text means for later sessions is not supported.',
    );
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
  walk.findings.control(command, stringOf(fields['savepoint_name']));
  // What was created and looked up in the transaction is gone.
  if (command.startsWith('rollback')) walk.findings.invalidate();
};
