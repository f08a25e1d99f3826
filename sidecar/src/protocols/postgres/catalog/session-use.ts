import type {
  Analysis,
  Resolution,
  ResolvedRelation,
  StatementAnalysis,
} from '@chaperone/core/sql';
import type { Refusal } from '../../protocol.ts';
import type { NamingValues } from '../flow/meaning/naming.ts';
import type { TemporaryNames } from '../flow/meaning/temporary.ts';
import type { Classification } from './classification.ts';

/** What the statements of a text make of the session. */
export function sessionOf({
  statements,
}: Analysis): Pick<Classification, 'session' | 'usesSession'> {
  const uses = statements.some(({ session }) => session !== undefined);
  if (!uses && !statements.some(({ transaction }) => transaction !== undefined)) return {};
  const session = statements.map(({ session: used = [], transaction, savepoint }) => ({
    uses: used,
    ...(transaction === undefined ? {} : { transaction }),
    ...(savepoint === undefined ? {} : { savepoint }),
  }));
  return uses ? { session, usesSession: true } : { session };
}

/** Under which settings the rest of the text is looked at would depend on how far it comes. */
export function notAlone({ statements }: Analysis): Refusal | undefined {
  const sets = statements.some(
    ({ session }) =>
      session?.some(
        (use) => use.kind === 'set' || (use.kind === 'discard' && use.what !== 'temporary'),
      ) === true,
  );
  return sets && statements.length > 1 ? NOT_ALONE : undefined;
}

const NOT_ALONE: Refusal = {
  code: 'UNSUPPORTED_SETTING',
  message: 'a setting by which names resolve is changed among other statements',
  hint: 'Send the statements one by one.',
};

/** May tables be gone behind it? */
export function mayDrop({ invalidates, session }: StatementAnalysis): boolean {
  return invalidates || session?.some(({ kind }) => kind === 'discard') === true;
}

/** The session's own tables before all others; where they are in doubt, only for names that mean nothing else. */
export function withTemporary(
  resolution: Resolution,
  { certain, doubtful }: TemporaryNames,
  trusted: boolean,
): Resolution {
  const relation: Resolution['relation'] = (reference) => {
    const { schema, name } = reference;
    if (schema === TEMPORARY) return own(name);
    if (schema !== undefined) return resolution.relation(reference);
    if (trusted && certain.has(name)) return own(name);
    const isOwn = certain.has(name) || doubtful.has(name);
    return resolution.relation(reference) ?? (isOwn ? own(name) : undefined);
  };
  const { functionSchemas, codeOf, reach, creationSchema } = resolution;
  return {
    relation,
    functionSchemas,
    ...(codeOf && { codeOf }),
    // Nothing is known to reach, or to be reached by, a table of the session.
    ...(reach && { reach: (found) => (found.oid === 0 ? undefined : reach(found)) }),
    ...(creationSchema !== undefined && { creationSchema }),
  };
}

const TEMPORARY = 'pg_temp';

const own = (name: string): ResolvedRelation => ({ schema: TEMPORARY, name, oid: 0, kind: 'r' });

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL that sets these for one transaction; empty where there are none. */
export function namingSettings({ session_authorization, role, search_path }: NamingValues): string {
  const list = (values: readonly string[]): string => values.map(literal).join(', ');
  return [
    session_authorization && `SET LOCAL SESSION AUTHORIZATION ${list(session_authorization)};`,
    role && `SET LOCAL ROLE ${list(role)};`,
    search_path && `SET LOCAL search_path = ${list(search_path)};`,
  ]
    .filter((setting) => setting !== undefined)
    .join(' ');
}
