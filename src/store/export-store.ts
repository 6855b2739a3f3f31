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
    by_conversation: flag,
  },
);
const retractions = bindQuery('export/retractions', READ, {}, { id: text });
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

  /** Everything that was recorded and stays, as canonical records: people, messages, interactions; then what was retracted. */
  async records(onRecord: (record: Readonly<Record<string, unknown>>) => void): Promise<void> {
    await this.#database.stream(personRecords, {}, (row) =>
      onRecord(compact({ type: 'person', ...decodeRow(personRecords, row) })),
    );
    await this.#database.stream(messageRows, {}, (row) => onRecord(messageRecord(decodeRow(messageRows, row))));
    await this.#database.stream(interactionRecords, {}, (row) =>
      onRecord(interactionRecord(decodeRow(interactionRecords, row))),
    );
    await this.#database.stream(retractions, {}, (row) =>
      onRecord({ id: decodeRow(retractions, row).id, op: 'retract' }),
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
  readonly by_conversation: boolean;
}

/** A message as its record told it. */
function messageRecord(row: MessageRow): Record<string, unknown> {
  const { id, author, parent, visibility, tags } = row;
  const platform = author !== null || !id.startsWith(`${row.platform}:`) ? null : row.platform;
  const local = (name: string | null): string | null =>
    platform !== null && name?.startsWith(`${platform}:`) ? name.slice(platform.length + 1) : name;
  const place = row.by_conversation ? { conversation: local(parent) } : { inReplyTo: local(parent) };
  const at = new Date(row.at).toISOString();
  return compact({ type: 'message', platform, id: local(id), author, at, ...place, visibility, tags });
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
    visibility: visibility ?? (kind === 'dm' ? 'public' : null),
    tags,
    meta: typeof meta === 'string' ? JSON.parse(meta) : null,
  });
}

function compact(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));
}
