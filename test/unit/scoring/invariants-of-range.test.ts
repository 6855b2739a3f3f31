import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RELATIONAL_COMPONENTS } from '../../../src/domain/network-scores.js';
import { REFERENCE_V1, UNIT_CALIBRATION } from '../../../src/scoring/calibration.js';
import {
  mapComponents,
  relationalContributions,
  relationalScore,
  squash,
  weightsWithout,
} from '../../../src/scoring/relational-score.js';
import { optionsAt, ScoredLog } from './interaction-log.js';
import { AFTERWARDS, anyLog, anySeeds, PEOPLE } from './random-log.js';

const RUNS = { numRuns: 300 };
const RATIOS = ['responsiveness', 'resonance', 'reciprocity'];

const anyComponents = fc
  .array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 8, maxLength: 8 })
  .map((values) =>
    mapComponents((name) => {
      const value = values[RELATIONAL_COMPONENTS.indexOf(name)]!;
      return RATIOS.includes(name) ? value / 51 : value;
    }),
  );
const anyCalibration = fc.constantFrom(UNIT_CALIBRATION, REFERENCE_V1);
const anyMissing = fc.constantFrom([], ['listening'] as const);

describe('invariants 1, 15 and 16: range, contributions, monotone squash', () => {
  it('1. keeps 0 ≤ R < 100, B ≥ 0, trust and confidence in [0, 1], and nothing is ever NaN', () => {
    const check = fc.property(anyLog, anySeeds, anyCalibration, fc.boolean(), (log, seeds, calibration, tracked) => {
      const options = optionsAt(AFTERWARDS, { seeds, calibration, attentionTracked: tracked, sharesTracked: tracked });
      const { people, scores } = new ScoredLog(log, options);
      const { components, parts, ...rest } = people;
      for (const column of [...Object.values(rest), ...Object.values(components), ...Object.values(parts)]) {
        expect(column.every((value: number) => value >= 0 && value < Number.POSITIVE_INFINITY)).toBe(true);
      }
      expect(Math.max(...people.relational)).toBeLessThan(100);
      expect(Math.max(...people.trust)).toBeLessThanOrEqual(1);
      expect(Math.max(...people.confidence)).toBeLessThan(1);
      for (const column of Object.values(scores.ties.statistics))
        expect(column.every((value) => value >= 0)).toBe(true);
    });
    fc.assert(check, RUNS);
  });

  it('1. gives somebody without history 0 in both scores and no confidence', () => {
    const check = fc.property(anyLog, anySeeds, (log, seeds) => {
      const scored = new ScoredLog({ ...log, ids: ['x:nobody', ...PEOPLE] }, optionsAt(AFTERWARDS, { seeds }));
      const { relational, broadcast, confidence, effectiveRelationships } = scored.people;
      const numbers = [relational, broadcast, confidence, effectiveRelationships].map((column) =>
        scored.of('x:nobody', column),
      );
      expect(numbers).toEqual([0, 0, 0, 0]);
    });
    fc.assert(check, RUNS);
  });

  it('15. adds contributions up to R', () => {
    const check = fc.property(anyComponents, anyCalibration, anyMissing, (raw, calibration, missing) => {
      const weights = weightsWithout(missing);
      const squashed = mapComponents((name) => squash(name, raw[name], calibration));
      const contributions = relationalContributions(squashed, weights);
      const sum = RELATIONAL_COMPONENTS.reduce((total, name) => total + contributions[name], 0);
      expect(Math.abs(sum - relationalScore(squashed, weights))).toBeLessThan(1e-9);
      const root = Math.sqrt(relationalScore(squashed, weights) / 100);
      const wrong = RELATIONAL_COMPONENTS.filter((name) => {
        return !(Math.abs(contributions[name] - 100 * root * weights[name] * Math.sqrt(squashed[name])) < 1e-9);
      });
      expect(wrong).toEqual([]);
    });
    fc.assert(check, RUNS);
  });

  it('16. raises R whenever one raw component rises and the others stay', () => {
    const which = fc.constantFrom(...RELATIONAL_COMPONENTS);
    const by = fc.double({ min: 1e-3, max: 10, noNaN: true });
    const check = fc.property(anyComponents, which, by, anyCalibration, (raw, name, rise, calibration) => {
      const scoreOf = (values: typeof raw): number =>
        relationalScore(
          mapComponents((each) => squash(each, values[each], calibration)),
          weightsWithout([]),
        );
      const raised = RATIOS.includes(name) ? raw[name] + (1 - raw[name]) * (rise / 11) : raw[name] + rise;
      expect(scoreOf({ ...raw, [name]: raised })).toBeGreaterThan(scoreOf(raw));
    });
    fc.assert(check, RUNS);
  });
});
