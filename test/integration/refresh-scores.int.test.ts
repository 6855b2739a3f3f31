import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { Neo4jScoreStore, type ScoreStore } from '../../src/store/score-store.js';
import { AS_OF, Community, DAY } from '../support/community.js';

let count = 0;

function act(
  from: string,
  to: string,
  kind: string,
  day: number,
  more: Partial<CanonicalRecord> = {},
): CanonicalRecord {
  const id = `act-${count++}`;
  const message = kind === 'like' ? null : id;
  return {
    type: 'interaction',
    id,
    from: `x:${from}`,
    to: `x:${to}`,
    kind,
    at: day * DAY,
    atQuality: 'exact',
    message,
    inReplyTo: null,
    conversation: null,
    visibility: kind === 'dm' ? 'direct' : 'public',
    platform: 'x',
    tags: [],
    meta: null,
    ...more,
  } as CanonicalRecord;
}

async function one<T>(community: Community, query: string): Promise<T> {
  return community.database.administer('READ', async (session) => (await session.run(query)).records[0]?.get(0) as T);
}

describe('a score run', () => {
  let community: Community;

  beforeAll(async () => {
    community = await Community.open();
    await community.record([
      act('a', 'b', 'comment', 90),
      act('b', 'a', 'reply', 91),
      act('c', 'a', 'comment', 92),
      act('a', 'd', 'dm', 95),
      act('d', 'a', 'dm', 96),
    ]);
  });

  afterAll(() => community[Symbol.asyncDispose]());

  const tie = (from: string, to: string) =>
    one<number>(community, `MATCH (:Person {id: 'x:${from}'})-[t:ENGAGES]->(:Person {id: 'x:${to}'}) RETURN t.effort`);
  const relational = (who: string) => one<number>(community, `MATCH (p:Person {id: 'x:${who}'}) RETURN p.relational`);

  it('is published under a number of its own, and again only when something is new', async () => {
    expect((await community.score()).number).toBe(1);
    expect((await community.score()).number).toBe(1);
    await community.record([act('c', 'b', 'like', 97)]);
    expect((await community.score()).number).toBe(2);
  });

  it('leaves stored statistics alone when only the instant moves on and no window closes', async () => {
    const before = await tie('a', 'b');
    const people = await relational('a');
    await community.score({ asOf: AS_OF + 30 * DAY });
    expect(await tie('a', 'b')).toBe(before);
    expect(await relational('a')).not.toBe(people);
    await community.score();
    expect(await relational('a')).toBe(people);
  });

  it('counts private interactions or not, as it is told, and takes back what counts no more', async () => {
    expect(await tie('a', 'd')).toBeGreaterThan(0);
    await community.score({ privateInteractions: 'exclude' });
    expect(await tie('a', 'd')).toBe(0);
    expect(await relational('d')).toBe(0);
    expect(await one<number>(community, "MATCH (:Person {id: 'x:d'})-[m:MUTUAL]-() RETURN count(m)")).toBe(0);
    await community.score();
    expect(await relational('d')).toBeGreaterThan(0);
    expect(await one<number>(community, "MATCH (:Person {id: 'x:d'})-[m:MUTUAL]-() RETURN count(m)")).toBe(1);
  });

  it('never counts an interaction of unknown time', async () => {
    const before = await relational('c');
    await community.record([act('c', 'a', 'comment', 0, { atQuality: 'unknown' })]);
    await community.score();
    expect(await relational('c')).toBe(before);
  });

  it('refuses a second run at the same time, and lets go when it ends or dies', async () => {
    const { scores } = community;
    expect(await scores.lease('somebody', 60_000)).toBe(true);
    await expect(community.score()).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
    await scores.release('somebody');
    await community.score();
    expect(await scores.lease('dead', 50)).toBe(true);
    await new Promise((done) => setTimeout(done, 80));
    await community.score();
  });

  it('publishes nothing once another run has taken its place', async () => {
    const { scores } = community;
    const before = await scores.published();
    const relationalBefore = await relational('a');
    let gone = false;
    const late: ScoreStore = Object.assign(Object.create(scores), {
      publish: async (...call: Parameters<ScoreStore['publish']>) => {
        await community.database.administer('WRITE', (session) => session.run('MATCH (l:Ledger) SET l.run_until = 0'));
        expect(await scores.lease('another', 60_000)).toBe(true);
        if (gone) await scores.release('another');
        await scores.renew(call[1], 60_000);
        return scores.publish(...call);
      },
    });
    for (const method of ['sequence', 'lease', 'renew', 'release', 'read', 'published', 'lastOptions'] as const)
      Object.assign(late, { [method]: scores[method].bind(scores) });
    await expect(community.score({ halfLifeDays: 7 }, late)).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
    await scores.release('another');
    gone = true;
    await expect(community.score({ halfLifeDays: 7 }, late)).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
    const pieces = new Neo4jScoreStore(community.database, community.kinds, { cells: 1, rows: 1 });
    Object.assign(late, {
      publish: (numbers: Parameters<ScoreStore['publish']>[0]) => pieces.publish(numbers, 'another'),
    });
    await expect(community.score({ halfLifeDays: 7 }, late)).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
    expect(await scores.published()).toEqual(before);
    expect(await relational('a')).toBe(relationalBefore);
  });

  it('counts what was written before it began, and says that there is news', async () => {
    const run = await community.score();
    await community.record([act('b', 'c', 'comment', 98)]);
    const published = (await community.scores.published())!;
    expect([published.number, published.ledgerSequence > published.sequence]).toEqual([run.number, true]);
  });

  it('stores counters that interactions rebuild exactly', async () => {
    const different = await one<number>(
      community,
      `MATCH (a:Person)-[t:ENGAGES]->(b:Person)
       CALL (a, b) { MATCH (a)-[r:INTERACTED]->(b) RETURN count(r) AS n, sum(CASE WHEN r.visibility = 'direct' THEN 1 ELSE 0 END) AS direct,
         min(CASE WHEN r.at_quality = 'unknown' THEN null ELSE r.at END) AS first, max(CASE WHEN r.at_quality = 'unknown' THEN null ELSE r.at END) AS last }
       WITH t, n, direct, first, last WHERE t.interactions <> n OR coalesce(t.private, 0) <> direct OR coalesce(t.first_at, -1) <> coalesce(first, -1) OR coalesce(t.last_at, -1) <> coalesce(last, -1) RETURN count(t)`,
    );
    expect(different).toBe(0);
  });
});
