import type { PersonKind } from './person-kind.js';

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

  /** Appends one interaction and returns its position. */
  push(actor: number, target: number, kind: number, at: number): number {
    if (this.length === this.actor.length) this.#grow();
    const row = this.length++;
    this.actor[row] = actor;
    this.target[row] = target;
    this.kind[row] = kind;
    this.at[row] = at;
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

/** Everything a score run reads. Order carries no meaning. */
export interface ScoreInput {
  /** Namespaced ids; positions are what the columns hold. */
  readonly ids: readonly string[];
  readonly kinds: readonly PersonKind[];
  readonly interactions: InteractionColumns;
  readonly shares: readonly ShareRow[];
}
