import type { BroadcastPart, RelationalComponent } from './network-scores.js';
import type { PersonKind } from './person-kind.js';
import type { InvitationCounts, LandingCounts } from './relating.js';

/** What the published run stored for somebody. Null where the kind of account has no such number. */
export interface StoredScores {
  readonly relational: number | null;
  readonly broadcast: number | null;
  readonly trust: number | null;
  readonly given: number;
  readonly received: number;
  readonly confidence: number;
  readonly effectiveRelationships: number;
  readonly mutualTies: number;
  /** Interactions given and received between persons that the run counted. */
  readonly interactions: number;
  readonly rankRelational: number | null;
  readonly rankBroadcast: number | null;
  readonly percentileRelational: number | null;
  readonly percentileBroadcast: number | null;
  readonly components: Readonly<Record<RelationalComponent, number>>;
  readonly parts: Readonly<Record<BroadcastPart, number>>;
  /** Null when the run that scored them measured no relating, or for bots and organisations. */
  readonly relating: StoredRelating | null;
}

/** How somebody relates, as the published run stored it. */
export interface StoredRelating {
  readonly talkedAbout: number;
  readonly percentileTalkedAbout: number | null;
  /** Percentile of relational, and of the response rate, among people of similar load. */
  readonly percentileAmongPeers: number | null;
  readonly percentileResponseAmongPeers: number | null;
  readonly invitations: InvitationCounts;
  /** Kaplan-Meier median of the time to an answer, days. */
  readonly answerLatency: number | null;
  readonly landing: LandingCounts;
  /** Messages of others below own comments on others' ground, and what was to be expected. */
  readonly spark: { readonly followed: number; readonly expected: number };
  readonly dialogueHIndex: number;
  readonly reEntry: { readonly threads: number; readonly returned: number };
}

/** Somebody in the graph. */
export interface Person {
  /** Dense number, given at creation. */
  readonly idx: number;
  /** `platform:id`. */
  readonly id: string;
  readonly platform: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly kind: PersonKind;
  readonly roles: readonly string[];
  readonly organisation: string | null;
  /** Null before the first run that saw them. */
  readonly scores: StoredScores | null;
}
