import type { CopyFormat } from './types.ts';

/** Why a COPY cannot be followed, as a sentence; nothing of it may then be masked or passed. */
export class CopyFormatError extends Error {
  override readonly name = 'CopyFormatError';
}

type Options = Readonly<Record<string, string>>;

/** Options that say how a COPY TO is written, and those that only its target's own work depends on. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['format', 'delimiter', 'null', 'header', 'quote', 'escape', 'force_quote', 'encoding'],
  ...[
    'force_not_null',
    'force_null',
    'freeze',
    'on_error',
    'log_verbosity',
    'reject_limit',
    'default',
  ],
]);
const TRUE: ReadonlySet<string> = new Set(['', 'true', 'on', '1', 'match']);
const FALSE: ReadonlySet<string> = new Set(['false', 'off', '0']);
const UTF8: ReadonlySet<string> = new Set(['utf8', 'unicode']);

/**
 * How the rows of a COPY TO are written, from its options as text: lower-case names, lists joined by commas, `''` where an
 * option has no value.
 * @throws CopyFormatError for what is not known
 */
export function copyFormat(options: Options): CopyFormat {
  checkOptions(options);
  const kind = options['format'] ?? 'text';
  if (kind === 'binary') return { kind };
  if (kind === 'csv') return csvFormat(options);
  if (kind !== 'text') throw new CopyFormatError(`the format ${JSON.stringify(kind)} is not known`);
  return {
    kind,
    delimiter: character(options, 'delimiter', '\t'),
    nullText: options['null'] ?? '\\N',
    header: header(options),
  };
}

function checkOptions(options: Options): void {
  for (const name of Object.keys(options)) {
    if (!KNOWN.has(name))
      throw new CopyFormatError(`the option ${name.toUpperCase()} is not known`);
  }
  const encoding = options['encoding']?.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  if (encoding !== undefined && !UTF8.has(encoding)) {
    throw new CopyFormatError('rows in an encoding other than UTF-8 cannot be masked');
  }
}

function csvFormat(options: Options): CopyFormat {
  const quote = character(options, 'quote', '"');
  const names = options['force_quote'];
  return {
    kind: 'csv',
    delimiter: character(options, 'delimiter', ','),
    nullText: options['null'] ?? '',
    header: header(options),
    quote,
    escape: options['escape'] === undefined ? quote : character(options, 'escape', '"'),
    forceQuote: names === '*' ? 'all' : new Set(names?.split(',') ?? []),
  };
}

function character(options: Options, name: string, byDefault: string): number {
  const text = options[name] ?? byDefault;
  const code = text.charCodeAt(0);
  if (text.length !== 1 || code === 0 || code > 0x7f) {
    throw new CopyFormatError(`${name.toUpperCase()} has to be a single character of ASCII`);
  }
  return code;
}

function header(options: Options): boolean {
  const value = options['header'];
  if (value === undefined || FALSE.has(value.toLowerCase())) return false;
  if (TRUE.has(value.toLowerCase())) return true;
  throw new CopyFormatError('HEADER has a value that is not known');
}
