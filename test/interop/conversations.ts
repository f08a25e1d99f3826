import { serialize } from 'pg-protocol';

/** What a client sends, and how many ReadyForQuery answer it. */
export interface Script {
  readonly messages: readonly Buffer[];
  readonly readies: number;
}

const { parse, bind, describe, execute, close, sync, flush, query } = serialize;

const statement = (name = ''): Buffer => describe({ type: 'S', name });
const portal = (name = ''): Buffer => describe({ type: 'P', name });
const run = (text: string, values: readonly unknown[] = []): readonly Buffer[] => [
  parse({ text }),
  bind({ values: [...values] }),
  portal(),
  execute(),
];
const int4 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

/** An extended sequence that ends with Sync. */
const synced = (...messages: readonly (Buffer | readonly Buffer[])[]): Script => ({
  messages: [...messages.flat(), sync()],
  readies: 1,
});
const simple = (...texts: readonly string[]): Script => ({
  messages: texts.map((text) => query(text)),
  readies: texts.length,
});
const join = (...scripts: readonly Script[]): Script => ({
  messages: scripts.flatMap(({ messages }) => messages),
  readies: scripts.reduce((sum, { readies }) => sum + readies, 0),
});

const numbers = 'SELECT g, g * 2 AS twice FROM generate_series(1, 7) g';
const insert = "INSERT INTO scratch VALUES ($1, 'x')";

/** Each leaves the database as it was. */
const simpleProtocol: Readonly<Record<string, Script>> = {
  'a query': simple('SELECT id, t, a FROM kinds ORDER BY id'),
  'queries in one write': simple('SELECT 1', 'SELECT 2', 'SELECT t FROM kinds'),
  'several statements in a string': simple('SELECT 1; SELECT 2 AS two, NULL; SELECT WHERE false'),
  'no statement': simple('', ' ', ';', ';;', '-- only a comment', 'SELECT 1;;'),
  'an error': simple('SELECT 1/0', 'SELECT 1'),
  'an error in a string of statements': simple(
    "INSERT INTO scratch VALUES (1, 'a'); SELECT 1/0; SELECT 2",
    'SELECT count(*) FROM scratch',
  ),
  'what the server does not know': simple('SELECT nothing FROM kinds', 'SELECT 1'),
  'a transaction': simple(
    'BEGIN',
    "INSERT INTO scratch VALUES (1, 'a') RETURNING *",
    "UPDATE scratch SET t = 'b' WHERE id = 1",
    'SELECT t FROM scratch',
    'DELETE FROM scratch WHERE id = 1',
    'COMMIT',
  ),
  'a failed transaction with savepoints': simple(
    'BEGIN',
    'SAVEPOINT a',
    'SELECT 1/0',
    'SELECT 1',
    'ROLLBACK TO a',
    "INSERT INTO scratch VALUES (1, 'a')",
    'SELECT 1/0',
    'COMMIT',
    'SELECT count(*) FROM scratch',
  ),
  warnings: simple('BEGIN', 'BEGIN', 'ROLLBACK', 'ROLLBACK'),
  'no columns': simple('SELECT', 'SELECT FROM kinds'),
  'many columns': simple(
    `SELECT ${Array.from({ length: 1000 }, (_, i) => `${String(i)} AS c${String(i)}`).join()}`,
  ),
  'a value of 3 MB': simple("SELECT repeat('value ', 500000)"),
  'a text of 300 kB': simple(`SELECT length('${'ü'.repeat(150_000)}')`),
  settings: simple(
    "SET application_name = 'the agent'",
    "SET datestyle = 'German'",
    'SELECT d, ts FROM kinds WHERE id = 1',
    'SHOW datestyle',
    'RESET datestyle',
    'RESET application_name',
  ),
  unicode: simple(
    "SELECT 'ünïcode 🐘 “quotes” \u202e' AS \"Spalte ä\", U&'\\0041', E'\\u00e4\\n', $tag$it's$tag$",
  ),
};

