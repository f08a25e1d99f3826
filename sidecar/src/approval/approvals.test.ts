import { describe, expect, it } from '@jest/globals';
import { Approvals } from './approvals.ts';
import { approvalDigest, canonicalJson, retryKey } from './digest.ts';
import {
  aCommand,
  by,
  FakeClock,
  memoryStore,
  somebody,
  someRules,
  someTerms,
} from './testing/fixture.ts';
import type { CommandToApprove } from './types.ts';
import { SidecarError } from '../errors.ts';

interface Scene {
  readonly clock: FakeClock;
  readonly store: ReturnType<typeof memoryStore>;
  readonly approvals: Approvals;
}

function scene(): Scene {
  const clock = new FakeClock();
  const store = memoryStore();
  return { clock, store, approvals: new Approvals({ clock, store, grantable: someRules() }) };
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof SidecarError ? error.code : String(error);
  }
  return 'no error';
}

const nameOf = (names: readonly string[]): string => names[0] ?? '';

describe('an Approval that holds its command', () => {
  it('permits it once, and only once', async () => {
    const { approvals, store } = scene();
    const command = aCommand();
    const held = approvals.request(command, [someTerms()]);
    const name = nameOf(held.names);
    expect(name).toMatch(/^orders-db-[a-z2-7]{5}$/);
    expect(held.mode).toBe('hold');
    expect(codeOf(() => held.consume(command))).toBe('APPROVAL_UNUSABLE');
    approvals.decide(name, ...somebody);
    expect(await held.settled).toEqual({
      decision: 'Approved',
      approvals: [
        {
          approval: name,
          decision: 'Approved',
          reason: 'CHG-1042',
          deciders: [
            {
              username: 'local:ada',
              decision: 'Approved',
              reason: 'CHG-1042',
              decidedAt: '2026-11-21T09:00:00.000Z',
            },
          ],
        },
      ],
    });
    expect(held.consume(command).by).toBe('approval');
    expect(codeOf(() => held.consume(command))).toBe('APPROVAL_UNUSABLE');
    expect(store.saved.get(name)?.status).toMatchObject({
      phase: 'Consumed',
      consumedAt: '2026-11-21T09:00:00.000Z',
    });
  });

  it('is denied by one decider, however many approvals it needs', async () => {
    const { approvals } = scene();
    const command = aCommand();
    const held = approvals.request(command, [someTerms({ required: 2 })]);
    const name = nameOf(held.names);
    approvals.decide(name, ...somebody);
    approvals.decide(name, ...by('local:bob', 'Denied', 'no'));
    expect(await held.settled).toMatchObject({ decision: 'Denied', approvals: [{ reason: 'no' }] });
    expect(codeOf(() => held.consume(command))).toBe('APPROVAL_UNUSABLE');
    expect(approvals.decide(name, ...somebody)).toBe('ALREADY_SETTLED');
  });

  it('needs as many different deciders as its rule says', async () => {
    const { approvals } = scene();
    const held = approvals.request(aCommand(), [someTerms({ required: 2 })]);
    const name = nameOf(held.names);
    expect(approvals.decide(name, ...somebody)).toMatchObject({ status: { phase: 'Pending' } });
    expect(approvals.decide(name, ...somebody)).toBe('ALREADY_DECIDED');
    approvals.decide(name, ...by('local:bob'));
    expect(await held.settled).toMatchObject({ decision: 'Approved' });
  });

  it('expires, also where the clock jumped past its timer', async () => {
    const { approvals, clock } = scene();
    const first = approvals.request(aCommand(), [someTerms()]);
    clock.advance(15 * 60_000);
    expect(await first.settled).toMatchObject({ decision: 'Expired' });
    expect(approvals.decide(nameOf(first.names), ...somebody)).toBe('ALREADY_SETTLED');
    const second = approvals.request(aCommand(), [someTerms()]);
    clock.jump(15 * 60_000);
    expect(approvals.decide(nameOf(second.names), ...somebody)).toBe('ALREADY_SETTLED');
    expect(await second.settled).toMatchObject({ decision: 'Expired' });
  });

  it('cannot be used after its time although it was approved in time', () => {
    const { approvals, clock } = scene();
    const command = aCommand();
    const held = approvals.request(command, [someTerms()]);
    approvals.decide(nameOf(held.names), ...somebody);
    clock.jump(15 * 60_000);
    expect(codeOf(() => held.consume(command))).toBe('APPROVAL_UNUSABLE');
  });

  it('is withdrawn with its command, its session or the sidecar', async () => {
    const { approvals, clock } = scene();
    const one = approvals.request(aCommand(), [someTerms()]);
    one.withdraw('the agent cancelled');
    expect(await one.settled).toMatchObject({ decision: 'Withdrawn' });
    const two = approvals.request(aCommand(), [someTerms()]);
    approvals.endSession(aCommand().session);
    expect(await two.settled).toMatchObject({ decision: 'Withdrawn' });
    const three = approvals.request(aCommand(), [someTerms()]);
    approvals.close('the sidecar stops');
    expect(await three.settled).toMatchObject({ decision: 'Withdrawn' });
    expect(approvals.count()).toEqual({
      Pending: 0,
      Approved: 0,
      Denied: 0,
      Expired: 3,
      Consumed: 0,
    });
    expect(clock.timers).toBe(0);
  });

  it('is needed from every rule that asks for one', async () => {
    const { approvals } = scene();
    const command = aCommand();
    const held = approvals.request(command, [someTerms(), someTerms({ policy: 'privacy' })]);
    const [first = '', second = ''] = held.names;
    approvals.decide(first, ...somebody);
    expect(codeOf(() => held.consume(command))).toBe('APPROVAL_UNUSABLE');
    approvals.decide(second, ...somebody);
    expect((await held.settled).approvals).toHaveLength(2);
    held.consume(command);
  });
});

