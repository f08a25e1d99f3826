import { SidecarError } from '../../../errors.ts';

/** Settings that an agent may bring in its StartupMessage; none changes what a SQL text means. */
const allowed: ReadonlyMap<string, string> = new Map(
  [
    'application_name',
    'bytea_output',
    'DateStyle',
    'extra_float_digits',
    'geqo',
    'idle_in_transaction_session_timeout',
    'IntervalStyle',
    'lock_timeout',
    'statement_timeout',
    'synchronous_commit',
    'TimeZone',
  ].map((name) => [name.toLowerCase(), name]),
);

export const MAX_SETTINGS = 32;

type Settings = Map<string, string>;

const unsupported = (name: string): SidecarError =>
  new SidecarError(
    'UNSUPPORTED_STARTUP_PARAMETER',
    `the start-up parameter "${name}" is not supported`,
    { facts: { parameter: name } },
  );

const invalid = (name: string, message: string): SidecarError =>
  new SidecarError('INVALID_STARTUP_PARAMETER', message, { facts: { parameter: name } });

/** PostgreSQL compares encodings by their letters and digits alone; some drivers send quotes with them. */
export function isUtf8Name(encoding: string): boolean {
  return ['utf8', 'unicode'].includes(encoding.replace(/[^A-Za-z0-9]/g, '').toLowerCase());
}

/** Adds a setting under its canonical name. Names of settings do not differ by case. */
function addSetting(settings: Settings, name: string, value: string): void {
  const folded = name.toLowerCase();
  if (folded === 'client_encoding') {
    if (isUtf8Name(value)) return;
    throw invalid(name, 'client_encoding must be UTF8');
  }
  const canonical = allowed.get(folded);
  if (canonical === undefined) throw unsupported(name);
  settings.set(canonical, value);
}

/** Words of `options` as the server splits them: white space divides, a backslash takes the next character as it is. */
function words(options: string): string[] {
  const found = options.match(/(?:\\[\s\S]|[^\\ \t\n\v\f\r])+/g) ?? [];
  return found.map((word) => word.replace(/\\([\s\S])/g, '$1'));
}

/**
 * `options`: command-line switches for the server. Only `-c name=value`, `-cname=value` and `--name=value` are read;
 * a dash in a name stands for an underscore.
 * @throws SidecarError UNSUPPORTED_STARTUP_PARAMETER, INVALID_STARTUP_PARAMETER
 */
export function readOptions(options: string): Settings {
  const settings: Settings = new Map();
  const rest = words(options);
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const assignment = word === '-c' ? (rest.shift() ?? '') : word.replace(/^(?:--|-c)/, '');
    const [, name, value] = /^([A-Za-z_][\w.-]*)=([\s\S]*)$/.exec(assignment) ?? [];
    if (!word.startsWith('-') || name === undefined || value === undefined) {
      throw unsupported(`options: ${word}`);
    }
    addSetting(settings, name.replaceAll('-', '_'), value);
  }
  return settings;
}

/** What a StartupMessage asks for, once everything in it is known and allowed. */
export interface StartupRequest {
  readonly user: string;
  /** The user's name where none is given, as the server has it. */
  readonly database: string;
  /** Canonical names; the encoding is always UTF8 and not among them. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Protocol options (`_pq_.…`) that the agent has to be told are unknown. */
  readonly unknownOptions: readonly string[];
}

const isOff = (value: string): boolean => ['false', 'off', '0', 'no', 'n', 'f'].includes(value);

/** Each name once; a second one with another value would leave open which of the two counts. */
function unique(pairs: readonly (readonly [string, string])[]): Settings {
  const given: Settings = new Map();
  const folded: Settings = new Map();
  for (const [name, value] of pairs) {
    const before = folded.get(name.toLowerCase());
    if (before !== undefined && before !== value) {
      throw invalid(name, `the start-up parameter "${name}" is given twice`);
    }
    if (before === undefined) given.set(name, value);
    folded.set(name.toLowerCase(), value);
  }
  if (given.size > MAX_SETTINGS) throw invalid('', 'the StartupMessage has too many parameters');
  return given;
}

/**
 * @throws SidecarError STARTUP_USER_MISSING, UNSUPPORTED_REPLICATION, UNSUPPORTED_STARTUP_PARAMETER,
 *   INVALID_STARTUP_PARAMETER
 */
export function readStartupRequest(pairs: readonly (readonly [string, string])[]): StartupRequest {
  const given = unique(pairs);
  const user = given.get('user') ?? '';
  if (user === '')
    throw new SidecarError('STARTUP_USER_MISSING', 'the StartupMessage names no user');
  if (!isOff((given.get('replication') ?? 'off').toLowerCase())) {
    throw new SidecarError('UNSUPPORTED_REPLICATION', 'replication connections are refused');
  }
  // The server reads `options` first, so that parameters of their own win.
  const parameters = readOptions(given.get('options') ?? '');
  const unknownOptions: string[] = [];
  const database = given.get('database') ?? '';
  for (const name of ['user', 'database', 'options', 'replication']) given.delete(name);
  for (const [name, value] of given) {
    if (name.startsWith('_pq_.')) unknownOptions.push(name);
    else addSetting(parameters, name, value);
  }
  return { user, database: database === '' ? user : database, parameters, unknownOptions };
}

/** @throws TypeError for what the sidecar must never send to a target. */
export function assertAllowed(parameters: ReadonlyMap<string, string>): void {
  for (const name of parameters.keys()) {
    if (!allowed.has(name.toLowerCase())) throw new TypeError(`${name} is no allowed parameter`);
  }
}
