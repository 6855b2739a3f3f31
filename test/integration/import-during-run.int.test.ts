import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import type { ScoreRun } from '../../src/domain/score-run.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { RecordInteractions } from '../../src/service/record-interactions.js';
import { type InteractionStore, Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import type { ScoreStore } from '../../src/store/score-store.js';
import { Community } from '../support/community.js';
import { Pace } from '../support/pace.js';
import { type PublishedFacts, publishedFacts } from '../support/published-facts.js';
import { threadedActs } from '../support/threaded-acts.js';

/** Records of one transaction of the import. */
const STEP = 40;
const RECORDS = threadedActs(920);
/** What is there, and scored, before the import begins. */
const BEFORE = 5 * STEP;
const LATER = RECORDS.length - BEFORE;

/** The store of an import that takes its steps when the pace lets it. */
function paced(store: InteractionStore, pace: Pace): InteractionStore {
  return {
    async record(batch) {
      const sum = { stored: 0, duplicate: 0, ignored: 0, unresolved: 0, mismatched: 0 };
      for (let from = 0; from < batch.length; from += STEP) {
        const verdict = await pace.step(() => store.record(batch.slice(from, from + STEP)));
        for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += verdict[key];
      }
      return { ...sum, rejects: [] };
    },
  };
}

async function* bytesOf(records: readonly CanonicalRecord[]): AsyncGenerator<Uint8Array> {
  for (const record of records) yield Buffer.from(`${JSON.stringify(record)}\n`);
}

function importInto({ database, kinds }: Community, records: readonly CanonicalRecord[], pace: Pace): Promise<Verdict> {
  const store = paced(new Neo4jInteractionStore(database, kinds), pace);
  const record = new RecordInteractions(store, kinds);
  return record.record(bytesOf(records), { format: 'ndjson', timeUnit: 'ms' }).finally(() => pace.end());
}

/** All of it in steps, one after the other; then scored. */
async function factsOfClean(records: readonly CanonicalRecord[]): Promise<PublishedFacts> {
  await using community = await Community.open();
  await importInto(community, records, Pace.free());
  return await publishedFacts(community.database, await community.score());
}

/** A score store beside which the import goes on: between all statements of a reading, after it, and while the run is published. */
function besideImport(community: Community, pace: Pace): ScoreStore {
  const { scores, database } = community;
  const stream = database.stream.bind(database);
  return {
    sequence: async () => {
      const sequence = await scores.sequence();
      await pace.let(2);
      return sequence;
    },
    read: async (limits, before) => {
      database.stream = async (...call: Parameters<typeof stream>) => {
        await Promise.all([stream(...call), pace.let(1)]);
        await pace.let(1);
      };
      const reading = await scores.read(limits, before);
      database.stream = stream;
      await pace.let(3);
      return reading;
    },
    publish: (numbers, owner) => {
      pace.open();
      return scores.publish(numbers, owner);
    },
    published: () => scores.published(),
    lastOptions: () => scores.lastOptions(),
    lease: (...call) => scores.lease(...call),
    renew: (...call) => scores.renew(...call),
    release: (owner) => scores.release(owner),
  };
}

describe('a score run while an import goes on', () => {
  let before: ScoreRun;
  let run: ScoreRun;
  let next: ScoreRun;
  let verdict: Verdict;
  let facts: PublishedFacts;
  let nextFacts: PublishedFacts;

  beforeAll(async () => {
    await using community = await Community.open();
    await importInto(community, RECORDS.slice(0, BEFORE), Pace.free());
    before = await community.score();
    const pace = new Pace();
    [verdict, run] = await Promise.all([
      importInto(community, RECORDS.slice(BEFORE), pace),
      pace.let(2).then(() => community.score({}, besideImport(community, pace))),
    ]);
    facts = await publishedFacts(community.database, run);
    next = await community.score();
    nextFacts = await publishedFacts(community.database, next);
  }, 180_000);

  it('lets the import store every record; only answers to oneself act on nobody', () => {
    const { received, stored, ignored, rejected, unresolved } = verdict;
    expect({ received, taken: stored + ignored, rejected, unresolved }).toEqual({
      received: LATER,
      taken: LATER,
      rejected: 0,
      unresolved: 0,
    });
  });

  it('is published with the sequence at which it began', () => {
    expect(run.number).toBe(before.number + 1);
    expect(run.sequence).toBe(before.sequence + 2);
    expect(next.sequence).toBe(before.sequence + LATER / STEP);
  });

  it('gives the numbers of a graph that holds what was recorded until it began, and none to what came later', async () => {
    const clean = await factsOfClean(RECORDS.slice(0, BEFORE + 2 * STEP));
    const later = [...facts].filter(([key]) => !clean.has(key));
    expect(new Map([...facts].filter(([key]) => clean.has(key)))).toEqual(clean);
    expect(later.filter(([key, numbers]) => !isUnscoredPerson(key, numbers))).toEqual([]);
  });

  it('is made up for by the run that follows', async () => {
    expect(nextFacts).toEqual(await factsOfClean(RECORDS));
  });
});

/** Somebody of whom a run knows that they are there and nothing else. */
function isUnscoredPerson(key: string, numbers: unknown): boolean {
  const { trust: _trust, ...rest } = numbers as Record<string, unknown>;
  return (
    key.startsWith('person ') &&
    Object.values(rest)
      .flat()
      .every((number) => number === 0)
  );
}
