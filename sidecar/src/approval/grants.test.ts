import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Approvals } from './approvals.ts';
import { openApprovalStore } from './store.ts';
import {
  aCommand,
  by,
  FakeClock,
  memoryStore,
  newDirectory,
  removeDirectories,
  somebody,
  someRules,
  someTerms,
  START_MS,
} from './testing/fixture.ts';

afterAll(removeDirectories);

const HOUR = 3_600_000;
const inWindow = [someTerms({ scope: 'Window' })];
const asked = {
  connection: 'orders-db',
  policy: 'orders',
  rule: 'customer-changes',
  grant: { subject: { serviceAccount: 'report-bot' }, duration: '1h' },
};

function scene(store = memoryStore()): {
  readonly clock: FakeClock;
  readonly rules: ReturnType<typeof someRules>;
  readonly store: ReturnType<typeof memoryStore>;
  readonly approvals: Approvals;
} {
  const clock = new FakeClock();
  const rules = someRules();
  return { clock, rules, store, approvals: new Approvals({ clock, store, grantable: rules }) };
}

function granted(approvals: Approvals): string {
  const made = approvals.grant(asked, 'local:bob');
  if (typeof made === 'string') throw new Error(made);
  approvals.decide(made.metadata.name, ...somebody);
  return made.metadata.name;
}

/** Whether the command passes by the grant of this name. */
function passes(approvals: Approvals, name: string, command = aCommand()): boolean {
  const held = approvals.request(command, inWindow);
  held.withdraw('a test');
  if (held.names[0] !== name) return false;
  return held.consume(command).by === 'approval';
}

describe('a grant', () => {
  it('is good from its decision to the end of its window, also where the clock jumps', () => {
    const { approvals, clock } = scene();
    const name = granted(approvals);
    expect(passes(approvals, name)).toBe(true);
    clock.jump(HOUR - 1);
    expect(passes(approvals, name)).toBe(true);
    clock.jump(1);
    expect(passes(approvals, name)).toBe(false);
    expect(approvals.count()).toMatchObject({ Consumed: 1 });
  });

  it('counts its window from the decision, whenever that is heard of', () => {
    const { approvals, clock } = scene();
    const made = approvals.grant(asked, 'local:bob');
    const name = typeof made === 'string' ? made : made.metadata.name;
    const [decider, word] = somebody;
    const decidedAt = new Date(clock.now() - HOUR + 1_000).toISOString();
    approvals.decide(name, decider, { ...word, decidedAt });
    expect(passes(approvals, name)).toBe(true);
    clock.jump(1_000);
    expect(passes(approvals, name)).toBe(false);
  });

  it('opens nothing where its window was over before it was heard of', () => {
    const { approvals, clock } = scene();
    const made = approvals.grant(asked, 'local:bob');
    const name = typeof made === 'string' ? made : made.metadata.name;
    const waiting = approvals.request(aCommand(), inWindow);
    const [decider, word] = somebody;
    const decidedAt = new Date(clock.now() - HOUR).toISOString();
    approvals.decide(name, decider, { ...word, decidedAt });
    expect(passes(approvals, name)).toBe(false);
    expect(() => waiting.consume(aCommand())).toThrow('cannot be used');
  });

  it('is not usable where it ends between its being found and its use', () => {
    const { approvals, clock } = scene();
    granted(approvals);
    const held = approvals.request(aCommand(), inWindow);
    clock.jump(HOUR);
    expect(() => held.consume(aCommand())).toThrow('cannot be used');
  });

  it('is for its agent, connection and rule, and the policy as it was', () => {
    const { approvals, rules } = scene();
    const name = granted(approvals);
    const { agent } = aCommand();
    for (const other of [
      aCommand({ agent: { ...agent, serviceAccount: 'other' } }),
      aCommand({ connection: { name: 'billing-db', namespace: 'agents' } }),
      aCommand({ connection: { name: 'orders-db', namespace: 'elsewhere' } }),
    ]) {
      expect(passes(approvals, name, other)).toBe(false);
    }
    rules.policyDigest = 'e'.repeat(64);
    expect(passes(approvals, name)).toBe(false);
    rules.policyDigest = 'd'.repeat(64);
    expect(passes(approvals, name)).toBe(true);
  });

  it('is revoked although that cannot be written down, and not approved where that cannot', () => {
    const { approvals, store } = scene();
    const name = granted(approvals);
    store.failing = true;
    expect(approvals.decide(name, ...by('local:ada', 'Denied'))).toMatchObject({
      status: { phase: 'Denied' },
    });
    store.failing = false;
    expect(passes(approvals, name)).toBe(false);
    const made = approvals.grant(asked, 'local:bob');
    const next = typeof made === 'string' ? made : made.metadata.name;
    store.failing = true;
    expect(approvals.decide(next, ...somebody)).toBe('NOT_STORED');
    store.failing = false;
    expect(passes(approvals, next)).toBe(false);
  });

  it('is approved by no stranger, nor by who asked for it', () => {
    const { approvals } = scene();
    const made = approvals.grant(asked, 'local:bob');
    const name = typeof made === 'string' ? made : made.metadata.name;
    const [, word] = somebody;
    const stranger = { username: 'local:eve', groups: ['staff'], isOwner: false };
    expect(approvals.decide(name, stranger, word)).toBe('NOT_AN_APPROVER');
    expect(approvals.decide(name, ...by('local:bob'))).toBe('OWN_REQUEST');
    expect(approvals.decide(name, ...somebody)).toMatchObject({ status: { phase: 'Approved' } });
  });

  it('goes on after a restart with the time that is left', () => {
    const directory = path.join(newDirectory(), 'approvals');
    const grantable = someRules();
    const clock = new FakeClock();
    const store = openApprovalStore(directory, START_MS);
    const name = granted(new Approvals({ clock, store, grantable }));
    clock.jump(HOUR - 1);
    const again = openApprovalStore(directory, clock.now());
    const approvals = new Approvals({ clock, store: again, grantable });
    expect(passes(approvals, name)).toBe(true);
    clock.jump(1);
    expect(passes(approvals, name)).toBe(false);
    const late = openApprovalStore(directory, clock.now());
    expect(late.open).toEqual([]);
  });
});
