// A score run that finds nothing changed against reading the same interactions out once.
import { SCORE_DEFAULTS } from '../../dist/domain/score-options.js';
import { REFERENCE_V1 } from '../../dist/scoring/calibration.js';
import { RefreshScores } from '../../dist/service/refresh-scores.js';
import { WorkerScoreEngine } from '../../dist/service/worker-engine.js';
import { ConversationStore } from '../../dist/store/conversation-store.js';
import { Neo4jInteractionStore } from '../../dist/store/interaction-store.js';
import { Neo4jScoreStore } from '../../dist/store/score-store.js';
import { empty, kinds, readMessages, store } from './community.mjs';
import { interleave, printRatio, time } from './measure.mjs';

const quiet = { info() {}, warn: console.error };

/** A community scored with everything at hand. */
export function createRefresh(database) {
  const scores = new Neo4jScoreStore(database, kinds);
  const engine = new WorkerScoreEngine(new URL('../../dist/service/scoring-worker.js', import.meta.url), kinds);
  const refresh = new RefreshScores({
    store: scores,
    engine,
    threads: new ConversationStore(database),
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
  await scores.read(limits);
  const times = await interleave(rounds, {
    read: () => time(() => scores.read(limits)),
    run: () => time(() => refresh(asOf)),
  });
  const { read, compute, write } = first.milliseconds;
  console.log(
    `  ${first.interactions} interactions of ${first.people} people; first run: read ${read | 0} ms, compute ${compute | 0} ms, write ${write | 0} ms`,
    first.written,
  );
  console.log(`  memory of this process: ${(process.memoryUsage().rss / 1e6) | 0} MB`);
  printRatio('run without news / reading the interactions', times.run, times.read, { max: 4 });
  printRatio('first run with all its writes / reading the interactions', [read + compute + write], times.read);
}
