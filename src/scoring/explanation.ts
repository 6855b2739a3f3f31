/*
 * Explanation: what makes up one person's scores, exactly.
 * Definition: contributions of the components add up to R and those of the parts to B. Inside a component every alter has a
 * share of the sum (of the numerator, for ratios): part / Σ parts, by the same functions that scored; inside centrality the
 * shares are the walk's inflow from each alter, and what is missing to 1 is the restart. Amounts are share * raw component.
 * Cost: O(deg log deg). Source: model.md 2.5.
 */
import type { Calibration } from '../domain/calibration.js';
import {
  BROADCAST_PARTS,
  type BroadcastPart,
  RELATIONAL_COMPONENTS,
  type RelationalComponent,
} from '../domain/network-scores.js';
import type { AlterTie } from './alter-tie.js';
import {
  broadcastScore,
  newcomersEngagement,
  type PartValues,
  partContribution,
  partWeights,
  squashPart,
} from './broadcast-score.js';
import { RELATIONAL_MEASURES } from './relational-components.js';
import {
  type ComponentValues,
  mapComponents,
  relationalContributions,
  relationalScore,
  squash,
  weightsWithout,
} from './relational-score.js';

/** One alter of the explained person, named by whatever key the caller uses. */
export interface ExplainedTie<Key> {
  readonly alter: Key;
  readonly tie: AlterTie;
}

/** What one alter makes of a component: in the unit of the raw component, and as a share of it in [0, 1]. */
export interface AlterShare<Key> {
  readonly alter: Key;
  readonly amount: number;
  readonly share: number;
}

export interface ComponentExplanation<Key> {
  readonly name: RelationalComponent;
  readonly weight: number;
  readonly raw: number;
  readonly squashed: number;
  readonly contribution: number;
  /** Alters with a part in it, largest first; equal ones in the order given. */
  readonly alters: readonly AlterShare<Key>[];
}

export interface RelationalExplanation<Key> {
  readonly relational: number;
  readonly components: readonly ComponentExplanation<Key>[];
}

/** Explains R from the stored raw components and the ties of one person. Missing components weigh 0. */
export function explainRelational<Key>(
  raw: ComponentValues,
  ties: readonly ExplainedTie<Key>[],
  calibration: Calibration,
  missing: readonly RelationalComponent[] = [],
): RelationalExplanation<Key> {
  const weights = weightsWithout(missing);
  const squashed = mapComponents((name) => squash(name, raw[name], calibration));
  const contributions = relationalContributions(squashed, weights);
  return {
    relational: relationalScore(squashed, weights),
    components: RELATIONAL_COMPONENTS.map((name) => ({
      name,
      weight: weights[name],
      raw: raw[name],
      squashed: squashed[name],
      contribution: contributions[name],
      alters: shareAmong(ties, RELATIONAL_MEASURES[name].part, raw[name], name === 'centrality'),
    })),
  };
}

export interface PartExplanation {
  readonly name: BroadcastPart;
  readonly weight: number;
  readonly raw: number;
  readonly squashed: number;
  readonly contribution: number;
}

export interface BroadcastExplanation<Key> {
  readonly broadcast: number;
  readonly parts: readonly PartExplanation[];
  /** Whose engagement it is; those without trust share what passes through their common cap. */
  readonly engagers: readonly AlterShare<Key>[];
}

/** Explains B from the stored raw parts and the ties of one person or organisation. */
export function explainBroadcast<Key>(
  raw: PartValues,
  ties: readonly ExplainedTie<Key>[],
  calibration: Calibration,
  options: { readonly sharesTracked: boolean; readonly seeded: boolean },
): BroadcastExplanation<Key> {
  const weights = partWeights(options.sharesTracked);
  const untrusted = ties.reduce((sum, { tie }) => (tie.trust === 0 ? sum + tie.received : sum), 0);
  const passed = untrusted > 0 ? newcomersEngagement(untrusted, options.seeded) / untrusted : 0;
  const engagement = (tie: AlterTie): number => (tie.trust === 0 ? passed : tie.trust) * tie.received;
  return {
    broadcast: broadcastScore(raw, weights, calibration),
    parts: BROADCAST_PARTS.map((name) => ({
      name,
      weight: weights[name],
      raw: raw[name],
      squashed: squashPart(name, raw[name], calibration),
      contribution: partContribution(name, raw, weights, calibration),
    })),
    engagers: shareAmong(ties, engagement, raw.engagement, false),
  };
}

function shareAmong<Key>(
  ties: readonly ExplainedTie<Key>[],
  partOf: (tie: AlterTie) => number,
  raw: number,
  ofRaw: boolean,
): AlterShare<Key>[] {
  const parts = ties.map(({ alter, tie }) => ({ alter, part: partOf(tie) })).filter(({ part }) => part > 0);
  const total = ofRaw ? raw : parts.reduce((sum, { part }) => sum + part, 0);
  if (!(raw > 0 && total > 0)) return [];
  return parts
    .map(({ alter, part }) => ({ alter, amount: (part / total) * raw, share: part / total }))
    .sort((a, b) => b.share - a.share);
}
