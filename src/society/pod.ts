import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const MEMBERS = 8;
const POSTS_EACH = 5;

/** Eight accounts praise one another within minutes, and nobody else has anything to do with them. */
export interface PodTruth {
  readonly members: readonly string[];
  readonly posts: number;
  /** Between members, none answered; there are no other acts. */
  readonly comments: number;
  readonly likes: number;
  /** Longest time from a post to praise of it. */
  readonly withinMinutes: number;
}

export function plantPod(stage: Stage): Plant<PodTruth> {
  const scene = new Scene('pod');
  const members = scene.people('pod', MEMBERS);
  for (let round = 0; round < POSTS_EACH; round++) {
    for (const [i, author] of members.entries()) {
      const at = stage.at(70 - 8 * round - i, 720);
      const inReplyTo = scene.post(author, at);
      for (let k = 1; k < MEMBERS; k++) {
        const fan = members[(i + k) % MEMBERS]!;
        scene.act('like', fan, author, at + k * 60_000, { inReplyTo });
        scene.act('comment', fan, author, at + (k + 1) * 60_000, { inReplyTo });
      }
    }
  }
  const posts = MEMBERS * POSTS_EACH;
  const praise = posts * (MEMBERS - 1);
  return {
    truth: { members, posts, comments: praise, likes: praise, withinMinutes: MEMBERS },
    records: scene.records,
  };
}
