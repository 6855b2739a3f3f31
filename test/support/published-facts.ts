import type { ScoreRun } from '../../src/domain/score-run.js';
import type { Database } from '../../src/neo4j/database.js';

/** Every published number by whose it is: people by id, ties by both ids, what became of interactions, and the run itself. */
export type PublishedFacts = ReadonlyMap<string, unknown>;

/** Told apart by name: not numbers of a run, or (digests) numbers about numbers of people, which depend on who came first. */
const NOT_PUBLISHED = /^(id|local_id|idx|platform|kind|name|handle|roles|organisation|aliases|sequence|.*_digest)$/;

const QUERIES = {
  person: 'MATCH (p:Person) RETURN p.id AS key, properties(p) AS facts',
  tie: `MATCH (a:Person)-[t:ENGAGES]->(b:Person) RETURN a.id + ' ' + b.id AS key,
    t {.effort, .initiated, .attention, .obligations, .answered_credit, .invitations, .answered, .switches} AS facts`,
  mutual: "MATCH (a:Person)-[m:MUTUAL]->(b:Person) RETURN a.id + ' ' + b.id AS key, properties(m) AS facts",
  outcome: 'MATCH ()-[r:INTERACTED]->() RETURN r.id AS key, r {.invitation, .landing} AS facts',
} as const;

/** What the runs have written; what has no number, or none but zeros, is left out. */
export async function publishedFacts(database: Database, run: ScoreRun): Promise<PublishedFacts> {
  const { asOf, options, eligible, trustMode, landmark, modelVersion, reciprocity } = run;
  const facts = new Map<string, unknown>([
    ['run', { asOf, options, eligible, trustMode, landmark, modelVersion, reciprocity }],
  ]);
  await database.administer('READ', async (session) => {
    for (const [what, query] of Object.entries(QUERIES)) {
      for (const row of (await session.run(query)).records) {
        const numbers = Object.entries(row.get('facts') as Record<string, unknown>)
          .filter(([name, value]) => !NOT_PUBLISHED.test(name) && value !== null)
          .sort(([a], [b]) => (a < b ? -1 : 1));
        if (!numbers.every(([, value]) => isNothing(value)))
          facts.set(`${what} ${row.get('key')}`, Object.fromEntries(numbers));
      }
    }
  });
  return facts;
}

function isNothing(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isNothing) : value === 0;
}
