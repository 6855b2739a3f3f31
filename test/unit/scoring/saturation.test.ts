import { describe, expect, it } from '@jest/globals';
import { capped, DAY_CAP, saturate, thinned } from '../../../src/scoring/saturation.js';

describe('caps', () => {
  it('let a day of acts worth 3 count 1.5 under the day cap of 3', () => {
    expect(capped(3, DAY_CAP)).toBe(1.5);
    expect(capped(0, DAY_CAP)).toBe(0);
  });

  it('let ten acts in a day count less than ten days of one act', () => {
    expect(capped(10, DAY_CAP)).toBeLessThan(10 * capped(1, DAY_CAP));
    expect(capped(10, DAY_CAP)).toBeCloseTo(30 / 13, 12);
  });

  it('keep one relationship below 4 and at half of it for an amount of 4', () => {
    expect(saturate(4)).toBe(2);
    expect(saturate(1e12)).toBeLessThan(4);
    expect(4 * thinned(4)).toBe(saturate(4));
  });
});
