import { describe, expect, it } from '@jest/globals';
import { RELATIONAL_COMPONENTS } from '../../../src/domain/network-scores.js';
import { REFERENCE_V1, UNIT_CALIBRATION } from '../../../src/scoring/calibration.js';
import {
  mapComponents,
  powerMean,
  relationalScore,
  squash,
  weightsWithout,
} from '../../../src/scoring/relational-score.js';

describe('power mean', () => {
  it('gives ω² when one value is 1 and the rest 0, and 1 when all are', () => {
    expect(powerMean([1, 0], [0.2, 0.8])).toBeCloseTo(0.04, 12);
    expect(powerMean([1, 1], [0.2, 0.8])).toBeCloseTo(1, 12);
    expect(powerMean([0.25, 0.81], [0.4, 0.6])).toBeCloseTo((0.4 * 0.5 + 0.6 * 0.9) ** 2, 12);
  });

  it('gives 4 of 100, not 20, for initiative alone', () => {
    const alone = mapComponents((name) => (name === 'initiative' ? 1 : 0));
    expect(relationalScore(alone, weightsWithout([]))).toBeCloseTo(4, 12);
  });
});

describe('component weights', () => {
  it('sum to 1, also without listening, which then weighs 0', () => {
    for (const missing of [[], ['listening'] as const]) {
      const weights = weightsWithout(missing);
      expect(RELATIONAL_COMPONENTS.reduce((sum, name) => sum + weights[name], 0)).toBeCloseTo(1, 12);
    }
    expect(weightsWithout(['listening']).listening).toBe(0);
    expect(weightsWithout(['listening']).dialogue).toBeCloseTo(0.22 / 0.9, 12);
  });
});

describe('squash', () => {
  it('is one half at the reference and passes ratios as they are', () => {
    expect(squash('dialogue', 2.032, REFERENCE_V1)).toBe(0.5);
    expect(squash('initiative', 3, UNIT_CALIBRATION)).toBe(0.75);
    expect(squash('resonance', 0.3, REFERENCE_V1)).toBe(0.3);
  });
});
