import type { SqlBody } from '../types.ts';
import type { Level } from './scope.ts';
import { openLevel, rowOf } from './scope.ts';
import { together, whole } from './taint.ts';
import type { Returned, Trace } from './trace.ts';

/**
 * Looks into all functions of a name, of which nobody says which one is called. What a body asks about masked values, with
 * the caller's arguments, nobody has allowed; none of the arguments may be masked. Each name is looked into once.
 * @returns undefined where one of them cannot be followed
 */
export function returnedBy(
  trace: Trace,
  schema: string | undefined,
  name: string,
): Returned | undefined {
  const key = `${schema ?? ''}\0${name}`;
  if (!trace.functions.has(key)) {
    // One that calls itself finds this.
    trace.functions.set(key, undefined);
    trace.functions.set(key, look(trace, schema, name));
  }
  const found = trace.functions.get(key);
  if (found !== undefined) trace.looksInto();
  return found;
}

function look(trace: Trace, schema: string | undefined, name: string): Returned | undefined {
  const reference = {
    kind: 'function',
    name,
    ...(schema === undefined ? {} : { schema }),
  } as const;
  const bodies = trace.resolution.bodiesOf?.(reference) ?? [];
  const found = bodies.map((body) => returned(trace, body, name));
  if (found.length === 0 || found.includes(undefined)) return undefined;
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
