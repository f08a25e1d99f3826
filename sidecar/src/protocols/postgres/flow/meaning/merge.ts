import { eitherPattern } from '@chaperone/core/masking';
import type { SessionUse } from '@chaperone/core/sql';
import type { Refusal } from '../../../protocol.ts';
import type { Classification, StatementUse } from '../../catalog/classification.ts';

/** What the session knows of names that a text uses. */
export interface Known {
  /** Of a prepared statement, by PREPARE or by Parse. */
  readonly statement: (name: string) => Classification | undefined;
  /** Of a cursor or portal. */
  readonly cursor: (name: string) => Classification | undefined;
}

const RANK = { none: 0, columns: 1, opaque: 2 } as const;

/**
 * A text with what EXECUTE and FETCH in it run: its effects are theirs as well, and its rows are masked like theirs. A name
 * that the same text prepares or declares is in it already.
 */
export function merged(
  base: Classification,
  uses: readonly StatementUse[],
  known: Known,
): Classification {
  const found: Found = { own: new Set(), targets: [], refusals: [], opaque: false, within: false };
  for (const use of uses.flatMap((statement) => statement.uses)) {
    if (use.kind === 'prepare') found.own.add(use.name);
    else if (use.kind === 'declare') declared(found, use, base);
    else if (use.kind === 'execute') executed(found, use, known.statement(use.name));
    else if (use.kind === 'fetch') fetched(found, use.name, known.cursor(use.name));
  }
  return together(base, found);
}

interface Found {
  /** Names that the text itself gives. */
  readonly own: Set<string>;
  readonly targets: Classification[];
  readonly refusals: Refusal[];
  opaque: boolean;
  /** A name is used that the text itself gives. */
  within: boolean;
}

type Use<Kind extends SessionUse['kind']> = Extract<SessionUse, { kind: Kind }>;

function declared(found: Found, use: Use<'declare'>, base: Classification): void {
  found.own.add(use.name);
  if (use.binary && base.touchesMasked) found.refusals.push(BINARY);
}

function executed(found: Found, use: Use<'execute'>, target: Classification | undefined): void {
  if (target !== undefined) {
    found.targets.push(target);
    if (use.into && target.touchesMasked) found.refusals.push(INTO);
  } else if (found.own.has(use.name)) found.within = true;
  else found.refusals.push(noStatement(use.name));
}

/** A cursor that is not known was opened by a function, and nobody saw with which query. */
function fetched(found: Found, name: string, target: Classification | undefined): void {
  if (found.own.has(name)) found.within = true;
  if (target !== undefined) found.targets.push(target);
  else if (!found.own.has(name)) found.opaque = true;
}

function together(base: Classification, found: Found): Classification {
  const { targets, refusals, opaque } = found;
  const all = [base, ...targets];
  const masking = all.map((one) => one.masking).reduce((a, b) => (RANK[a] < RANK[b] ? b : a));
  const some = (is: (one: Classification) => boolean): boolean => all.some(is);
  return {
    ...alone(base),
    effects: targets.length === 0 ? base.effects : effectsOf(all),
    refusal: all.find((one) => one.refusal !== undefined)?.refusal ?? refusals[0],
    masking: opaque ? 'opaque' : masking,
    results: resultsOf(base, found),
    maskedOutput: some((one) => one.maskedOutput),
    touchesMasked: some((one) => one.touchesMasked),
    mayQuoteMasked: some((one) => one.mayQuoteMasked),
    invalidates: some((one) => one.invalidates),
    ...(some((one) => one.raises === true) ? { raises: true } : {}),
    ...(some((one) => one.asksMasked === true) ? { asksMasked: true } : {}),
    ...placeholdersOf(all),
  };
}

/** EXECUTE gives values to what was prepared. */
function placeholdersOf(all: readonly Classification[]): Pick<Classification, 'placeholders'> {
  const placeholders = all.map((one) => one.placeholders).reduce(eitherPattern);
  return placeholders === undefined ? {} : { placeholders };
}

/** The rows of EXECUTE and FETCH are those of what they run; where several may be, nobody says which are whose. */
function resultsOf(
  base: Classification,
  { targets, opaque, within }: Found,
): Classification['results'] {
  const [target, ...others] = targets;
  const many = opaque || within || others.length > 0;
  if (target === undefined && !many) return base.results;
  if (!many && base.results.length === 1 && target?.results.length === 1) return target.results;
  const clean = [base, ...targets].every(({ touchesMasked }) => !touchesMasked);
  return base.results.map(() => (clean && !opaque ? 'none' : 'unknown'));
}

/** What holds for another text of this shape, or for what the text names itself, does not hold for what the session makes of it. */
function alone(base: Classification): Classification {
  const own = Object.entries(base).filter(([field]) => field !== 'like' && field !== 'relations');
  return Object.fromEntries(own) as unknown as Classification;
}

function effectsOf(all: readonly Classification[]): Classification['effects'] {
  const effects = all.flatMap((one) => one.effects);
  return [...new Map(effects.map((effect) => [JSON.stringify(effect), effect])).values()];
}

const INTO: Refusal = {
  code: 'LINEAGE_UNKNOWN',
  message: 'it writes rows of a prepared statement that reaches masked columns into a relation',
};

const BINARY: Refusal = {
  code: 'LINEAGE_UNKNOWN',
  message: 'a cursor with binary results over masked columns is not supported',
  hint: 'Declare it without BINARY.',
};

const noStatement = (name: string): Refusal => ({
  code: 'UNKNOWN_STATEMENT',
  message: `there is no prepared statement ${JSON.stringify(name)} in this session`,
});
