/**
 * What a refused command leaves at the target, by way of refusing it. ADR 0006. A session sends three commands, of
 * which the second is to be refused; counted is what of the first and the third is committed afterwards.
 */
import { bind, connect, execute, parse, query, startServer, sync } from './postgres.mjs';

const insert = 'INSERT INTO t VALUES (1)';
const run = (text) => [parse(text), bind(), execute()];
// Any text that no version of the grammar accepts.
const unparsable = 'refused by policy;)';

const server = startServer();
console.log(`PostgreSQL ${server.version}`);
try {
  const admin = await connect(server.socket);
  const count = async () =>
    (await admin.send(query('SELECT count(*) FROM t'))).find((word) => word.startsWith('row'));

  const trial = async (title, steps) => {
    await admin.send(query('DROP TABLE IF EXISTS t; CREATE TABLE t (n int)'));
    const agent = await connect(server.socket);
    const answers = [];
    for (const step of steps) answers.push(...(await agent.send(...step)));
    agent.end();
    console.log(`  ${title}: committed ${await count()}; the target said: ${answers.join(', ')}`);
  };

  console.log('BEGIN; INSERT; (refused); INSERT; COMMIT, one Query each. As an error would: row 0');
  await trial('answered by the proxy alone', [
    [query('BEGIN')],
    [query(insert)],
    [query(insert)],
    [query('COMMIT')],
  ]);
  await trial('substituted', [
    [query('BEGIN')],
    [query(insert)],
    [query(unparsable)],
    [query(insert)],
    [query('COMMIT')],
  ]);

  console.log(
    'INSERT, (refused), INSERT, Sync in one pipeline of the extended protocol. As an error would: row 0',
  );
  await trial('refused one answered by the proxy alone, the rest sent', [
    [...run(insert), ...run(insert), sync()],
  ]);
  await trial('all after the refused one dropped by the proxy', [[...run(insert), sync()]]);
  await trial('substituted', [[...run(insert), parse(unparsable), ...run(insert), sync()]]);

  console.log('The connection closed at the refusal, within BEGIN; INSERT:');
  await trial('closed', [[query('BEGIN')], [query(insert)]]);
  admin.end();
} finally {
  server.stop();
}