describe('what an Approval is bound to', () => {
  const base = aCommand();
  const others: readonly (readonly [string, CommandToApprove])[] = [
    ['text', aCommand({ command: { ...base.command, text: `${base.command.text} ` } })],
    ['values', aCommand({ command: { ...base.command, parameters: ['ada@example.com', '43'] } })],
    ['SQL NULL', aCommand({ command: { ...base.command, parameters: ['ada@example.com', null] } })],
    [
      'format',
      aCommand({ command: { ...base.command, parameters: ['ada@example.com', { binary: '42' }] } }),
    ],
    ['types', aCommand({ command: { ...base.command, parameterTypes: [25, 20] } })],
    ['database', aCommand({ database: 'billing' })],
    ['role', aCommand({ role: 'postgres' })],
    ['the search_path of the session', aCommand({ context: "SET LOCAL search_path = 'evil';" })],
    ['policy', aCommand({ policyDigest: 'b'.repeat(64) })],
    ['connection', aCommand({ connection: { name: 'billing-db', namespace: 'agents' } })],
    ['agent', aCommand({ agent: { ...base.agent, serviceAccount: 'other' } })],
    ['claims', aCommand({ agent: { ...base.agent, claims: { run: 'r-8813' } } })],
  ];

  it.each(others)('includes the %s', (_what, other) => {
    const { approvals } = scene();
    const held = approvals.request(base, [someTerms()]);
    approvals.decide(nameOf(held.names), ...somebody);
    expect(codeOf(() => held.consume(other))).toBe('APPROVAL_UNUSABLE');
    held.consume(aCommand());
    expect(retryKey(other, someTerms())).not.toBe(retryKey(base, someTerms()));
  });

  it('includes rule and expiry, and nothing that is not said', () => {
    const at = '2026-11-21T09:15:00.000Z';
    const digest = approvalDigest(base, someTerms(), at);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(approvalDigest(base, someTerms({ rule: 'other' }), at)).not.toBe(digest);
    expect(approvalDigest(base, someTerms(), '2026-11-21T09:16:00.000Z')).not.toBe(digest);
    expect(approvalDigest(aCommand({ session: 'another' }), someTerms(), at)).toBe(digest);
  });

  it('does not depend on the order of fields', () => {
    expect(canonicalJson({ b: 1, a: [undefined, { d: null, c: 'x' }] })).toBe(
      canonicalJson({ a: [undefined, { c: 'x', d: null }], b: 1, e: undefined }),
    );
  });
});

