import { rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { startGround, type Ground } from './ground.ts';
import {
  allowAll,
  loginManifest,
  policyManifest,
  putManifest,
  type PolicySpec,
} from './manifests.ts';
import { refusalOf } from './refusal.ts';
import { ordersSchema } from './schema.ts';
import { waitFor } from './wait.ts';

interface Ready {
  readonly ready: boolean;
  readonly checks: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly detail: string;
  }[];
}

const reading: PolicySpec = {
  rules: [
    { name: 'read', effect: 'Allow', postgres: { commands: ['SELECT'], relations: ['public.*'] } },
  ],
};
const masking: PolicySpec = {
  ...reading,
  masking: [{ name: 'mail', postgres: { columns: ['public.customers.email'] }, method: 'Redact' }],
};
const text = 'SELECT email FROM customers WHERE id = 1';

describe('a change of the manifests', () => {
  let ground: Ground;
  let agent: pg.Client;

  beforeAll(async () => {
    ground = await startGround({
      policies: { 'orders-db': { rules: [allowAll] } },
      schema: ordersSchema,
    });
    agent = await ground.agent();
  });
  afterAll(async () => {
    await ground.stop();
  });

  const config = async (): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${String(ground.sidecar.admin)}/readyz?verbose`);
    const { checks } = (await answer.json()) as Ready;
    return checks.find(({ name }) => name === 'config')?.detail ?? '';
  };
  const loads = (): number =>
    ground.sidecar.stderr().match(/the configuration (changed|has mistakes)/g)?.length ?? 0;
  /** Makes a change and waits until the sidecar has read it. */
  const change = async (make: () => Promise<void>): Promise<void> => {
    const before = loads();
    await make();
    await waitFor('the sidecar reads the change', () => (loads() > before ? true : undefined));
  };
  const mail = async (): Promise<unknown> =>
    (await agent.query<{ email: string }>(text)).rows[0]?.email;

  it('of a policy counts from the next command of a session that is open', async () => {
    expect(await mail()).toBe('ada@example.com');
    const named = { name: 'mail', text };
    expect((await agent.query(named)).rows).toEqual([{ email: 'ada@example.com' }]);
    await change(async () => ground.setPolicy('orders-db', masking));
    expect(await mail()).toBe('[redacted]');
    expect((await agent.query(named)).rows).toEqual([{ email: '[redacted]' }]);
    expect((await refusalOf(agent.query('DELETE FROM orders WHERE id = 1'))).code).toBe(
      'POLICY_DENIED',
    );
    await change(async () =>
      ground.setPolicy('orders-db', {
        rules: [{ name: 'none', effect: 'Deny', postgres: { commands: ['*'] } }],
      }),
    );
    expect((await refusalOf(agent.query(named))).rule).toBe('none');
    await change(async () => ground.setPolicy('orders-db', reading));
    expect((await agent.query(named)).rows).toEqual([{ email: 'ada@example.com' }]);
  });

  it('counts within a transaction, and for a prepared statement', async () => {
    await agent.query('BEGIN');
    expect(await mail()).toBe('ada@example.com');
    await change(async () => ground.setPolicy('orders-db', masking));
    expect(await mail()).toBe('[redacted]');
    await agent.query('COMMIT');
    await change(async () => ground.setPolicy('orders-db', reading));
  });

  it.each([
    ['is no YAML', 'kind: [AccessPolicy', /broken\.yaml/],
    [
      'misspells a field',
      JSON.stringify({
        ...policyManifest('other', reading),
        spec: { mode: 'Enforce', connections: ['orders-db'], ruls: [] },
      }),
      /broken\.yaml.*ruls|ruls/,
    ],
    [
      'has an expression that does not compile',
      JSON.stringify(policyManifest('other', { rules: [{ ...allowAll, expression: 'agent.' }] })),
      /expression/,
    ],
  ])('that %s leaves the last good set in force, and is told', async (_, broken, problem) => {
    await change(async () => putManifest(ground.config, 'broken.yaml', broken));
    expect(await config()).toMatch(/^\d+ problems?; generation \d+ stays in force$/);
    expect(ground.sidecar.stderr()).toMatch(problem);
    expect(ground.sidecar.stderr()).toMatch(/the last good one stays in force/);
    expect(await mail()).toBe('ada@example.com');
    const late = await ground.agent();
    expect((await late.query(text)).rows).toHaveLength(1);
    await change(async () => ground.setPolicy('orders-db', masking));
    expect(await mail()).toBe('ada@example.com');
    // A set that is good again counts as a whole, with what was changed meanwhile.
    await change(async () => putManifest(ground.config, 'broken.yaml', ''));
    expect(await config()).toMatch(/^generation \d+$/);
    expect(await mail()).toBe('[redacted]');
    await change(async () => ground.setPolicy('orders-db', reading));
  });

  it('of the password counts for sessions that begin', async () => {
    await ground.target("ALTER ROLE orders_rw PASSWORD 'another-one'");
    await expect(ground.agent()).rejects.toMatchObject({ code: '28P01' });
    expect(await mail()).toBe('ada@example.com');
    await change(async () =>
      putManifest(ground.config, 'secret.json', loginManifest('another-one')),
    );
    const late = await ground.agent();
    expect((await late.query(text)).rows).toHaveLength(1);
    // The sidecar's own connection to the catalog is lost, and has to be opened with the new password.
    await ground.target(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'orders_rw' AND query LIKE '%pg_catalog.%'",
    );
    const after = await ground.agent();
    expect((await after.query('SELECT item FROM orders ORDER BY id LIMIT 1')).rows).toEqual([
      { item: 'lamp' },
    ]);
  });

  it('that takes the Secret away is a mistake, and the last good set stays', async () => {
    await change(async () => rm(path.join(ground.config, 'secret.json')));
    expect(await config()).toMatch(/problem/);
    expect((await (await ground.agent()).query(text)).rows).toHaveLength(1);
  });
});
