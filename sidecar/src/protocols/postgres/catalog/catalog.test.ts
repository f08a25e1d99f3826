import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { NameReference } from '@chaperone/core/sql';
import { postgresLimits } from '../../../config/limits.ts';
import { Catalog } from './catalog.ts';

/** A target that knows none of the names. */
const empty = { query: async (): Promise<[]> => Promise.resolve([]) };

function names(count: number, prefix = 'r'): readonly NameReference[] {
  const name = (i: number): NameReference => ({ kind: 'relation', name: `${prefix}${String(i)}` });
  return Array.from({ length: count }, (_, i) => name(i));
}

describe('what is known of names', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is forgotten where it gets too much, never within one text', async () => {
    const catalog = new Catalog(empty);
    const many = names(postgresLimits.catalogNames.value + 1);
    await catalog.load(many);
    expect(catalog.missing(many)).toEqual([]);
    const { generation } = catalog;
    const further = names(1, 'further');
    await catalog.load(further);
    expect(catalog.generation).toBeGreaterThan(generation);
    expect(catalog.missing(further)).toEqual([]);
    expect(catalog.missing(many)).toHaveLength(many.length);
  });

  it('is forgotten under other settings as soon as it is forgotten above', async () => {
    const above = new Catalog(empty);
    const under = above.under('SET search_path = other;');
    await under.load(names(1));
    const { generation } = under;
    above.invalidate();
    expect(under.generation).toBeGreaterThan(generation);
    expect(under.missing(names(1))).toHaveLength(1);
  });

  it('is forgotten under other settings after a time', async () => {
    jest.useFakeTimers();
    const under = new Catalog(empty).under('SET search_path = other;');
    await under.load(names(1));
    const { generation } = under;
    jest.advanceTimersByTime(postgresLimits.catalogRefreshMs.value - 1);
    expect(under.generation).toBe(generation);
    jest.advanceTimersByTime(2);
    expect(under.generation).toBeGreaterThan(generation);
  });
});
