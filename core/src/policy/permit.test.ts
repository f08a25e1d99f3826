import { describe, expect, it } from '@jest/globals';
import { mintPermit } from './permit.ts';

describe('permit', () => {
  it('says how it came about and cannot be changed', () => {
    expect(mintPermit('policy').by).toBe('policy');
    expect(mintPermit('approval').by).toBe('approval');
    expect(Object.isFrozen(mintPermit('policy'))).toBe(true);
  });
});
