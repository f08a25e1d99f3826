import v8 from 'node:v8';
import createInstance from 'libpg-query/wasm/libpg-query.js';
import { SqlError } from './errors.ts';
import { prescan } from './prescan.ts';
import type { Fields } from './tree.ts';

type Instance = Awaited<ReturnType<typeof createInstance>>;

/**
 * V8's optimising compiler takes half a gigabyte for the parser (docs/adr/0005). Whether a module may be optimised is decided
 * when it is compiled, for the whole process and its workers.
 */
const BASELINE_COMPILER_ONLY = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

// The instance lives as long as the process; a trap leaves its memory and stack pointer in doubt, so it is replaced.
let instance: Instance | undefined;
let loading: Promise<void> | undefined;

/** Starts the parser, or waits until it is started again. Call once before the first `analyse`. */
export async function loadParser(): Promise<void> {
  if (instance !== undefined) return;
  for (const flag of BASELINE_COMPILER_ONLY) v8.setFlagsFromString(flag);
  loading ??= createInstance().then(
    (created) => {
      instance = created;
      loading = undefined;
    },
    (cause: unknown) => {
      loading = undefined;
      throw new SqlError('SQL_PARSER_UNAVAILABLE', 'The SQL parser does not start.', { cause });
    },
  );
  await loading;
}

/** Throws away the instance and starts another; parsing fails with `SQL_PARSER_UNAVAILABLE` until that is done. */
export function replaceParser(): void {
  instance = undefined;
  loadParser().catch(() => undefined);
}

/**
 * Parses a text with PostgreSQL 18's grammar.
 * @returns the `stmt` of each statement
 * @throws SqlError `SQL_SYNTAX`, `SQL_TOO_COMPLEX`, `SQL_INVALID_TEXT`, `SQL_PARSER_UNAVAILABLE`
 */
export function parseText(text: string): readonly Fields[] {
  prescan(text);
  if (text === '') return [];
  const parser = instance;
  if (parser === undefined)
    throw new SqlError('SQL_PARSER_UNAVAILABLE', 'The SQL parser is starting; try again.');
  try {
    const tree = JSON.parse(parse(parser, text)) as { stmts?: readonly { stmt?: Fields }[] };
    return (tree.stmts ?? []).flatMap((raw) => (raw.stmt === undefined ? [] : [raw.stmt]));
  } catch (cause) {
    if (cause instanceof SqlError) throw cause;
    replaceParser();
    throw new SqlError('SQL_TOO_COMPLEX', 'The text is too much for the parser; split it.', {
      cause,
    });
  }
}

/** Offsets are those of libpg_query's PgQueryRawParseResult and PgQueryError (pg_query.h) on a 32-bit target. */
function parse(parser: Instance, text: string): string {
  const size = parser.lengthBytesUTF8(text) + 1;
  const input = parser._malloc(size);
  parser.stringToUTF8(text, input, size);
  const result = parser._wasm_parse_query_raw(input);
  parser._free(input);
  if (result === 0) throw new RangeError('out of memory');
  const error = parser.getValue(result + 8, 'i32');
  const failure = error === 0 ? undefined : syntaxError(parser, error);
  const tree = failure === undefined ? parser.UTF8ToString(parser.getValue(result, 'i32')) : '';
  parser._wasm_free_parse_result(result);
  if (failure !== undefined) throw failure;
  return tree;
}

function syntaxError(parser: Instance, error: number): SqlError {
  const message = parser.UTF8ToString(parser.getValue(error, 'i32'));
  const cursor = parser.getValue(error + 16, 'i32');
  return new SqlError('SQL_SYNTAX', message, cursor > 0 ? { position: cursor - 1 } : {});
}