describe('an Approval whose command does not wait', () => {
  const terms = [someTerms({ onPending: 'Reject' })];

  it('is found by the identical command, sent again, also from another session', () => {
    const { approvals } = scene();
    const first = approvals.request(aCommand(), terms);
    expect(first.mode).toBe('reject');
    first.withdraw('the session ended');
    const again = approvals.request(aCommand(), terms);
    expect(again.names).toEqual(first.names);
    approvals.decide(nameOf(first.names), ...somebody);
    const retry = aCommand({ session: '01JD3Q0W2T4ZP6V8XK5M7N9R1T' });
    const held = approvals.request(retry, terms);
    expect(held).toMatchObject({ mode: 'hold', names: first.names });
    held.consume(retry);
    expect(approvals.request(retry, terms).names).not.toEqual(first.names);
  });

  it('is not found by another command', () => {
    const { approvals } = scene();
    const first = approvals.request(aCommand(), terms);
    approvals.decide(nameOf(first.names), ...somebody);
    const other = aCommand({ context: "SET LOCAL search_path = 'evil';" });
    expect(approvals.request(other, terms).mode).toBe('reject');
  });
});

describe('an Approval for a session', () => {
  const terms = [someTerms({ scope: 'Session' })];

  it('lets the same rule pass in that session and in no other', async () => {
    const { approvals } = scene();
    const first = approvals.request(aCommand(), terms);
    approvals.decide(nameOf(first.names), ...somebody);
    first.consume(aCommand());
    const other = aCommand({
      command: { ...aCommand().command, text: 'DELETE FROM public.customers WHERE id = 1' },
    });
    const second = approvals.request(other, terms);
    expect(await second.settled).toMatchObject({ decision: 'Approved' });
    second.consume(other);
    const elsewhere = approvals.request(aCommand({ session: 'another' }), terms);
    expect(codeOf(() => elsewhere.consume(aCommand({ session: 'another' })))).toBe(
      'APPROVAL_UNUSABLE',
    );
    const changed = approvals.request(aCommand({ policyDigest: 'c'.repeat(64) }), terms);
    expect(changed.names).not.toEqual(first.names);
    approvals.endSession(aCommand().session);
    expect(approvals.request(aCommand(), terms).names).not.toEqual(first.names);
  });
});

describe('a store that fails', () => {
  it('refuses the command, and a decision that cannot be kept does not count', () => {
    const { approvals, store } = scene();
    store.failing = true;
    expect(() => approvals.request(aCommand(), [someTerms()])).toThrow('the disk is full');
    store.failing = false;
    const held = approvals.request(aCommand(), [someTerms()]);
    const name = nameOf(held.names);
    store.failing = true;
    expect(approvals.decide(name, ...somebody)).toBe('NOT_STORED');
    store.failing = false;
    expect(approvals.decide(name, ...somebody)).toMatchObject({ status: { phase: 'Approved' } });
    store.failing = true;
    expect(codeOf(() => held.consume(aCommand()))).toContain('the disk is full');
    store.failing = false;
    held.consume(aCommand());
  });
});

describe('what an approver sees', () => {
  it('is the exact command while it is pending; what is kept is as the recording keeps it', () => {
    const { approvals, store } = scene();
    const held = approvals.request(aCommand(), [someTerms()]);
    const name = nameOf(held.names);
    const [shown] = approvals.list();
    expect(shown).toMatchObject({
      apiVersion: 'chaperone.dev/v1alpha1',
      kind: 'Approval',
      metadata: { name, namespace: 'agents' },
      spec: {
        connectionRef: { name: 'orders-db' },
        policyRef: { name: 'orders', rule: 'customer-changes' },
        request: {
          parameters: ['ada@example.com', '42'],
          effects: [{ command: 'UPDATE', object: 'public.customers' }],
        },
        expiresAt: '2026-11-21T09:15:00.000Z',
        decision: 'Pending',
      },
      status: { phase: 'Pending', consumedAt: null, conditions: [] },
    });
    approvals.decide(name, ...somebody);
    const kept = JSON.stringify([approvals.list(), ...store.saved.values()]);
    expect(kept).not.toContain('ada@example.com');
    expect(kept).toContain('[redacted]');
  });

  it('is bounded', () => {
    const { approvals } = scene();
    const text = `SELECT '${'x'.repeat(200_000)}'`;
    approvals.request(aCommand({ command: { ...aCommand().command, text } }), [someTerms()]);
    const command = approvals.list()[0]?.spec.request?.command ?? '';
    expect(command.length).toBeLessThan(70_000);
    expect(command).toContain('more characters');
  });

  it('is refused beyond the number of open Approvals', () => {
    const { approvals } = scene();
    const ask = (i: number): unknown =>
      approvals.request(aCommand({ database: String(i) }), [someTerms()]);
    for (let i = 0; i < 1_000; i += 1) ask(i);
    expect(codeOf(() => ask(1_000))).toBe('TOO_MANY_APPROVALS');
  });
});
