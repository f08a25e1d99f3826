/**
 * A small agent. It knows its task, node-postgres and SQL, and where its database is: PGHOST, PGPORT and so on, as any
 * program does. It has no password. Each line of its input names a task; it says in JSON lines what it asks and gets.
 */
import { createInterface } from 'node:readline';
import pg from 'pg';

const say = (saying: object): void => {
  process.stdout.write(`${JSON.stringify(saying)}\n`);
};

const client = new pg.Client();
client.on('error', (error) => {
  say({ kind: 'lost', message: error.message });
});
await client.connect();

/** Runs one statement; answers the database's error rather than throwing it, so that the task can react to it. */
async function ask(
  sql: string,
  values: readonly unknown[] = [],
): Promise<pg.DatabaseError | undefined> {
  say({ kind: 'asks', sql, values });
  try {
    const { fields, rows, command, rowCount } = await client.query<unknown[]>({
      text: sql,
      values: [...values],
      rowMode: 'array',
    });
    say({ kind: 'gets', columns: fields.map(({ name }) => name), rows, tag: command, rowCount });
    return undefined;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    const { code, message, detail, hint } = error;
    say({ kind: 'refused', sqlstate: code, message, detail, hint });
    return error;
  }
}

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  async report() {
    await ask('SELECT id, name, email, card, tier FROM customers ORDER BY id');
  },

  async 'clean up'() {
    const refusal = await ask('DELETE FROM orders');
    if (refusal === undefined) return;
    const { rule } = JSON.parse(refusal.detail ?? '{}') as { readonly rule?: string };
    if (rule === 'whole-table-writes') {
      say({ kind: 'thinks', text: `"${refusal.hint ?? ''}" I meant the cancelled ones.` });
      await ask('DELETE FROM orders WHERE status = $1', ['cancelled']);
    }
    await ask('SELECT id, item, status FROM orders ORDER BY id');
  },

  async 'give credit'() {
    await ask('UPDATE customers SET credit = credit + 50 WHERE id = $1', [2]);
  },

  async 'look at credit'() {
    await ask('SELECT id, name, credit FROM customers WHERE id = $1', [2]);
  },
};

for await (const line of createInterface({ input: process.stdin })) {
  await tasks[line]?.();
  say({ kind: 'done', task: line });
}
await client.end();
