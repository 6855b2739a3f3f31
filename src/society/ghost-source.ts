import { formatInstant } from '../domain/time.js';
import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const TOPICS = 4;
const MOST_READERS = 60;

/** What they post comes back from readers who never say where they have it from. */
export interface GhostSourceTruth {
  readonly person: string;
  /** Tags that nobody but the Ghost Source and the echoing readers uses, one a post. */
  readonly tags: readonly string[];
  /** Distinct people who read one post each. */
  readonly readers: number;
  /** Two readers of three post the tag 2 to 10 hours after reading, without reply, share or mention. */
  readonly echoes: readonly {
    readonly person: string;
    readonly tag: string;
    readonly readAt: string;
    readonly postedAt: string;
  }[];
  /** Acts on the Ghost Source other than reads. */
  readonly namedBy: 0;
}

export function plantGhostSource(stage: Stage): Plant<GhostSourceTruth> {
  const scene = new Scene('ghost-source');
  const ghost = scene.person('ghost-source', { name: 'The Ghost Source' });
  const tags = Array.from({ length: TOPICS }, (_, i) => `https://society.example/story/${i + 1}`);
  const posts = tags.map((tag, i) => scene.post(ghost, stage.at(80 - 15 * i, 420), [tag]));
  const readers = Math.min(MOST_READERS, stage.audience);
  const echoes: GhostSourceTruth['echoes'][number][] = [];
  for (let k = 0; k < readers; k++) {
    const topic = k % TOPICS;
    const reader = stage.watcherId(k);
    const readAt = stage.at(80 - 15 * topic, 450 + k);
    scene.act('read', reader, ghost, readAt, { inReplyTo: posts[topic]! });
    if (k % 3 === 2) continue;
    const postedAt = readAt + (2 + (k % 9)) * 3_600_000;
    scene.post(reader, postedAt, [tags[topic]!]);
    echoes.push({
      person: reader,
      tag: tags[topic]!,
      readAt: formatInstant(readAt),
      postedAt: formatInstant(postedAt),
    });
  }
  return { truth: { person: ghost, tags, readers, echoes, namedBy: 0 }, records: scene.records };
}
