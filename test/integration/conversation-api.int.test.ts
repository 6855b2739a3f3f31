import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Forum, globalId, post, reply } from '../support/forum.js';

const direct = { visibility: 'direct' } as const;

describe('conversations over GraphQL', () => {
  let forum: Forum;
  const list = async (rest: string) => {
    const { data, errors } = await forum.ask(
      `{ conversations(${rest}) { totalCount pageInfo { hasNextPage endCursor } nodes { root { messageId } } } }`,
    );
    expect(errors).toEqual([]);
    const { nodes, totalCount, pageInfo } = data.conversations;
    return {
      roots: nodes.map((node: { root: { messageId: string } }) => node.root.messageId.slice(2)).join(' '),
      totalCount,
      pageInfo,
    };
  };

  beforeAll(async () => {
    forum = await Forum.open();
    await forum.record(
      post('a', 'ann', 10),
      post('a1', 'bob', 11, 'a'),
      post('a2', 'ann', 12, 'a1'),
      post('a3', 'cem', 13, 'a1', direct),
      post('a4', 'bob', 14, 'a3'),
      post('b', 'bob', 20),
      post('b1', null, 21, 'b'),
      post('b2', 'ann', 21, 'b'),
      post('b3', 'ann', 22, 'b'),
      post('b4', 'cem', 23, 'b'),
      post('b5', 'cem', 24, 'b'),
      post('c', 'cem', 30),
      post('d', 'dee', 31),
      post('secret', 'ann', 40, null, direct),
      post('orphan', 'ann', 50, 'unheard'),
    );
    await forum.record(reply('dm1', 'ann', 'bob', 60, direct), reply('dm2', 'bob', 'ann', 61, direct));
    await forum.threads.summarise();
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  it('lists by depth, turns and recency, page by page, ties and all', async () => {
    expect(await list('orderBy: DEPTH')).toMatchObject({ roots: 'a b d c', totalCount: 4 });
    expect(await list('orderBy: TURNS')).toMatchObject({ roots: 'b a d c', totalCount: 4 });
    expect(await list('orderBy: RECENCY')).toMatchObject({ roots: 'd c b a', totalCount: 4 });
    let seen = '';
    for (let after = '', more = true; more; ) {
      const page = await list(`orderBy: DEPTH, first: 1${after}`);
      expect(page.totalCount).toBe(4);
      seen += page.roots;
      more = page.pageInfo.hasNextPage;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(seen).toBe('abdc');
  });

  it('lists those in which somebody wrote openly', async () => {
    expect(await list(`orderBy: TURNS, participant: "${globalId('Person', 'ann')}"`)).toMatchObject({
      roots: 'b a',
      totalCount: 2,
    });
    expect(await list(`orderBy: RECENCY, participant: "${globalId('Person', 'cem')}"`)).toMatchObject({
      roots: 'c b',
      totalCount: 2,
    });
    expect(await list(`participant: "${globalId('Person', 'nobody')}"`)).toMatchObject({ roots: '', totalCount: 0 });
    const first = await list(`orderBy: TURNS, participant: "${globalId('Person', 'ann')}", first: 1`);
    const next = await list(
      `orderBy: TURNS, participant: "${globalId('Person', 'ann')}", first: 1, after: "${first.pageInfo.endCursor}"`,
    );
    expect([first.roots, next.roots, next.pageInfo.hasNextPage]).toEqual(['b', 'a', false]);
  });

  it('gives one by any message in it, with everything but private messages', async () => {
    const { data, errors } = await forum.ask(`{
      conversation(messageId: "f:a2") { id turns depth participants startedAt lastAt
        root { messageId author { personId } }
        messages(first: 2) { totalCount pageInfo { hasNextPage } nodes { messageId depth inReplyTo } }
        longestChain { messageId depth inReplyTo author { personId } } } }`);
    expect(errors).toEqual([]);
    expect(data.conversation).toEqual({
      id: globalId('Conversation', 'a'),
      turns: 5,
      depth: 3,
      participants: 3,
      startedAt: '1970-01-01T00:00:10.000Z',
      lastAt: '1970-01-01T00:00:14.000Z',
      root: { messageId: 'f:a', author: { personId: 'f:ann' } },
      messages: {
        totalCount: 4,
        pageInfo: { hasNextPage: true },
        nodes: [
          { messageId: 'f:a', depth: 0, inReplyTo: null },
          { messageId: 'f:a1', depth: 1, inReplyTo: globalId('Message', 'a') },
        ],
      },
      longestChain: [
        { messageId: 'f:a', depth: 0, inReplyTo: null, author: { personId: 'f:ann' } },
        { messageId: 'f:a1', depth: 1, inReplyTo: globalId('Message', 'a'), author: { personId: 'f:bob' } },
        { messageId: 'f:a4', depth: 3, inReplyTo: null, author: { personId: 'f:bob' } },
      ],
    });
  });

  it('pages messages of one instant by id, and shows a deleted author as null', async () => {
    const page = (after: string) =>
      forum.ask(`{ conversation(id: "${globalId('Conversation', 'b')}") { messages(first: 2${after}) {
        pageInfo { endCursor } nodes { messageId author { personId } } } } }`);
    const one = (await page('')).data.conversation.messages;
    const two = (await page(`, after: "${one.pageInfo.endCursor}"`)).data.conversation.messages;
    expect([...one.nodes, ...two.nodes]).toEqual([
      { messageId: 'f:b', author: { personId: 'f:bob' } },
      { messageId: 'f:b1', author: null },
      { messageId: 'f:b2', author: { personId: 'f:ann' } },
      { messageId: 'f:b3', author: { personId: 'f:ann' } },
    ]);
  });

  it('shows no private message, no private thread and no message that is only referred to', async () => {
    const message = (id: string) =>
      `message(id: "${globalId('Message', id)}") { depth inReplyTo chainToRoot { messageId } }`;
    const { data, errors } =
      await forum.ask(`{ a3: ${message('a3')} stub: ${message('unheard')} a4: ${message('a4')} orphan: ${message('orphan')}
      inside: conversation(messageId: "f:a3") { id } root: conversation(messageId: "f:secret") { id } rootless: conversation(messageId: "f:orphan") { id } }`);
    expect(errors).toEqual([]);
    expect(data).toEqual({
      a3: null,
      stub: null,
      a4: {
        depth: 3,
        inReplyTo: null,
        chainToRoot: [{ messageId: 'f:a4' }, { messageId: 'f:a1' }, { messageId: 'f:a' }],
      },
      orphan: { depth: null, inReplyTo: globalId('Message', 'unheard'), chainToRoot: [{ messageId: 'f:orphan' }] },
      inside: null,
      root: null,
      rootless: null,
    });
  });

  it('tells the dialogue of two persons newest first, and only counts what is private', async () => {
    const ask = (rest: string) =>
      forum.ask(`{ dialogue(a: "${globalId('Person', 'ann')}", b: "${globalId('Person', 'bob')}"${rest}) { privateInteractions a { personId }
        interactions { totalCount pageInfo { hasNextPage endCursor } nodes { kind at from { personId } to { personId }
          message { messageId } object { messageId } conversation { root { messageId } } } } } }`);
    const { data, errors } = await ask(', first: 2');
    expect(errors).toEqual([]);
    const { interactions, ...rest } = data.dialogue;
    expect(rest).toEqual({ privateInteractions: 2, a: { personId: 'f:ann' } });
    expect(interactions.totalCount).toBe(4);
    const entry = (from: string, to: string, at: number, message: string, object: string) => ({
      kind: 'reply',
      at: new Date(at * 1_000).toISOString(),
      from: { personId: `f:${from}` },
      to: { personId: `f:${to}` },
      message: { messageId: `f:${message}` },
      object: { messageId: `f:${object}` },
      conversation: { root: { messageId: `f:${message[0]}` } },
    });
    expect(interactions.nodes).toEqual([entry('ann', 'bob', 22, 'b3', 'b'), entry('ann', 'bob', 21, 'b2', 'b')]);
    const next = (await ask(`, first: 2, after: "${interactions.pageInfo.endCursor}"`)).data.dialogue.interactions;
    expect(next.nodes).toEqual([entry('ann', 'bob', 12, 'a2', 'a1'), entry('bob', 'ann', 11, 'a1', 'a')]);
    expect(next.pageInfo.hasNextPage).toBe(false);
  });

  it('takes as many statements for a page of many as for a page of one', async () => {
    const count = async (first: number) => {
      const before = forum.statements;
      const { errors } =
        await forum.ask(`{ conversations(first: ${first}) { totalCount nodes { turns root { author { personId } }
        messages(first: 3) { nodes { messageId author { personId } } } } } }`);
      expect(errors).toEqual([]);
      return forum.statements - before;
    };
    expect([await count(1), await count(4)]).toEqual([2, 2]);
  });

  it.each([
    ['conversations(first: 101) { totalCount }', 'first'],
    ['conversations(first: 0) { totalCount }', 'first'],
    ['conversations(after: "bm9uc2Vuc2U") { totalCount }', 'after'],
    ['conversations(participant: "f:ann") { totalCount }', 'participant'],
    ['conversation { id }', 'id'],
    [`conversation(id: "${globalId('Person', 'ann')}") { id }`, 'id'],
    ['message(id: "f:a") { id }', 'id'],
    ['dialogue(a: "x", b: "y") { privateInteractions }', 'a'],
    [`dialogue(a: "${globalId('Person', 'ann')}", b: "${globalId('Person', 'ann')}") { privateInteractions }`, 'b'],
  ])('refuses %s naming %s', async (query, field) => {
    const { errors } = await forum.ask(`{ ${query} }`);
    expect(errors).toEqual([
      { message: expect.stringMatching(new RegExp(`^${field} |needs one of`)), code: 'BAD_USER_INPUT', field },
    ]);
  });

  it('knows no dialogue with somebody unknown', async () => {
    const { data } = await forum.ask(
      `{ dialogue(a: "${globalId('Person', 'ann')}", b: "${globalId('Person', 'nobody')}") { privateInteractions } }`,
    );
    expect(data).toEqual({ dialogue: null });
  });
});

describe('messages of unknown time over GraphQL', () => {
  it('have none and stand last in their thread, page by page', async () => {
    await using forum = await Forum.open();
    const untimed = (id: string, from: string) =>
      reply(id, from, 'ann', 0, { at: 0, atQuality: 'unknown', message: `f:${id}`, inReplyTo: 'f:b' });
    await forum.record(post('a', 'ann', 10), post('b', 'ann', 11, 'a'), untimed('c', 'bob'), untimed('d', 'cem'));
    await forum.record(reply('lone', 'bob', 'ann', 0, { at: 0, atQuality: 'unknown', message: 'f:lone' }));
    await forum.threads.summarise();
    const seen: { messageId: string; at: string | null }[] = [];
    for (let after = '', more = true; more; ) {
      const { data, errors } = await forum.ask(`{ conversation(id: "${globalId('Conversation', 'a')}") {
        messages(first: 1${after}) { totalCount pageInfo { hasNextPage endCursor } nodes { messageId at } } } }`);
      expect(errors).toEqual([]);
      const { messages } = data.conversation;
      expect(messages.totalCount).toBe(4);
      seen.push(...messages.nodes);
      more = messages.pageInfo.hasNextPage;
      after = `, after: "${messages.pageInfo.endCursor}"`;
    }
    const times = ['1970-01-01T00:00:10.000Z', '1970-01-01T00:00:11.000Z', null, null];
    expect(seen).toEqual(['a', 'b', 'c', 'd'].map((id, place) => ({ messageId: `f:${id}`, at: times[place] })));
    const { data } =
      await forum.ask(`{ conversation(id: "${globalId('Conversation', 'lone')}") { startedAt lastAt root { at } }
      message(id: "${globalId('Message', 'd')}") { at chainToRoot { at } } }`);
    expect(data).toEqual({
      conversation: { startedAt: null, lastAt: null, root: { at: null } },
      message: { at: null, chainToRoot: [{ at: null }, { at: times[1] }, { at: times[0] }] },
    });
  });
});
