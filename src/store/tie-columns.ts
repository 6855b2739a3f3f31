import { PAIR_STATISTICS } from '../domain/network-scores.js';
import type { DirectedTie, TieStatistics } from '../domain/tie.js';
import { type Decoder, float, instant, integer, nullable, record } from '../neo4j/columns.js';

const COUNTER = 'count_';
const facts = record({
  interactions: integer,
  private: nullable(integer),
  first_at: nullable(instant),
  last_at: nullable(instant),
  effort: nullable(float),
});
const statistics = record(Object.fromEntries(PAIR_STATISTICS.map((name) => [name, float])));

/** An ENGAGES relationship as stored: statistics still relative to the landmark of the run. */
export const directedTie: Decoder<DirectedTie> = {
  expects: 'the properties of a tie',
  decode(value) {
    const { interactions, private: direct, first_at, last_at, effort } = facts.decode(value);
    return {
      interactions,
      private: direct ?? 0,
      countsByKind: decodeCounts(value as Record<string, unknown>),
      firstAt: first_at,
      lastAt: last_at,
      statistics: effort === null ? null : (statistics.decode(value) as TieStatistics),
    };
  },
};

/** A tie with its statistics brought to an instant; `present` is the run's factor, null when there is no run. */
export function tieAt(tie: DirectedTie, present: number | null): DirectedTie {
  if (tie.statistics === null) return tie;
  if (present === null) return { ...tie, statistics: null };
  const stored = tie.statistics;
  const values = Object.fromEntries(PAIR_STATISTICS.map((name) => [name, stored[name] * present]));
  return { ...tie, statistics: values as TieStatistics };
}

function decodeCounts(properties: Record<string, unknown>): { kind: string; count: number }[] {
  return Object.entries(properties)
    .filter(([name, count]) => name.startsWith(COUNTER) && count !== 0)
    .map(([name, count]) => ({ kind: name.slice(COUNTER.length), count: integer.decode(count) }))
    .sort((x, y) => y.count - x.count || (x.kind < y.kind ? -1 : 1));
}
