/**
 * What an agent tries: one text, or several, each a Query of its own. At the target itself it shows a masked value,
 * unless `reveals` says otherwise.
 */
export interface Try {
  readonly sql: string | readonly string[];
  /** Codes of the errors that answer it, in order; `masked`: it runs, and what is masked comes out masked. */
  readonly answer: 'masked' | readonly string[];
  /** False: it shows no value, and asks something about one, or prepares a later statement that shows it. */
  readonly reveals?: false;
  /** It may change rows: it runs in a transaction that is rolled back. */
  readonly writes?: true;
}

export type Row = readonly [sql: Try['sql'], answer: string, more?: Omit<Try, 'sql' | 'answer'>];

/** `LINEAGE_UNKNOWN`, or several codes with spaces between them. */
export const tries = (rows: readonly Row[]): readonly Try[] =>
  rows.map(([sql, answer, more = {}]) => ({
    sql,
    answer: answer === 'masked' ? answer : answer.split(' '),
    ...more,
  }));

export const oracle = { reveals: false } as const;
export const writes = { writes: true } as const;
