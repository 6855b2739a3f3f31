import { INTERACTION_KINDS } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord, InteractionRecord, MessageRecord } from '../../src/domain/records.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const WINDOW = 7 * DAY;
const KINDS = new Map(INTERACTION_KINDS.map((kind) => [kind.name, kind]));

export type State = 'ANSWERED' | 'ANSWERED_PRIVATELY' | 'ACKNOWLEDGED' | 'LAPSED' | 'OPEN';

/** What can be read off the records of a society one by one, by the definitions and in the slowest way. */
export class SocietyFacts {
  readonly acts: readonly InteractionRecord[];
  readonly posts: readonly MessageRecord[];
  /** By message: who wrote it, what it answers, and when. */
  readonly messages = new Map<string, { author: string; parent: string | null; at: number }>();
  readonly asOf: number;
  readonly #from: Map<string, InteractionRecord[]>;
  readonly #to: Map<string, InteractionRecord[]>;
  readonly #answers: Map<string, string[]>;

  constructor(records: readonly CanonicalRecord[], asOf: number) {
    this.asOf = asOf;
    this.acts = records.filter((record) => record.type === 'interaction').sort((a, b) => a.at - b.at);
    this.posts = records.filter((record) => record.type === 'message');
    for (const { id, author, at } of this.posts) this.messages.set(id, { author: author!, parent: null, at });
    for (const { message, kind, from, inReplyTo, at } of this.acts) {
      const parent = KINDS.get(kind)!.continuesThread ? inReplyTo : null;
      if (message !== null && !this.messages.has(message)) this.messages.set(message, { author: from, parent, at });
    }
    this.#from = groupBy(this.acts, ({ from }) => from);
    this.#to = groupBy(this.acts, ({ to }) => to!);
    this.#answers = groupBy([...this.messages.keys()], (id) => this.messages.get(id)!.parent ?? '');
  }

