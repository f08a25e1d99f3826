import type { Effect } from '@chaperone/core/command';
import type {
  Analysis,
  LineageVerdict,
  MaskedCatalog,
  StatementAnalysis,
} from '@chaperone/core/sql';
import type { Refusal } from '../../protocol.ts';
import type { Classification } from './classification.ts';

type Facts = Pick<
  Classification,
  | 'masking'
  | 'results'
  | 'maskedOutput'
  | 'touchesMasked'
  | 'mayQuoteMasked'
  | 'raises'
  | 'asksMasked'
>;

const isWrite = ({ kind, command }: Effect): boolean => kind === 'relation' && command !== 'SELECT';

/** A trigger, or a function in a default or a constraint. */
const isRunBeside = ({ kind, through }: Effect): boolean =>
  kind === 'function' && through !== undefined;

/** What the lineage of a text's statements says of its rows and of its errors. */
export function lineageFacts(
  verdicts: readonly LineageVerdict[],
  effects: readonly Effect[],
  { relations }: MaskedCatalog,
): Facts {
  const opaque = verdicts.some(({ kind }) => kind === 'opaque-call');
  const maskedOutput = verdicts.some((verdict) => verdict.kind === 'plain' && verdict.maskedOutput);
  const touchesMasked = verdicts.some(({ kind }) => kind !== 'untouched');
  const writes = relations.length > 0 && effects.some(isWrite);
  return {
    masking: opaque ? 'opaque' : maskedOutput ? 'columns' : 'none',
    results: verdicts.map((verdict) => ('outputs' in verdict ? verdict.outputs : 'none')),
    maskedOutput,
    touchesMasked,
    mayQuoteMasked: touchesMasked || writes,
    ...(writes && effects.some(isRunBeside) ? { raises: true } : {}),
    ...(verdicts.some((verdict) => 'asks' in verdict) ? { asksMasked: true } : {}),
  };
}

export function refusalOf(
  analysis: Analysis,
  verdicts: readonly LineageVerdict[],
): Refusal | undefined {
  for (const { refusal } of analysis.statements) {
    if (refusal !== undefined) return { code: refusal.code, message: refusal.reason };
  }
  for (const verdict of verdicts) {
    if (verdict.kind === 'refused') return { code: verdict.code, message: verdict.reason };
  }
  return undefined;
}

const SHIFTS: Refusal = {
  code: 'LINEAGE_UNKNOWN',
  message:
    'the text changes the catalog and reaches masked columns; nobody can tell what they are called by then',
  hint: 'Send the statements one by one.',
};

/** Names may mean something else before the text ends. */
export const shifting = ({ statements }: Analysis, shifts: boolean): Refusal | undefined =>
  shifts && statements.length > 1 ? SHIFTS : undefined;

const HELD: Refusal = {
  code: 'MASKED_PREDICATE',
  message: 'a cursor that outlives its transaction asks something about masked values',
  hint: 'Declare it without HOLD.',
};

const holds = ({ session }: StatementAnalysis): boolean =>
  session?.some((use) => use.kind === 'declare' && use.hold) === true;

/** A query that runs to its end when the transaction does fails then, as nobody's command. */
export const held = ({ statements }: Analysis, { asksMasked }: Facts): Refusal | undefined =>
  asksMasked === true && statements.some(holds) ? HELD : undefined;
