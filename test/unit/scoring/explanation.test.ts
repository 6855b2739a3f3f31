import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PAIR_STATISTICS, RELATIONAL_COMPONENTS } from '../../../src/domain/network-scores.js';
import { type TieStatistics, toAlterTie } from '../../../src/scoring/alter-tie.js';
import { UNIT_CALIBRATION } from '../../../src/scoring/calibration.js';
import { type ExplainedTie, explainBroadcast, explainRelational } from '../../../src/scoring/explanation.js';
import { RELATIONAL_MEASURES } from '../../../src/scoring/relational-components.js';
import { mapComponents } from '../../../src/scoring/relational-score.js';
import { optionsAt, ScoredLog } from './interaction-log.js';
import { AFTERWARDS, anyLog, anySeeds, PEOPLE } from './random-log.js';

/** What a service would read from the graph for one person: the ties both ways and the alters as persons. */
function tiesOf(scored: ScoredLog, id: string): ExplainedTie<string>[] {
  const { ties } = scored.scores;
  const { ids } = scored.input;
  const find = (from: string, to: string): TieStatistics | null => {
    const i = Array.from(ties.from).findIndex((person, row) => ids[person] === from && ids[ties.to[row]!] === to);
    if (i < 0) return null;
    return Object.fromEntries(PAIR_STATISTICS.map((name) => [name, ties.statistics[name][i]!])) as TieStatistics;
  };
  const total = (person: string): number =>
    ties.strength.reduce((sum, strength, i) => (ids[ties.from[i]!] === person ? sum + strength : sum), 0);
  return ids.map((alter) => {
    const trust = scored.of(alter, scored.people.trust);
    const centrality = scored.of(alter, scored.people.components.centrality);
    return {
      alter,
      tie: toAlterTie(find(id, alter), find(alter, id), { trust, centrality, totalStrength: total(alter) }),
    };
  });
}

const SUMS = ['initiative', 'dialogue', 'listening'] as const;

describe('explanation of one person from the stored ties', () => {
  it('adds up: contributions to R, alters to each component, and terms to the sums that scoreNetwork stored', () => {
    const check = fc.property(anyLog, fc.constantFrom(...PEOPLE), anySeeds, (log, id, seeds) => {
      const scored = new ScoredLog(log, optionsAt(AFTERWARDS, { seeds }));
      const raw = mapComponents((name) => scored.of(id, scored.people.components[name]));
      const ties = tiesOf(scored, id);
      const { relational, components } = explainRelational(raw, ties, UNIT_CALIBRATION);
      expect(relational).toBeCloseTo(scored.relational(id), 9);
      expect(components.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(relational, 9);
      for (const { name, alters } of components) {
        const amount = alters.reduce((sum, alter) => sum + alter.amount, 0);
        if (name !== 'centrality') expect(amount).toBeCloseTo(raw[name], 9);
        else expect(amount).toBeLessThanOrEqual(raw[name] + 1e-9);
        expect(alters.map(({ share }) => share)).toEqual(alters.map(({ share }) => share).sort((a, b) => b - a));
      }
      for (const name of SUMS) {
        expect(ties.reduce((sum, { tie }) => sum + RELATIONAL_MEASURES[name].part(tie), 0)).toBeCloseTo(raw[name], 9);
      }
    });
    fc.assert(check, { numRuns: 100 });
  });

  it('leaves to the restart what the alters do not bring to centrality', () => {
    const talk = ['a', 'b'].map((from, i) => ({ from, to: i ? 'a' : 'b', kind: 'dm', at: 0 }));
    const scored = new ScoredLog({ acts: talk }, optionsAt(AFTERWARDS));
    const raw = mapComponents((name) => scored.of('a', scored.people.components[name]));
    const { components } = explainRelational(raw, tiesOf(scored, 'a'), UNIT_CALIBRATION);
    const centrality = components[RELATIONAL_COMPONENTS.indexOf('centrality')]!;
    expect(centrality.alters.map(({ alter }) => alter)).toEqual(['b']);
    expect(centrality.alters[0]!.share).toBeCloseTo(0.8, 12);
  });

  it('adds the parts up to B and engagers up to engagement, with and without seeds', () => {
    const check = fc.property(anyLog, fc.constantFrom(...PEOPLE), anySeeds, (log, id, seeds) => {
      const scored = new ScoredLog(log, optionsAt(AFTERWARDS, { seeds }));
      const { engagement, audience, amplification } = scored.people.parts;
      const raw = {
        engagement: scored.of(id, engagement),
        audience: scored.of(id, audience),
        amplification: scored.of(id, amplification),
      };
      const options = { sharesTracked: true, seeded: seeds !== null };
      const { broadcast, parts, engagers } = explainBroadcast(raw, tiesOf(scored, id), UNIT_CALIBRATION, options);
      expect(broadcast).toBeCloseTo(scored.of(id, scored.people.broadcast), 9);
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(broadcast, 9);
      expect(engagers.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(raw.engagement, 9);
    });
    fc.assert(check, { numRuns: 100 });
  });
});
