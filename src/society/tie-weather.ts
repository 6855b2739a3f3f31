import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

export type Weather = 'SILENT' | 'REVIVED' | 'COOLING' | 'WARMING' | 'STEADY';

/** A pair that talks on known days: each names the other, the second 20 minutes after the first. */
export interface TieWeatherTruth {
  readonly people: readonly [string, string];
  /** Null below four active days. */
  readonly weather: Weather | null;
  /** UTC days before that of as-of, earliest first. */
  readonly daysBefore: readonly number[];
  /** Median gap, null with the weather. */
  readonly rhythmDays: number | null;
  readonly silenceDays: number;
  /** Rungs of the ladder of trust that these acts alone hold. */
  readonly ladder: {
    readonly reciprocated: boolean;
    readonly repeated: boolean;
    readonly overTime: boolean;
    readonly private: boolean;
  };
}

interface Plan {
  readonly name: string;
  readonly weather: Weather | null;
  readonly gaps: readonly number[];
  /** Days before as-of of the last active day. */
  readonly last: number;
  readonly rhythm: number | null;
  readonly overTime: boolean;
}

const PLANS: readonly Plan[] = [
  { name: 'cooling', weather: 'COOLING', gaps: [2, 2, 2, 2, 8, 8, 8, 8], last: 3, rhythm: 5, overTime: true },
  { name: 'silent', weather: 'SILENT', gaps: [3, 3, 3, 3, 3, 3], last: 40, rhythm: 3, overTime: false },
  { name: 'revived', weather: 'REVIVED', gaps: [3, 3, 3, 3, 30, 3], last: 4, rhythm: 3, overTime: true },
  { name: 'warming', weather: 'WARMING', gaps: [8, 8, 8, 8, 2, 2, 2, 2], last: 2, rhythm: 5, overTime: true },
  { name: 'steady', weather: 'STEADY', gaps: [4, 4, 4, 4, 4, 4, 4, 4, 4], last: 4, rhythm: 4, overTime: true },
  { name: 'brief', weather: null, gaps: [5, 5], last: 5, rhythm: null, overTime: false },
];

export function plantTieWeather(stage: Stage): Plant<readonly TieWeatherTruth[]> {
  const scene = new Scene('tie-weather');
  const truth = PLANS.map((plan) => play(scene, stage, plan));
  return { truth, records: scene.records };
}

function play(scene: Scene, stage: Stage, { name, weather, gaps, last, rhythm, overTime }: Plan): TieWeatherTruth {
  const people = [scene.person(`${name}-a`), scene.person(`${name}-b`)] as const;
  const daysBefore = [last];
  for (const gap of gaps.toReversed()) daysBefore.unshift(daysBefore[0]! + gap);
  for (const day of daysBefore) {
    scene.act('mention', people[0], people[1], stage.at(day, 720));
    scene.act('mention', people[1], people[0], stage.at(day, 740));
  }
  const ladder = { reciprocated: true, repeated: true, overTime, private: false };
  return { people, weather, daysBefore, rhythmDays: rhythm, silenceDays: last, ladder };
}