const extendedProtocol: Readonly<Record<string, Script>> = {
  'all steps': synced(run('SELECT id, t FROM kinds WHERE id = $1', ['1'])),
  'Describe before Bind': synced(
    parse({ text: 'SELECT id, t FROM kinds WHERE id = $1 OR t = $2' }),
    statement(),
    bind({ values: ['1', 'x'] }),
    execute(),
  ),
  'no Describe': synced(parse({ text: 'SELECT t FROM kinds' }), bind(), execute()),
  'Describe before and after Bind': synced(
    parse({ text: 'SELECT t FROM kinds WHERE id = $1', types: [23] }),
    statement(),
    bind({ values: ['3'] }),
    portal(),
    execute(),
  ),
  'Describe of what returns nothing': synced(
    parse({ name: 'nothing', text: 'DELETE FROM scratch WHERE id = $1' }),
    statement('nothing'),
    bind({ statement: 'nothing', portal: 'p', values: ['1'] }),
    portal('p'),
    execute({ portal: 'p' }),
    close({ type: 'S', name: 'nothing' }),
  ),
  'no statement': synced(run('')),
  'NULL and empty values': synced(run('SELECT $1::text, $2::text, $3::int', [null, '', '5'])),
  'binary parameters': synced(
    run('SELECT $1::int + 1, $2::bytea, $3::text', [int4(41), Buffer.from([0, 255]), 'text']),
  ),
  'binary results': synced(
    parse({ text: 'SELECT * FROM kinds ORDER BY id' }),
    bind({ binary: true }),
    portal(),
    execute(),
  ),
  'a named statement, executed again and again': join(
    synced(parse({ name: 's1', text: 'SELECT id, t FROM kinds WHERE id = $1' }), statement('s1')),
    synced(bind({ statement: 's1', values: ['1'] }), execute()),
    synced(bind({ statement: 's1', values: ['2'] }), execute()),
    synced(
      bind({ statement: 's1', values: ['3'], binary: true }),
      execute(),
      bind({ statement: 's1', values: ['9'] }),
      execute(),
    ),
    synced(parse({ name: 's1', text: 'SELECT 1' })),
    synced(close({ type: 'S', name: 's1' })),
    synced(parse({ name: 's1', text: 'SELECT 1' }), bind({ statement: 's1' }), execute()),
    synced(close({ type: 'S', name: 's1' }), close({ type: 'S', name: 'never there' })),
  ),
  'a row limit': synced(
    parse({ text: numbers }),
    bind(),
    execute({ rows: 3 }),
    execute({ rows: 3 }),
    execute({ rows: 3 }),
  ),
  'as many rows as the limit': synced(parse({ text: numbers }), bind(), execute({ rows: 7 })),
  'portals over several Syncs of a transaction': join(
    simple('BEGIN'),
    synced(
      parse({ name: 'n', text: numbers }),
      bind({ statement: 'n', portal: 'a' }),
      bind({ statement: 'n', portal: 'b' }),
      execute({ portal: 'a', rows: 2 }),
    ),
    synced(execute({ portal: 'b', rows: 5 }), execute({ portal: 'a', rows: 1 })),
    synced(portal('a'), close({ type: 'P', name: 'b' }), execute({ portal: 'a' })),
    simple('COMMIT'),
    synced(close({ type: 'S', name: 'n' })),
  ),
  'a portal that is left': synced(
    parse({ text: numbers }),
    bind(),
    execute({ rows: 2 }),
    bind(),
    execute({ rows: 1 }),
  ),
  'a pipeline': join(
    synced(run('SELECT 1'), run('SELECT $1::text', ['two']), run('SELECT t FROM kinds')),
    synced(run('SELECT 4')),
    synced(run('SELECT 5'), run('SELECT 6')),
  ),
  'an error in a pipeline': join(
    synced(run(insert, ['1']), run('SELECT 1/0'), run(insert, ['2'])),
    synced(run('SELECT count(*) FROM scratch')),
  ),
  'an error that makes the server skip a Parse': join(
    synced(
      run('SELECT 1/$1::int', ['0']),
      parse({ name: 'skipped', text: 'SELECT 1' }),
      close({ type: 'S', name: 'other' }),
    ),
    synced(run('SELECT 2')),
  ),
  'an error of Parse': synced(parse({ text: 'SELECT nothing' }), statement(), bind(), execute()),
  'an error of Bind': join(
    synced(parse({ name: 'b', text: 'SELECT $1::int' }), bind({ statement: 'b', values: ['x'] })),
    synced(bind({ statement: 'b', values: [] }), execute()),
    synced(bind({ statement: 'b', values: ['1'] }), execute()),
    synced(close({ type: 'S', name: 'b' })),
  ),
  'an error after some rows': synced(run('SELECT 1/(5 - g) FROM generate_series(1, 9) g')),
  'a failed transaction': join(
    simple('BEGIN'),
    synced(run(insert, ['1'])),
    synced(run('SELECT 1/0')),
    synced(run('SELECT 1')),
    simple('ROLLBACK'),
    synced(run('SELECT count(*) FROM scratch')),
  ),
  'transaction control in a pipeline': synced(
    run('BEGIN'),
    run(insert, ['1']),
    run('SAVEPOINT a'),
    run(insert, ['2']),
    run('ROLLBACK TO a'),
    run('SELECT id FROM scratch'),
    run('ROLLBACK'),
  ),
  'Query within a pipeline': join(
    { messages: [...run('SELECT 1'), query('SELECT 2')], readies: 1 },
    synced(run('SELECT 3')),
  ),
  'Sync and Flush alone': join(
    synced(),
    { messages: [flush(), flush(), sync(), sync()], readies: 2 },
    synced(run('SELECT 1'), flush()),
  ),
  'RETURNING and tags': join(
    simple('BEGIN'),
    synced(
      run("INSERT INTO scratch SELECT g, 'x' FROM generate_series(1, 3) g RETURNING id"),
      run("UPDATE scratch SET t = 'y' WHERE id > $1 RETURNING id, t", ['1']),
      run('DELETE FROM scratch WHERE id > $1', ['0']),
    ),
    simple('ROLLBACK'),
  ),
  settings: synced(
    run("SET datestyle = 'SQL'"),
    run('SELECT d FROM kinds'),
    run('RESET datestyle'),
  ),
  'copy messages out of phase': join(
    { messages: [serialize.copyData(Buffer.from('1\n')), serialize.copyDone()], readies: 0 },
    synced(run('SELECT 1')),
  ),
  '300 commands in a pipeline': synced(
    Array.from({ length: 300 }, (_, i) => run('SELECT $1::text', [String(i)])).flat(),
  ),
  '1500 Syncs in one write': join(
    ...Array.from({ length: 1500 }, (_, i) => synced(run('SELECT $1::int', [String(i)]))),
  ),
};

