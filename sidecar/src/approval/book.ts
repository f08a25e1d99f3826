import { randomBytes, randomUUID } from 'node:crypto';
import type { ApprovalTerms } from '@chaperone/core/policy';
import { approvalLimits } from '../config/limits.ts';
import { SidecarError } from '../errors.ts';
import { Entry } from './entry.ts';
import { isOpen, type State } from './state.ts';
import type { ApprovalStore } from './store.ts';
import type { Subject } from './subject.ts';
import type { ApprovalObject, Clock } from './types.ts';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const NAME_SUFFIX = 5;
/** The longest delay that a timer of Node takes; a longer one is armed again. */
const MAX_TIMER_MS = 2 ** 31 - 1;

export interface BookOptions {
  readonly clock: Clock;
  readonly store: ApprovalStore;
  /** Random bytes for names; `crypto.randomBytes` unless a test says otherwise. */
  readonly random?: (size: number) => Uint8Array;
}

/** Every Approval that is open and the latest that are not: on disk before it counts, and ended when its time has come. */
export class Book {
  readonly #clock: Clock;
  readonly #store: ApprovalStore;
  readonly #random: (size: number) => Uint8Array;
  readonly #entries = new Map<string, Entry>();

  constructor({ clock, store, random = randomBytes }: BookOptions) {
    this.#clock = clock;
    this.#store = store;
    this.#random = random;
    for (const entry of store.open) {
      this.#entries.set(entry.name, entry);
      this.#arm(entry);
    }
  }

  get now(): number {
    return this.#clock.now();
  }

  get timestamp(): string {
    return new Date(this.now).toISOString();
  }

  get entries(): readonly Entry[] {
    return [...this.#entries.values()];
  }

  get(name: string): Entry | undefined {
    return this.#entries.get(name);
  }

  /** An Approval of this name was settled in an earlier life of the sidecar, or long ago. */
  isPast(name: string): boolean {
    return !this.#entries.has(name) && this.#store.has(name);
  }

  /** All that are open and the latest that are not, oldest first. */
  list(): readonly ApprovalObject[] {
    for (const entry of this.#entries.values()) this.expireIfDue(entry);
    const earlier = this.#store.earlier.filter((a) => !this.#entries.has(a.metadata.name));
    return [...earlier, ...this.entries.map((e) => e.toObject(true))];
  }

  earlier(name: string): ApprovalObject | undefined {
    return this.#store.earlier.find(({ metadata }) => metadata.name === name);
  }

  /**
   * A new one, pending.
   * @param name undefined: one of its own
   * @throws SidecarError TOO_MANY_APPROVALS, RECORDING_UNAVAILABLE
   */
  add(terms: ApprovalTerms, about: (expiresAt: string) => Subject, name?: string): Entry {
    this.#makeRoom();
    const nowMs = this.now;
    const expiresAtMs = nowMs + terms.timeoutMs;
    const subject = about(new Date(expiresAtMs).toISOString());
    const entry = new Entry({
      name: name ?? this.#newName(subject.connection.name),
      uid: randomUUID(),
      createdAt: new Date(nowMs).toISOString(),
      terms,
      subject,
      expiresAtMs,
    });
    this.#store.save(entry.toObject(false));
    this.#entries.set(entry.name, entry);
    this.#arm(entry);
    return entry;
  }

  /**
   * Stores first: what permits must not be forgotten by a crash. What is not stored did not happen.
   * @throws SidecarError RECORDING_UNAVAILABLE
   */
  move(entry: Entry, to: State): void {
    const { state, deadlineMs } = entry;
    if (!entry.transition(to)) return;
    const { subject } = entry;
    const begins = to.kind === 'Approved' && subject.kind === 'grant';
    if (begins) entry.deadlineMs = Date.parse(to.at) + subject.durationMs;
    try {
      this.#store.save(entry.toObject(false));
    } catch (error) {
      entry.state = state;
      entry.deadlineMs = deadlineMs;
      throw error;
    }
    this.#left(entry, begins);
  }

  /** To an end that forbids; it holds even where it cannot be stored. */
  end(entry: Entry, kind: 'Expired' | 'Withdrawn' | 'Revoked' | 'Consumed', reason: string): void {
    const to = { kind, at: this.timestamp, reason };
    try {
      this.move(entry, to);
    } catch {
      if (entry.transition(to)) this.#left(entry, false);
    }
  }

  /** @throws SidecarError RECORDING_UNAVAILABLE */
  save(entry: Entry): void {
    this.#store.save(entry.toObject(false));
  }

  expireIfDue(entry: Entry): void {
    if (!isOpen(entry.state) || this.now < entry.deadlineMs) return;
    const windowEnds = entry.subject.kind === 'grant' && entry.state.kind === 'Approved';
    if (windowEnds) this.end(entry, 'Consumed', 'its window ended');
    else this.end(entry, 'Expired', 'nobody decided in time');
  }

  /** It is good for as long as whoever uses it says. */
  keep(entry: Entry): void {
    entry.cancelTimer();
    entry.deadlineMs = Infinity;
  }

  #left(entry: Entry, begins: boolean): void {
    if (!isOpen(entry.state) || begins) entry.cancelTimer();
    if (begins) this.#arm(entry);
    entry.announce();
  }

  #arm(entry: Entry): void {
    const left = Math.max(0, entry.deadlineMs - this.now);
    entry.cancelTimer = this.#clock.after(Math.min(left, MAX_TIMER_MS), () => {
      this.expireIfDue(entry);
      if (isOpen(entry.state)) this.#arm(entry);
    });
  }

  #makeRoom(): void {
    const open = this.entries.filter((e) => isOpen(e.state)).length;
    if (open >= approvalLimits.pending.value) {
      throw new SidecarError('TOO_MANY_APPROVALS', 'As many approvals are open as may be.', {
        facts: { open },
      });
    }
    let settled = this.#entries.size - open - approvalLimits.settledKept.value;
    for (const entry of this.#entries.values()) {
      if (settled < 0) return;
      if (isOpen(entry.state)) continue;
      this.#entries.delete(entry.name);
      settled -= 1;
    }
  }

  #newName(connection: string): string {
    for (;;) {
      const bytes = this.#random(NAME_SUFFIX);
      const suffix = Array.from(bytes, (b) => BASE32[b % BASE32.length]).join('');
      const name = `${connection}-${suffix}`;
      if (!this.#entries.has(name) && !this.#store.has(name)) return name;
    }
  }
}
