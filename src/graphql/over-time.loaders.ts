import DataLoader from 'dataloader';
import type { Cadence, TieRhythm } from '../domain/cadence.js';
import { type Moment, momentOf } from '../domain/moment.js';
import type { ScoreRun } from '../domain/score-run.js';
import type { ReadCadence } from '../service/read-cadence.js';
import type { DialogueReading, ReadDialogue } from '../service/read-dialogue.js';
import type { Dyad } from '../store/reciprocity-store.js';

/** What one statement reads at most, since each pair may have many acts. */
const MOST_PAIRS = 5;

/** What pairs and people did over time, one statement for all of a page, seen from one instant per operation. */
export interface OverTimeLoaders {
  /** That of the published run, else now. */
  moment(): Promise<Moment>;
  readonly between: DataLoader<Dyad, DialogueReading | null, string>;
  readonly tie: DataLoader<Dyad, TieRhythm | null, string>;
  /** By number of the person. */
  readonly person: DataLoader<number, Cadence | null>;
}

export interface OverTimeSources {
  readonly readDialogue: ReadDialogue;
  readonly readCadence: ReadCadence;
}

export function createOverTimeLoaders(sources: OverTimeSources, run: () => Promise<ScoreRun | null>): OverTimeLoaders {
  let fixed: Promise<Moment> | undefined;
  const moment = () => (fixed ??= run().then((published) => momentOf(published, Date.now())));
  const cacheKeyFn = ({ from, to }: Dyad) => `${from} ${to}`;
  return {
    moment,
    between: new DataLoader(async (pairs) => sources.readDialogue.between(pairs, await moment()), {
      cacheKeyFn,
      maxBatchSize: MOST_PAIRS,
    }),
    tie: new DataLoader(async (pairs) => sources.readCadence.ofTies(pairs, await moment()), { cacheKeyFn }),
    person: new DataLoader(async (idx) => {
      const found = await sources.readCadence.ofPersons(idx, await moment());
      return idx.map((one) => found.get(one) ?? null);
    }),
  };
}
