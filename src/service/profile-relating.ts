import { RELATIONAL_COMPONENTS, type RelationalComponent } from '../domain/network-scores.js';
import type { StoredScores } from '../domain/person.js';
import type { RelatingProfile, WeightProfile } from '../domain/relating-profile.js';
import type { ScoreRun } from '../domain/score-run.js';
import { BadInputError } from '../errors.js';
import {
  COMPONENT_WEIGHTS,
  mapComponents,
  relationalContributions,
  relationalScore,
  squash,
} from '../scoring/relational-score.js';

const MOST_WEIGHT = 1_000;

/**
 * The eight components of somebody's relational score under a weight profile; those left out keep the model's weight, all are brought to sum to 1.
 * Components that the run did not observe stay out. Throws BadInputError naming the weight.
 */
export function profileRelating(scores: StoredScores, run: ScoreRun, asked: WeightProfile): RelatingProfile {
  const observed = (name: RelationalComponent): boolean => name !== 'listening' || run.options.attentionTracked;
  const wanted = mapComponents((name) => (observed(name) ? checked(name, asked[name] ?? COMPONENT_WEIGHTS[name]) : 0));
  const total = RELATIONAL_COMPONENTS.reduce((sum, name) => sum + wanted[name], 0);
  if (total <= 0) throw new BadInputError('weights', 'weights must leave at least one observed component above 0.');
  const weights = mapComponents((name) => wanted[name] / total);
  const levels = mapComponents((name) => squash(name, scores.components[name], run.options.calibration));
  const contributions = relationalContributions(levels, weights);
  return {
    relational: relationalScore(levels, weights),
    spokes: RELATIONAL_COMPONENTS.map((name) => ({
      name,
      level: observed(name) ? levels[name] : null,
      weight: weights[name],
      contribution: contributions[name],
    })),
  };
}

function checked(name: RelationalComponent, weight: number): number {
  if (weight >= 0 && weight <= MOST_WEIGHT) return weight;
  throw new BadInputError(
    `weights.${name}`,
    `weights.${name} must be from 0 to ${MOST_WEIGHT}, not ${weight}. 0 leaves the component out; all weights are brought to sum to 1.`,
    { limit: MOST_WEIGHT },
  );
}