  given(person: string, kind?: string): InteractionRecord[] {
    return (this.#from.get(person) ?? []).filter((act) => kind === undefined || act.kind === kind);
  }

  received(person: string, kind?: string): InteractionRecord[] {
    return (this.#to.get(person) ?? []).filter((act) => kind === undefined || act.kind === kind);
  }

  between(a: string, b: string): InteractionRecord[] {
    return this.acts.filter(({ from, to }) => (from === a && to === b) || (from === b && to === a));
  }

  root(message: string): string {
    const parent = this.messages.get(message)!.parent;
    return parent === null ? message : this.root(parent);
  }

  /** Whose thread an act happened in; undefined in private or in no thread. */
  starter(act: InteractionRecord): string | undefined {
    const object = act.inReplyTo ?? act.message;
    return act.visibility === 'direct' || object === null ? undefined : this.messages.get(this.root(object))!.author;
  }

  /** Messages below one, at any depth, and not by somebody. */
  below(message: string, except: string): number {
    const [, ...inner] = this.#under(message);
    return inner.filter((id) => this.messages.get(id)!.author !== except).length;
  }

  /** Messages of a thread in the order of time, root first. */
  thread(root: string): { id: string; author: string; parent: string | null }[] {
    const inside = this.#under(root).map((id) => ({ id, ...this.messages.get(id)! }));
    return inside.sort((a, b) => a.at - b.at);
  }

  #under(message: string): string[] {
    return [message, ...(this.#answers.get(message) ?? []).flatMap((id) => this.#under(id))];
  }

  invitations(person: string): { from: string; at: number; state: State; latency: number | null }[] {
    return this.received(person)
      .filter(({ kind }) => isTalk(kind))
      .map((invitation) => ({ from: invitation.from, at: invitation.at, ...this.#outcome(invitation, person) }));
  }

  #outcome(invitation: InteractionRecord, person: string): { state: State; latency: number | null } {
    const answer = this.#answer(invitation, person);
    if (answer !== undefined) {
      const hidden = answer.visibility === 'direct' && invitation.visibility !== 'direct';
      return { state: hidden ? 'ANSWERED_PRIVATELY' : 'ANSWERED', latency: answer.at - invitation.at };
    }
    const acknowledged = this.given(person).some(
      ({ kind, inReplyTo, to, at }) =>
        (kind === 'like' || kind === 'share') &&
        (invitation.message === null
          ? inReplyTo === null && to === invitation.from && at > invitation.at && at <= invitation.at + WINDOW
          : inReplyTo === invitation.message),
    );
    if (acknowledged) return { state: 'ACKNOWLEDGED', latency: null };
    return { state: this.asOf - invitation.at >= WINDOW ? 'LAPSED' : 'OPEN', latency: null };
  }

  #answer(invitation: InteractionRecord, person: string): InteractionRecord | undefined {
    const { message, from, at, visibility } = invitation;
    const talk = this.given(person).filter(({ kind }) => isTalk(kind));
    const named = message === null ? undefined : talk.find((act) => act.inReplyTo === message);
    if (named !== undefined) return named;
    const any = message === null || visibility === 'direct';
    return talk.find(
      (act) =>
        act.to === from &&
        act.at > at &&
        act.at <= at + WINDOW &&
        (act.inReplyTo === null || act.inReplyTo === act.message) &&
        (any || act.visibility === 'direct'),
    );
  }

  /** UTC days on which somebody acted, or a pair did, earliest first. */
  days(acts: readonly InteractionRecord[]): number[] {
    return [...new Set(acts.map(({ at }) => Math.floor(at / DAY)))].sort((a, b) => a - b);
  }

  get today(): number {
    return Math.floor(this.asOf / DAY);
  }
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

export function isTalk(kind: string): boolean {
  return KINDS.get(kind)!.conversational;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}

export function gapsOf(values: readonly number[]): number[] {
  return values.slice(1).map((value, i) => value - values[i]!);
}

/** Number of times the actor changes, and one. */
export function runs(acts: readonly InteractionRecord[]): number {
  return acts.filter(({ from }, i) => i === 0 || acts[i - 1]!.from !== from).length;
}

/** Acts parted wherever more than four median gaps (1 hour to 30 days) lie between them. */
export function episodesOf(acts: readonly InteractionRecord[]): InteractionRecord[][] {
  const gaps = gapsOf(acts.map(({ at }) => at));
  const threshold = gaps.length < 4 ? WINDOW : Math.min(30 * DAY, Math.max(HOUR, 4 * median(gaps)));
  const episodes: InteractionRecord[][] = [];
  for (const [i, act] of acts.entries()) {
    if (i === 0 || gaps[i - 1]! > threshold) episodes.push([]);
    episodes.at(-1)!.push(act);
  }
  return episodes;
}

/** Smallest time at which the Kaplan-Meier curve is at or below one half; null when it never is. */
export function survivalMedian(spans: readonly { time: number; event: boolean }[]): number | null {
  let left = 1;
  for (const time of [...new Set(spans.map((span) => span.time))].sort((a, b) => a - b)) {
    const atRisk = spans.filter((span) => span.time >= time).length;
    left *= 1 - spans.filter((span) => span.time === time && span.event).length / atRisk;
    if (left <= 0.5 + 1e-12) return time;
  }
  return null;
}

/** Weather of a tie from the days on which it was active. */
export function weatherOf(days: readonly number[], today: number): string | null {
  if (days.length < 4) return null;
  const gaps = gapsOf(days);
  const rhythm = median(gaps);
  const silence = today - days.at(-1)!;
  const long = Math.max(6 * rhythm, 7);
  const half = Math.floor(gaps.length / 2);
  const [early, late] = [median(gaps.slice(0, half)), median(gaps.slice(-half))];
  if (silence > long) return 'SILENT';
  if (gaps.some((gap, i) => gap > long && today - days[i + 1]! <= 2 * Math.max(rhythm, 7))) return 'REVIVED';
  if (silence > 3 * rhythm || late >= 2 * early) return 'COOLING';
  return late <= early / 2 ? 'WARMING' : 'STEADY';
}
