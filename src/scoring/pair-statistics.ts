/*
 * Eight decayed sums per ordered pair u→v.
 * Definition: effort x, initiated i and attention a are sums over days of (day's weight * capped effort of that day's acts);
 * invitations n and answered n_A are decayed counts of closed and answered runs u→v; obligations o_uv = n_vu;
 * answered_credit A_uv adds 2^(-latency/W) per run of v that u answered; switches t is a sum over days of capped turn switches.
 * Cost: O(E). Source: model.md 2.2.
 */
import type { PairStatistic } from '../domain/network-scores.js';
import { PAIR_STATISTICS } from '../domain/network-scores.js';
import type { OrderedInteractions } from './canonical-order.js';
import type { ForwardDecay } from './forward-decay.js';
import type { KindTable } from './kind-table.js';
import { capped, DAY_CAP, DAY_SWITCH_CAP } from './saturation.js';
import { isAnswered, type RunColumns } from './timeline.js';

export type StatisticColumns = Readonly<Record<PairStatistic, Float64Array>>;

/** Columns by slot: slot 2d is low→high of dyad d, slot 2d+1 high→low; so slot ^ 1 is the way back. */
export interface PairStatisticColumns {
  /** Relative to the landmark, as stored. */
  readonly landmarked: StatisticColumns;
  readonly interactions: Int32Array;
  /** By dyad: distinct UTC days with a turn switch, not decayed. */
  readonly dialogueDays: Int32Array;
}

/** What the sums are made of. `window` is W in the unit of the instants. */
export interface PairSource {
  readonly rows: OrderedInteractions;
  readonly runs: RunColumns;
  readonly kinds: KindTable;
  readonly decay: ForwardDecay;
  readonly window: number;
}

/** Computes the eight statistics of every ordered pair. Towards an organisation only effort is kept. */
export function computePairStatistics(source: PairSource): PairStatisticColumns {
  const { rows, runs, kinds } = source;
  const slots = rows.dyads * 2;
  const landmarked = Object.fromEntries(
    PAIR_STATISTICS.map((name) => [name, new Float64Array(slots)]),
  ) as StatisticColumns;
  sumByDay(source, landmarked.effort, (row) => kinds.effort[rows.kind[row]!]!);
  sumByDay(source, landmarked.attention, (row) => kinds.attention[rows.kind[row]!]!);
  sumByDay(source, landmarked.initiated, (row) => {
    const kind = rows.kind[row]!;
    const initiates = kinds.initiating[kind]! || (kinds.conversational[kind]! && !runs.inAnswer[row]);
    return initiates ? kinds.weight[kind]! : 0;
  });
  sumRuns(source, landmarked);
  const dialogueDays = sumSwitches(source, landmarked.switches);
  keepEffortOnlyTowardsOrganisations(rows, landmarked);
  return { landmarked, interactions: countActs(rows), dialogueDays };
}

/** Stored statistics brought to an instant: each column times the `present` factor of a ForwardDecay. */
export function valuesAt(landmarked: StatisticColumns, present: number): StatisticColumns {
  return Object.fromEntries(
    PAIR_STATISTICS.map((name) => [name, scale(landmarked[name], present)]),
  ) as StatisticColumns;
}

function scale(column: Float64Array, factor: number): Float64Array {
  const scaled = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) scaled[i] = column[i]! * factor;
  return scaled;
}

function sumByDay({ rows, decay }: PairSource, sums: Float64Array, weightOf: (row: number) => number): void {
  for (let slot = 0; slot < sums.length; slot++) {
    const end = rows.offsets[(slot >> 1) + 1]!;
    let sum = 0;
    let day = 0;
    let amount = 0;
    for (let row = rows.offsets[slot >> 1]!; row < end; row++) {
      const weight = rows.side[row] === (slot & 1) ? weightOf(row) : 0;
      if (weight === 0) continue;
      if (rows.day[row] !== day) {
        if (amount > 0) sum += capped(amount, DAY_CAP) * decay.stored(day);
        day = rows.day[row]!;
        amount = 0;
      }
      amount += weight;
    }
    if (amount > 0) sum += capped(amount, DAY_CAP) * decay.stored(day);
    sums[slot] = sum;
  }
}

function sumRuns({ rows, runs, decay, window }: PairSource, sums: StatisticColumns): void {
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    for (let run = runs.offsets[dyad]!; run < runs.offsets[dyad + 1]!; run++) {
      const answered = isAnswered(runs, run, dyad);
      if (!answered && decay.asOf - runs.lastAt[run]! < window) continue;
      const inviter = dyad * 2 + runs.side[run]!;
      const weight = decay.stored(runs.firstDay[run]!);
      sums.invitations[inviter]! += weight;
      sums.obligations[inviter ^ 1]! += weight;
      if (!answered) continue;
      const latency = runs.firstAt[run + 1]! - runs.lastAt[run]!;
      sums.answered[inviter]! += weight;
      sums.answered_credit[inviter ^ 1]! += weight * 2 ** (-latency / window);
    }
  }
}

function sumSwitches({ rows, runs, decay }: PairSource, sums: Float64Array): Int32Array {
  const dialogueDays = new Int32Array(rows.dyads);
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    let sum = 0;
    let onDay = 0;
    const end = runs.offsets[dyad + 1]!;
    for (let run = runs.offsets[dyad]!; run < end; run++) {
      onDay += runs.answers[run]!;
      const dayGoesOn = run + 1 < end && runs.firstDay[run + 1] === runs.firstDay[run];
      if (dayGoesOn || onDay === 0) continue;
      sum += capped(onDay, DAY_SWITCH_CAP) * decay.stored(runs.firstDay[run]!);
      dialogueDays[dyad]!++;
      onDay = 0;
    }
    sums[dyad * 2] = sum;
    sums[dyad * 2 + 1] = sum;
  }
  return dialogueDays;
}

function keepEffortOnlyTowardsOrganisations(rows: OrderedInteractions, sums: StatisticColumns): void {
  for (let slot = 0; slot < rows.dyads * 2; slot++) {
    if (rows.social[slot >> 1]) continue;
    for (const name of PAIR_STATISTICS) if (name !== 'effort') sums[name][slot] = 0;
  }
}

function countActs(rows: OrderedInteractions): Int32Array {
  const counts = new Int32Array(rows.dyads * 2);
  for (let dyad = 0; dyad < rows.dyads; dyad++) {
    for (let row = rows.offsets[dyad]!; row < rows.offsets[dyad + 1]!; row++) counts[dyad * 2 + rows.side[row]!]!++;
  }
  return counts;
}
