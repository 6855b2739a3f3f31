import { RapportError } from '../../errors.js';
import { integer } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asColumn, asInteger, asLines, asList, asNumber, asRecord } from '../../neo4j/parameters.js';
import { bindQuery, WRITE } from '../../neo4j/query.js';
import type { BatchPlan, PersonState, PlannedInteraction } from './batch-plan.js';
import type { MessageState } from './message-state.js';
import type { ResolvedInteraction, ResolvedInteractions } from './plan-batch.js';

const numbers = asColumn<number>();
const flags = asColumn<boolean>();
const texts = asColumn<string>();
const lists = asColumn<readonly string[]>();
const message = {
  at: numbers,
  conversation: asLines,
  depth: numbers,
  starter: numbers,
  author: numbers,
  visibility: texts,
  platform: asLines,
  tags: lists,
  factsRecord: texts,
  parentRecord: texts,
  explicit: flags,
  fingerprint: numbers,
  byConversation: flags,
  anonymous: flags,
  toldAt: numbers,
};
const interaction = {
  id: asLines,
  kind: asLines,
  at: numbers,
  message: asLines,
  visibility: texts,
  platform: asLines,
  atQuality: texts,
  tags: lists,
  meta: texts,
  fingerprint: numbers,
  actor: numbers,
};

const tie = {
  from: numbers,
  to: numbers,
  counter: asLines,
  count: numbers,
  private: numbers,
  first: numbers,
  last: numbers,
};

const writeBatchQuery = bindQuery(
  'ingest/write-batch',
  WRITE,
  {
    sequence: asInteger,
    freshPeople: asRecord({ id: asLines, idx: numbers, platform: asLines }),
    people: asList(asNumber),
    fresh: asRecord({ id: asLines, ...message }),
    stubs: asLines,
    messages: asLines,
    known: asRecord({ message: numbers, ...message }),
    wrote: asRecord({ person: numbers, message: numbers }),
    replies: asRecord({ child: numbers, parent: numbers }),
    interactions: asRecord({ ...interaction, target: numbers, object: asLines, ground: asLines, derived: flags }),
    aimed: asRecord({ ...interaction, object: numbers }),
    waiting: asList(asNumber),
    selves: asRecord({ ...interaction, object: numbers, derived: flags }),
    freshTies: asRecord(tie),
    ties: asRecord(tie),
  },
  { people: integer, messages: integer, waiting: integer },
);

/** Name of the counter of a kind on a tie. */
export function tieCounter(kind: string): string {
  return `count_${kind}`;
}

/** Writes the planned people, messages, links, interactions and ties in one statement. */
export async function writeBatch(
  runner: Runner,
  plan: BatchPlan,
  { edges, aimed, waiting, selves }: ResolvedInteractions,
  sequence: number,
): Promise<void> {
  const people = new Positions<PersonState>([...plan.people.values()].filter((person) => person.fresh));
  const freshPeople = people.items.slice();
  const states = [...plan.messages.values()];
  const fresh = states.filter((state) => !state.known && !state.stub);
  const stubs = states.filter((state) => !state.known && state.stub);
  const changed = states.filter((state) => state.known && state.changed);
  const messages = new Positions<MessageState>([...fresh, ...stubs]);
  const of = (id: string): number => messages.at(plan.messages.get(id)!);
  const touched = [...fresh, ...changed];
  const pairs = columns(edges, { from: (edge) => people.at(edge.planned.actor), to: (edge) => people.at(edge.target) });
  const values = {
    sequence,
    freshPeople: columns(freshPeople, {
      id: (p) => p.id,
      idx: (p) => p.idx,
      platform: (p) => p.id.slice(0, p.id.indexOf(':')),
    }),
    fresh: { id: fresh.map((state) => state.id), ...messageColumns(fresh) },
    stubs: stubs.map((state) => state.id),
    known: {
      message: changed.map((state) => messages.at(state)),
      ...messageColumns(changed),
      visibility: changed.map((state) => state.visibility),
    },
    wrote: columns(
      touched.filter((state) => state.authored),
      { person: (m) => people.at(plan.personByIdx(m.author!)), message: (m) => messages.at(m) },
    ),
    replies: columns(
      touched.filter((state) => state.parent !== undefined),
      { child: (m) => messages.at(m), parent: (m) => of(m.parent!) },
    ),
    interactions: {
      ...interactionColumns(edges.map(({ planned }) => planned)),
      actor: pairs.from,
      target: pairs.to,
      object: edges.map((edge) => edge.planned.object),
      ground: edges.map((edge) => edge.ground),
      derived: edges.map((edge) => (edge.derived ? true : null)),
    },
    aimed: {
      ...interactionColumns(aimed),
      actor: aimed.map((act) => people.at(act.actor)),
      object: aimed.map((act) => of(act.object!)),
    },
    waiting: waiting.map(of),
    selves: {
      ...interactionColumns(selves),
      actor: selves.map((act) => people.at(act.actor)),
      object: selves.map((act) => of(act.object!)),
      derived: selves.map((act) => (act.target === null ? true : null)),
    },
    ...tiesOf(edges, pairs, people.items.length, freshPeople.length),
  };
  const oldPeople = people.items.slice(freshPeople.length).map((person) => person.idx);
  const oldMessages = messages.items.slice(fresh.length + stubs.length).map((state) => state.id);
  const [written] = await runner.run(writeBatchQuery, { ...values, people: oldPeople, messages: oldMessages });
  if (written?.people !== people.items.length || written.messages !== messages.items.length) {
    throw new RapportError('INTERNAL', 'a person or message vanished while its batch was written');
  }
  plan.counts.unresolved -= waiting.length - written.waiting;
}

