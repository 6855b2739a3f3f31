import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { readMigrations } from '../../src/neo4j/migrate.js';
import { GroundStore } from '../../src/store/ground-store.js';
import { HealthStore } from '../../src/store/health-store.js';
import { PersonStore } from '../../src/store/person-store.js';
import { batchItem } from '../support/batch-item.js';
import { Forum, post, reply } from '../support/forum.js';
import { graphFacts } from '../support/graph-facts.js';

/** A reply that a message record implies waits as a label of its message; an interaction waits as a relationship. */
describe('a reply to a message that nobody is known to have written', () => {
  let forum: Forum;
  beforeAll(async () => {
    forum = await Forum.open();
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  const send = async (...records: CanonicalRecord[]) => {
    expect((await forum.interactions.record(records.map(batchItem))).rejects).toEqual([]);
  };
  const waiting = async () =>
    (await graphFacts(forum.database, 'f:')).filter((fact) => fact.startsWith('aimed')).map((fact) => fact.slice(6));
  const counted = async () => (await new HealthStore(forum.database).interactions()).waiting;

  it('waits once whether implied or said, and is counted', async () => {
    await forum.clear();
    await send(
      post('answer', 'x', 2, 'root'),
      reply('liking', 'z', 'y', 3, { kind: 'like', to: null, inReplyTo: 'f:root', message: null }),
    );
    expect((await waiting()).map((fact) => JSON.parse(fact).id)).toEqual(['f:answer', 'f:liking']);
    expect(await counted()).toBe(2);
    await send({ ...post('answer', 'x', 2, 'root') });
    expect(await counted()).toBe(2);
    await send(post('root', 'y', 1));
    expect([await waiting(), await counted()]).toEqual([[], 0]);
  });

  it('finds everything that its record said, also where its message is older, as if it had not waited', async () => {
    const answer: CanonicalRecord = {
      ...post('answer', null, 50, 'root'),
      author: 'g:x',
      visibility: 'direct',
      platform: 'g',
      tags: ['a', 'b'],
    };
    const mention = { kind: 'mention', from: 'g:x', platform: 'g', message: 'f:answer', inReplyTo: null };
    const named = reply('named', 'x', 'w', 20, mention);
    const root = post('root', 'y', 1);
    const found = async () => {
      const { records } = await forum.database.administer('READ', (session) =>
        session.run("MATCH ()-[r:INTERACTED {id: 'f:answer'}]->(b) RETURN r {.*, sequence: b.id} AS reply"),
      );
      return records.map((row) => row.get('reply') as unknown);
    };
    await forum.clear();
    await send(root, answer, named);
    const expected = await found();
    expect(expected).toMatchObject([{ at: answer.at, visibility: 'direct', platform: 'g', tags: ['a', 'b'] }]);
    await forum.clear();
    await send(answer, named, post('said', null, 10, 'root', { author: 'g:x', platform: 'g' }));
    const { idx } = (await new PersonStore(forum.database).findByIds(['g:x'])).get('g:x')!;
    const all = { idx, direction: null, ground: null, kind: null, platform: null, first: 10, after: null };
    const ground = new GroundStore(forum.database, new KindRegistry());
    const [page] = await ground.interactions([all]);
    const nodes = page!.items.map(({ node }) => node);
    expect(nodes.map(({ id, at, object }) => [id, at, object])).toEqual([
      ['f:answer', answer.at, null],
      ['f:named', named.at, null],
      ['f:said', 10_000, 'f:root'],
    ]);
    expect(nodes[0]).toMatchObject({ direction: 'WAITING', private: true, ground: 'PRIVATE', platform: 'g' });
    const [counts] = await ground.persons([idx]);
    expect(counts!.slices).toContainEqual({
      direction: 'WAITING',
      ground: 'PRIVATE',
      kind: 'reply',
      platform: 'g',
      count: 1,
    });
    await send(root);
    expect(await found()).toEqual(expected);
  });

  it('is taken back with its record', async () => {
    await forum.clear();
    await send(post('answer', 'x', 2, 'root'), post('other', 'w', 1));
    const verdict = await forum.interactions.record([batchItem({ type: 'retraction', id: 'f:answer' }, 0)]);
    expect([verdict.stored, await waiting(), await counted()]).toEqual([1, [], 0]);
    await send(post('answered', 'x', 2, 'root'), post('below', 'z', 3, 'answered'));
    await send({ type: 'retraction', id: 'f:answered' });
    expect((await waiting()).map((fact) => JSON.parse(fact).id)).toEqual(['f:below']);
    await send({ type: 'retraction', id: 'f:below' }, post('root', 'y', 1));
    expect((await graphFacts(forum.database, 'f:')).filter((fact) => /^(aimed|interacted)/.test(fact))).toEqual([]);
  });

  it('waits again when the author it had found is taken back', async () => {
    await forum.clear();
    const reply = post('answer', 'x', 2, 'root');
    await send(reply, post('root', 'y', 1), post('own', 'y', 4, 'root'));
    expect(await waiting()).toEqual([]);
    await send({ type: 'retraction', id: 'f:root' });
    expect((await waiting()).map((fact) => JSON.parse(fact).id)).toEqual(['f:answer', 'f:own']);
    await send(post('third', 'z', 5, 'answer'));
    expect(await counted()).toBe(2);
  });

  it('of a graph written before is found again by the migration', async () => {
    await forum.clear();
    await send(
      post('answer', 'x', 2, 'root'),
      reply('liking', 'z', 'y', 3, { kind: 'like', to: null, inReplyTo: 'f:root', message: null }),
    );
    const facts = await graphFacts(forum.database, 'f:');
    const run = (statement: string) => forum.database.administer('WRITE', (session) => session.run(statement));
    await run(`MATCH (a:Person)-[:WROTE]->(c:Waiting)-[:REPLY_TO]->(m) REMOVE c:Waiting
      CREATE (a)-[:AIMED {id: c.id, kind: 'reply', at: c.at, message: c.id, platform: a.platform, sequence: c.sequence}]->(m)`);
    expect(await graphFacts(forum.database, 'f:')).toEqual(facts);
    const migration = readMigrations().find(({ name }) => name === 'waiting_replies_are_labelled')!;
    for (let times = 0; times < 2; times++) await run(migration.statement);
    expect(await graphFacts(forum.database, 'f:')).toEqual(facts);
    const { records } = await run('MATCH ()-[r:AIMED]->() RETURN r.id AS id');
    expect(records.map((row) => row.get('id'))).toEqual(['f:liking']);
  });
});
