/** At which message of the extended protocol the server runs a function of the statement. ADR 0007. */
import { bind, connect, execute, flush, parse, query, startServer, sync } from './postgres.mjs';

const server = startServer();
console.log(`PostgreSQL ${server.version}`);
try {
  const agent = await connect(server.socket);
  await agent.send(
    query(
      "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RAISE NOTICE 'f runs'; RETURN 1; END $$",
    ),
  );
  console.log(
    `Parse:   ${(await agent.send(parse('SELECT 2 WHERE f() = 1'), flush())).join(', ')}`,
  );
  console.log(`Bind:    ${(await agent.send(bind(), flush())).join(', ')}`);
  console.log(`Execute: ${(await agent.send(execute(), flush())).join(', ')}`);
  console.log(`Sync:    ${(await agent.send(sync())).join(', ')}`);
  agent.end();
} finally {
  server.stop();
}
