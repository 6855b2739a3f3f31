import type { PersonKind } from './person-kind.js';

export const VISIBILITIES = ['public', 'unlisted', 'followers', 'group', 'direct'] as const;
/** Who could see it. `direct` interactions are kept as metadata only. */
export type Visibility = (typeof VISIBILITIES)[number];

export const AT_QUALITIES = ['exact', 'estimated', 'unknown'] as const;
/** How far a time can be trusted; interactions of unknown time are stored and shown, never scored. */
export type AtQuality = (typeof AT_QUALITIES)[number];

/** Somebody acted on somebody, or on a message whose author may not be known yet. */
export interface InteractionRecord {
  readonly type: 'interaction';
  readonly id: string;
  /** Namespaced person id, `platform:id`. */
  readonly from: string;
  /** Namespaced person id; null when only `inReplyTo` tells. */
  readonly to: string | null;
  /** Name of a registered kind, lower case. */
  readonly kind: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
  readonly atQuality: AtQuality;
  /** Id of the message this act made or happened in. */
  readonly message: string | null;
  /** Id of the message acted upon. */
  readonly inReplyTo: string | null;
  /** Thread root as the source names it. */
  readonly conversation: string | null;
  readonly visibility: Visibility;
  readonly platform: string;
  readonly tags: readonly string[];
  /** Kept as JSON text, never interpreted. */
  readonly meta: string | null;
}

/** A post that names no person: the reply index, and the denominator of reach. */
export interface MessageRecord {
  readonly type: 'message';
  readonly id: string;
  /** Null for deleted accounts. */
  readonly author: string | null;
  readonly at: number;
  readonly inReplyTo: string | null;
  readonly conversation: string | null;
  readonly visibility: Visibility;
  readonly platform: string | null;
  readonly tags: readonly string[];
}

/** Facts about somebody; an upsert in which an absent field says nothing. */
export interface PersonRecord {
  readonly type: 'person';
  readonly id: string;
  readonly platform: string;
  readonly name?: string;
  readonly handle?: string;
  readonly kind?: PersonKind;
  readonly roles?: readonly string[];
  readonly organisation?: string;
  readonly aliases?: readonly string[];
}

/** Takes back, for good, the interaction and the message record of this id, whether they are there or come later. */
export interface RetractionRecord {
  readonly type: 'retraction';
  readonly id: string;
}

/** A record that says something. */
export type StatementRecord = InteractionRecord | MessageRecord | PersonRecord;
export type CanonicalRecord = StatementRecord | RetractionRecord;
