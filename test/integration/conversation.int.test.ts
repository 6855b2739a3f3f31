import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { shapeOf, type ThreadSummary } from '../../src/domain/conversation.js';
import { Forum, post, reply } from '../support/forum.js';

describe('the numbers of threads', () => {
  let forum: Forum;

  const summaries = async () => {
    const { items, totalCount } = await forum.threads.list('depth', { first: 50, after: null });
    expect(totalCount).toBe(items.length);
    return Object.fromEntries(items.map(({ node }) => [node.root.id.slice(2), node.summary]));
  };

  beforeAll(async () => {
    forum = await Forum.open();
  });
  beforeEach(() => forum.clear());
  afterAll(() => forum[Symbol.asyncDispose]());

  it('of a star: every one of its three edges parts 1 message from 3, so 2 · 9 / (4 · 3) = 1.5', async () => {
    await forum.record(
      post('r', 'ann', 1),
      post('a', 'bob', 4, 'r'),
      post('b', 'cem', 3, 'r'),
      post('c', 'dee', 2, 'r'),
    );
    await forum.threads.summarise();
    expect(await summaries()).toEqual({
      r: {
        turns: 4,
        depth: 1,
        meanDepth: 0.75,
        participants: 4,
        structuralVirality: 1.5,
        balance: 1,
        returns: 0,
        returned: 0,
        oneTimeAnswers: 3,
        startedAt: 1_000,
        lastAt: 4_000,
      },
    });
  });

  it('of a path: its edges part 3·1, 2·2 and 1·3, so 2 · 10 / (4 · 3) = (4 + 1) / 3; shares 3/4 and 1/4 have 0.8113 bit', async () => {
    await forum.record(
      post('r', 'ann', 1),
      post('a', 'bob', 2, 'r'),
      post('b', 'ann', 3, 'a'),
      post('c', 'ann', 4, 'b'),
    );
    await forum.threads.summarise();
    const { r } = await summaries();
    expect(r).toMatchObject({ turns: 4, depth: 3, meanDepth: 1.5, participants: 2 });
    expect(r!.structuralVirality).toBeCloseTo(5 / 3, 12);
    expect(r!.balance).toBeCloseTo(-(0.75 * Math.log2(0.75) + 0.25 * Math.log2(0.25)), 12);
  });

  it('of a mixed tree with a deleted author: edges 3·2, 1·4, 1·4, 1·4, so 36 / 20; shares 1/2, 1/4, 1/4 of the known authors', async () => {
    await forum.record(
      post('r', 'ann', 1),
      post('a', 'bob', 2, 'r'),
      post('b', 'cem', 3, 'r'),
      post('c', 'ann', 4, 'a'),
      post('d', null, 5, 'a'),
    );
    await forum.threads.summarise();
    const { r } = await summaries();
    expect(r).toMatchObject({ turns: 5, depth: 2, meanDepth: 1.2, participants: 3 });
    expect(r!.structuralVirality).toBeCloseTo(1.8, 12);
    expect(r!.balance).toBeCloseTo(1.5 / Math.log2(3), 12);
  });

  it('of returns: those of ann and bob, who each came back once after the other; cem answered the root and went', async () => {
    await forum.record(
      post('r', 'ann', 1),
      post('a', 'bob', 2, 'r'),
      post('b', 'ann', 3, 'a'),
      post('c', 'ann', 4, 'b'),
      post('d', 'bob', 5, 'c'),
      post('e', 'cem', 6, 'r'),
      post('f', null, 7, 'r'),
    );
    await forum.threads.summarise();
    const { r } = await summaries();
    expect(r).toMatchObject({ turns: 7, participants: 3, returns: 2, returned: 2, oneTimeAnswers: 1 });
  });

  it.each([
    ['a broadcast that many answer', { turns: 5, returns: 0, oneTimeAnswers: 4 }, 'BROADCAST_LIKE'],
    ['two who go on', { turns: 5, returns: 3, oneTimeAnswers: 0 }, 'DIALOGUE_LIKE'],
    ['half returns', { turns: 5, returns: 2, oneTimeAnswers: 2 }, 'DIALOGUE_LIKE'],
    ['half answers of one message', { turns: 5, returns: 1, oneTimeAnswers: 2 }, 'BROADCAST_LIKE'],
    ['less than half of either', { turns: 6, returns: 2, oneTimeAnswers: 2 }, 'MIXED'],
    ['two messages', { turns: 2, returns: 0, oneTimeAnswers: 1 }, null],
    ['a summary of before', { turns: 5, returns: null, oneTimeAnswers: null }, null],
  ])('have the shape of %s', (_, counts, shape) => {
    expect(shapeOf(counts as ThreadSummary)).toBe(shape);
  });

  it('are null where nothing can be said: virality of one message, balance of one author', async () => {
    await forum.record(
      post('alone', 'ann', 1),
      post('self', 'bob', 2),
      post('again', 'bob', 3, 'self'),
      post('gone', null, 4),
    );
    await forum.threads.summarise();
    expect(await summaries()).toMatchObject({
      alone: { turns: 1, depth: 0, meanDepth: 0, structuralVirality: null, balance: null },
      self: { turns: 2, participants: 1, structuralVirality: 1, balance: null },
      gone: { turns: 1, participants: 0, structuralVirality: null, balance: null },
    });
  });

  it('wait for a late root, and count everything below it then', async () => {
    await forum.record(post('a', 'bob', 2, 'r'), post('b', 'ann', 3, 'a'));
    await forum.threads.summarise();
    expect(await summaries()).toEqual({});
    await forum.record(post('r', 'ann', 1));
    await forum.threads.summarise();
    expect(await summaries()).toMatchObject({ r: { turns: 3, depth: 2, startedAt: 1_000, lastAt: 3_000 } });
  });

  it('follow a message that moves: its old thread shrinks, its new one grows', async () => {
    await forum.record(post('old', 'ann', 1), post('new', 'bob', 2));
    await forum.record(reply('z', 'cem', 'ann', 3, { message: 'f:m', inReplyTo: 'f:old' }), post('n', 'bob', 4, 'm'));
    await forum.threads.summarise();
    expect(await summaries()).toMatchObject({ old: { turns: 3, depth: 2 }, new: { turns: 1 } });
    await forum.record(reply('y', 'cem', 'bob', 3, { message: 'f:m', inReplyTo: 'f:new' }));
    await forum.threads.summarise();
    expect(await summaries()).toMatchObject({ old: { turns: 1, depth: 0 }, new: { turns: 3, depth: 2 } });
  });

  it('go from a message that turns out to be no root', async () => {
    await forum.record(post('top', 'ann', 1), post('x', 'bob', 2), post('y', 'cem', 3, 'x'));
    await forum.threads.summarise();
    expect(Object.keys(await summaries()).sort()).toEqual(['top', 'x']);
    await forum.record(reply('late', 'bob', 'ann', 2, { message: 'f:x', inReplyTo: 'f:top' }));
    await forum.threads.summarise();
    expect(await summaries()).toMatchObject({ top: { turns: 3, depth: 2 } });
    expect(Object.keys(await summaries())).toEqual(['top']);
  });

  it('count private messages; a thread with a private root has none', async () => {
    const direct = { visibility: 'direct' } as const;
    await forum.record(post('r', 'ann', 1), post('a', 'bob', 2, 'r', direct), post('b', 'ann', 3, 'a'));
    await forum.record(post('p', 'ann', 4, null, direct), post('q', 'bob', 5, 'p', direct));
    await forum.threads.summarise();
    const all = await summaries();
    expect(Object.keys(all)).toEqual(['r']);
    expect(all).toMatchObject({ r: { turns: 3, depth: 2, participants: 2 } });
  });

  const untimed = { at: 0, atQuality: 'unknown' } as const;

  it('leave messages of unknown time out of times and returns, also where the record guesses one', async () => {
    await forum.record(post('r', 'ann', 1), post('a', 'bob', 2, 'r'), post('b', 'ann', 3, 'a'));
    const guess = { atQuality: 'unknown', message: 'f:c', inReplyTo: 'f:b' } as const;
    await forum.record(reply('c', 'bob', 'ann', 0.5, guess));
    await forum.record(reply('lone', 'cem', 'ann', 0, { ...untimed, message: 'f:lone' }));
    await forum.threads.summarise();
    const { r, lone } = await summaries();
    expect(r).toMatchObject({ turns: 4, participants: 2, returns: 1, returned: 1, startedAt: 1_000, lastAt: 3_000 });
    expect(shapeOf(r!)).toBe('MIXED');
    expect(lone).toMatchObject({ turns: 1, participants: 1, returns: 0, returned: 0, startedAt: null, lastAt: null });
  });

  it('list threads of unknown time by recency last, page by page', async () => {
    for (const id of ['x', 'y', 'z'])
      await forum.record(reply(id, 'cem', 'ann', 0, { ...untimed, message: `f:${id}` }));
    await forum.record(post('r', 'ann', 1));
    await forum.threads.summarise();
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await forum.threads.list('recency', { first: 1, after });
      seen.push(...page.items.map(({ node }) => node.root.id.slice(2)));
      after = page.items.at(-1)!.key;
      more = page.hasNextPage;
    }
    expect(seen).toEqual(['r', 'z', 'y', 'x']);
  });

  it('are made anew where another version made them', async () => {
    await forum.record(post('r', 'ann', 1), post('a', 'bob', 2, 'r'));
    await forum.threads.summarise();
    await forum.database.administer('WRITE', (session) =>
      session.run("MATCH (m:Message {id: 'f:r'}), (l:Ledger) SET m.thread_first_at = 0, l.threads_version = null"),
    );
    await forum.threads.summarise();
    expect(await summaries()).toMatchObject({ r: { startedAt: 1_000 } });
  });

  it('are written only when there is news', async () => {
    await forum.record(post('r', 'ann', 1));
    await forum.threads.summarise();
    const before = forum.writes;
    await forum.threads.summarise();
    expect(forum.writes).toBe(before);
    await forum.record(post('a', 'bob', 2, 'r'));
    await forum.threads.summarise();
    expect(await summaries()).toMatchObject({ r: { turns: 2 } });
  });

  it('agree with the sum of all distances in random trees', async () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % below;
    };
    const parents = Array.from({ length: 60 }, (_, i) => (i === 0 ? null : random(i)));
    await forum.record(
      ...parents.map((parent, i) => post(`m${i}`, `p${random(7)}`, i, parent === null ? null : `m${parent}`)),
    );
    await forum.threads.summarise();
    const { m0 } = await summaries();
    expect(m0!.structuralVirality).toBeCloseTo(meanDistance(parents), 12);
  });
});

/** The obvious slow twin: distances of all pairs by way of their ancestors. */
function meanDistance(parents: readonly (number | null)[]): number {
  const path = (i: number): number[] => (parents[i] == null ? [i] : [...path(parents[i]!), i]);
  let sum = 0;
  for (let i = 0; i < parents.length; i++) {
    for (let j = 0; j < parents.length; j++) {
      const [a, b] = [path(i), path(j)];
      const shared = a.filter((message, depth) => b[depth] === message).length;
      sum += a.length + b.length - 2 * shared;
    }
  }
  return sum / (parents.length * (parents.length - 1));
}
