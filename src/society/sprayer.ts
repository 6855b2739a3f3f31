import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const COMMENTS = 340;

/** Identical short comments (their `meta` holds the same digest) on posts of many people; nobody answers. */
export interface SprayerTruth {
  readonly person: string;
  /** Comments given, each on another post. */
  readonly comments: number;
  /** Distinct people commented on: 340, or the whole audience where it is smaller. */
  readonly people: number;
  readonly landed: 0;
  readonly below: 0;
  readonly received: 0;
}

export function plantSprayer(stage: Stage): Plant<SprayerTruth> {
  const scene = new Scene('sprayer');
  const sprayer = scene.person('sprayer', { name: 'The Sprayer' });
  for (let k = 0; k < COMMENTS; k++) {
    const author = stage.watcherId(k % stage.audience);
    const at = stage.at(31 - Math.floor(k / 20), 660 + (k % 20) * 3);
    const inReplyTo = scene.post(author, at - 3_600_000);
    scene.act('comment', sprayer, author, at, { inReplyTo, meta: '{"text_digest":"5f3c0a"}' });
  }
  const people = Math.min(COMMENTS, stage.audience);
  return {
    truth: { person: sprayer, comments: COMMENTS, people, landed: 0, below: 0, received: 0 },
    records: scene.records,
  };
}
