import { describe, expect, it } from '@jest/globals';
import { decideRotation, type RotationFacts } from './decision.ts';
import { certificateLimits } from './limits.ts';
import type { CaState } from './types.ts';

const { authorityMs, authorityRenewMs, leafMs, lookMs } = certificateLimits;
const HOUR_MS = 3_600_000;
const began = new Date('2026-11-21T09:00:00Z');
const after = (ms: number): Date => new Date(began.getTime() + ms);
const pair = { certificate: 'crt', key: 'key' };
const common = { active: pair, since: began, rotated: '', past: '' };
const steady: CaState = { ...common, phase: 'Steady' };
const publishing: CaState = { ...common, phase: 'Publishing', next: pair };
const retiring: CaState = { ...common, phase: 'Retiring', previous: 'crt', cross: 'crt' };

function decided(facts: Partial<RotationFacts>): ReturnType<typeof decideRotation> {
  const expires = after(authorityMs.value);
  return decideRotation({
    ...{ state: steady, now: after(1_000), expires, wish: '', isPublished: true },
    ...{ holdMs: HOUR_MS, ...facts },
  });
}

describe('an authority', () => {
  it('is made where there is none', () => {
    expect(decided({ state: undefined })).toEqual({ do: 'create' });
  });

  it('is rotated at an age, and not before', () => {
    const age = authorityRenewMs.value;
    expect(decided({ now: after(age - 5) })).toEqual({ do: 'wait', ms: 5 });
    expect(decided({ now: after(age) })).toEqual({ do: 'publish' });
    expect(decided({ now: after(authorityMs.value + 1) })).toEqual({ do: 'publish' });
  });

  it('is rotated where a person wishes it, once for each wish', () => {
    expect(decided({ wish: 'CHG-1' })).toEqual({ do: 'publish' });
    expect(decided({ wish: 'CHG-1', state: { ...steady, rotated: 'CHG-1' } }).do).toBe('wait');
    expect(decided({ wish: 'CHG-2', state: { ...steady, rotated: 'CHG-1' } }).do).toBe('publish');
    expect(decided({ wish: '', state: { ...steady, rotated: 'CHG-1' } }).do).toBe('publish');
  });
});

describe('the next authority', () => {
  it('signs when it was known for long enough, and every webhook is called with it', () => {
    const state = publishing;
    expect(decided({ state })).toEqual({ do: 'wait', ms: HOUR_MS - 1_000 });
    expect(decided({ state, now: after(HOUR_MS) })).toEqual({ do: 'promote' });
    const untold = decided({ state, now: after(HOUR_MS), isPublished: false });
    expect(untold).toEqual({ do: 'wait', ms: lookMs.value });
  });

  it('does not wait for one that can sign no whole certificate any more', () => {
    const expires = after(leafMs.value - 1);
    expect(decided({ state: publishing, expires })).toEqual({ do: 'promote' });
    expect(decided({ state: publishing, expires, isPublished: false }).do).toBe('wait');
  });

  it('is alone when the one before was trusted for long enough', () => {
    expect(decided({ state: retiring }).do).toBe('wait');
    expect(decided({ state: retiring, now: after(HOUR_MS) })).toEqual({ do: 'drop' });
  });

  it('is not hurried by another wish', () => {
    expect(decided({ state: publishing, wish: 'again' }).do).toBe('wait');
    expect(decided({ state: retiring, wish: 'again' }).do).toBe('wait');
  });
});
