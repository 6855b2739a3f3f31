import type { StatementRecord } from '../../domain/records.js';
import { list, text } from '../../neo4j/columns.js';
import type { Runner } from '../../neo4j/database.js';
import { asInteger, asList, asText } from '../../neo4j/parameters.js';
import { bindQuery, READ, WRITE } from '../../neo4j/query.js';
import type { BatchItem, BatchState } from './read-batch.js';

const readRetractions = bindQuery('ingest/read-retractions', READ, { ids: asList(asText) }, { ids: list(text) });
/** Remembers retracted ids for good. */
export const writeRetractions = bindQuery(
  'ingest/write-retractions',
  WRITE,
  { ids: asList(asText), sequence: asInteger },
  {},
);

/** A batch without its retractions. */
export interface SortedBatch {
  /** What has not been retracted, in order. */
  readonly records: readonly BatchItem<StatementRecord>[];
  /** Ids that this batch is the first to retract. */
  readonly retracted: readonly string[];
}

/** Takes retractions, and what comes after its own, out of a batch and counts them; asks only where something was retracted. */
export async function sortOut(
  runner: Runner,
  batch: readonly BatchItem[],
  { plan, retractions }: BatchState,
): Promise<SortedBatch> {
  const gone = new Set(retractions === 0 ? [] : await knownRetractions(runner, batch));
  const records: BatchItem<StatementRecord>[] = [];
  const retracted: string[] = [];
  for (const item of batch) {
    const { type, id } = item.record;
    if (type !== 'retraction') {
      if (type !== 'person' && gone.has(id)) plan.counts.ignored++;
      else records.push(item as BatchItem<StatementRecord>);
    } else if (gone.has(id)) plan.counts.duplicate++;
    else {
      gone.add(id);
      retracted.push(id);
      plan.counts.stored++;
    }
  }
  return { records, retracted };
}

async function knownRetractions(runner: Runner, batch: readonly BatchItem[]): Promise<string[]> {
  const ids = batch.filter(({ record }) => record.type !== 'person').map(({ record }) => record.id);
  const [known] = await runner.run(readRetractions, { ids });
  return known!.ids;
}
