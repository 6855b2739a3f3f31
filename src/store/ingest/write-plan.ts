import { integer } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asInteger, asList, asRecord, asText } from '../../neo4j/parameters.js';
import { bindQuery, WRITE } from '../../neo4j/query.js';
import type { BatchPlan } from './batch-plan.js';
import type { ThreadRepairs } from './label-threads.js';
import { resolveInteractions } from './plan-batch.js';
import { writeBatch } from './write-batch.js';

const messageIds = { messages: asList(asText) };
const relabelled = { ...messageIds, sequence: asInteger };
const unlinkReplies = bindQuery('ingest/unlink-replies', WRITE, relabelled, {});
/** Forgets where everything below messages stands in its thread. */
export const clearLabels = bindQuery('ingest/clear-labels', WRITE, relabelled, {});
const labelBelow = bindQuery('ingest/label-below', WRITE, relabelled, {});
const repairGround = bindQuery('ingest/repair-ground', WRITE, messageIds, {});
const dropAimed = bindQuery('ingest/drop-aimed', WRITE, { ids: asList(asText) }, {});
const dropImplied = bindQuery(
  'ingest/drop-implied',
  WRITE,
  { ids: asList(asText) },
  { actor: integer, target: integer },
);
const recountTies = bindQuery(
  'ingest/recount-ties',
  WRITE,
  { pairs: asList(asRecord({ actor: asInteger, target: asInteger })), sequence: asInteger },
  {},
);

/** Who acted on whom, by number; a target of -1 is nobody. */
export interface Pair {
  readonly actor: number;
  readonly target: number;
}

/** Writes what is planned and repairs what hangs on it; `lost` are pairs that lost interactions before. True for any news. */
export async function writePlan(
  runner: Runner,
  plan: BatchPlan,
  repairs: ThreadRepairs,
  sequence: number,
  lost: readonly Pair[] = [],
): Promise<boolean> {
  const acts = resolveInteractions(plan);
  const moved = [...plan.messages.values()].filter((message) => message.moved).map((message) => message.id);
  const touched = [...plan.messages.values()].some((message) => message.changed || !message.known);
  const fresh = [...plan.people.values()].some((person) => person.fresh);
  const dropped = plan.replaced.length === 0 ? [] : await runner.run(dropImplied, { ids: plan.replaced });
  if (moved.length > 0) await runner.run(unlinkReplies, { messages: moved, sequence });
  const news = touched || fresh || dropped.length + acts.edges.length + acts.aimed.length + acts.selves.length > 0;
  if (news) await writeBatch(runner, plan, acts, sequence);
  if (repairs.clear.length > 0) await runner.run(clearLabels, { messages: repairs.clear, sequence });
  if (repairs.label.length > 0) await runner.run(labelBelow, { messages: repairs.label, sequence });
  if (repairs.ground.length > 0) await runner.run(repairGround, { messages: repairs.ground });
  // After looking up messages and interactions, since each deleted relationship makes that slower in the same transaction.
  const aimed = plan.interactions.filter(({ waited, fingerprint }) => waited && fingerprint !== null);
  if (aimed.length > 0) await runner.run(dropAimed, { ids: aimed.map(({ id }) => id) });
  const pairs = [...lost, ...dropped].filter((pair) => pair.target >= 0);
  if (pairs.length > 0) await runner.run(recountTies, { pairs, sequence });
  return news;
}
