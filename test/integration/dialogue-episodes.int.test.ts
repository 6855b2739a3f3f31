import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DialogueStore } from '../../src/store/dialogue-store.js';
import { type Answer, AS_OF, type Community, DAY } from '../support/community.js';
import { EACH_OTHER, HOUR, openPairs, pair, read, WEEKS } from '../support/pairs.js';

describe('episodes of a pair', () => {
  let community: Community;
  beforeAll(async () => {
    community = await openPairs();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const dialogue = (a: string, b: string, fields: string) => read(community, `dialogue(${pair(a, b)})`, fields);

  const EPISODE = `opener { personId } closer { personId } firstAt lastAt durationHours turns isDialogue acts actsOf { a b } privateActs
    switches balance revival channels { kind private platform }`;

  it('are seen from now while no run is published', async () => {
    const { asOf, episodeCount } = await dialogue('ann', 'bob', 'asOf episodeCount');
    expect(Math.abs(Date.parse(asOf) - Date.now())).toBeLessThan(60_000);
    expect(episodeCount).toBe(3);
    await community.score();
  });

  it('run across threads and platforms, from public to private, and only up to the run', async () => {
    const answer = await dialogue(
      'ann',
      'bob',
      `asOf gapThreshold revivals episodeCount dialogueCount truncated openedBy { a b } episodes { totalCount nodes { ${EPISODE} } }`,
    );
    const { episodes, ...rest } = answer;
    expect(rest).toEqual({
      asOf: new Date(AS_OF).toISOString(),
      gapThreshold: 4,
      revivals: 1,
      episodeCount: 2,
      dialogueCount: 2,
      truncated: false,
      openedBy: { a: 1, b: 1 },
    });
    expect(episodes.totalCount).toBe(2);
    expect(episodes.nodes).toEqual([
      {
        opener: { personId: 't:bob' },
        closer: { personId: 't:ann' },
        firstAt: new Date(60 * DAY).toISOString(),
        lastAt: new Date(60 * DAY + HOUR).toISOString(),
        durationHours: 1,
        turns: 2,
        isDialogue: true,
        acts: 2,
        actsOf: { a: 1, b: 1 },
        privateActs: 0,
        switches: 1,
        balance: 1,
        revival: true,
        channels: [
          { kind: 'mention', private: false, platform: 'u' },
          { kind: 'comment', private: false, platform: 'u' },
        ],
      },
      {
        opener: { personId: 't:ann' },
        closer: { personId: 't:bob' },
        firstAt: new Date(10 * DAY).toISOString(),
        lastAt: new Date(10 * DAY + 3 * HOUR).toISOString(),
        durationHours: 3,
        turns: 4,
        isDialogue: true,
        acts: 4,
        actsOf: { a: 2, b: 2 },
        privateActs: 2,
        switches: 3,
        balance: 1,
        revival: false,
        channels: [
          { kind: 'comment', private: false, platform: 't' },
          { kind: 'reply', private: false, platform: 't' },
          { kind: 'dm', private: true, platform: null },
        ],
      },
    ]);
  });

  it('carry their open interactions with people and messages, and no private one', async () => {
    const { episodes } = await dialogue(
      'ann',
      'bob',
      'episodes(order: OLDEST, first: 1) { nodes { interactions { totalCount nodes { kind at from { personId } to { personId } message { messageId author { personId } } } } } }',
    );
    expect(episodes.nodes[0].interactions).toEqual({
      totalCount: 2,
      nodes: [
        {
          kind: 'comment',
          at: new Date(10 * DAY).toISOString(),
          from: { personId: 't:ann' },
          to: { personId: 't:bob' },
          message: { messageId: 't:m1', author: { personId: 't:ann' } },
        },
        {
          kind: 'reply',
          at: new Date(10 * DAY + HOUR).toISOString(),
          from: { personId: 't:bob' },
          to: { personId: 't:ann' },
          message: { messageId: 't:m2', author: { personId: 't:bob' } },
        },
      ],
    });
  });

  it('act upon nothing where they name only the message that they made', async () => {
    const { interactions } = await dialogue(
      'ann',
      'bob',
      'interactions { nodes { message { messageId } object { messageId } } }',
    );
    const objects = interactions.nodes.map(({ object }: Answer) => object?.messageId ?? null);
    expect(objects.filter((object: string | null) => object !== null)).toEqual([]);
    const made = await community.person('bob', 'interactions { nodes { object { messageId } message { messageId } } }');
    for (const { object, message } of made.interactions.nodes)
      if (object !== null) expect(object.messageId).not.toBe(message?.messageId);
  });

  it('stand beside the list of all open interactions, in which unknown times come last', async () => {
    const seen: (string | null)[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { interactions }: Answer = await read(
        community,
        `dialogue(${pair('ann', 'bob')}, first: 1, after: ${JSON.stringify(after)})`,
        'interactions { totalCount nodes { at } pageInfo { hasNextPage endCursor } }',
      );
      expect(interactions.totalCount).toBe(7);
      seen.push(...interactions.nodes.map(({ at }: Answer) => at));
      more = interactions.pageInfo.hasNextPage;
      after = interactions.pageInfo.endCursor;
    }
    const times = [101, 61, 60 + 1 / 24, 60, 10 + 1 / 24, 10].map((day) => new Date(day * DAY).toISOString());
    expect(seen).toEqual([...times, null]);
  });

  it('change only the labels when a and b are swapped', async () => {
    const fields = `gapThreshold openedBy { a b } episodes { nodes { ${EPISODE} interactions { nodes { interactionId } } } }`;
    const [one, other] = [await dialogue('ann', 'bob', fields), await dialogue('bob', 'ann', fields)];
    const swap = ({ a, b }: { a: number; b: number }) => ({ a: b, b: a });
    expect(other).toEqual({
      ...one,
      openedBy: swap(one.openedBy),
      episodes: { nodes: one.episodes.nodes.map((node: Answer) => ({ ...node, actsOf: swap(node.actsOf) })) },
    });
  });

  it('come page by page in every order, as do their interactions', async () => {
    const page = async (order: string, after: string) =>
      (
        await dialogue(
          'cat',
          'dan',
          `episodes(order: ${order}, first: 5${after}) { totalCount pageInfo { hasNextPage endCursor } nodes { firstAt turns } }`,
        )
      ).episodes;
    for (const order of ['NEWEST', 'OLDEST', 'DEEPEST']) {
      const seen: number[] = [];
      let next = { hasNextPage: true, endCursor: '' };
      while (next.hasNextPage) {
        const { nodes, pageInfo, totalCount } = await page(order, next.endCursor && `, after: "${next.endCursor}"`);
        expect(totalCount).toBe(12);
        seen.push(...nodes.map((node: Answer) => Date.parse(node.firstAt) / DAY));
        next = pageInfo;
      }
      expect(seen).toEqual(order === 'OLDEST' ? WEEKS : [...WEEKS].reverse());
    }
    const acts = (after: string) =>
      dialogue(
        'cat',
        'dan',
        `episodes(first: 1) { nodes { interactions(first: 1${after}) { totalCount pageInfo { hasNextPage endCursor } nodes { from { personId } } } } }`,
      );
    const first = (await acts('')).episodes.nodes[0].interactions;
    const second = (await acts(`, after: "${first.pageInfo.endCursor}"`)).episodes.nodes[0].interactions;
    expect([first, second].map(({ nodes }: Answer) => nodes[0].from.personId)).toEqual(['t:cat', 't:dan']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, first.totalCount]).toEqual([true, false, 2]);
  });

  it('order acts of one instant by actor, then by kind', async () => {
    const { episodes } = await dialogue(
      'fay',
      'eve',
      'episodes { nodes { turns opener { personId } interactions { nodes { interactionId } } } }',
    );
    expect(episodes.nodes).toEqual([
      {
        turns: 2,
        opener: { personId: 't:eve' },
        interactions: { nodes: ['t:9', 't:7', 't:8'].map((interactionId) => ({ interactionId })) },
      },
    ]);
  });

  it('read only the newest acts of a pair with very many', async () => {
    const [{ idx: from }, { idx: to }] = (await community.database.administer('READ', async (session) => {
      const result = await session.run('UNWIND $ids AS id MATCH (p:Person {id: id}) RETURN p.idx AS idx', {
        ids: ['t:cat', 't:dan'],
      });
      return result.records.map((found) => found.toObject());
    })) as [{ idx: number }, { idx: number }];
    const store = new DialogueStore(community.database);
    const [read] = await store.actsBetween([{ from, to }], ['reply'], AS_OF, 3);
    expect(read!.total).toBe(24);
    expect(read!.acts.map((one) => [one.at, one.forward])).toEqual([
      [80 * DAY + HOUR, false],
      [87 * DAY, true],
      [87 * DAY + HOUR, false],
    ]);
  });

  it('find the pair among everybody that two hubs know', async () => {
    expect(
      await dialogue(
        'hub1',
        'hub2',
        'gapThreshold episodeCount openedBy { a b } episodes { nodes { acts turns actsOf { a b } interactions(first: 100) { totalCount nodes { kind } } } }',
      ),
    ).toEqual({
      gapThreshold: 4,
      episodeCount: 1,
      openedBy: { a: 0, b: 1 },
      episodes: {
        nodes: [
          {
            acts: EACH_OTHER,
            turns: EACH_OTHER,
            actsOf: { a: EACH_OTHER / 2, b: EACH_OTHER / 2 },
            interactions: { totalCount: EACH_OTHER, nodes: Array(EACH_OTHER).fill({ kind: 'reply' }) },
          },
        ],
      },
    });
  });

  it('refuse what is out of bounds, naming it', async () => {
    const refused = async (fields: string, a = 'cat', b = 'dan') =>
      (
        await community.ask(
          `{ dialogue(${pair(a, b)}) { ${fields} } tie(${pair(a, b)}) { trustLadder { rungs { held } } } }`,
        )
      ).errors;
    const cursor = (await dialogue('cat', 'dan', 'episodes(first: 1) { pageInfo { endCursor } }')).episodes.pageInfo
      .endCursor;
    const bad = [
      ['episodes(first: 101) { totalCount }', 'first must be between 1 and 100'],
      ['episodes(first: 0) { totalCount }', 'first must be between 1 and 100'],
      ['episodes(after: "nonsense") { totalCount }', 'after must be a cursor'],
      [`episodes(order: OLDEST, after: "${cursor}") { totalCount }`, 'after must be a cursor'],
      [`episodes(first: 1) { nodes { interactions(after: "${cursor}") { totalCount } } }`, 'after must be a cursor'],
      ['episodes(first: 1) { nodes { interactions(first: 101) { totalCount } } }', 'first must be between 1 and 100'],
    ] as const;
    for (const [fields, message] of bad) {
      expect([fields, await refused(fields)]).toEqual([
        fields,
        [{ code: 'BAD_USER_INPUT', message: expect.stringContaining(message) }],
      ]);
    }
    const evidence = `{ tie(${pair('cat', 'dan')}) { trustLadder { rungs { evidence(first: 101) { at } } } } }`;
    expect((await community.ask(evidence)).errors[0]).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await refused('episodeCount', 'cat', 'cat')).toMatchObject([
      { code: 'BAD_USER_INPUT' },
      { code: 'BAD_USER_INPUT' },
    ]);
    expect(await dialogue('cat', 'nobody', 'episodeCount')).toBeNull();
  });
});
