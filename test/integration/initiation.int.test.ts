import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { type Answer, act, Community, DAY, globalId } from '../support/community.js';

const unknown = { atQuality: 'unknown' } as const;
const kindOf = (id: string, kind: 'organisation' | 'bot'): CanonicalRecord => ({
  type: 'person',
  id: `t:${id}`,
  platform: 't',
  kind,
});
const iso = (day: number) => new Date(day * DAY).toISOString();

/** Ties of u, as of day 100: u opens those with a, v, d, f, g and h; b and c open theirs; e, o and x are none. */
const TIES: readonly CanonicalRecord[] = [
  kindOf('o', 'organisation'),
  kindOf('x', 'bot'),
  {
    type: 'message',
    id: 't:ma',
    author: 't:a',
    at: DAY,
    inReplyTo: null,
    conversation: null,
    visibility: 'public',
    platform: 't',
    tags: [],
  },
  act('u', 'a', 10, { id: 't:ua', kind: 'comment', message: 't:ua', inReplyTo: 't:ma' }),
  act('a', 'u', 11),
  act('b', 'u', 20, { id: 't:bu', kind: 'like' }),
  act('u', 'b', 30),
  act('u', 'c', 50),
  act('c', 'u', 50, { id: 't:cu', kind: 'read' }),
  act('v', 'u', 60),
  act('u', 'v', 60, { id: 't:uv', kind: 'share' }),
  act('u', 'd', 95, { id: 't:ud', kind: 'dm', visibility: 'direct' }),
  act('u', 'e', 55, unknown),
  act('f', 'u', 1, unknown),
  act('u', 'f', 70, { id: 't:uf' }),
  act('u', 'o', 5),
  act('x', 'u', 5),
  act('u', 'g', 5, { id: 't:ug' }),
  act('u', 'g', 90),
  act('u', 'h', 80, { id: 't:a-reply' }),
  act('u', 'h', 80, { id: 't:z-like', kind: 'like' }),
];

/** Who turned to s: k1, k2 and k7 never heard anything back; k3 only likes, k5's only time is unknown, s did something for k4 and k6. */
const TURNED: readonly CanonicalRecord[] = [
  act('k1', 's', 10),
  act('k1', 's', 12, { kind: 'mention' }),
  act('k1', 's', 99, { kind: 'like' }),
  act('k1', 's', 98, { ...unknown, kind: 'quote' }),
  act('k2', 's', 30, { kind: 'read' }),
  act('k2', 's', 29, { kind: 'read' }),
  act('k2', 's', 1, { kind: 'comment' }),
  act('k3', 's', 40, { kind: 'like' }),
  act('k3', 's', 41, { kind: 'share' }),
  act('k4', 's', 50),
  act('s', 'k4', 2, { kind: 'like' }),
  act('k5', 's', 60, unknown),
  act('k6', 's', 70),
  act('s', 'k6', 0, { ...unknown, kind: 'read' }),
  act('k7', 's', 30, { kind: 'dm', visibility: 'direct' }),
  act('o', 's', 80),
  act('x', 's', 80),
  act('s', 'k8', 81),
  act('k1', 'o', 82),
];

