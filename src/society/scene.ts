import type { CanonicalRecord, PersonRecord } from '../domain/records.js';
import { type ActDetails, act, HOME, person, post } from './acts.js';

/** What a plant leaves behind. */
export interface Plant<Truth> {
  /** Exact numbers, by construction. */
  readonly truth: Truth;
  readonly records: readonly CanonicalRecord[];
}

/** Records of one plant in the making, with ids of its own. */
export class Scene {
  readonly records: CanonicalRecord[] = [];
  readonly #name: string;
  #count = 0;

  constructor(name: string) {
    this.#name = name;
  }

  /** Brings in somebody of the plant's own; returns the id. */
  person(
    local: string,
    facts: Pick<PersonRecord, 'kind' | 'roles' | 'organisation' | 'name'> = {},
    platform = HOME,
  ): string {
    const id = `${platform}:${local}`;
    const { name = titled(local), ...rest } = facts;
    this.records.push(person(id, name, rest));
    return id;
  }

  /** So many people of the plant's own, numbered from 1; returns the ids. */
  people(local: string, count: number): string[] {
    return Array.from({ length: count }, (_, i) => this.person(`${local}-${i + 1}`));
  }

  /** A post; returns its id. */
  post(author: string, at: number, tags: readonly string[] = []): string {
    const id = this.#id('post');
    this.records.push(post(id, author, at, tags));
    return id;
  }

  /** An act; returns its id, which is that of the message it makes unless one is named. */
  act(kind: string, from: string, to: string, at: number, details: ActDetails = {}): string {
    const id = this.#id(kind);
    this.records.push(act(id, kind, from, to, at, details));
    return id;
  }

  /** Two people in turn, each answering the message before; the first answers `opening`, if there is one. Returns the last message. */
  exchange(speakers: readonly [string, string], kinds: readonly string[], times: readonly number[], opening?: string) {
    let last = opening;
    for (const [i, kind] of kinds.entries()) {
      const details = last === undefined ? {} : { inReplyTo: last };
      last = this.act(kind, speakers[i % 2]!, speakers[(i + 1) % 2]!, times[i]!, details);
    }
    return last!;
  }

  #id(what: string): string {
    return `${HOME}:${this.#name}/${what}/${++this.#count}`;
  }
}

/** `quiet-reader` → Quiet Reader. */
function titled(local: string): string {
  return local
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Instants from `start`, `gap` minutes apart. */
export function everyMinutes(start: number, gap: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => start + i * gap * 60_000);
}
