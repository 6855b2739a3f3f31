import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunOptions, ScoreRun } from '../../src/domain/score-run.js';
import type { Database } from '../../src/neo4j/database.js';
import { Neo4jScoreStore } from '../../src/store/score-store.js';
import { AS_OF, Community, DAY } from '../support/community.js';
import { type PublishedFacts, publishedFacts } from '../support/published-facts.js';
import { threadedActs } from '../support/threaded-acts.js';

/** Each of the two counts what the other does not, so that a run of one after the other takes back numbers of every sort. */
const EARLIER: Partial<RunOptions> = { asOf: AS_OF - 35 * DAY };
const PUBLIC: Partial<RunOptions> = { privateInteractions: 'exclude' };
const PIECES = { cells: 0, rows: 40 };

/** The only writing transactions of a run are then those that publish it. */
const NOTHING_BESIDE = { summarise: async () => undefined };

/** Calls `before` with a number from 0 before each writing transaction of the work. */
async function watchWrites<T>(database: Database, before: (number: number) => unknown, work: () => Promise<T>) {
  const write = database.write;
  let number = 0;
  database.write = async (...call: Parameters<Database['write']>) => {
    await before(number++);
    return write.apply(database, call) as never;
  };
  return work().finally(() => {
    database.write = write;
  });
}

describe('a run that is published in pieces', () => {
  let community: Community;
  let earlier: PublishedFacts;
  let open: PublishedFacts;
  let pieces = 0;

  /** Scores in pieces; `before` is called before each transaction that publishes. */
  async function scoreInPieces(options: Partial<RunOptions>, before: (number: number) => unknown = () => undefined) {
    const store = new Neo4jScoreStore(community.database, community.kinds, PIECES);
    const publish = store.publish.bind(store);
    store.publish = (numbers, owner) => watchWrites(community.database, before, () => publish(numbers, owner));
    return community.score(options, store);
  }

  async function dieBefore(place: number, options: Partial<RunOptions>): Promise<void> {
    const die = (number: number) => {
      if (number === place) throw new Error('killed');
    };
    await expect(scoreInPieces(options, die)).rejects.toThrow('killed');
  }

  async function facts(options: Partial<RunOptions>): Promise<PublishedFacts> {
    return publishedFacts(community.database, await community.score(options));
  }

  /** As if nothing had ever been scored. */
  async function forgetScores(): Promise<void> {
    await community.database.administer('WRITE', async (session) => {
      await session.run('MATCH (r:ScoreRun) DELETE r');
      await session.run('MATCH ()-[m:MUTUAL]->() DELETE m');
      await session.run('MATCH (l:Ledger) SET l = l {.key, .sequence, .people}');
      await session.run('MATCH (p:Person) SET p = p {.id, .idx, .platform, .kind, .sequence}');
      await session.run('MATCH ()-[r:INTERACTED]->() SET r.invitation = null, r.landing = null, r.invited = null');
      await session.run('MATCH ()-[t:ENGAGES]->() SET t = t {.interactions, .private, .first_at, .last_at}');
    });
  }

  /** What somebody is told who asks for scores. */
  async function answer(): Promise<unknown> {
    const { data } = await community.ask(
      '{ person(personId: "t:p9") { scores { status relational } } ranking(metric: RELATIONAL, first: 5) { totalCount nodes { personId } } }',
    );
    const { status, relational } = data.person.scores;
    const { totalCount, nodes } = data.ranking;
    return { status, relational: relational !== null, totalCount: totalCount > 0, nodes: nodes.length };
  }
  const OF_A_RUN = { status: 'OK', relational: true, totalCount: true, nodes: 5 };
  const OF_NONE = { status: 'NOT_COMPUTED', relational: false, totalCount: false, nodes: 0 };

  beforeAll(async () => {
    community = await Community.open();
    Object.assign(community, { precomputed: NOTHING_BESIDE });
    await community.record(threadedActs(300));
    earlier = await facts(EARLIER);
    await forgetScores();
    open = await facts(PUBLIC);
  }, 120_000);

  afterAll(() => community[Symbol.asyncDispose]());

  it('has the numbers of one that is published at once, after none and after another', async () => {
    await forgetScores();
    const { database } = community;
    expect(await publishedFacts(database, await scoreInPieces(EARLIER, () => pieces++))).toEqual(earlier);
    expect(pieces).toBeGreaterThan(8);
    expect(await publishedFacts(database, await scoreInPieces(PUBLIC))).toEqual(open);
    expect(await publishedFacts(database, await scoreInPieces(EARLIER))).toEqual(earlier);
  }, 60_000);

  it('has no published run to read from its first piece to its last', async () => {
    const seen: unknown[] = [];
    await community.score(EARLIER);
    await scoreInPieces(PUBLIC, async () => seen.push(await answer()));
    expect(seen.length).toBeGreaterThan(8);
    expect(seen).toEqual([OF_A_RUN, ...seen.slice(1).map(() => OF_NONE)]);
    expect(await answer()).toEqual(OF_A_RUN);
  }, 60_000);

  it('is made up for by the next run, of the same options or others, wherever it dies', async () => {
    const runs = [
      { options: EARLIER, clean: earlier },
      { options: PUBLIC, clean: open },
    ] as const;
    await community.score(EARLIER);
    for (let place = 1; place < pieces; place++) {
      const [stood, dies] = place % 2 === 1 ? runs : [runs[1], runs[0]];
      for (const next of [stood, dies]) {
        await dieBefore(place, dies.options);
        expect(await answer()).toEqual(OF_NONE);
        expect(await facts(next.options)).toEqual(next.clean);
      }
    }
    const { number } = await community.score(PUBLIC);
    expect((await community.score(PUBLIC)).number).toBe(number);
  }, 300_000);

  it('draws the shuffled null anew as of another instant', async () => {
    await community.score({ asOf: AS_OF });
    expect((await community.score(EARLIER)).reciprocity).toEqual((earlier.get('run') as ScoreRun).reciprocity);
    const { reciprocity } = await community.score({ asOf: AS_OF });
    expect(reciprocity).not.toEqual((earlier.get('run') as ScoreRun).reciprocity);
    expect((await community.score({ asOf: AS_OF + DAY })).reciprocity).toEqual(reciprocity);
  });

  it('leaves the options of the last run known', async () => {
    const { options } = await community.score({ ...EARLIER, halfLifeDays: 30 });
    await dieBefore(2, PUBLIC);
    expect(await community.scores.published()).toBeNull();
    expect(await community.scores.lastOptions()).toEqual(options);
    expect(options).toMatchObject({ ...EARLIER, halfLifeDays: 30 });
  });

  it('is made up for even where no run was published before', async () => {
    for (let place = 1; place < pieces; place++) {
      await forgetScores();
      await dieBefore(place, EARLIER);
      expect(await answer()).toEqual(OF_NONE);
      expect(await facts(PUBLIC)).toEqual(open);
    }
  }, 300_000);
});
