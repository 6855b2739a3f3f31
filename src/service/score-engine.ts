import type { KindRegistry } from '../domain/interaction-kind.js';
import type { ScoreInput } from '../domain/score-input.js';
import type { NetworkReciprocity } from '../domain/score-run.js';
import { pairsBetweenPersons } from '../scoring/network-reciprocity.js';
import { rankScores } from '../scoring/ranking.js';
import { compareReciprocityToChance } from '../scoring/reciprocity-null.js';
import { compareCapacities } from '../scoring/relating/capacity.js';
import { scoreNetwork } from '../scoring/score-network.js';
import type { ScoredNetwork, ScoringTask } from './refresh-scores.js';

/** Everything a run computes, in this thread. Throws RangeError for impossible options. */
export function computeScores(
  { input, options, minInteractions, knownReciprocity }: ScoringTask,
  kinds: KindRegistry,
): ScoredNetwork {
  const scores = scoreNetwork(input, options, kinds);
  const eligible = Uint8Array.from(input.kinds, (kind, person) =>
    Number(kind === 'person' && scores.people.interactions[person]! >= minInteractions),
  );
  const order = idOrder(input.ids);
  return {
    scores,
    ranks: {
      relational: rankScores(scores.people.relational, eligible, order),
      broadcast: rankScores(scores.people.broadcast, eligible, order),
      talkedAbout: rankScores(scores.relating.people.talkedAbout, eligible, order),
    },
    capacity: compareCapacities(scores.people.relational, scores.relating.people.invitations, eligible, order),
    reciprocity: knownReciprocity ?? reciprocityAboveChance(input, options.asOf, order),
  };
}

/** The null is drawn over persons in the order of their ids, so that how a graph numbers them makes no difference. */
function reciprocityAboveChance(input: ScoreInput, asOf: number, order: Int32Array): NetworkReciprocity {
  const { from, to } = pairsBetweenPersons(input, asOf);
  const place = (person: number): number => order[person]!;
  const { nullMean, nullDeviation, aboveChance } = compareReciprocityToChance({
    from: from.map(place),
    to: to.map(place),
  });
  return { nullMean, nullDeviation, excess: aboveChance };
}

function idOrder(ids: readonly string[]): Int32Array {
  const sorted = Int32Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const order = new Int32Array(ids.length);
  for (const [place, person] of sorted.entries()) order[person] = place;
  return order;
}
