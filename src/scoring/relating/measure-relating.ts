/*
 * How people relate beyond the two scores: invitations, landing, spark, talk about somebody, dialogues, returns. Pure.
 * Each measure has a file of its own beside this one; persons are ranks here, the result is by position in the input.
 */
import type { Calibration } from '../../domain/calibration.js';
import type { Relating } from '../../domain/relating.js';
import type { ScoreInput } from '../../domain/score-input.js';
import type { KindTable } from '../kind-table.js';
import { byPosition, type PersonOrder } from '../person-order.js';
import type { ScoredNetwork } from '../person-scores.js';
import type { RunColumns } from '../timeline.js';
import { indexActs } from './act-index.js';
import { dialogueHIndices } from './dialogue-h-index.js';
import { followInvitations, sumInvitations } from './invitations.js';
import { followComments, sumLandings } from './landing.js';
import { countReEntries } from './re-entry.js';
import { countBelow, sumSparks } from './spark.js';
import { talkedAbout } from './talked-about.js';
import { orderThreads } from './thread-order.js';

/** What relating is measured on, besides the network of the scores. */
export interface RelatingSource {
  readonly input: ScoreInput;
  readonly network: ScoredNetwork;
  readonly kinds: KindTable;
  readonly runs: RunColumns;
  /** By rank. */
  readonly trust: Float64Array;
  readonly calibration: Calibration;
  /** W in the unit of the instants. */
  readonly window: number;
}

/** Measures relating for everybody. O(E log E + M log M). */
export function measureRelating(source: RelatingSource): Relating {
  const { input, network, kinds, runs, trust, calibration, window } = source;
  const { rows, order, decay, contacts } = network;
  const acts = indexActs(input, rows, kinds);
  const clock = { asOf: decay.asOf, window, dayLength: decay.dayLength };
  const invited = followInvitations(acts, clock);
  const ledger = sumInvitations(acts, invited, clock);
  const landing = followComments(acts);
  const threads = orderThreads(input.messages);
  const isPerson = Uint8Array.from(input.kinds, (kind) => Number(kind === 'person'));
  const landed = sumLandings(acts, landing);
  const sparks = sumSparks(acts, landing, countBelow(input.messages, threads, isPerson));
  const returns = countReEntries(input.messages, threads, input.ids.length);
  for (let person = 0; person < isPerson.length; person++) {
    if (!isPerson[person]) returns.threads[person] = returns.returned[person] = 0;
  }
  return {
    people: {
      talkedAbout: byPosition(talkedAbout(acts, decay, trust, calibration), order),
      invitations: ledger.invitations.map((column) => byPosition(column, order)),
      latency: byPosition(ledger.latency, order),
      ...placed(landed, order),
      ...placed(sparks, order),
      dialogueHIndex: byPosition(dialogueHIndices(contacts, runs), order),
      ...returns,
    },
    outcomes: {
      invitation: bySource(invited.state, rows.source, input.interactions.length),
      landing: bySource(landing, rows.source, input.interactions.length),
    },
  };
}

function placed<C extends object>(columns: C, order: PersonOrder): C {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, byPosition(column as Float64Array, order)]),
  ) as C;
}

function bySource(column: Uint8Array, source: Int32Array, length: number): Uint8Array {
  const spread = new Uint8Array(length);
  for (let row = 0; row < column.length; row++) spread[source[row]!] = column[row]!;
  return spread;
}
