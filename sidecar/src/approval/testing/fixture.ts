import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ApprovalTerms } from '@chaperone/core/policy';
import type { Decider, Word } from '../deciding.ts';
import type { Grantable } from '../grants.ts';
import type { ApprovalStore } from '../store.ts';
import type { ApprovalObject, Clock, CommandToApprove } from '../types.ts';

export const START_MS: number = Date.UTC(2026, 10, 21, 9);

/** A clock that goes on when it is told to. */
export class FakeClock implements Clock {
  #now = START_MS;
  readonly #tasks = new Set<{ readonly at: number; readonly task: () => void }>();

  now = (): number => this.#now;

  after = (ms: number, task: () => void): (() => void) => {
    const entry = { at: this.#now + ms, task };
    this.#tasks.add(entry);
    return () => {
      this.#tasks.delete(entry);
    };
  };

  /** Number of timers that wait. */
  get timers(): number {
    return this.#tasks.size;
  }

  advance(ms: number): void {
    this.#now += ms;
    for (const entry of this.#tasks) {
      if (entry.at > this.#now) continue;
      this.#tasks.delete(entry);
      entry.task();
    }
  }

  /** Moves the wall clock without its timers, as an administrator does. */
  jump(ms: number): void {
    this.#now += ms;
  }
}

/** A store in memory that can fail. */
export function memoryStore(): ApprovalStore & {
  readonly saved: Map<string, ApprovalObject>;
  failing: boolean;
} {
  const saved = new Map<string, ApprovalObject>();
  const store = {
    saved,
    failing: false,
    earlier: [],
    open: [],
    has: (name: string) => saved.has(name),
    save: (approval: ApprovalObject) => {
      if (store.failing) throw new Error('the disk is full');
      saved.set(approval.metadata.name, structuredClone(approval));
    },
  };
  return store;
}

export function someTerms(more: Partial<ApprovalTerms> = {}): ApprovalTerms {
  return {
    policy: 'orders',
    rule: 'customer-changes',
    approvers: { groups: ['dba'], users: [] },
    required: 1,
    timeoutMs: 15 * 60_000,
    scope: 'Once',
    onPending: 'Hold',
    ...more,
  };
}

export function aCommand(more: Partial<CommandToApprove> = {}): CommandToApprove {
  return {
    connection: { name: 'orders-db', namespace: 'agents' },
    policyDigest: 'a'.repeat(64),
    session: '01JD3Q0W2T4ZP6V8XK5M7N9R1S',
    agent: { serviceAccount: 'report-bot', namespace: 'agents', claims: { run: 'r-8812' } },
    command: {
      text: 'UPDATE public.customers SET email = $1 WHERE id = $2',
      parameters: ['ada@example.com', '42'],
      parameterTypes: [25, 23],
      effects: [{ command: 'UPDATE', kind: 'relation', object: 'public.customers' }],
    },
    recorded: {
      text: 'UPDATE public.customers SET email = $1 WHERE id = $2',
      parameters: ['[redacted]', '42'],
    },
    database: 'orders',
    role: 'orders_rw',
    context: '',
    ...more,
  };
}

const made: string[] = [];

/** A directory of its own, mode 0700, until `removeDirectories`. */
export function newDirectory(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'chaperone-approval-'));
  made.push(directory);
  return directory;
}

export function removeDirectories(): void {
  for (const directory of made.splice(0)) fs.rmSync(directory, { recursive: true, force: true });
}

/** Arguments of `decide` behind the name: a member of group dba, and what he says. */
export function by(
  username: string,
  decision: Word['decision'] = 'Approved',
  reason = 'CHG-1042',
): readonly [Decider, Word] {
  return [
    { username, groups: ['dba'], isOwner: false },
    { decision, reason },
  ];
}

export const somebody: readonly [Decider, Word] = by('local:ada');

/** The policies that grants meet: rule `customer-changes` of policy `orders`, of scope Window, on orders-db. */
export function someRules(): Grantable & { policyDigest: string; terms: ApprovalTerms } {
  const rules = {
    policyDigest: 'd'.repeat(64),
    terms: someTerms({ scope: 'Window' }),
    namespaceOf: (connection: string) => (connection === 'orders-db' ? 'agents' : undefined),
    rule: (namespace: string, policy: string, rule: string) => {
      const known = namespace === 'agents' && policy === 'orders' && rule === 'customer-changes';
      if (!known) return undefined;
      const { terms, policyDigest } = rules;
      return { terms, policyDigest, isAbout: (connection: string) => connection === 'orders-db' };
    },
  };
  return rules;
}
