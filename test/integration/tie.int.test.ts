import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, act, Community, DAY, globalId } from '../support/community.js';

const HALF = 0.5;
const DAY_91 = 2 ** -0.9;
const saturate = (x: number) => (4 * x) / (4 + x);
const near = (value: number) => expect.closeTo(value, 12);

/** As of day 100 with a half-life of 10 days: a→b on day 90, b answers on day 91; both like and write in private once; c acts on a alone. */
const ACTS = [
  act('a', 'b', 90),
  act('b', 'a', 91),
  act('b', 'a', 91, { kind: 'like', at: 91 * DAY + 1 }),
  act('c', 'a', 95, { kind: 'dm', visibility: 'direct' }),
  act('c', 'a', 96, { kind: 'comment' }),
  act('c', 'a', 97, { kind: 'comment' }),
  act('a', 'd', 99),
  act('d', 'a', 99),
];

describe('ties', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(ACTS);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const PAIR = `interactions privateInteractions countsByKind { kind count } firstAt lastAt
    statistics { effort initiated attention obligations answeredCredit invitations answered switches }`;
  const tie = (a: string, b: string) =>
    `{ tie(a: "${globalId(a)}", b: "${globalId(b)}") { a { personId } b { personId } outgoing { ${PAIR} } incoming { ${PAIR} }
      strength reciprocity { given received mutual forward backward } } }`;

  it('have counters but no statistics before the first run', async () => {
    const { data, errors } = await community.ask(tie('a', 'b'));
    expect(errors).toEqual([]);
    expect(data.tie).toMatchObject({ outgoing: { interactions: 1, statistics: null }, strength: null });
  });

  it('stand side by side with the eight statistics at the instant of the run, in two statements', async () => {
    await community.score({ halfLifeDays: 10 });
    const { data, errors, statements } = await community.ask(tie('a', 'b'));
    expect(errors).toEqual([]);
    expect(statements).toBe(2);
    const given = HALF * 0.75;
    const received = DAY_91 * ((3 * 1.2) / 4.2);
    const switches = near((6 / 7) * DAY_91);
    expect(data.tie).toEqual({
      a: { personId: 't:a' },
      b: { personId: 't:b' },
      outgoing: {
        interactions: 1,
        privateInteractions: 0,
        countsByKind: [{ kind: 'reply', count: 1 }],
        firstAt: new Date(90 * DAY).toISOString(),
        lastAt: new Date(90 * DAY).toISOString(),
        statistics: {
          effort: near(given),
          initiated: near(given),
          attention: 0,
          obligations: near(DAY_91),
          answeredCredit: 0,
          invitations: near(HALF),
          answered: near(HALF),
          switches,
        },
      },
      incoming: {
        interactions: 2,
        privateInteractions: 0,
        countsByKind: [
          { kind: 'like', count: 1 },
          { kind: 'reply', count: 1 },
        ],
        firstAt: new Date(91 * DAY).toISOString(),
        lastAt: new Date(91 * DAY + 1).toISOString(),
        statistics: {
          effort: near(received),
          initiated: near(DAY_91 * (0.6 / 3.2)),
          attention: near(DAY_91 * (0.6 / 3.2)),
          obligations: near(HALF),
          answeredCredit: near(HALF * 2 ** (-1 / 7)),
          invitations: near(DAY_91),
          answered: 0,
          switches,
        },
      },
      strength: near((2 * saturate(given) * saturate(received)) / (saturate(given) + saturate(received))),
      reciprocity: { given: 1, received: 2, mutual: 1, forward: 0, backward: 1 },
    });
  });

  it('are one-sided without a strength, and null with a stranger', async () => {
    expect((await community.ask(tie('a', 'c'))).data.tie).toMatchObject({
      outgoing: null,
      incoming: {
        interactions: 3,
        privateInteractions: 1,
        countsByKind: [
          { kind: 'comment', count: 2 },
          { kind: 'dm', count: 1 },
        ],
      },
      strength: null,
      reciprocity: { given: 0, received: 3, mutual: 0, forward: 0, backward: 3 },
    });
    expect((await community.ask(tie('a', 'nobody'))).data.tie).toBeNull();
    expect((await community.ask(tie('a', 'a'))).errors[0]!.code).toBe('BAD_USER_INPUT');
  });

  const list = (field: string, page: string) =>
    `{ person(personId: "t:a") { ${field}(${page}) { edges { interactions strength lastAt reciprocity { given received mutual } node { personId } cursor } totalCount pageInfo { hasNextPage endCursor } } } }`;

  it('of a person come most interactions first, page by page', async () => {
    const { data, errors } = await community.ask(list('engagedBy', 'first: 2'));
    expect(errors).toEqual([]);
    const page = data.person.engagedBy;
    expect(page.edges.map((edge: Answer) => [edge.node.personId, edge.interactions, edge.strength === null])).toEqual([
      ['t:c', 3, true],
      ['t:b', 2, false],
    ]);
    expect(page.edges[1].reciprocity).toEqual({ given: 1, received: 2, mutual: 1 });
    expect([page.totalCount, page.pageInfo.hasNextPage]).toEqual([3, true]);
    const next = (await community.ask(list('engagedBy', `first: 2, after: "${page.pageInfo.endCursor}"`))).data.person
      .engagedBy;
    expect(next.edges.map((edge: Answer) => edge.node.personId)).toEqual(['t:d']);
    expect(next.pageInfo.hasNextPage).toBe(false);
  });

  it('refuse a cursor of another list and pages beyond 100', async () => {
    const { data } = await community.ask(list('engagedBy', 'first: 1'));
    const cursor = data.person.engagedBy.pageInfo.endCursor;
    expect((await community.ask(list('engages', `first: 1, after: "${cursor}"`))).errors[0]!.code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await community.ask(list('engages', 'first: 101'))).errors[0]!.code).toBe('BAD_USER_INPUT');
  });

  it('that are mutual come strongest first, with relational centrality beside them', async () => {
    const { data, errors } =
      await community.ask(`{ person(personId: "t:a") { neighbours { edges { strength node { personId } } totalCount }
      centrality { strength degree effective walk } scores { mutualTies effectiveRelationships components { centrality } } } }`);
    expect(errors).toEqual([]);
    const { neighbours, centrality, scores } = data.person;
    expect(neighbours.edges.map((edge: Answer) => edge.node.personId)).toEqual(['t:d', 't:b']);
    const [d, b] = neighbours.edges.map((edge: Answer) => edge.strength) as [number, number];
    const shares = [d / (d + b), b / (d + b)];
    expect(centrality.strength).toBeCloseTo(d + b, 12);
    expect(centrality.effective).toBeCloseTo(Math.exp(-shares.reduce((sum, p) => sum + p * Math.log(p), 0)), 12);
    expect(centrality.effective).toBeCloseTo(scores.effectiveRelationships, 12);
    expect(centrality).toMatchObject({ degree: 2, walk: scores.components.centrality });
    expect(scores.mutualTies).toBe(2);
  });

  it('of all people of a page take one statement, however many people there are', async () => {
    const document = (first: number) =>
      `{ ranking(metric: GIVEN, first: ${first}) { nodes { engages(first: 2) { edges { reciprocity { mutual } node { personId } } } } } }`;
    const one = await community.ask(document(1));
    const four = await community.ask(document(4));
    expect(four.errors).toEqual([]);
    expect(four.data.ranking.nodes).toHaveLength(4);
    expect(four.statements).toBe(one.statements);
  });

  it('keep their statistics when an interaction is replaced by one that says more', async () => {
    const message = { type: 'message', conversation: 't:m1', visibility: 'direct', platform: 't', tags: [] } as const;
    await community.record([
      { ...message, id: 't:m1', author: 't:x', at: 90 * DAY, inReplyTo: null },
      { ...message, id: 't:m2', author: 't:y', at: 91 * DAY, inReplyTo: 't:m1' },
    ]);
    await community.score({ halfLifeDays: 10 });
    const before = (await community.ask(tie('y', 'x'))).data.tie.outgoing;
    expect(before).toMatchObject({
      interactions: 1,
      privateInteractions: 1,
      statistics: { effort: near(DAY_91 * 0.75) },
    });
    await community.record([
      act('y', 'x', 91, { message: 't:m2', inReplyTo: 't:m1', conversation: 't:m1', visibility: 'direct' }),
    ]);
    expect((await community.ask(tie('y', 'x'))).data.tie.outgoing).toEqual(before);
    await community.score({ halfLifeDays: 10 });
    expect((await community.ask(tie('y', 'x'))).data.tie.outgoing).toEqual(before);
  });
});
