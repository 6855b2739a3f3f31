import type { BroadcastPart, RelationalComponent } from './network-scores.js';
import type { PersonKind } from './person-kind.js';

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
