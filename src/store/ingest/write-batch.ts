import { RapportError } from '../../errors.js';
import { integer } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import {
  asColumns,
  asDigits,
  asFlag,
  asInteger,
  asList,
  asNullable,
  asNumber,
  asText,
} from '../../neo4j/parameters.js';
import { bindQuery, WRITE } from '../../neo4j/query.js';
import type { BatchPlan, PersonState, PlannedInteraction } from './batch-plan.js';
import type { MessageState } from './message-state.js';
import type { ResolvedInteraction, ResolvedInteractions } from './plan-batch.js';

const message = {
  at: asNumber,
  conversation: asNullable(asText),
  depth: asNullable(asNumber),
  starter: asNullable(asNumber),
  author: asNullable(asNumber),
  visibility: asNullable(asText),
  platform: asNullable(asText),
  tags: asNullable(asList(asText)),
  factsRecord: asNullable(asText),
  parentRecord: asNullable(asText),
  explicit: asNullable(asFlag),
  fingerprint: asNullable(asDigits),
  byConversation: asNullable(asFlag),
  anonymous: asNullable(asFlag),
  toldAt: asNullable(asNumber),
};
const interaction = {
  id: asText,
  kind: asText,
  at: asNumber,
  message: asNullable(asText),
  visibility: asNullable(asText),
  platform: asNullable(asText),
  atQuality: asNullable(asText),
  tags: asNullable(asList(asText)),
  meta: asNullable(asText),
  fingerprint: asNullable(asDigits),
  actor: asNumber,
};

const writeBatchQuery = bindQuery(
  'ingest/write-batch',
  WRITE,
  {
    sequence: asInteger,
    freshPeople: asColumns({ id: asText, idx: asNumber, platform: asText }),
    people: asList(asNumber),
    fresh: asColumns({ id: asText, ...message }),
    stubs: asList(asText),
    messages: asList(asText),
    known: asColumns({ message: asNumber, ...message }),
    wrote: asColumns({ person: asNumber, message: asNumber }),
    replies: asColumns({ child: asNumber, parent: asNumber }),
    interactions: asColumns({
      ...interaction,
      target: asNumber,
      object: asNullable(asText),
      ground: asText,
      derived: asNullable(asFlag),
    }),
    aimed: asColumns({ ...interaction, object: asNumber }),
    waiting: asList(asNumber),
    selves: asColumns({ ...interaction, object: asNumber, derived: asNullable(asFlag) }),
    ties: asColumns({
      from: asNumber,
      to: asNumber,
      counter: asText,
      count: asNumber,
      private: asNullable(asNumber),
      first: asNullable(asNumber),
      last: asNullable(asNumber),
    }),
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
  const messages = new Positions<MessageState>(
    [...plan.messages.values()].filter((state) => !state.known).sort((a, b) => Number(a.stub) - Number(b.stub)),
  );
  const freshPeople = people.items.slice();
  const fresh = messages.items.filter((state) => !state.stub);
  const stubs = messages.items.filter((state) => state.stub);
  const changed = [...plan.messages.values()].filter((state) => state.known && state.changed);
  const of = (id: string): number => messages.at(plan.messages.get(id)!);
  const touched = [...fresh, ...changed];
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
      ...interactionColumns(edges, people),
      target: edges.map((edge) => people.at(edge.target!)),
      object: edges.map((edge) => edge.object),
      ground: edges.map((edge) => edge.ground),
      derived: edges.map((edge) => (edge.derived ? true : null)),
    },
    aimed: { ...interactionColumns(aimed, people), object: aimed.map((act) => of(act.object!)) },
    waiting: waiting.map(of),
    selves: {
      ...interactionColumns(selves, people),
      object: selves.map((act) => of(act.object!)),
      derived: selves.map((act) => (act.target === null ? true : null)),
    },
    ties: tieColumns(edges, people),
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

function interactionColumns(items: readonly PlannedInteraction[], people: Positions<PersonState>) {
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
    actor: (x) => people.at(x.actor),
  });
}

interface TieDelta {
  from: number;
  to: number;
  counter: string;
  count: number;
  /** How many of them were direct. */
  private: number;
  first: number;
  last: number;
}

function tieColumns(edges: readonly ResolvedInteraction[], people: Positions<PersonState>) {
  const deltas = new Map<string, TieDelta>();
  for (const edge of edges) {
    const key = `${edge.actor.idx} ${edge.target!.idx} ${edge.kind}`;
    const direct = Number(edge.visibility === 'direct');
    const [first, last] = edge.atQuality === 'unknown' ? [Infinity, -Infinity] : [edge.at, edge.at];
    const delta = deltas.get(key);
    if (delta === undefined) {
      deltas.set(key, {
        from: people.at(edge.actor),
        to: people.at(edge.target!),
        counter: tieCounter(edge.kind),
        count: 1,
        private: direct,
        first,
        last,
      });
    } else {
      delta.count++;
      delta.private += direct;
      delta.first = Math.min(delta.first, first);
      delta.last = Math.max(delta.last, last);
    }
  }
  return columns([...deltas.values()], {
    from: (t) => t.from,
    to: (t) => t.to,
    counter: (t) => t.counter,
    count: (t) => t.count,
    private: (t) => orNull(t.private, 0),
    first: (t) => (Number.isFinite(t.first) ? t.first : null),
    last: (t) => (Number.isFinite(t.last) ? t.last : null),
  });
}
