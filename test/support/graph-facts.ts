import type { Database } from '../../src/neo4j/database.js';
import type { GraphFacts } from './reference-graph.js';

const QUERIES = {
  person: 'MATCH (p:Person) WHERE p.id STARTS WITH $prefix RETURN p.id AS fact',
  message: `MATCH (m:Message) WHERE m.id STARTS WITH $prefix
    OPTIONAL MATCH (p:Person)-[:WROTE]->(m) OPTIONAL MATCH (m)-[:REPLY_TO]->(parent) OPTIONAL MATCH (s:Person {idx: m.starter}) OPTIONAL MATCH (a:Person {idx: m.author})
    RETURN {id: m.id, stub: coalesce(m.stub, false), at: m.at, author: CASE WHEN a.id = p.id OR a IS NULL AND p IS NULL THEN p.id ELSE 'DISAGREES' END,
      visibility: CASE WHEN m.stub THEN null ELSE coalesce(m.visibility, 'public') END, platform: m.platform, parent: parent.id, root: m.conversation, depth: m.depth, starter: s.id} AS fact`,
  aimed: `CALL () {
      MATCH (a:Person)-[r:AIMED]->(m:Message) WHERE a.id STARTS WITH $prefix
      RETURN {id: r.id, from: a.id, kind: r.kind, at: r.at, message: r.message, object: m.id, platform: r.platform} AS fact
      UNION ALL
      MATCH (c:Waiting) WHERE c.id STARTS WITH $prefix
      OPTIONAL MATCH (a:Person)-[:WROTE]->(c) OPTIONAL MATCH (c)-[:REPLY_TO]->(m)
      RETURN {id: c.id, from: a.id, kind: 'reply', at: coalesce(c.told_at, c.at), message: c.id, object: m.id, platform: a.platform} AS fact
    } RETURN fact`,
  self: `MATCH (a:Person)-[r:SELF]->(m:Message) WHERE a.id STARTS WITH $prefix
    RETURN {id: r.id, from: a.id, kind: r.kind, at: r.at, message: r.message, object: m.id, platform: r.platform} AS fact`,
  interacted: `MATCH (a:Person)-[r:INTERACTED]->(b:Person) WHERE a.id STARTS WITH $prefix
    RETURN {id: r.id, from: a.id, kind: r.kind, at: r.at, message: r.message, object: r.object, platform: r.platform, to: b.id, ground: r.ground} AS fact`,
  engages: `MATCH (a:Person)-[t:ENGAGES]->(b:Person) WHERE a.id STARTS WITH $prefix
    RETURN [a.id, b.id, t.interactions, coalesce(t.private, 0), t.first_at, t.last_at, [k IN keys(t) WHERE k STARTS WITH 'count_' AND t[k] > 0 | substring(k, 6) + ':' + toString(t[k])]] AS fact`,
} as const;

const ORDER: Readonly<Record<string, readonly string[]>> = {
  message: ['id', 'stub', 'at', 'author', 'visibility', 'platform', 'parent', 'root', 'depth', 'starter'],
  aimed: ['id', 'from', 'kind', 'at', 'message', 'object', 'platform'],
  self: ['id', 'from', 'kind', 'at', 'message', 'object', 'platform'],
  interacted: ['id', 'from', 'kind', 'at', 'message', 'object', 'platform', 'to', 'ground'],
};

/** What stands in the graph about people and messages whose ids begin so, as facts that compare with the reference. */
export async function graphFacts(database: Database, prefix: string): Promise<GraphFacts> {
  const facts: string[] = [];
  for (const [what, query] of Object.entries(QUERIES)) {
    const rows = await database.administer('READ', async (session) =>
      (await session.run(query, { prefix })).records.map((row) => row.get('fact') as unknown),
    );
    for (const row of rows) facts.push(`${what} ${say(what, row)}`);
  }
  return facts.sort();
}

function say(what: string, fact: unknown): string {
  if (typeof fact === 'string') return fact;
  if (Array.isArray(fact)) {
    const [from, to, count, direct, first, last, kinds] = fact as [
      ...[string, string],
      ...[number, number, number, number],
      string[],
    ];
    return `${from} ${to} ${count} ${direct} ${first} ${last} ${[...kinds].sort().join(' ')}`;
  }
  return JSON.stringify(Object.fromEntries(ORDER[what]!.map((key) => [key, (fact as Record<string, unknown>)[key]])));
}
