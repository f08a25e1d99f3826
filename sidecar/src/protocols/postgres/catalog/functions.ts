import { analyse, prescan, SqlError } from '@chaperone/core/sql';
import type { NameReference, SqlBody } from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';
import type { Row } from './side-connection.ts';

/** What is known of the functions of one name. */
export interface NamedFunctions {
  /** In which they are, each once. */
  readonly schemas: readonly string[];
  /** One for each; absent where one of them cannot be looked into. */
  readonly bodies?: readonly SqlBody[];
  /** Names in the bodies. */
  readonly names: readonly NameReference[];
}

/** The answer to `functionsQuestion` for one name. */
export function readFunctions(rows: readonly Row[]): NamedFunctions {
  const schemas = [...new Set(rows.map(([, schema]) => schema ?? ''))];
  const read = rows.map(([, , body, args]) => readBody(body ?? '', args ?? '[]'));
  const known = read.filter((one) => one !== undefined);
  if (known.length < rows.length || rows.length === 0) return { schemas, names: [] };
  const names = known.flatMap((one) => one.names);
  return { schemas, bodies: known.map(({ body }) => body), names };
}

interface ReadBody {
  readonly body: SqlBody;
  readonly names: readonly NameReference[];
}

function readBody(text: string, args: string): ReadBody | undefined {
  try {
    if (prescan(text) > postgresLimits.inlineTokens.value) return undefined;
    const { statements, names } = analyse(text);
    const [statement, ...others] = statements;
    if (statement?.node !== 'SelectStmt' || others.length > 0) return undefined;
    const own = (JSON.parse(args) as readonly string[] | null) ?? [];
    return { body: { tree: statement.tree, arguments: own.filter((name) => name !== '') }, names };
  } catch (error) {
    if (error instanceof SqlError) return undefined;
    throw error;
  }
}
