/** How it is known that a statement did what it is said to do. */
export type Evidence =
  /** An expression that is false before, and true in the same session afterwards. */
  | { readonly becomes: string }
  /** What no policy lets the agent read stands in the answer. */
  | 'shows'
  /** It is answered without an error. */
  | 'answers'
  /** The server ends the session. */
  | 'ends';

/** One text, or several that are sent one after another, each as a Query of its own. */
export interface Disguise {
  readonly sql: string | readonly string[];
  readonly evidence: Evidence;
  /** Codes of the errors that an agent gets, in order; none: it is let through. */
  readonly answer: readonly string[];
  /** `wide` allows everything but what it denies. */
  readonly door: 'narrow' | 'wide';
  /** Not within a transaction that is rolled back. */
  readonly outside?: true;
}

export const P = 'POLICY_DENIED';
export const secretGone = { becomes: 'NOT EXISTS (SELECT FROM public.secret)' } as const;
export const ordersGone = { becomes: 'NOT EXISTS (SELECT FROM public.orders)' } as const;
/** Every order is the same. */
export const ordersSame = {
  becomes: '(SELECT count(DISTINCT total) = 1 FROM public.orders)',
} as const;

type More = Partial<Pick<Disguise, 'door' | 'outside'>>;
export type Row = readonly [sql: Disguise['sql'], answer: string, evidence: Evidence, more?: More];

/** `answer`: codes with spaces between them; `''` for none. */
export const disguises = (rows: readonly Row[]): readonly Disguise[] =>
  rows.map(([sql, answer, evidence, more = {}]) => ({
    sql,
    evidence,
    answer: answer === '' ? [] : answer.split(' '),
    door: 'narrow',
    ...more,
  }));

export const wide = { door: 'wide' } as const;
export const outside = { outside: true } as const;
