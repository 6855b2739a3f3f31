import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord, MessageRecord } from '../../src/domain/records.js';
import { type Answer, act, Community, DAY } from '../support/community.js';

const root = (id: string, author: string | null): MessageRecord => ({
  type: 'message',
  id: `t:${id}`,
  author: author === null ? null : `t:${author}`,
  at: DAY,
  inReplyTo: null,
  conversation: null,
  visibility: 'public',
  platform: 't',
  tags: [],
});
const answer = (id: string, from: string, to: string, kind: string, object: string, day: number) =>
  act(from, to, day, { id: `t:${id}`, kind, message: `t:${id}`, inReplyTo: `t:${object}` });
const touch = (id: string, from: string, to: string, kind: string, object: string, day: number, more = {}) =>
  act(from, to, day, { id: `t:${id}`, kind, inReplyTo: `t:${object}`, ...more });
const direct = { kind: 'dm', visibility: 'direct' } as const;
const kindOf = (id: string, kind: 'person' | 'organisation' | 'bot'): CanonicalRecord => ({
  type: 'person',
  id: `t:${id}`,
  platform: 't',
  kind,
});

const LIKE = touch('r9', 'b', 'u', 'like', 'mu', 19, { platform: 'q' });
/** Threads of u and a, and of a deleted account; r… happens to u, g… comes from u. */
const RECORDS: readonly CanonicalRecord[] = [
  kindOf('o', 'organisation'),
  kindOf('x', 'bot'),
  kindOf('nobody', 'person'),
  root('mu', 'u'),
  root('ma', 'a'),
  root('deleted', null),
  answer('b1', 'b', 'a', 'comment', 'ma', 2),
  ...['c1', 'c2', 'c3'].map((id) => answer(id, 'c', 'a', 'comment', 'ma', 3)),
  answer('r1', 'a', 'u', 'comment', 'mu', 10),
  answer('g1', 'u', 'a', 'reply', 'r1', 11),
  answer('g2', 'u', 'a', 'comment', 'ma', 12),
  answer('r2', 'a', 'u', 'reply', 'g2', 13),
  touch('g3', 'u', 'b', 'like', 'b1', 14),
  touch('r3', 'b', 'u', 'like', 'g2', 15),
  act('u', 'b', 16, { ...direct, id: 't:g4', message: 't:g4' }),
  act('b', 'u', 17, { ...direct, id: 't:r4', message: 't:r4', inReplyTo: 't:mu' }),
  answer('r5', 'x', 'u', 'comment', 'mu', 18),
  act('u', 'o', 18, { id: 't:g5', kind: 'mention' }),
  touch('r6', 'o', 'u', 'read', 'mu', 18),
  touch('r7', 'a', 'u', 'read', 'mu', 18),
  act('a', 'u', 0, { id: 't:r8', kind: 'mention', atQuality: 'unknown' }),
  LIKE,
  { ...answer('g6', 'u', 'u', 'reply', 'ghost', 20), to: null },
  act('u', 'u', 21, { ...direct, id: 't:g7', to: null, inReplyTo: 't:ghost' }),
  { ...answer('g8', 'u', 'u', 'reply', 'deleted', 22), to: null, platform: 'q' },
  touch('self', 'u', 'u', 'like', 'mu', 23),
];

