import type { PersonRecord } from '../../domain/records.js';
import type { Reject, RejectCode } from '../../domain/verdict.js';
import { MessageState } from './message-state.js';

/** A person of the batch; `idx` is their number in the graph. */
export interface PersonState {
  readonly id: string;
  readonly idx: number;
  readonly fresh: boolean;
}

/** An interaction of the batch that may become a relationship. */
export interface PlannedInteraction {
  readonly id: string;
  readonly kind: string;
  readonly at: number;
  readonly actor: PersonState;
  /** Null while only the message tells. */
  readonly target: PersonState | null;
  readonly object: string | null;
  readonly message: string | null;
  readonly visibility: string;
  readonly platform: string | null;
  readonly atQuality: string;
  readonly tags: readonly string[];
  readonly meta: string | null;
  /** Null when a message record implied it. */
  readonly fingerprint: number | null;
  /** Waited in the graph until its message got an author. */
  readonly waited: boolean;
  /** Its object is the root of the thread that it named, whoever it was about there. */
  readonly placed: boolean;
}

/** Counts of one batch; the service adds them up. */
export interface BatchCounts {
  stored: number;
  duplicate: number;
  ignored: number;
  unresolved: number;
  mismatched: number;
}

/** Everything one transaction is going to write, planned afresh at each attempt. */
export class BatchPlan {
  readonly people = new Map<string, PersonState>();
  readonly peopleByIdx = new Map<number, PersonState>();
  readonly messages = new Map<string, MessageState>();
  readonly facts = new Map<string, PersonRecord>();
  /** Person id of every person record, in order. */
  readonly personRecords: string[] = [];
  readonly interactions: PlannedInteraction[] = [];
  readonly counts: BatchCounts = { stored: 0, duplicate: 0, ignored: 0, unresolved: 0, mismatched: 0 };
  readonly rejects: Reject[] = [];
  /** Ids of implied replies that give way to what an interaction record says. */
  readonly replaced: string[] = [];
  /** Number of the next new person, from the ledger. */
  nextPerson = 0;

  addKnownPerson(id: string, idx: number): void {
    const person = { id, idx, fresh: false };
    this.people.set(id, person);
    this.peopleByIdx.set(idx, person);
  }

  /** The person of this id, made when there is none yet. */
  person(id: string): PersonState {
    let person = this.people.get(id);
    if (person === undefined) {
      person = { id, idx: this.nextPerson++, fresh: true };
      this.people.set(id, person);
      this.peopleByIdx.set(person.idx, person);
    }
    return person;
  }

  /** Somebody known only by number, such as the author of a known message. */
  personByIdx(idx: number): PersonState {
    let person = this.peopleByIdx.get(idx);
    if (person === undefined) {
      person = { id: '', idx, fresh: false };
      this.peopleByIdx.set(idx, person);
    }
    return person;
  }

  /** The message of this id, a stub when there is none yet. */
  message(id: string): MessageState {
    let message = this.messages.get(id);
    if (message === undefined) {
      message = new MessageState(id, false);
      this.messages.set(id, message);
    }
    return message;
  }

  /** Ids of known messages that get their author, for whom something may have waited. */
  awaited(): string[] {
    return [...this.messages.values()].filter(({ known, authored }) => known && authored).map(({ id }) => id);
  }

  reject(index: number, code: RejectCode, path: string, message: string): void {
    this.rejects.push({ index, code, path, message });
  }
}
