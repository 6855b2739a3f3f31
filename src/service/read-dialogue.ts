import type { DialogueActs, Episodes } from '../domain/dialogue.js';
import type { KindRegistry } from '../domain/interaction-kind.js';
import type { Moment } from '../domain/moment.js';
import type { TrustLadder } from '../domain/trust-ladder.js';
import { findEpisodes } from '../scoring/dialogue-episodes.js';
import { climbLadder } from '../scoring/trust-ladder.js';
import type { DialogueStore } from '../store/dialogue-store.js';
import type { Dyad } from '../store/reciprocity-store.js';

/** What the conversational acts of two persons come to. */
export interface DialogueReading extends Episodes {
  readonly ladder: TrustLadder;
  /** Only the newest acts were read. */
  readonly truncated: boolean;
}

/** Reads the acts of pairs and cuts them into episodes; nothing of it is stored. */
export class ReadDialogue {
  readonly #dialogues: Pick<DialogueStore, 'actsBetween'>;
  readonly #kinds: readonly string[];

  constructor(dialogues: Pick<DialogueStore, 'actsBetween'>, kinds: KindRegistry) {
    this.#dialogues = dialogues;
    this.#kinds = kinds.kinds.filter((kind) => kind.conversational).map((kind) => kind.name);
  }

  /** In the order of the pairs, up to the instant of the moment. Two who never spoke have no episodes; null unless both are persons. */
  async between(pairs: readonly Dyad[], { asOf, window }: Moment): Promise<(DialogueReading | null)[]> {
    const found = await this.#dialogues.actsBetween(pairs, this.#kinds, asOf);
    return found.map((read) => (read === null ? null : readingOf(read, window)));
  }
}

function readingOf({ acts, total }: DialogueActs, window: number): DialogueReading {
  return { ...findEpisodes(acts, window), ladder: climbLadder(acts, window), truncated: total > acts.length };
}
