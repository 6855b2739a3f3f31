import type { Visibility } from '../../domain/records.js';
import { NO_TIME } from '../../domain/time.js';

/** Where a message stands in its thread. */
export interface ThreadLabel {
  readonly conversation: string;
  readonly depth: number;
  readonly starter: number;
}

/** What one record says about a message. Of several records the smallest id decides; a message record's is the empty string. */
export interface MessageFacts {
  readonly record: string;
  readonly author: number | null;
  /** NO_TIME where the record does not know. */
  readonly at: number;
  readonly parent: string | null;
  readonly visibility: Visibility;
  readonly platform: string | null;
  readonly tags: readonly string[];
  /** An interaction that made this message and says what it answers, so that no reply is implied. */
  readonly explicit: boolean;
  /** Set by message records only. */
  readonly fingerprint: number | null;
  /** A message record that names its thread but no parent. */
  readonly byConversation: boolean;
}

/** A message of the batch: as it is in the graph, and as the batch changes it. */
export class MessageState {
  readonly id: string;
  /** In the graph before this batch. */
  readonly known: boolean;
  /** Only referred to so far. */
  stub = true;
  at = 0;
  author: number | null = null;
  label: ThreadLabel | null = null;
  /** Parent set by this batch; undefined when the batch does not touch it. */
  parent: string | undefined;
  hasParent = false;
  parentRecord = '';
  factsRecord = '';
  /** With `platform` and `tags` from the record that decides; null where none of this batch does. */
  visibility: Visibility | null = null;
  /** Null where that record names an author, whose platform it is. */
  platform: string | null = null;
  tags: readonly string[] | null = null;
  explicit = false;
  /** Of the message record that has been stored for it. */
  fingerprint: number | null = null;
  byConversation = false;
  /** Its record names no author. */
  anonymous = false;
  /** Time that its record told, as far as this batch knows; `at` where the two differ is the earlier one of another record. */
  toldAt: number | null = null;

  changed = false;
  /** Was in the graph and has got another parent. */
  moved = false;
  /** Has got its first author in this batch. */
  authored = false;
  /** Was in the graph and its own label changed by becoming known or by getting an author. */
  relabelled = false;
  /** Was a known root and its thread has got another starter. */
  restarted = false;

  constructor(id: string, known: boolean) {
    this.id = id;
    this.known = known;
  }

  /** A message record has been stored for it. */
  get recorded(): boolean {
    return this.fingerprint !== null;
  }

  /** Takes over what a record says, whatever the order of records. */
  merge(facts: MessageFacts): void {
    const first = this.stub;
    const earlier = first || (facts.at !== NO_TIME && (this.at === NO_TIME || facts.at < this.at));
    const decides = first || facts.record < this.factsRecord;
    const names = this.author === null && facts.author !== null;
    if (facts.fingerprint !== null) this.toldAt = facts.at;
    else if (earlier && this.recorded) this.toldAt ??= this.at;
    this.changed ||= earlier || decides || names || facts.fingerprint !== null || (facts.explicit && !this.explicit);
    if (earlier) this.at = facts.at;
    if (names) {
      this.author = facts.author;
      this.authored = true;
    }
    if (decides) this.#takeFacts(facts);
    this.#mergeParent(facts);
    this.explicit ||= facts.explicit;
    if (facts.fingerprint !== null) {
      this.fingerprint = facts.fingerprint;
      this.byConversation = facts.byConversation;
      this.anonymous = facts.author === null;
    }
    this.stub = false;
  }

  #takeFacts(facts: MessageFacts): void {
    this.factsRecord = facts.record;
    this.visibility = facts.visibility;
    this.platform = facts.author === null ? facts.platform : null;
    this.tags = facts.tags;
  }

  #mergeParent(facts: MessageFacts): void {
    if (facts.parent === null) return;
    if (this.hasParent && facts.record >= this.parentRecord) return;
    this.moved ||= this.known && !this.stub;
    this.changed = true;
    this.parent = facts.parent;
    this.parentRecord = facts.record;
    this.hasParent = true;
  }
}
