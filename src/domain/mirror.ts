import type { Person } from './person.js';

export const MIRROR_TOPICS = ['ANSWERED', 'WAITING', 'LAPSED', 'SILENT', 'LANDED', 'OPENED', 'UNSERVED'] as const;
export type MirrorTopic = (typeof MIRROR_TOPICS)[number];

/** One sentence somebody may read about themselves, with the people it is about. */
export interface MirrorSentence {
  readonly topic: MirrorTopic;
  readonly text: string;
  /** How many people it is about. */
  readonly count: number;
  /** The first of them. */
  readonly people: readonly Person[];
}

/** What a person's own page says, in sentences, without a rank. */
export interface Mirror {
  /** Instant up to which it looks, milliseconds since the epoch. */
  readonly asOf: number;
  readonly sentences: readonly MirrorSentence[];
}