describe('the ground of people', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(RECORDS);
    await community.record([LIKE]);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const person = (name: string, fields: string) => community.person(name, fields);
  const SIDE = '{ total share slices { ground kind platform count share } byGround { ground count share } }';
  const GROUND = `ground { observed given ${SIDE} received ${SIDE} waiting ${SIDE} explained { broadcast { count share } relational { count share } } }`;
  const said = (side: Answer) =>
    side.slices.map(
      ({ ground, kind, platform, count }: Answer) => `${ground} ${kind}${platform === 't' ? '' : '/q'} ${count}`,
    );
  const totals = (side: Answer) => side.byGround.map(({ ground, count }: Answer) => `${ground} ${count}`).join(' ');

  it('is counted by ground, kind and platform, from their own view, and adds up to everything observed', async () => {
    const { ground } = await person('u', GROUND);
    expect(said(ground.given).sort()).toEqual([
      'OWN reply 1',
      'PRIVATE dm 1',
      'THEIRS comment 1',
      'THIRD like 1',
      'UNKNOWN mention 1',
    ]);
    expect(said(ground.received)).toEqual([
      'OWN comment 2',
      'OWN read 2',
      'OWN like/q 1',
      'PRIVATE dm 1',
      'THEIRS reply 1',
      'THIRD like 1',
      'UNKNOWN mention 1',
    ]);
    expect(said(ground.waiting).sort()).toEqual(['PRIVATE dm 1', 'UNKNOWN reply 1', 'UNKNOWN reply/q 1']);
    expect(totals(ground.received)).toBe('OWN 5 THEIRS 1 THIRD 1 PRIVATE 1 UNKNOWN 1');
    expect([ground.observed, ground.given.total, ground.received.total, ground.waiting.total]).toEqual([17, 5, 9, 3]);
    expect(ground.received.share).toBeCloseTo(9 / 17, 12);
    expect(ground.received.slices[0].share).toBeCloseTo(2 / 17, 12);
    expect(ground.received.byGround[0].share).toBeCloseTo(5 / 17, 12);
  });

  it('is said from each of both sides: the thread of the one is the other’s for the other', async () => {
    const { ground } = await person('a', GROUND);
    expect(said(ground.given).sort()).toEqual([
      'OWN reply 1',
      'THEIRS comment 1',
      'THEIRS read 1',
      'UNKNOWN mention 1',
    ]);
    expect(said(ground.received)).toEqual(['OWN comment 5', 'THEIRS reply 1']);
  });

  it('of somebody who posts nothing and comments much is all theirs', async () => {
    const { ground } = await person('c', GROUND);
    expect(said(ground.given)).toEqual(['THEIRS comment 3']);
    expect(totals(ground.given)).toBe('OWN 0 THEIRS 3 THIRD 0 PRIVATE 0 UNKNOWN 0');
    expect([ground.observed, ground.given.share, ground.received.share]).toEqual([3, 1, 0]);
  });

  it('says how much the two scores can explain', async () => {
    const explained = async (name: string) => (await person(name, GROUND)).ground.explained;
    expect(await explained('u')).toEqual({
      broadcast: { count: 5, share: expect.closeTo(5 / 17, 12) },
      relational: { count: 10, share: expect.closeTo(10 / 17, 12) },
    });
    expect(await explained('o')).toEqual({ broadcast: { count: 1, share: 0.5 }, relational: { count: 0, share: 0 } });
    expect(await explained('x')).toEqual({ broadcast: { count: 0, share: 0 }, relational: { count: 0, share: 0 } });
  });

  it('has no shares where nothing was observed', async () => {
    const { ground } = await person('nobody', GROUND);
    expect(ground).toMatchObject({
      observed: 0,
      given: { total: 0, share: null, slices: [] },
      explained: { broadcast: { count: 0, share: null }, relational: { count: 0, share: null } },
    });
    expect(ground.given.byGround).toHaveLength(5);
    expect(ground.given.byGround[0]).toEqual({ ground: 'OWN', count: 0, share: null });
  });

  it('is filtered by ground, kind and platform, with shares of everything observed', async () => {
    const { ground } = await person(
      'u',
      `ground { observed own: received(ground: OWN) ${SIDE} likes: received(kind: "like") ${SIDE} q: received(platform: "q", ground: OWN, kind: "like") ${SIDE} none: given(platform: "elsewhere") ${SIDE} }`,
    );
    expect([ground.observed, ground.own.total, ground.none.total, ground.none.share]).toEqual([17, 5, 0, 0]);
    expect(said(ground.likes)).toEqual(['OWN like/q 1', 'THIRD like 1']);
    expect(said(ground.q)).toEqual(['OWN like/q 1']);
    expect(ground.q.share).toBeCloseTo(1 / 17, 12);
  });

  const list = (rest: string) =>
    `interactions(${rest}) { totalCount pageInfo { hasNextPage endCursor } nodes { interactionId direction kind at ground actorGround platform private counterpart { personId } message { messageId } object { messageId } } }`;
  const ids = (page: Answer) => page.nodes.map((node: Answer) => node.interactionId.slice(2)).join(' ');

  it('drills down to its interactions, newest first and unknown times last, page by page', async () => {
    const all = 'g8 g7 g6 r9 r7 r6 r5 g5 r4 g4 r3 g3 r2 g2 g1 r1 r8';
    expect(ids((await person('u', list('first: 100'))).interactions)).toBe(all);
    for (const size of [1, 5]) {
      const seen: string[] = [];
      for (let after = '', more = true; more; ) {
        const { interactions } = await person('u', list(`first: ${size}${after}`));
        expect(interactions.totalCount).toBe(17);
        seen.push(ids(interactions));
        after = `, after: "${interactions.pageInfo.endCursor}"`;
        more = interactions.pageInfo.hasNextPage;
      }
      expect(seen.join(' ')).toBe(all);
    }
  });

  it('tells of each interaction who, when and where, and of private ones no message', async () => {
    const { interactions } = await person('u', list('first: 100'));
    const node = (id: string) => interactions.nodes.find((one: Answer) => one.interactionId === `t:${id}`);
    expect(node('r1')).toEqual({
      interactionId: 't:r1',
      direction: 'RECEIVED',
      kind: 'comment',
      at: new Date(10 * DAY).toISOString(),
      ground: 'OWN',
      actorGround: 'THEIRS',
      platform: 't',
      private: false,
      counterpart: { personId: 't:a' },
      message: { messageId: 't:r1' },
      object: { messageId: 't:mu' },
    });
    expect(node('g2')).toMatchObject({ direction: 'GIVEN', ground: 'THEIRS', actorGround: 'THEIRS' });
    expect(node('r4')).toMatchObject({ private: true, ground: 'PRIVATE', message: null, object: null });
    expect(node('r8')).toMatchObject({ at: null, ground: 'UNKNOWN', message: null, object: null });
    expect(node('g8')).toMatchObject({ direction: 'WAITING', counterpart: null, platform: 'q', ground: 'UNKNOWN' });
    expect(node('g8')).toMatchObject({ message: { messageId: 't:g8' }, object: { messageId: 't:deleted' } });
    expect(node('g7')).toMatchObject({ direction: 'WAITING', private: true, ground: 'PRIVATE' });
  });

  it('drills down to exactly the interactions that a filter counts', async () => {
    const kept = async (rest: string) => ids((await person('u', list(`first: 100, ${rest}`))).interactions);
    expect(await kept('direction: RECEIVED, ground: OWN')).toBe('r9 r7 r6 r5 r1');
    expect(await kept('ground: THEIRS')).toBe('r2 g2');
    expect(await kept('direction: GIVEN, ground: OWN')).toBe('g1');
    expect(await kept('kind: "like"')).toBe('r9 r3 g3');
    expect(await kept('platform: "q"')).toBe('g8 r9');
    expect(await kept('direction: WAITING, ground: UNKNOWN')).toBe('g8 g6');
    expect(await kept('ground: PRIVATE')).toBe('g7 r4 g4');
  });

  it('refuses an unknown kind, an impossible platform or page, and a cursor of another filter', async () => {
    const errorOf = async (fields: string) => {
      const { errors } = await community.ask(`{ person(personId: "t:u") { ${fields} } }`);
      return errors[0]!;
    };
    expect(await errorOf('ground { given(kind: "hug") { total } }')).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(/^kind must be one of comment, dm/),
    });
    expect((await errorOf('interactions(kind: "Like") { totalCount }')).code).toBe('BAD_USER_INPUT');
    expect((await errorOf('ground { waiting(platform: "") { total } }')).message).toMatch(
      /^platform must have 1 to 64/,
    );
    expect((await errorOf(`interactions(platform: "${'x'.repeat(65)}") { totalCount }`)).code).toBe('BAD_USER_INPUT');
    expect((await errorOf('interactions(first: 0) { totalCount }')).message).toMatch(
      /^first must be between 1 and 100/,
    );
    const { interactions } = await person('u', list('first: 1, ground: OWN'));
    const cursor = interactions.pageInfo.endCursor;
    expect((await errorOf(`interactions(ground: THEIRS, after: "${cursor}") { totalCount }`)).message).toMatch(
      /^after/,
    );
    expect((await errorOf('interactions(ground: HERS) { totalCount }')).message).toMatch(/Ground/);
  });

  it('of all people of a page takes one statement each, however many people there are', async () => {
    await community.score();
    const document = (first: number) =>
      `{ ranking(metric: GIVEN, first: ${first}) { nodes { ground { given { total } } interactions(first: 2) { totalCount } } } }`;
    const one = await community.ask(document(1));
    const three = await community.ask(document(3));
    expect(three.errors).toEqual([]);
    expect(three.data.ranking.nodes).toHaveLength(3);
    expect(three.statements).toBe(one.statements);
  });

  it('goes on from page to page among unknown times', async () => {
    const untimed = { atQuality: 'unknown' } as const;
    await community.record([
      ...['t:w1', 't:w2', 't:w3'].map((id) => act('a', 'w', 0, { id, ...untimed })),
      act('a', 'w', 3, { id: 't:w0' }),
    ]);
    const seen: string[] = [];
    for (let after = '', more = true; more; ) {
      const { interactions } = await person('w', list(`first: 1${after}`));
      seen.push(ids(interactions));
      after = `, after: "${interactions.pageInfo.endCursor}"`;
      more = interactions.pageInfo.hasNextPage && seen.length < 9;
    }
    expect(seen.join(' ')).toBe('w0 w3 w2 w1');
  });
});
