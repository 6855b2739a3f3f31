/*
 * The scoring pipeline: interactions in, two scores per person and the numbers behind them out. Pure.
 * Definition: order → runs → pair statistics → mutual network → trust → components → scores.
 * Same interactions and options give the same bits, whatever the order of rows or the numbering of persons.
 * Cost: O(E log E) for ordering, O(k L) for the walk. Source: model.md section 2.
 */
import type { KindRegistry } from '../domain/interaction-kind.js';
import type { NetworkScores, PersonScores, RelationalComponent } from '../domain/network-scores.js';
import type { ScoreInput } from '../domain/score-input.js';
import type { ScoreOptions } from '../domain/score-options.js';
import { readCalibration } from './calibration.js';
import { orderInteractions } from './canonical-order.js';
import { listContacts } from './contacts.js';
import { efficiencies } from './effective-size.js';
import { ForwardDecay, MILLISECONDS_PER_DAY } from './forward-decay.js';
import { type KindTable, tabulateKinds } from './kind-table.js';
import { buildMutualNetwork, dyadStrengths } from './mutual-network.js';
import { computePairStatistics } from './pair-statistics.js';
import { byPosition, orderPersons, type PersonOrder } from './person-order.js';
import { type ScoredNetwork, scorePeople } from './person-scores.js';
import { measureRelating } from './relating/measure-relating.js';
import { saturateColumn } from './saturation.js';
import { listTies } from './tie-columns.js';
import { findRuns, type RunColumns } from './timeline.js';
import { findSeeds, type Seeds, type Trust, trustEverybody, trustFromSeeds } from './trust.js';

/**
 * Scores everybody as of an instant. `dayLength` is the length of a day in the unit of the instants.
 * Throws RangeError for options outside their limits, or seeds of which none is a person in the data.
 */
export function scoreNetwork(
  input: ScoreInput,
  options: ScoreOptions,
  kinds: KindRegistry,
  dayLength: number = MILLISECONDS_PER_DAY,
): NetworkScores {
  checkOptions(options);
  const seeds = options.seeds && findSeeds(options.seeds, input.ids, input.kinds);
  const order = orderPersons(input.ids);
  const decay = new ForwardDecay(options.asOf, options.halfLifeDays, dayLength);
  const table = tabulateKinds(kinds);
  const window = options.answerWindowDays * decay.dayLength;
  const { network, runs } = buildNetwork(input, table, window, order, decay);
  const trust = computeTrust(network, seeds, options.trustDays);
  const missing: readonly RelationalComponent[] = options.attentionTracked ? [] : ['listening'];
  const people = scorePeople(input, network, trust, missing, options);
  return {
    people: spread(people, order),
    ties: listTies(network.contacts, network.pairs, network.strengths, order, decay.present),
    landmark: decay.landmark,
    trustMode: seeds ? 'seeded' : 'none',
    unknownSeeds: seeds?.unknown ?? [],
    componentsMissing: missing,
    relating: measureRelating({
      ...{ input, network, kinds: table, runs, window },
      trust: trust.trust,
      calibration: options.calibration,
    }),
  };
}

function checkOptions(options: ScoreOptions): void {
  const limits: [string, number, boolean][] = [
    ['asOf', options.asOf, Number.isFinite(options.asOf)],
    ['halfLifeDays', options.halfLifeDays, options.halfLifeDays > 0 && Number.isFinite(options.halfLifeDays)],
    [
      'answerWindowDays',
      options.answerWindowDays,
      options.answerWindowDays > 0 && Number.isFinite(options.answerWindowDays),
    ],
    ['trustDays', options.trustDays, options.trustDays >= 0],
  ];
  for (const [name, value, valid] of limits) {
    if (!valid) throw new RangeError(`${name} is ${value}: it must be finite and ${LIMITS[name]}`);
  }
  readCalibration(options.calibration);
}

const LIMITS: Readonly<Record<string, string>> = {
  asOf: 'an instant in milliseconds since the epoch',
  halfLifeDays: 'above 0 days',
  answerWindowDays: 'above 0 days',
  trustDays: 'not below 0 days',
};

function buildNetwork(
  input: ScoreInput,
  kinds: KindTable,
  window: number,
  order: PersonOrder,
  decay: ForwardDecay,
): { readonly network: ScoredNetwork; readonly runs: RunColumns } {
  const rows = orderInteractions(input, order, decay);
  const runs = findRuns(rows, kinds, window);
  const pairs = computePairStatistics({ rows, runs, kinds, decay, window });
  const contacts = listContacts(rows);
  const saturated = saturateColumn(pairs.landmarked.effort, decay.present);
  const strengths = dyadStrengths(saturated);
  const mutual = buildMutualNetwork(contacts, strengths);
  const isPerson = Uint8Array.from(order.positionOf, (position) => Number(input.kinds[position] === 'person'));
  const efficiency = efficiencies(mutual);
  const network = { rows, pairs, contacts, saturated, strengths, mutual, isPerson, efficiency, decay, order };
  return { network, runs };
}

function computeTrust(network: ScoredNetwork, seeds: Seeds | null, trustDays: number): Trust {
  const { mutual, contacts, strengths, pairs, order } = network;
  if (seeds === null) return trustEverybody(mutual, network.isPerson);
  const passes = (dyad: number): boolean => pairs.dialogueDays[dyad]! >= trustDays;
  const trusted = trustDays > 0 ? buildMutualNetwork(contacts, strengths, passes) : mutual;
  return trustFromSeeds(
    mutual,
    trusted,
    seeds.positions.map((position) => order.rankOf[position]!),
  );
}

function spread(people: PersonScores, order: PersonOrder): PersonScores {
  const columns = (source: object): object =>
    Object.fromEntries(
      Object.entries(source).map(([name, column]) => [
        name,
        column instanceof Float64Array || column instanceof Int32Array ? byPosition(column, order) : columns(column),
      ]),
    );
  return columns(people) as PersonScores;
}
