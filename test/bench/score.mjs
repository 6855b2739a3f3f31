// A score run that finds nothing changed against reading the same interactions out once, and what of its reading serves relating.
import { SCORE_DEFAULTS } from '../../dist/domain/score-options.js';
import { REFERENCE_V1 } from '../../dist/scoring/calibration.js';
import { RefreshScores } from '../../dist/service/refresh-scores.js';
import { WorkerScoreEngine } from '../../dist/service/worker-engine.js';
import { ConversationStore } from '../../dist/store/conversation-store.js';
import { GroundStore } from '../../dist/store/ground-store.js';
import { InitiationStore } from '../../dist/store/initiation-store.js';
import { Neo4jInteractionStore } from '../../dist/store/interaction-store.js';
import { PrecomputedStore } from '../../dist/store/precomputed-store.js';
import { Neo4jScoreStore } from '../../dist/store/score-store.js';
import { empty, kinds, readMessages, store } from './community.mjs';
import { interleave, printRatio, time } from './measure.mjs';

/** The same interactions as adjacency rows, and nothing else. */
const ADJACENCY = `MATCH (p:Person)
CALL (p) {
  MATCH (p)-[r:INTERACTED]->(q)
  WHERE r.sequence <= $sequence AND r.at <= $asOf AND coalesce(r.at_quality, 'exact') <> 'unknown'
  RETURN collect(toFloat(q.idx)) AS targets, collect($codes[r.kind]) AS kinds, collect(toFloat(r.at)) AS times
}
RETURN p.idx AS idx, targets, kinds, times`;

/** Messages from which on what a run costs once, whatever it scores, no longer counts. */
const LIMIT_FROM = 600_000;

const quiet = { info() {}, warn: console.error };

/** A community scored with everything at hand. */
export function createRefresh(database) {
  const scores = new Neo4jScoreStore(database, kinds);
  const engine = new WorkerScoreEngine(new URL('../../dist/service/scoring-worker.js', import.meta.url), kinds);
  const refresh = new RefreshScores({
    store: scores,
    engine,
    threads: new ConversationStore(database),
    precomputed: new PrecomputedStore(database, [
      ...new GroundStore(database, kinds).topics,
      ...new InitiationStore(database, kinds).topics,
    ]),
    minInteractions: 5,
    log: quiet,
  });
  return {
    scores,
    refresh: (asOf) => refresh.refresh({ ...SCORE_DEFAULTS, calibration: REFERENCE_V1, asOf, fixedAsOf: true }),
  };
}

export async function benchScore({ database, rounds, records }) {
  const items = await readMessages(records);
  await empty(database);
  await store(new Neo4jInteractionStore(database, kinds), items);
  const { scores, refresh } = createRefresh(database);
  const asOf = items.at(-1).record.at;
  const first = await refresh(asOf);
  const limits = { sequence: await scores.sequence(), asOf, private: true };
  const codes = Object.fromEntries(kinds.kinds.map(({ name }, code) => [name, code]));
  const adjacency = () =>
    database.administer('READ', (session) => session.run(ADJACENCY, { ...limits, codes }).then(() => undefined));
  await adjacency();
  await scores.read(limits);
  const times = await interleave(rounds, {
    adjacency: () => time(adjacency),
    read: () => time(() => scores.read(limits)),
    run: () => time(() => refresh(asOf)),
  });
  const { read, compute, write } = first.milliseconds;
  console.log(
    `  ${first.interactions} interactions of ${first.people} people; first run: read ${read | 0} ms, compute ${compute | 0} ms, write ${write | 0} ms`,
    first.written,
  );
  console.log(`  memory of this process: ${(process.memoryUsage().rss / 1e6) | 0} MB`);
  const limit = items.length >= LIMIT_FROM ? { max: 4 } : undefined;
  printRatio('run without news / reading the interactions', times.run, times.adjacency, limit);
  if (limit === undefined) console.log(`  the limit is for ${LIMIT_FROM} messages or more: --records ${LIMIT_FROM}`);
  printRatio('reading for a run / reading the interactions', times.read, times.adjacency);
  printRatio('first run with all its writes / reading the interactions', [read + compute + write], times.adjacency);
}
