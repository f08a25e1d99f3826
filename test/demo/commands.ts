import { atTarget } from '../harness/standalone.ts';
import { ensure, type Ground } from './ground.ts';
import { perform, refusalOf, rowsOf } from './show-agent.ts';
import type { Stage } from './stage.ts';

export async function start(ground: Ground, stage: Stage): Promise<void> {
  stage.line(`
      +---------+        +-------------------+         +--------------+
      |  agent  | -----> | chaperone sidecar | ------> |  PostgreSQL  |
      +---------+        +-------------------+         +--------------+
      no password        policy, approval,             customers: email, card, ssn
                         masking, recording            orders
`);
  await ground.startServer();
  const { server } = ground;
  stage.good(`a real PostgreSQL (${server.version}) at 127.0.0.1:${String(server.port)}`);
  await ground.startSidecar();
  const port = String(ground.sidecar.port('orders-db'));
  stage.command(
    `chaperone sidecar --config examples/standalone --listen orders-db=127.0.0.1:${port}`,
  );
  stage.good(`ready after ${String(Math.round(ground.sidecar.readyMs))} ms`);
  ground.startAgent();
  stage.good(`the agent: node-postgres at PGPORT=${port}, no password, nothing of Chaperone`);
}

export async function read(ground: Ground, stage: Stage): Promise<void> {
  const secrets = ['ada.holm@example.com', '4111111111111111', '5500005555555559'];
  const said = await perform(ground, stage, 'report');
  const rows = rowsOf(said);
  ensure(rows.includes('Ada Holm') && rows.includes('1111'), 'the agent got its rows', rows);
  ensure(!secrets.some((secret) => rows.includes(secret)), 'e-mail and card are masked', rows);
  await stage.pause(2);
  const [row] = await atTarget(ground.server, 'SELECT email, card FROM customers WHERE id = 1');
  ensure(row !== undefined && row['card'] === secrets[1], 'the target has the real values', row);
  stage.line();
  stage.tell(
    `What the database really holds for Ada Holm: ${String(row['email'])}, ${String(row['card'])}`,
  );
}

export async function deny(ground: Ground, stage: Stage): Promise<void> {
  const said = await perform(ground, stage, 'clean up');
  const refusal = refusalOf(said);
  ensure(refusal?.sqlstate === '42501', 'the DELETE without WHERE is denied', said);
  const orders = JSON.stringify(await atTarget(ground.server, 'SELECT id FROM orders ORDER BY id'));
  ensure(orders === '[{"id":1},{"id":3}]', 'the second DELETE ran, and only that one', orders);
  stage.line();
  stage.good('denied with an answer to act on; the same connection went on');
}