describe('how ties begin', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(TIES);
    await community.record(TURNED);
    await community.score();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const person = (name: string, fields: string) => community.person(name, fields);
  const COUNTS = '{ ties opened openedShare firstMovesOnTheirGround reached since }';

  it('is counted over ties with persons at known times, since 90 days before the run', async () => {
    expect((await person('u', `initiation ${COUNTS}`)).initiation).toEqual({
      ties: 8,
      opened: 6,
      openedShare: 0.75,
      firstMovesOnTheirGround: 1,
      reached: 7,
      since: iso(10),
    });
  });

  it('counts whom they reached since an instant, that instant included', async () => {
    const reached = async (at: string) =>
      (await person('u', `initiation(since: "${at}") { reached since }`)).initiation;
    expect(await reached(iso(60))).toEqual({ reached: 4, since: iso(60) });
    expect(await reached(new Date(60 * DAY + 1).toISOString())).toMatchObject({ reached: 3 });
    expect(await reached('1970-01-01T00:00:00Z')).toMatchObject({ reached: 8 });
    expect(await reached('2100-01-01T00:00:00Z')).toMatchObject({ reached: 0 });
    const { errors } = await community.ask('{ person(personId: "t:u") { initiation(since: "today") { reached } } }');
    expect(errors[0]!.message).toMatch(/date/i);
  });

  it('is null for organisations and bots, and has no share without ties', async () => {
    expect((await person('o', `initiation ${COUNTS}`)).initiation).toBeNull();
    expect((await person('x', `initiation ${COUNTS}`)).initiation).toBeNull();
    expect((await person('e', `initiation ${COUNTS}`)).initiation).toMatchObject({ ties: 0, openedShare: null });
  });

  it('follows somebody who turns out to be no person, or one after all', async () => {
    const of = async (kind: 'bot' | 'organisation' | 'person') => {
      await community.record([{ type: 'person', id: 't:d', platform: 't', kind }]);
      return (await person('u', 'initiation { ties opened }')).initiation;
    };
    expect([await of('bot'), await of('organisation'), await of('person')]).toEqual([
      { ties: 7, opened: 5 },
      { ties: 7, opened: 5 },
      { ties: 8, opened: 6 },
    ]);
  });

  const people = (rest: string) =>
    `initiation { people(${rest}) { totalCount pageInfo { hasNextPage endCursor } nodes { person { personId } openedBy openedAt kind ground interactionId } } }`;
  const told = (page: Answer) =>
    page.nodes
      .map(
        ({ person, openedBy, openedAt, kind }: Answer) =>
          `${person.personId.slice(2)} ${openedBy} ${Date.parse(openedAt) / DAY} ${kind}`,
      )
      .join(', ');
  const MINE = 'd ME 95 dm, h ME 80 like, f ME 70 reply, v ME 60 share, a ME 10 comment, g ME 5 reply';

  it('names the person, the opener and the first act, the latest first', async () => {
    const { people: page } = (await person('u', people('first: 100'))).initiation;
    expect(told(page)).toBe(
      'd ME 95 dm, h ME 80 like, f ME 70 reply, v ME 60 share, c THEM 50 read, b THEM 20 like, a ME 10 comment, g ME 5 reply',
    );
    const grounds = page.nodes.map(({ ground, interactionId }: Answer) => `${interactionId} ${ground}`);
    expect(grounds).toContain('t:ua THEIRS');
    expect(grounds).toContain('t:ud PRIVATE');
    expect(grounds).toContain('t:z-like UNKNOWN');
    const { people: other } = (await person('a', people('first: 100'))).initiation;
    expect(told(other)).toBe('u THEM 10 comment');
    expect(other.nodes[0].ground).toBe('THEIRS');
  });

  it('lists either side’s openings alone, page by page', async () => {
    const { people: theirs } = (await person('u', people('openedBy: THEM'))).initiation;
    expect([told(theirs), theirs.totalCount]).toEqual(['c THEM 50 read, b THEM 20 like', 2]);
    const seen: string[] = [];
    for (let after = '', more = true; more; ) {
      const { people: page } = (await person('u', people(`openedBy: ME, first: 2${after}`))).initiation;
      expect(page.totalCount).toBe(6);
      seen.push(told(page));
      after = `, after: "${page.pageInfo.endCursor}"`;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen.join(', ')).toBe(MINE);
    const { people: page } = (await person('u', people('openedBy: ME, first: 1'))).initiation;
    const { errors } = await community.ask(
      `{ person(personId: "t:u") { ${people(`openedBy: THEM, after: "${page.pageInfo.endCursor}"`)} } }`,
    );
    expect(errors[0]!.code).toBe('BAD_USER_INPUT');
  });

  it('is told at the tie, whichever way it is asked for', async () => {
    const tie = async (a: string, b: string) => {
      const { data, errors } = await community.ask(
        `{ tie(a: "${globalId(a)}", b: "${globalId(b)}") { openedBy { personId } openedAt } }`,
      );
      expect(errors).toEqual([]);
      return data.tie;
    };
    for (const [other, opener, day] of [
      ['a', 'u', 10],
      ['b', 'b', 20],
      ['c', 'c', 50],
      ['v', 'u', 60],
      ['f', 'u', 70],
    ] as const) {
      const opened = { openedBy: { personId: `t:${opener}` }, openedAt: iso(day) };
      expect([await tie('u', other), await tie(other, 'u')]).toEqual([opened, opened]);
    }
    const none = { openedBy: null, openedAt: null };
    expect([await tie('u', 'e'), await tie('u', 'o'), await tie('x', 'u'), await tie('a', 'b')]).toEqual(
      Array(4).fill(none),
    );
  });

  const unserved = (rest: string) =>
    `unservedPeople(${rest}) { totalCount pageInfo { hasNextPage endCursor } nodes { person { personId } lastAt acts { kind count } } }`;

  it('leaves out nobody who turned to somebody in vain, the latest first', async () => {
    const { unservedPeople } = await person('s', unserved('first: 100'));
    expect(unservedPeople.nodes).toEqual([
      {
        person: { personId: 't:k1' },
        lastAt: iso(99),
        acts: [
          { kind: 'mention', count: 1 },
          { kind: 'quote', count: 1 },
          { kind: 'reply', count: 1 },
        ],
      },
      {
        person: { personId: 't:k2' },
        lastAt: iso(30),
        acts: [
          { kind: 'read', count: 2 },
          { kind: 'comment', count: 1 },
        ],
      },
      { person: { personId: 't:k7' }, lastAt: iso(30), acts: [{ kind: 'dm', count: 1 }] },
    ]);
    expect(unservedPeople.totalCount).toBe(3);
    const seen: string[] = [];
    for (let after = '', more = true; more; ) {
      const { unservedPeople: page } = await person('s', unserved(`first: 1${after}`));
      seen.push(...page.nodes.map((node: Answer) => node.person.personId));
      after = `, after: "${page.pageInfo.endCursor}"`;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['t:k1', 't:k2', 't:k7']);
    for (const name of ['o', 'x', 'k8'])
      expect((await person(name, unserved('first: 9'))).unservedPeople.totalCount).toBe(name === 'k8' ? 1 : 0);
    const { errors } = await community.ask('{ person(personId: "t:s") { unservedPeople(first: 101) { totalCount } } }');
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringMatching(/^first must be/) });
  });

  it('of all people of a page takes one statement for each list, however many people there are', async () => {
    const document = (first: number) =>
      `{ ranking(metric: GIVEN, first: ${first}) { nodes { initiation { opened people(first: 1) { totalCount } } unservedPeople { totalCount } } } }`;
    const one = await community.ask(document(1));
    const four = await community.ask(document(4));
    expect(four.errors).toEqual([]);
    expect(four.data.ranking.nodes).toHaveLength(4);
    expect(four.statements).toBe(one.statements);
  });
});
