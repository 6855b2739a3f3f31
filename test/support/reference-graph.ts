import { INTERACTION_KINDS } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord, InteractionRecord, MessageRecord } from '../../src/domain/records.js';

/** The graph as plain facts, one line each, sorted; equal graphs have equal facts. */
export type GraphFacts = readonly string[];

interface Label {
  readonly root: string;
  readonly depth: number;
  readonly starter: string | null;
}

const continues = new Set(INTERACTION_KINDS.filter((kind) => kind.continuesThread).map((kind) => kind.name));

/** The graph that a set of consistent records makes, said from the definitions alone, without batches and order: what is retracted was never there. */
export function referenceGraph(records: readonly CanonicalRecord[]): GraphFacts {
  const retracted = new Set(records.filter(({ type }) => type === 'retraction').map(({ id }) => id));
  const all = [...new Map(records.map((record) => [`${record.type} ${record.id}`, record])).values()].filter(
    ({ id }) => !retracted.has(id),
  );
  const messages = all.filter((record): record is MessageRecord => record.type === 'message');
  const acts = all.filter((record): record is InteractionRecord => record.type === 'interaction');
  const told = new Map(messages.map((record) => [record.id, record]));
  const made = groupBy(
    acts.filter((act) => act.message !== null),
    (act) => act.message!,
  );
  const explicit = (id: string): boolean =>
    (made.get(id) ?? []).some((act) => continues.has(act.kind) && act.inReplyTo !== null);
  const kept = new Set(
    acts
      .filter(({ from, to, inReplyTo, message }) => to !== from || inReplyTo !== null || message !== null)
      .map(({ id }) => id),
  );
  const implied = messages.filter(
    ({ id, inReplyTo, author }) => inReplyTo !== null && author !== null && !explicit(id) && !kept.has(id),
  );
  const exists = (id: string): boolean => told.has(id) || made.has(id);
  const author = (id: string): string | null => told.get(id)?.author ?? made.get(id)?.[0]?.from ?? null;
  const visibility = (id: string): string | null =>
    told.get(id)?.visibility ?? smallest(made.get(id) ?? [])?.visibility ?? null;
  const platform = (id: string): string | null => (told.get(id)?.author === null ? told.get(id)!.platform : null);
  const parents = new Map<string, string>();
  for (const id of new Set([...told.keys(), ...made.keys()])) {
    const parent = told.get(id)?.inReplyTo ?? told.get(id)?.conversation ?? parentOfActs(made.get(id) ?? []);
    if (parent !== null) parents.set(id, parent);
  }
  const label = (id: string, seen: readonly string[] = []): Label | null => {
    if (!exists(id) || seen.includes(id)) return null;
    const parent = parents.get(id);
    if (parent === undefined) return { root: id, depth: 0, starter: author(id) };
    const above = label(parent, [...seen, id]);
    return above && { ...above, depth: above.depth + 1 };
  };
  const facts: string[] = [];
  const people = new Set([...acts.flatMap(({ from, to }) => [from, to]), ...messages.map((record) => record.author)]);
  for (const id of people) if (id !== null) facts.push(`person ${id}`);
  const referred = [
    ...acts.flatMap(({ message, inReplyTo }) => [message, inReplyTo]),
    ...messages.flatMap(({ id, inReplyTo, conversation }) => [id, inReplyTo, conversation]),
  ];
  for (const id of new Set(referred)) {
    if (id === null) continue;
    const { root = null, depth = null, starter = null } = label(id) ?? {};
    const said = [
      ...(told.has(id) ? [told.get(id)!.at] : []),
      ...(made.get(id) ?? []).filter(isTimed).map((act) => act.at),
    ];
    const times = said.filter((time) => time > 0);
    const at = exists(id) ? (times.length > 0 ? Math.min(...times) : 0) : null;
    facts.push(
      `message ${JSON.stringify({ id, stub: !exists(id), at, author: author(id), visibility: visibility(id), platform: platform(id), parent: parents.get(id) ?? null, root, depth, starter })}`,
    );
  }
  const ties = new Map<string, InteractionRecord[]>();
  const replies = implied.map(asReply);
  for (const act of [...acts, ...replies]) {
    const object = act.inReplyTo ?? act.message;
    const target = act.to ?? (object === null ? null : author(object));
    const { id, from, kind, at, message, platform } = act;
    const shared = { id, from, kind, at, message, object, platform };
    if (target === null) facts.push(`aimed ${JSON.stringify(shared)}`);
    else if (target !== act.from) {
      const ground = groundOf(act, target, object === null ? null : label(object));
      facts.push(`interacted ${JSON.stringify({ ...shared, to: target, ground })}`);
      ties.set(`${act.from} ${target}`, [...(ties.get(`${act.from} ${target}`) ?? []), act]);
    } else if (object !== null && !replies.includes(act)) facts.push(`self ${JSON.stringify(shared)}`);
  }
  for (const [pair, between] of ties) facts.push(`engages ${pair} ${tieFacts(between)}`);
  return facts.sort();
}

function parentOfActs(acts: readonly InteractionRecord[]): string | null {
  const answering = acts.filter((act) => continues.has(act.kind) && act.inReplyTo !== null);
  return smallest(answering)?.inReplyTo ?? null;
}

function smallest(acts: readonly InteractionRecord[]): InteractionRecord | undefined {
  return [...acts].sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}

function asReply(record: MessageRecord): InteractionRecord {
  const { id, author, at, inReplyTo, visibility, platform } = record;
  return {
    type: 'interaction',
    id,
    from: author!,
    to: null,
    kind: 'reply',
    at,
    atQuality: 'exact',
    message: id,
    inReplyTo,
    conversation: null,
    visibility,
    platform: platform ?? '',
    tags: [],
    meta: null,
  };
}

function groundOf(act: InteractionRecord, target: string, label: Label | null): string {
  if (act.visibility === 'direct') return 'PRIVATE';
  if (label === null || label.starter === null) return 'UNKNOWN';
  return label.starter === act.from ? 'OWN' : label.starter === target ? 'THEIRS' : 'THIRD';
}

function tieFacts(acts: readonly InteractionRecord[]): string {
  const kinds = [...groupBy(acts, (act) => act.kind)].map(([kind, list]) => `${kind}:${list.length}`).sort();
  const times = acts.filter(isTimed).map((act) => act.at);
  const ends = times.length > 0 ? `${Math.min(...times)} ${Math.max(...times)}` : 'null null';
  const direct = acts.filter((act) => act.visibility === 'direct').length;
  return `${acts.length} ${direct} ${ends} ${kinds.join(' ')}`;
}

function isTimed({ atQuality }: InteractionRecord): boolean {
  return atQuality !== 'unknown';
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
