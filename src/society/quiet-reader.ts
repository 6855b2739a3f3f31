import { everyMinutes, type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const READS = 60;
const DIALOGUES = [
  { day: 20, acts: 21 },
  { day: 15, acts: 25 },
];

/** Reads and reacts to nothing, then opens two private dialogues. */
export interface QuietReaderTruth {
  readonly person: string;
  readonly reads: number;
  /** Distinct people read. */
  readonly authors: number;
  readonly reactions: 0;
  readonly publicActs: 0;
  /** Each opened and closed by the reader with a dm, in turn all through, so that depth = acts. */
  readonly dialogues: readonly { readonly with: string; readonly depth: number }[];
  /** Conversational acts received, all answered, 15 minutes later. */
  readonly invitations: number;
}

export function plantQuietReader(stage: Stage): Plant<QuietReaderTruth> {
  const scene = new Scene('quiet-reader');
  const reader = scene.person('quiet-reader', { name: 'The Quiet Reader' });
  const authors = Math.min(20, stage.audience);
  for (let i = 0; i < READS; i++) {
    const author = stage.watcher(i % authors);
    const inReplyTo = stage.ordinary.posts(author)[0]!.id;
    scene.act('read', reader, stage.ordinary.id(author), stage.at(95 - i, 1_200), { inReplyTo });
  }
  const dialogues = DIALOGUES.map(({ day, acts }, i) => {
    const kinds = Array.from({ length: acts }, () => 'dm');
    scene.exchange([reader, stage.watcherId(i)], kinds, everyMinutes(stage.at(day, 540), 15, acts));
    return { with: stage.watcherId(i), depth: acts };
  });
  const invitations = DIALOGUES.reduce((sum, { acts }) => sum + (acts - 1) / 2, 0);
  const truth = { person: reader, reads: READS, authors, reactions: 0, publicActs: 0, dialogues, invitations } as const;
  return { truth, records: scene.records };
}
