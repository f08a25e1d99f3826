/** What a query can select from: SQL, and the columns by which it is spoken of. */
interface Source {
  readonly sql: string;
  readonly alias: string;
  readonly columns: readonly string[];
}

const TABLES: readonly (readonly [name: string, columns: string])[] = [
  ['customers', 'id name email ssn card tier credit'],
  ['customers', 'id name email ssn card tier credit'],
  ['all_customers', 'id name email ssn card tier'],
  ['people', 'id mail'],
  ['people_of_people', 'm'],
  ['shaped', 'id loud both_of name'],
  ['vip', 'id email perk'],
  ['parted', 'id email'],
  ['orders', 'id item mail'],
  ['boxes', 'id mails pair doc'],
  ['notes', 'id body'],
  ['badges', 'id mail plate'],
  ['letters', 'id sender'],
  ['frozen', 'id mail'],
  ['peeking', 'id seen'],
];

/** `$` stands for a value, `?` for a condition. */
const EXPRESSIONS: readonly string[] = [
  'lower($)',
  'coalesce($, $)',
  'CASE WHEN ? THEN $ ELSE $ END',
  '$ || $',
  'concat($, $)',
  'ROW($, $)',
  'ARRAY[$, $]',
  'to_jsonb($)',
  "json_build_object('k', $)",
  'jsonb_build_array($, $) -> 0',
  'left($, 8)',
  "nullif($, 'x')",
  'greatest($, $)',
  '(ARRAY[$])[1]',
  '(SELECT max($))',
  '(SELECT max($) FROM customers)',
  'substring($ FROM 1)',
  "format('%s', $)",
  "encode(convert_to($, 'UTF8'), 'hex')",
  "array_to_string(ARRAY[$], ',')",
  "string_agg($, ',') OVER ()",
  'first_value($) OVER ()',
  '$ COLLATE "C"',
  'quote_literal($)',
  'xmlelement(name a, $)',
  "JSON_OBJECT('k' : $)",
  'row_to_json(ROW($))',
  "translate($, 'a', 'b')",
];

/** `@` stands for a query, `#` for one of one column, `~` for a name. */
const STATEMENTS: readonly string[] = [
  '@',
  '@',
  '@',
  'WITH ~ AS (@) SELECT * FROM ~',
  'WITH ~ AS MATERIALIZED (@) SELECT ~, to_json(~) FROM ~',
  'WITH RECURSIVE ~ (a) AS (SELECT x FROM (#) y (x) UNION ALL SELECT a FROM ~ WHERE false) SELECT a FROM ~',
  'COPY (@) TO STDOUT',
  'BEGIN; DECLARE k CURSOR FOR @; FETCH 5 FROM k',
  'EXPLAIN (VERBOSE, ANALYZE) @',
  'INSERT INTO notes SELECT 100, x FROM (#) y (x) LIMIT 1 RETURNING body',
  "UPDATE notes SET body = 'x' FROM (#) y (x) WHERE id = 1 RETURNING y.x, y, notes",
  'DELETE FROM vip USING (#) y (x) WHERE id = 3 RETURNING y.x, vip.*',
  "UPDATE customers SET tier = 'z' WHERE id = 1 RETURNING (lower(email)), customers, (#)",
  'SELECT * FROM (@) z',
  'SELECT z FROM (@) z',
  'SELECT (z).* FROM (@) z',
  'SELECT count(*), array_agg(z) FROM (@) z',
];

const MOST_COLUMNS = 3;

/** Makes statements about masked columns by chance; many of them are SQL, and many of these show a value. */
export class Generator {
  readonly #random: () => number;
  #names = 0;

  /** @param random numbers from 0 to 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  statement(): string {
    const name = this.#name();
    const query = this.#select(2, 1 + this.#below(MOST_COLUMNS), []);
    return this.#pick(STATEMENTS)
      .replace('@', () => query)
      .replace('#', () => this.#select(1, 1, []))
      .replaceAll('~', name);
  }

  #below(n: number): number {
    return Math.floor(this.#random() * n);
  }

  #pick<T>(list: readonly T[]): T {
    const item = list[this.#below(list.length)];
    if (item === undefined) throw new TypeError('nothing to choose from');
    return item;
  }

  #name(): string {
    return `x${String(this.#names++)}`;
  }

  #source(depth: number, outer: readonly Source[]): Source {
    const alias = this.#name();
    if (depth === 0 || this.#below(2) === 0) {
      const [table, columns] = this.#pick(TABLES);
      return { sql: `${table} ${alias}`, alias, columns: columns.split(' ') };
    }
    const count = 1 + this.#below(MOST_COLUMNS);
    const columns = Array.from({ length: count }, (_, at) => `${alias}c${String(at)}`);
    const lateral = this.#below(3) === 0;
    const query = this.#select(depth - 1, count, lateral ? outer : []);
    const sql = `${lateral ? 'LATERAL ' : ''}(${query}) ${alias} (${columns.join(', ')})`;
    return { sql, alias, columns };
  }

  #select(depth: number, count: number, outer: readonly Source[]): string {
    const first = this.#source(depth, outer);
    const own = [first];
    let from = first.sql;
    if (this.#below(2) === 0) {
      const second = this.#source(depth, [...outer, first]);
      own.push(second);
      const join = this.#pick([', ', ' CROSS JOIN ', ' JOIN ', ' LEFT JOIN ']);
      from += `${join}${second.sql}${join.endsWith(' JOIN ') && !join.includes('CROSS') ? ' ON true' : ''}`;
    }
    const scope = [...outer, ...own];
    const outputs = Array.from({ length: count }, () => this.#value(2, scope));
    const query = `SELECT ${outputs.join(', ')} FROM ${from}`;
    if (depth === 0 || this.#below(5) > 0) return query;
    const operation = this.#pick(['UNION ALL', 'UNION', 'EXCEPT', 'INTERSECT']);
    return `${query} ${operation} ${this.#select(depth - 1, count, outer)}`;
  }

  /** Any value, as text. */
  #value(depth: number, scope: readonly Source[]): string {
    if (depth === 0 || this.#below(3) === 0) return `(${this.#column(scope)})::text`;
    const expression = this.#pick(EXPRESSIONS)
      .replaceAll('$', () => this.#value(depth - 1, scope))
      .replaceAll('?', () =>
        this.#pick(['true', `${this.#value(0, scope)} = 'x'`, `${this.#value(0, scope)} IS NULL`]),
      );
    return `(${expression})::text`;
  }

  #column(scope: readonly Source[]): string {
    const { alias, columns } = this.#pick(scope);
    const column = this.#pick(columns);
    return this.#pick([`${alias}.${column}`, `${alias}.${column}`, alias, column]);
  }
}
