import { GROUNDS, type Ground } from './ground.js';
import type { PersonKind } from './person-kind.js';

/** No message. */
export const NO_MESSAGE = -1;

/** Code of a ground in the columns: its position in GROUNDS. */
export const groundCode = (ground: Ground): number => GROUNDS.indexOf(ground);

/** What of an interaction goes beyond who acted on whom, how and when. */
export interface ActDetails {
  /** Number of the message acted upon, or NO_MESSAGE. */
  readonly object: number;
  /** Number of the message the act made or happened in, or NO_MESSAGE. */
  readonly message: number;
  /** Position in GROUNDS. */
  readonly ground: number;
}

const NO_DETAILS: ActDetails = { object: NO_MESSAGE, message: NO_MESSAGE, ground: groundCode('UNKNOWN') };

/** Growable columns of interactions between people, by position; the row type that stores fill and scoring reads. */
export class InteractionColumns {
  length = 0;
  /** Index of the actor in the people list. */
  actor = new Int32Array(1024);
  /** Index of the person acted upon. */
  target = new Int32Array(1024);
  /** Code of the kind in the KindRegistry. */
  kind = new Uint8Array(1024);
  /** Milliseconds since the epoch, UTC. */
  at = new Float64Array(1024);
  /** Number of the message acted upon, NO_MESSAGE for none. */
  object = new Int32Array(1024);
  /** Number of the message made, NO_MESSAGE for none. */
  message = new Int32Array(1024);
  /** Position in GROUNDS. */
  ground = new Uint8Array(1024);

  /** Appends one interaction and returns its position. */
  push(actor: number, target: number, kind: number, at: number, details: ActDetails = NO_DETAILS): number {
    if (this.length === this.actor.length) this.#grow();
    const row = this.length++;
    this.actor[row] = actor;
    this.target[row] = target;
    this.kind[row] = kind;
    this.at[row] = at;
    this.object[row] = details.object;
    this.message[row] = details.message;
    this.ground[row] = details.ground;
    return row;
  }

  #grow(): void {
    const size = this.actor.length * 2;
    const widen = <T extends Int32Array | Uint8Array | Float64Array>(old: T, wide: T): T => {
      wide.set(old);
      return wide;
    };
    this.actor = widen(this.actor, new Int32Array(size));
    this.target = widen(this.target, new Int32Array(size));
    this.kind = widen(this.kind, new Uint8Array(size));
    this.at = widen(this.at, new Float64Array(size));
    this.object = widen(this.object, new Int32Array(size));
    this.message = widen(this.message, new Int32Array(size));
    this.ground = widen(this.ground, new Uint8Array(size));
  }
}

/** One share of something; `of` leads up the cascade. */
export interface ShareRow {
  /** Id of the message the share made. */
  readonly message: string;
  /** Id of the message that was shared; null when only its owner is known. */
  readonly object: string | null;
  /** Index of who shared. */
  readonly actor: number;
  /** Index of whose content was shared. */
  readonly target: number;
  readonly at: number;
}

/** Messages as columns by number: what answers what, by whom and when. */
export interface MessageColumns {
  readonly length: number;
  /** Number of the message answered, NO_MESSAGE for none or unknown. */
  readonly parent: Int32Array;
  /** Position of the author in the people list, -1 when unknown. */
  readonly author: Int32Array;
  /** Milliseconds since the epoch, UTC; NaN when unknown. */
  readonly at: Float64Array;
}

/** Of a source that tells nothing about messages. */
export const noMessages = (): MessageColumns => ({
  length: 0,
  parent: new Int32Array(),
  author: new Int32Array(),
  at: new Float64Array(),
});

/** Everything a score run reads. Order carries no meaning. */
export interface ScoreInput {
  /** Namespaced ids; positions are what the columns hold. */
  readonly ids: readonly string[];
  readonly kinds: readonly PersonKind[];
  readonly interactions: InteractionColumns;
  readonly shares: readonly ShareRow[];
  readonly messages: MessageColumns;
}
