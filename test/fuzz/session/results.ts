import { CUSTOMERS, SECRET } from './shop.ts';

/** A column of a result: of customers by its number, or 0 for an expression. */
export interface ResultColumn {
  readonly name: string;
  readonly attribute: number;
  readonly value: string | null;
}

/** What PostgreSQL would answer to a text. */
export type Result =
  | { readonly kind: 'rows'; readonly columns: readonly ResultColumn[]; readonly tag: string }
  /** An error, or a notice and success, that prints the row which it is about. */
  | { readonly kind: 'error' | 'notice'; readonly detail: string }
  | { readonly kind: 'copy'; readonly lines: readonly string[] }
  /** Data that the agent sends; `columns` as many as it has. */
  | { readonly kind: 'copy-in'; readonly format: 0 | 1; readonly columns: number };

const id: ResultColumn = { name: 'id', attribute: 1, value: '1' };
const name: ResultColumn = { name: 'name', attribute: 2, value: null };
const email: ResultColumn = { name: 'email', attribute: 3, value: SECRET };
const expression: ResultColumn = { name: 'x', attribute: 0, value: SECRET };

const rows = (...columns: readonly ResultColumn[]): Result => ({
  kind: 'rows',
  columns,
  tag: 'SELECT 2',
});

const detail = `Failing row contains (1, null, ${SECRET}).`;

/** Texts that agents send. Each result is PostgreSQL's own for it, the secret in it wherever it would be. */
export const RESULTS: ReadonlyMap<string, Result> = new Map<string, Result>([
  ['SELECT id, email FROM customers', rows(id, email)],
  ['SELECT * FROM customers', rows(id, name, email)],
  ['SELECT c.email AS e, c.id FROM customers c WHERE c.id = $1', rows({ ...email, name: 'e' }, id)],
  ['SELECT id FROM customers WHERE id = 7', rows(id)],
  ['SELECT id FROM customers WHERE id = 8', rows(id)],
  ['SELECT lower(email) FROM customers', rows(expression)],
  ["SELECT email || 'x' AS x FROM customers", rows(expression)],
  ['SELECT c FROM customers c', rows(expression)],
  ['SELECT row_to_json(c) FROM customers c', rows(expression)],
  ['SELECT email FROM customers UNION ALL SELECT email FROM customers', rows(expression)],
  ['SELECT (SELECT email FROM customers LIMIT 1)', rows(expression)],
  ['WITH x AS (SELECT email FROM customers) SELECT * FROM x', rows(email)],
  ['INSERT INTO customers (email) VALUES ($1) RETURNING id, email', rows(id, email)],
  ['UPDATE customers SET name = NULL WHERE id = 1', { kind: 'error', detail }],
  ['DELETE FROM orders WHERE id = 1', { kind: 'notice', detail }],
  ['INSERT INTO orders VALUES (1, 2)', { kind: 'error', detail }],
  ['COPY customers TO STDOUT', { kind: 'copy', lines: [`1\t\\N\t${SECRET}\n`] }],
  ['COPY customers (email) TO STDOUT', { kind: 'copy', lines: [`${SECRET}\n`] }],
  ['COPY (SELECT email FROM customers) TO STDOUT', { kind: 'copy', lines: [`${SECRET}\n`] }],
  ['COPY customers FROM STDIN', { kind: 'copy-in', format: 0, columns: 3 }],
  ['COPY customers (email) FROM STDIN (FORMAT csv)', { kind: 'copy-in', format: 0, columns: 1 }],
  ['COPY customers (id) FROM STDIN (FORMAT binary)', { kind: 'copy-in', format: 1, columns: 1 }],
]);

export const CUSTOMERS_OID: number = CUSTOMERS;
