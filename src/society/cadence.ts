import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

/** Somebody with ten acts on known days, and nothing else. */
export interface CadenceTruth {
  readonly person: string;
  readonly acts: number;
  /** UTC days with an act. */
  readonly activeDays: number;
  /** Null below three active days. */
  readonly regularity: number | null;
  /** Between active days, or from the last one to the UTC day of as-of. */
  readonly longestSilenceDays: number;
}

/** Ten acts within one hour 30 days ago, and one a week over ten weeks, the last 3 days ago. */
export function plantCadence(stage: Stage): Plant<readonly CadenceTruth[]> {
  const scene = new Scene('cadence');
  const burst = scene.person('burst');
  const burstWitness = scene.person('burst-witness');
  for (let i = 0; i < 10; i++) scene.act('mention', burst, burstWitness, stage.at(30, 720 + 6 * i));
  const weekly = scene.person('weekly');
  const weeklyWitness = scene.person('weekly-witness');
  for (let i = 0; i < 10; i++) scene.act('mention', weekly, weeklyWitness, stage.at(66 - 7 * i, 720));
  const truth = [
    { person: burst, acts: 10, activeDays: 1, regularity: null, longestSilenceDays: 30 },
    { person: weekly, acts: 10, activeDays: 10, regularity: 1, longestSilenceDays: 7 },
  ];
  return { truth, records: scene.records };
}
