/*
 * Relational score R: a power mean of eight squashed components, so that no single behaviour can be farmed.
 * Definition: R = 100 (Σ_k ω_k c_k^p)^(1/p), p = ½; c = z/(z+s) for sums, c = z for ratios; 0 ≤ R < 100.
 * Contribution of component k: R ω_k c_k^p / Σ_j ω_j c_j^p; contributions add up to R.
 * Cost: O(1) per person. Source: model.md 2.5.
 */
import type { Calibration } from '../domain/calibration.js';
import { RELATIONAL_COMPONENTS, type RelationalComponent } from '../domain/network-scores.js';

/** Weights ω of the components, summing to 1. */
export const COMPONENT_WEIGHTS: Readonly<Record<RelationalComponent, number>> = {
  initiative: 0.2,
  responsiveness: 0.15,
  resonance: 0.1,
  reciprocity: 0.1,
  dialogue: 0.22,
  breadth: 0.08,
  centrality: 0.05,
  listening: 0.1,
};

const EXPONENT = 0.5;

export type ComponentValues = Readonly<Record<RelationalComponent, number>>;

/** Weights without the missing components, renormalised to sum to 1; 0 for the missing ones. */
export function weightsWithout(missing: readonly RelationalComponent[]): ComponentValues {
  const present = RELATIONAL_COMPONENTS.filter((name) => !missing.includes(name));
  if (missing.length === 0) return COMPONENT_WEIGHTS;
  const total = present.reduce((sum, name) => sum + COMPONENT_WEIGHTS[name], 0);
  return mapComponents((name) => (missing.includes(name) ? 0 : COMPONENT_WEIGHTS[name] / total));
}

/** Squashes one raw component z ≥ 0 into [0, 1), strictly increasing. Ratios pass as they are. */
export function squash(name: RelationalComponent, raw: number, calibration: Calibration): number {
  const references: Partial<Record<RelationalComponent, number>> = calibration.relational;
  const reference = references[name];
  return reference === undefined ? raw : raw / (raw + reference);
}

/** Power mean with p = ½ of values in [0, 1] under weights that sum to 1; in [0, 1]. */
export function powerMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += weights[i]! * values[i]! ** EXPONENT;
  return sum ** (1 / EXPONENT);
}

/** R of one person from squashed components. */
export function relationalScore(squashed: ComponentValues, weights: ComponentValues): number {
  return 100 * powerMean(listComponents(squashed), listComponents(weights));
}

/** R of everybody from raw components as columns by person. */
export function relationalScores(
  raw: Readonly<Record<RelationalComponent, Float64Array>>,
  weights: ComponentValues,
  calibration: Calibration,
): Float64Array {
  const weightList = listComponents(weights);
  const squashed = new Float64Array(RELATIONAL_COMPONENTS.length);
  return raw.initiative.map((_, person) => {
    for (let k = 0; k < squashed.length; k++) {
      const name = RELATIONAL_COMPONENTS[k]!;
      squashed[k] = squash(name, raw[name][person]!, calibration);
    }
    return 100 * powerMean(squashed, weightList);
  });
}

/** What each component contributes to R; adds up to R. */
export function relationalContributions(squashed: ComponentValues, weights: ComponentValues): ComponentValues {
  const score = relationalScore(squashed, weights);
  const part = (name: RelationalComponent): number => weights[name] * squashed[name] ** EXPONENT;
  const total = RELATIONAL_COMPONENTS.reduce((sum, name) => sum + part(name), 0);
  return mapComponents((name) => (total > 0 ? (score * part(name)) / total : 0));
}

/** Builds a value for every component. */
export function mapComponents(compute: (name: RelationalComponent) => number): ComponentValues {
  return Object.fromEntries(RELATIONAL_COMPONENTS.map((name) => [name, compute(name)])) as ComponentValues;
}

function listComponents(values: ComponentValues): number[] {
  return RELATIONAL_COMPONENTS.map((name) => values[name]);
}