/** Numbers things in the order in which they are first asked for. */
class Positions<T> {
  readonly items: T[];
  readonly #positions: Map<T, number>;

  constructor(first: readonly T[]) {
    this.items = [...first];
    this.#positions = new Map(first.map((item, position) => [item, position]));
  }

  at(item: T): number {
    let position = this.#positions.get(item);
    if (position === undefined) {
      position = this.items.push(item) - 1;
      this.#positions.set(item, position);
    }
    return position;
  }
}

function columns<T, C extends Record<string, (item: T) => unknown>>(
  items: readonly T[],
  readers: C,
): { [K in keyof C]: ReturnType<C[K]>[] } {
  return Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, items.map(read)])) as {
    [K in keyof C]: ReturnType<C[K]>[];
  };
}

const orNull = <T>(value: T, plain: T): T | null => (value === plain ? null : value);
const listOrNull = (value: readonly string[] | null): readonly string[] | null =>
  value === null || value.length === 0 ? null : value;

function messageColumns(states: readonly MessageState[]) {
  return columns(states, {
    at: (m) => m.at,
    conversation: (m) => m.label?.conversation ?? null,
    depth: (m) => m.label?.depth ?? null,
    starter: (m) => m.label?.starter ?? null,
    author: (m) => m.author,
    visibility: (m) => orNull<string | null>(m.visibility, 'public'),
    platform: (m) => m.platform,
    tags: (m) => listOrNull(m.tags),
    factsRecord: (m) => orNull(m.factsRecord, ''),
    parentRecord: (m) => orNull(m.parentRecord, ''),
    explicit: (m) => orNull(m.explicit, false),
    fingerprint: (m) => m.fingerprint,
    byConversation: (m) => orNull(m.byConversation, false),
    anonymous: (m) => orNull(m.anonymous, false),
    toldAt: (m) => (m.toldAt === m.at ? null : m.toldAt),
  });
}

function interactionColumns(items: readonly PlannedInteraction[]) {
  return columns(items, {
    id: (x) => x.id,
    kind: (x) => x.kind,
    at: (x) => x.at,
    message: (x) => x.message,
    visibility: (x) => orNull(x.visibility, 'public'),
    platform: (x) => x.platform,
    atQuality: (x) => orNull(x.atQuality, 'exact'),
    tags: (x) => listOrNull(x.tags),
    meta: (x) => x.meta,
    fingerprint: (x) => x.fingerprint,
  });
}

interface TieDelta {
  readonly from: number;
  readonly to: number;
  readonly counter: string;
  count: number;
  /** How many of them were direct. */
  private: number;
  first: number;
  last: number;
}

/**
 * What is added to ties, one row per pair and kind. `pairs` are positions of `people` people, one pair per edge; the first `fresh` of them are new. Fresh ties are
 * the first rows of pairs that have no tie yet, since one of them is new: they need not be looked for.
 */
function tiesOf(
  edges: readonly ResolvedInteraction[],
  pairs: { readonly from: readonly number[]; readonly to: readonly number[] },
  people: number,
  fresh: number,
) {
  const deltas = new Map<string, Map<number, TieDelta>>();
  for (const [i, { planned }] of edges.entries()) {
    const [from, to] = [pairs.from[i]!, pairs.to[i]!];
    const ofKind = deltas.get(planned.kind) ?? new Map<number, TieDelta>();
    deltas.set(planned.kind, ofKind);
    let delta = ofKind.get(from * people + to);
    if (delta === undefined) {
      delta = { from, to, counter: tieCounter(planned.kind), count: 0, private: 0, first: Infinity, last: -Infinity };
      ofKind.set(from * people + to, delta);
    }
    delta.count++;
    if (planned.visibility === 'direct') delta.private++;
    if (planned.atQuality === 'unknown') continue;
    delta.first = Math.min(delta.first, planned.at);
    delta.last = Math.max(delta.last, planned.at);
  }
  const begun = new Set<number>();
  const freshTies: TieDelta[] = [];
  const ties: TieDelta[] = [];
  for (const ofKind of deltas.values()) {
    for (const [pair, delta] of ofKind) {
      const begins = Math.min(delta.from, delta.to) < fresh && !begun.has(pair);
      if (begins) begun.add(pair);
      (begins ? freshTies : ties).push(delta);
    }
  }
  return { freshTies: tieColumns(freshTies), ties: tieColumns(ties) };
}

function tieColumns(ties: readonly TieDelta[]) {
  return columns(ties, {
    from: (t) => t.from,
    to: (t) => t.to,
    counter: (t) => t.counter,
    count: (t) => t.count,
    private: (t) => orNull(t.private, 0),
    first: (t) => (Number.isFinite(t.first) ? t.first : null),
    last: (t) => (Number.isFinite(t.last) ? t.last : null),
  });
}
