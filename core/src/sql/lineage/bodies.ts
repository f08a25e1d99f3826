import type { SqlBody } from '../types.ts';
import type { Level } from './scope.ts';
import { openLevel, rowOf } from './scope.ts';
import type { Taint } from './taint.ts';
import { together, whole } from './taint.ts';
import type { Trace } from './trace.ts';

/** Functions that are looked into within each other; a recursive one ends there. */
const MOST_DEPTH = 8;

/** What a function in SQL returns, as its body says. */
export interface Returned {
  readonly taint: Taint | undefined;
}

/**
 * Looks into all functions of a name, of which nobody says which one is called. What a body asks about masked values, with
 * the caller's arguments, nobody has allowed.
 * None of the arguments may be masked.
 * @returns undefined where one of them cannot be followed
 */
export function returnedBy(
  trace: Trace,
  schema: string | undefined,
  name: string,
): Returned | undefined {
  const reference = {
    kind: 'function',
    name,
    ...(schema === undefined ? {} : { schema }),
  } as const;
  const bodies = trace.resolution.bodiesOf?.(reference) ?? [];
  if (bodies.length === 0 || trace.depth >= MOST_DEPTH) return undefined;
  const found = bodies.map((body) => returned(trace, body, name));
  if (found.includes(undefined)) return undefined;
  trace.looksInto();
  return { taint: whole(together(...found.map((one) => one?.taint))) };
}

function returned(trace: Trace, body: SqlBody, name: string): Returned | undefined {
  const inner = trace.within();
  const rows = inner.query({ SelectStmt: body.tree['SelectStmt'] ?? {} }, levelOf(body, name));
  if (inner.refused !== undefined || inner.blind || inner.opaque || inner.asks) return undefined;
  const { taint } = rowOf(rows);
  return taint?.unknown === true ? undefined : { taint };
}

/** Its arguments stand around a body, by their names and by `function.argument`; a column of the name goes before. */
function levelOf(body: SqlBody, name: string): Level {
  const columns = body.arguments.map((argument) => ({ name: argument, taint: undefined }));
  const around = openLevel(undefined, undefined);
  around.items = [{ columns, ranges: [{ name, columns }] }];
  return openLevel(around, undefined);
}
