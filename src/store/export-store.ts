import { PAIR_STATISTICS, type PairStatistic } from '../domain/network-scores.js';
import type { Person } from '../domain/person.js';
import { flag, integer, list, nullable, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { bindQuery, decodeRow, READ } from '../neo4j/query.js';
import { person } from './person-columns.js';

const map = { expects: 'properties', decode: (value: unknown) => value as Readonly<Record<string, unknown>> };
const people = bindQuery('export/people', READ, {}, { person });
const ties = bindQuery('export/ties', READ, {}, { from_id: text, to_id: text, tie: map });
const personRecords = bindQuery(
  'export/person-records',
  READ,
  {},
  {
    id: text,
    name: nullable(text),
    handle: nullable(text),
    kind: text,
    roles: nullable(list(text)),
    organisation: nullable(text),
    aliases: nullable(list(text)),
  },
);
const messageRows = bindQuery(
  'export/message-records',
  READ,
  {},
  {
    id: text,
    at: integer,
    author: nullable(text),
    parent: nullable(text),
    visibility: nullable(text),
    platform: nullable(text),
    tags: nullable(list(text)),
    recorded: flag,
    acts: list(text),
    told_author: flag,
    told_parent: flag,
    by_conversation: flag,
  },
);
const interactionRecords = bindQuery(
  'export/interaction-records',
  READ,
  {},
  {
    from_id: text,
    to_id: nullable(text),
    object: nullable(text),
    interaction: map,
  },
);

/** A tie as it is stored; statistics are relative to the run's landmark, null before the first run. */
export interface StoredTie {
  readonly from: string;
  readonly to: string;
  readonly interactions: number;
  readonly statistics: Readonly<Record<PairStatistic, number>> | null;
}

/** Streams whole tables out of the graph, row by row. */
export class ExportStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async people(onPerson: (person: Person) => void): Promise<void> {
    await this.#database.stream(people, {}, (row) => onPerson(decodeRow(people, row).person));
  }

  async ties(onTie: (tie: StoredTie) => void): Promise<void> {
    await this.#database.stream(ties, {}, (row) => {
      const { from_id, to_id, tie } = decodeRow(ties, row);
      const known = typeof tie['effort'] === 'number';
      const statistics = Object.fromEntries(PAIR_STATISTICS.map((name) => [name, tie[name] as number])) as Record<
        PairStatistic,
        number
      >;
      onTie({
        from: from_id,
        to: to_id,
        interactions: tie['interactions'] as number,
        statistics: known ? statistics : null,
      });
    });
  }

  /** Everything that was recorded, as canonical records: people, then messages, then interactions. */
  async records(onRecord: (record: Readonly<Record<string, unknown>>) => void): Promise<void> {
    await this.#database.stream(personRecords, {}, (row) =>
      onRecord(compact({ type: 'person', ...decodeRow(personRecords, row) })),
    );
    await this.#database.stream(messageRows, {}, (row) => {
      for (const record of messageRecords(decodeRow(messageRows, row))) onRecord(record);
    });
    await this.#database.stream(interactionRecords, {}, (row) =>
      onRecord(interactionRecord(decodeRow(interactionRecords, row))),
    );
  }
}

interface MessageRow {
  readonly id: string;
  readonly at: number;
  readonly author: string | null;
  readonly parent: string | null;
  readonly visibility: string | null;
  readonly platform: string | null;
  readonly tags: readonly string[] | null;
  readonly recorded: boolean;
  readonly acts: readonly string[];
  readonly told_author: boolean;
  readonly told_parent: boolean;
  readonly by_conversation: boolean;
}

/** A message as its record told it, and the acts at oneself that told more of it. */
function* messageRecords(row: MessageRow): Iterable<Record<string, unknown>> {
  const { id, author, visibility, tags, acts, parent } = row;
  const at = new Date(row.at).toISOString();
  if (row.recorded) yield toldMessage(row, at);
  for (const act of acts) {
    const kind = parent === null ? 'quote' : 'reply';
    yield compact({ id: act, from: author, to: author, kind, at, message: id, inReplyTo: parent, visibility, tags });
  }
}

function toldMessage(row: MessageRow, at: string): Record<string, unknown> {
  const { id, author, visibility, tags, parent } = row;
  const platform = row.told_author || !id.startsWith(`${row.platform}:`) ? null : row.platform;
  const local = (name: string | null): string | null =>
    platform !== null && name?.startsWith(`${platform}:`) ? name.slice(platform.length + 1) : name;
  const told = row.told_parent ? local(parent) : null;
  const place = row.by_conversation ? { conversation: told } : { inReplyTo: told };
  const who = row.told_author ? author : null;
  return compact({ type: 'message', platform, id: local(id), author: who, at, ...place, visibility, tags });
}

interface InteractionRow {
  readonly from_id: string;
  readonly to_id: string | null;
  readonly object: string | null;
  readonly interaction: Readonly<Record<string, unknown>>;
}

function interactionRecord({ from_id, to_id, object, interaction }: InteractionRow): Record<string, unknown> {
  const { id, kind, at, message, visibility, at_quality, tags, meta } = interaction;
  return compact({
    id,
    from: from_id,
    to: to_id,
    kind,
    at: new Date(at as number).toISOString(),
    atQuality: at_quality,
    message,
    inReplyTo: object === message ? null : object,
    visibility,
    tags,
    meta: typeof meta === 'string' ? JSON.parse(meta) : null,
  });
}

function compact(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));
}
