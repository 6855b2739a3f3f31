import { expect } from '@jest/globals';
import type { CanonicalRecord, InteractionRecord } from '../../src/domain/records.js';
import type { Database } from '../../src/neo4j/database.js';
import type { InteractionStore } from '../../src/store/interaction-store.js';
import { batchItem } from './batch-item.js';
import { reply } from './forum.js';
import { graphFacts } from './graph-facts.js';
import { referenceGraph } from './reference-graph.js';

export const retract = (id: string) => ({ type: 'retraction', id: `f:${id}` }) as const;

/** An act about a message, whose author tells the target unless `to` does. */
export function about(
  message: string,
  id: string,
  from: string,
  more: Partial<InteractionRecord> = {},
): InteractionRecord {
  const { to, ...rest } = more;
  const record = reply(id, from, '', 50, { kind: 'like', inReplyTo: `f:${message}`, ...rest });
  return { ...record, to: to === undefined ? null : `f:${to}` };
}

/** An explicit reply that makes a message of another id. */
export const answer = (
  id: string,
  message: string,
  from: string,
  second: number,
  to: string,
  rest: Partial<InteractionRecord> = {},
) => about(to, id, from, { kind: 'reply', at: second * 1_000, message: `f:${message}`, ...rest });

/** Stores batches one after the other, none with a reject; their verdicts as stored, duplicate, ignored. */
export async function recordBatches(
  store: InteractionStore,
  batches: readonly (readonly CanonicalRecord[])[],
): Promise<string[]> {
  const verdicts: string[] = [];
  for (const batch of batches) {
    const { stored, duplicate, ignored, rejects } = await store.record(batch.map(batchItem));
    expect([stored + duplicate + ignored, rejects]).toEqual([batch.length, []]);
    verdicts.push(`${stored} ${duplicate} ${ignored}`);
  }
  return verdicts;
}

/** A fact of the graph in few words. */
export function inWords(fact: string): string {
  const [what, ...rest] = fact.replaceAll('f:', '').split(' ');
  if (what === 'engages') return `${rest[0]}-${rest.slice(1).join(' ')}`;
  const { id, kind, from, to, ground, object, stub, author, parent, root, depth, starter } = JSON.parse(rest.join(' '));
  if (what === 'interacted') return `${id} ${kind} ${from}-${to} ${ground} ${object}`;
  if (what === 'aimed') return `${id} ${kind} ${from} waits ${object}`;
  if (what === 'self') return `${id} ${kind} ${from} herself ${object}`;
  const place = root === null ? '' : `, ${depth} in ${root} of ${starter ?? 'nobody'}`;
  return stub ? `${id} stub` : `${id} by ${author ?? 'nobody'}${parent === null ? '' : ` < ${parent}`}${place}`;
}

/** The graph but for its people, checked against the definitions, in few words. */
export async function graphInWords(database: Database, records: readonly CanonicalRecord[]): Promise<string[]> {
  const facts = (await graphFacts(database, 'f:')).filter((fact) => !fact.startsWith('person'));
  expect(facts).toEqual(referenceGraph(records).filter((fact) => !fact.startsWith('person')));
  return facts.map(inWords);
}
