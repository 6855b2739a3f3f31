import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { readMigrations } from '../../src/neo4j/migrate.js';
import { readLedger } from '../../src/store/ledger-store.js';
import { batchItem } from '../support/batch-item.js';
import { Forum, post, reply } from '../support/forum.js';

/** Texts travel in columns where an empty line is what a record leaves out. */
describe('a batch', () => {
  let forum: Forum;
  beforeAll(async () => {
    forum = await Forum.open();
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  const found = async () => {
    const { records } = await forum.database.administer('READ', (session) =>
      session.run(`MATCH (m:Message) RETURN m.id AS id, m {.platform, .conversation} AS said
        UNION ALL MATCH ()-[r:INTERACTED|AIMED|SELF]->() RETURN r.id AS id, r {.platform, .message, .object, about: type(r)} AS said`),
    );
    return new Map(records.map((row) => [row.get('id') as string, row.get('said') as unknown]));
  };
  const bare = (id: string, from: string, second: number, more: object) =>
    reply(id, from, 'y', second, { kind: 'mention', ...more });

  it('makes no property of what one record leaves out and others say: fresh messages, interactions resolved, waiting or at oneself', async () => {
    await forum.clear();
    await forum.record(
      post('root', 'x', 1),
      post('nobody', null, 2, null, { platform: null }),
      post('deleted', null, 2, 'root'),
      post('lost', 'x', 3, 'gone'),
      post('implied', 'y', 3, 'root'),
      bare('plain', 'x', 4, {}),
      reply('whole', 'x', 'y', 5, { message: 'f:made', inReplyTo: 'f:root' }),
      bare('aims', 'x', 6, { kind: 'like', to: null, inReplyTo: 'f:gone' }),
      reply('aims2', 'x', 'y', 7, { to: null, inReplyTo: 'f:gone', message: 'f:made2' }),
      bare('self', 'x', 8, { kind: 'like', to: null, inReplyTo: 'f:root' }),
      reply('self2', 'x', 'y', 9, { to: null, inReplyTo: 'f:root', message: 'f:made3' }),
    );
    const facts = await found();
    expect(facts.get('f:root')).toEqual({ platform: null, conversation: 'f:root' });
    expect(facts.get('f:nobody')).toEqual({ platform: null, conversation: 'f:nobody' });
    expect(facts.get('f:deleted')).toEqual({ platform: 'f', conversation: 'f:root' });
    expect(facts.get('f:lost')).toEqual({ platform: null, conversation: null });
    expect(facts.get('f:plain')).toEqual({ platform: 'f', message: null, object: null, about: 'INTERACTED' });
    expect(facts.get('f:implied')).toMatchObject({ platform: 'f', object: 'f:root', about: 'INTERACTED' });
    expect(facts.get('f:whole')).toEqual({
      platform: 'f',
      message: 'f:made',
      object: 'f:root',
      about: 'INTERACTED',
    });
    expect(facts.get('f:aims')).toEqual({ platform: 'f', message: null, object: null, about: 'AIMED' });
    expect(facts.get('f:aims2')).toEqual({ platform: 'f', message: 'f:made2', object: null, about: 'AIMED' });
    expect(facts.get('f:self')).toEqual({ platform: 'f', message: null, object: null, about: 'SELF' });
    expect(facts.get('f:self2')).toEqual({ platform: 'f', message: 'f:made3', object: null, about: 'SELF' });
  });

  it('makes none of what it leaves out of a message that was only referred to before, or that waited', async () => {
    await forum.clear();
    await forum.record(
      post('answer', 'x', 4, 'nobody'),
      post('other', 'x', 4, 'said'),
      post('third', 'x', 4, 'deleted'),
      bare('aims', 'x', 6, { kind: 'like', to: null, inReplyTo: 'f:said' }),
    );
    await forum.record(
      post('nobody', null, 2, 'gone', { platform: null }),
      post('deleted', null, 2),
      post('said', 'z', 3),
    );
    const facts = await found();
    expect(facts.get('f:nobody')).toEqual({ platform: null, conversation: null });
    expect(facts.get('f:deleted')).toEqual({ platform: 'f', conversation: 'f:deleted' });
    expect(facts.get('f:said')).toEqual({ platform: null, conversation: 'f:said' });
    expect(facts.get('f:aims')).toEqual({ platform: 'f', message: null, object: 'f:said', about: 'INTERACTED' });
    expect(facts.get('f:other')).toMatchObject({ platform: 'f' });
  });

  it('resolves what waited with everything it said, and counts no time that is unknown', async () => {
    await forum.clear();
    await forum.record(
      reply('dated', 'x', 'y', 50, { kind: 'like', to: null, inReplyTo: 'f:root' }),
      reply('undated', 'x', 'y', 10, { to: null, inReplyTo: 'f:root', atQuality: 'unknown', meta: '{"a":1}' }),
    );
    await forum.record(post('root', 'z', 1));
    const { records } = await forum.database.administer('READ', (session) =>
      session.run(`MATCH (:Person)-[r:INTERACTED {id: 'f:undated'}]->(:Person), ()-[t:ENGAGES]->()
        RETURN r.at_quality AS quality, r.meta AS meta, t.interactions AS n, t.first_at AS first, t.last_at AS last`),
    );
    expect(records.map((row) => row.toObject())).toEqual([
      { quality: 'unknown', meta: '{"a":1}', n: 2, first: 50_000, last: 50_000 },
    ]);
  });

  it('raises the sequence once by facts about people alone, and not when they are sent again', async () => {
    await forum.clear();
    const sequence = async () => (await forum.database.run(readLedger, {}))[0]!.sequence;
    await forum.record(post('root', 'x', 1));
    const before = await sequence();
    const named: CanonicalRecord = { type: 'person', id: 'f:x', platform: 'f', name: 'Xenia' };
    await forum.record(named);
    expect(await sequence()).toBe(before + 1);
    await forum.record(named);
    expect(await sequence()).toBe(before + 1);
  });

  const told = async (...records: CanonicalRecord[]) => {
    const { stored, duplicate, rejects } = await forum.interactions.record(records.map(batchItem));
    return { stored, duplicate, rejects: rejects.map(({ index, code }) => `${index} ${code}`) };
  };

  it.each<[string, CanonicalRecord, CanonicalRecord]>([
    ['message', post('told', 'x', 1), post('told', 'x', 2)],
    ['message by somebody else', post('told', 'x', 1), post('told', 'y', 1)],
    ['message by nobody', post('told', 'x', 1), post('told', null, 1)],
    ['interaction', reply('told', 'x', 'y', 1), reply('told', 'x', 'y', 2)],
  ])('keeps the first of two contents under one id, in one batch and in the next: %s', async (_, first, other) => {
    await forum.clear();
    expect(await told(first, first, other)).toEqual({ stored: 1, duplicate: 1, rejects: ['2 ID_CONFLICT'] });
    const sequence = async () => (await forum.database.run(readLedger, {}))[0]!.sequence;
    const before = await sequence();
    expect(await told(other, first)).toEqual({ stored: 0, duplicate: 1, rejects: ['0 ID_CONFLICT'] });
    expect(await sequence()).toBe(before);
  });

  it('keeps an id free for the next record when the one before under it is rejected', async () => {
    await forum.clear();
    await forum.record(post('made', 'x', 1));
    const right = reply('told', 'x', 'y', 2, { message: 'f:made' });
    const wrong = { ...right, from: 'f:z' };
    expect(await told(wrong, right, wrong)).toEqual({
      stored: 1,
      duplicate: 0,
      rejects: ['0 ID_CONFLICT', '2 ID_CONFLICT'],
    });
  });

  it('is known again after the migration of a graph that kept 64 bits of each content', async () => {
    await forum.clear();
    const records = [
      post('root', 'x', 1),
      reply('done', 'y', 'x', 2),
      reply('aims', 'y', 'x', 3, { to: null, inReplyTo: 'f:gone' }),
      reply('self', 'x', 'x', 4, { inReplyTo: 'f:root' }),
    ];
    await told(...records);
    const run = async (statement: string) =>
      (await forum.database.administer('WRITE', (session) => session.run(statement))).records;
    const kept = async () =>
      (
        await run(`MATCH (m:Message) WHERE m.fingerprint IS NOT NULL RETURN m.id AS id, m.fingerprint AS value ORDER BY id
          UNION ALL MATCH ()-[r:INTERACTED|AIMED|SELF]->() RETURN r.id AS id, r.fingerprint AS value ORDER BY id`)
      ).map((row) => row.toObject());
    const expected = await kept();
    expect(expected).toHaveLength(4);
    const { statement } = readMigrations().find(({ name }) => name === 'fingerprints_are_short')!;
    for (const times of [-3, 2 ** 28 - 1, 0]) {
      await run(`MATCH (m:Message) SET m.fingerprint = m.fingerprint + ${times} * 34359738368`);
      await run(`MATCH ()-[r:INTERACTED|AIMED|SELF]->() SET r.fingerprint = r.fingerprint + ${times} * 34359738368`);
      await run(statement);
      expect(await kept()).toEqual(expected);
    }
    expect(await told(...records)).toEqual({ stored: 0, duplicate: 3, rejects: [] });
  });
});