/** Errors of writes with details: where a column is masked, they are hidden. */
const writes: Readonly<Record<string, Script>> = {
  'an error at COMMIT': simple(
    'BEGIN',
    'INSERT INTO late VALUES (1), (1)',
    'COMMIT',
    'INSERT INTO late VALUES (1), (1)',
    'SELECT count(*) FROM late',
  ),
  'an error at Sync': join(
    synced(run('INSERT INTO late VALUES (1), (1)')),
    synced(run('SELECT count(*) FROM late')),
  ),
};

/** Functions whose body nobody sees: where something is masked, what they return and quote is masked as well. */
const functions: Readonly<Record<string, Script>> = {
  'notices, simple': simple('SELECT speak(3)'),
  'an error raised by a function': simple("SELECT fail('x')"),
  'notices, extended': synced(run('SELECT speak($1)', ['2']), run('SELECT 1')),
};

const prefixed = (prefix: string, scripts: Readonly<Record<string, Script>>): [string, Script][] =>
  Object.entries(scripts).map(([name, script]) => [`${prefix}: ${name}`, script]);

/** Conversations that a sidecar which allows everything must not be seen in. */
export const conversations: readonly (readonly [string, Script])[] = [
  ...prefixed('simple', simpleProtocol),
  ...prefixed('extended', extendedProtocol),
];

/** Conversations that only a sidecar without masked columns is not seen in. */
export const unmaskedWrites: readonly (readonly [string, Script])[] = prefixed('writes', writes);

/** Conversations that only a sidecar without any masking is not seen in. */
export const unmaskedConversations: readonly (readonly [string, Script])[] = [
  ...prefixed('functions', functions),
  [
    // Where something is masked the sidecar's own Describe meets the error first; only the source line differs.
    'Query drops the unnamed statement',
    join(
      synced(parse({ text: 'SELECT 1' })),
      simple('SELECT 2'),
      synced(bind(), execute()),
      synced(run('SELECT 3')),
    ),
  ],
];
