import { describe, expect, it } from '@jest/globals';
import { endure } from './endurance.ts';

describe('a mixed load', () => {
  it('leaves nothing unrecorded, and recordings that verify', async () => {
    const { memory, ...left } = await endure({
      seconds: 3,
      connections: 14,
      paceMs: 50,
      progress: () => undefined,
    });
    expect(left).toMatchObject({ unrecorded: [], failures: [], stopped: 0, verified: 0 });
    expect(left.committed).toBeGreaterThan(20);
    expect(left.commands).toBeGreaterThan(20);
    expect(memory.late).toBeLessThan(150);
  });
});
