/** What a code means to the one who meets it; `docs/errors.md` is generated from these. */
export interface ErrorFact {
  /** SQLSTATE of the ErrorResponse that carries the code (PostgreSQL documentation, appendix A). */
  readonly sqlstate: string;
  readonly meaning: string;
  readonly whatToDo: string;
}

export const fact = (sqlstate: string, meaning: string, whatToDo: string): ErrorFact => ({
  sqlstate,
  meaning,
  whatToDo,
});
