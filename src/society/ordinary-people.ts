/*
 * Ordinary people: a ring of neighbours with some far ties (as in Watts & Strogatz, Nature 393, 1998), who post, read, react, comment,
 * answer and now and then write in private. Everything of one person comes from a stream of its own, so that a society of any size is
 * written person by person.
 */
import type { CanonicalRecord } from '../domain/records.js';
import { act, HOME, person, post } from './acts.js';
import { Random } from './random.js';
import type { SocietyOptions } from './society-options.js';

const DAY = 86_400_000;
const FIRST = [
  'Ada',
  'Ben',
  'Cleo',
  'Dan',
  'Eva',
  'Finn',
  'Gia',
  'Hal',
  'Ida',
  'Jon',
  'Kim',
  'Leo',
  'Mia',
  'Ned',
  'Oda',
];
const LAST = ['Abel', 'Brook', 'Cole', 'Dale', 'Eames', 'Ford', 'Gray', 'Hill', 'Iver', 'Jarl', 'Kay', 'Lund', 'Moor'];
const TAGS = [
  'garden',
  'music',
  'bread',
  'maps',
  'chess',
  'rowing',
  'birds',
  'film',
  'yarn',
  'trains',
  'poems',
  'soup',
];

export interface Post {
  readonly id: string;
  readonly at: number;
  readonly tags: readonly string[];
}

/** The ordinary people of a society, numbered from 0. */
export class OrdinaryPeople {
  readonly #options: SocietyOptions;
  readonly #start: number;

  constructor(options: SocietyOptions) {
    this.#options = options;
    this.#start = options.asOf - options.days * DAY;
  }

  id(number: number): string {
    return `${HOME}:p${number}`;
  }

  /** 1 to 6 posts in any order; the first is from the first three days of the society. */
  posts(number: number): Post[] {
    const random = new Random(this.#options.seed, 'posts', number);
    return Array.from({ length: 1 + random.streak(0.5, 5) }, (_, i) => ({
      id: `${this.id(number)}/post/${i}`,
      at: Math.floor(this.#start + random.next() * (i === 0 ? 3 : this.#options.days - 1) * DAY),
      tags: random.next() < 0.5 ? [random.pick(TAGS)] : [],
    }));
  }

  /** Everything somebody tells about themselves and starts with others, and the answers to it. */
  *records(number: number): Generator<CanonicalRecord> {
    const random = new Random(this.#options.seed, 'person', number);
    yield person(this.id(number), `${random.pick(FIRST)} ${random.pick(LAST)}`);
    for (const { id, at, tags } of this.posts(number)) yield post(id, this.id(number), at, tags);
    const ties = 1 + random.below(3);
    for (let tie = 0; tie < ties; tie++) {
      const other = this.#somebodyElse(number, random);
      const exchanges = 1 + random.streak(0.5, 5);
      for (let i = 0; i < exchanges; i++) yield* this.#exchange(number, other, `${tie}/${i}`, random);
    }
  }

  #somebodyElse(number: number, random: Random): number {
    const { people } = this.#options;
    const step = random.next() < 0.2 ? 1 + random.below(people - 1) : 1 + random.below(8);
    return (number + step) % people;
  }

  /** One occasion between two people: on a post of either, of a third, or in private. */
  *#exchange(one: number, other: number, name: string, random: Random): Generator<CanonicalRecord> {
    const owner = this.#owner(one, other, random);
    const actor = owner === one ? other : one;
    const partner = owner === one || owner === other ? owner : other;
    const on = random.pick(this.posts(owner));
    const at = this.#later(on.at, 5, random);
    const id = `${this.id(one)}/${name}`;
    const [from, to] = [this.id(actor), this.id(owner)];
    const kind = pickKind(random);
    if (kind === 'dm') yield* this.#chain('dm', actor, partner, at, { id, on: null, owner: partner }, random);
    else if (kind === 'comment') yield* this.#chain(kind, actor, partner, at, { id, on: on.id, owner }, random);
    else if (kind === 'mention') {
      yield post(id, from, at);
      yield act(`${id}/mention`, kind, from, to, at, { message: id });
    } else yield act(id, kind, from, to, at, { inReplyTo: on.id });
  }

  #owner(one: number, other: number, random: Random): number {
    const chance = random.next();
    if (chance < 0.7) return other;
    if (chance < 0.85) return one;
    const third = (other + 1) % this.#options.people;
    return third === one ? other : third;
  }

  /** A first message and up to seven more in turn, each answering the one before. */
  *#chain(
    kind: 'comment' | 'dm',
    actor: number,
    partner: number,
    at: number,
    { id, on, owner }: { id: string; on: string | null; owner: number },
    random: Random,
  ): Generator<CanonicalRecord> {
    yield act(id, kind, this.id(actor), this.id(owner), at, on === null ? {} : { inReplyTo: on });
    const answers = random.streak(0.55, 7);
    for (let i = 0, last = id, time = at; i < answers; i++) {
      const [from, to] = i % 2 === 0 ? [partner, actor] : [actor, partner];
      time = this.#later(time, 1, random);
      const details = { inReplyTo: last };
      last = `${id}/${i}`;
      yield act(last, kind === 'dm' ? kind : 'reply', this.id(from), this.id(to), time, details);
    }
  }

  /** Some time after, mostly soon, at most so many days, before as-of. */
  #later(at: number, days: number, random: Random): number {
    const share = random.next();
    // Products, since engines may round powers differently.
    return at + Math.floor(share * share * share * Math.min(days * DAY, this.#options.asOf - at));
  }
}

function pickKind(random: Random): string {
  const chance = random.next();
  if (chance < 0.2) return 'read';
  if (chance < 0.42) return 'like';
  if (chance < 0.47) return 'share';
  if (chance < 0.5) return 'quote';
  if (chance < 0.55) return 'mention';
  return chance < 0.92 ? 'comment' : 'dm';
}
