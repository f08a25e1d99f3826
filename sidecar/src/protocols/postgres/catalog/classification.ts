import type { Outputs, SessionUse, TransactionCommand } from '@chaperone/core/sql';
import type { Classified } from '../../protocol.ts';
import type { CopyStream } from './copies.ts';

/** What one statement of a text makes of the session. */
export interface StatementUse {
  readonly uses: readonly SessionUse[];
  readonly transaction?: TransactionCommand;
  readonly savepoint?: string;
}

/** What is known of a text before it runs; shared by all sessions of a connection and database. */
export interface Classification extends Classified {
  /** Generation of the catalog that names were resolved with; another one means: look again. */
  readonly generation: number;
  /**
   * How masked values may come out: not at all; as plain columns, which the row description tells; or out of a function
   * whose body nobody sees, so that every value without a column of its own is masked whole.
   */
  readonly masking: 'none' | 'columns' | 'opaque';
  /**
   * OIDs of the relations that the text names, as the catalog was asked: a result that comes from another one tells that the
   * catalog has changed. Absent where that cannot be told: tables of the session, what EXECUTE and FETCH run.
   */
  readonly relations?: readonly number[];
  /** What is masked of the result of each statement of the text, in order. */
  readonly results: readonly Outputs[];
  /** A masked value may be among the outputs: binary results are refused. */
  readonly maskedOutput: boolean;
  /** It reaches a relation with masked columns. */
  readonly touchesMasked: boolean;
  /**
   * The details of an error may show masked values: it reaches masked columns, or it writes at all, since a foreign key's
   * cascade, a trigger or a check at the transaction's end then prints rows of relations that the text does not name.
   */
  readonly mayQuoteMasked: boolean;
  /** It writes, and triggers and other code of the relations run, whose messages may quote what they read. */
  readonly raises?: true;
  /** A masked value decides over something, as policies or a view allow: any failure may quote it. */
  readonly asksMasked?: true;
  /** What no literal and no value of it may match: it writes where values are masked, and that is what masking leaves of one. */
  readonly placeholders?: RegExp;
  /** Changes the catalog: names are looked up again behind it. */
  readonly invalidates: boolean;
  /** What it copies through the protocol; absent where nothing. */
  readonly copies?: readonly CopyStream[];
  /** One entry per statement; absent where none uses the session's names or settings, nor is transaction control. */
  readonly session?: readonly StatementUse[];
  /** One of them is more than transaction control. */
  readonly usesSession?: true;
}
