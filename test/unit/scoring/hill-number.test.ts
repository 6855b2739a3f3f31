import { describe, expect, it } from '@jest/globals';
import { hillNumber } from '../../../src/scoring/hill-number.js';

describe('hillNumber', () => {
  it('counts equal parts, and 0 for none', () => {
    expect(hillNumber(Float64Array.of(2, 2, 2, 2))).toBeCloseTo(4, 12);
    expect(hillNumber(Float64Array.of())).toBe(0);
    expect(hillNumber(Float64Array.of(0, 0))).toBe(0);
    expect(hillNumber(Float64Array.of(0, 5))).toBe(1);
  });

  it('gives 2^1.5 for shares of a half and two quarters', () => {
    expect(hillNumber(Float64Array.of(2, 1, 1))).toBeCloseTo(2 ** 1.5, 12);
  });

  it('reads only the first parts when told how many', () => {
    expect(hillNumber(Float64Array.of(1, 1, 99), 2)).toBeCloseTo(2, 12);
  });
});
