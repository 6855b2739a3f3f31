import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InteractionRecord } from '../../src/domain/records.js';
import { type Answer, act, Community, globalId } from '../support/community.js';

/** Acts both ways on each of the last days, so that more days make a stronger tie. */
function mutual(a: string, b: string, days: number): InteractionRecord[] {
  return Array.from({ length: days }, (_, i) => [act(a, b, 100 - i), act(b, a, 100 - i)]).flat();
}

const CHAIN = Array.from({ length: 8 }, (_, i) => `h${i}`);
const CLIQUE = Array.from({ length: 46 }, (_, i) => `k${String(i).padStart(2, '0')}`);

const ACTS = [
  ...mutual('e', 'a', 3),
  ...mutual('e', 'b', 2),
  ...mutual('e', 'c', 1),
  ...mutual('b', 'c', 1),
  ...mutual('a', 'f', 2),
  ...mutual('b', 'f', 1),
  ...mutual('f', 'g', 1),
  act('z', 'e', 100),
  ...CHAIN.slice(1).flatMap((to, i) => mutual(CHAIN[i]!, to, 1)),
  ...CLIQUE.flatMap((a, i) => CLIQUE.slice(i + 1).flatMap((b) => mutual(a, b, 1))),
];

/** Strength of a tie of one day: both sides give φ(¾). */
const ONE_DAY = (4 * 0.75) / 4.75;

describe('subgraphs', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(ACTS);
    await community.score();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  async function ego(name: string, limits = '') {
    const { data, errors, statements } = await community.ask(`{ egoNetwork(id: "${globalId(name)}"${limits}) {
      nodes { distance person { personId } } edges { a { personId } b { personId } strength } truncated droppedNodes droppedEdges limitReason } }`);
    const network = data?.egoNetwork;
    const short = (person: Answer) => person.personId.slice(2);
    return {
      errors,
      statements,
      nodes: network?.nodes.map((node: Answer) => `${short(node.person)}${node.distance}`).join(' '),
      ties: network?.edges.map((edge: Answer) => [short(edge.a), short(edge.b)].sort().join('')).join(' '),
      edges: network?.edges,
      cut: network && [network.truncated, network.droppedNodes, network.droppedEdges, network.limitReason],
    };
  }

  it('show who is around somebody, strongest first, with the ties among them', async () => {
    const { nodes, ties, edges, cut, statements, errors } = await ego('e');
    expect(errors).toEqual([]);
    expect(statements).toBe(2);
    expect(nodes).toBe('e0 a1 b1 c1');
    expect(ties.split(' ').slice(0, 2)).toEqual(['ae', 'be']);
    expect(ties.split(' ').slice(2).sort()).toEqual(['bc', 'ce']);
    expect(edges[3].strength).toBeCloseTo(ONE_DAY, 12);
    expect(cut).toEqual([false, 0, 0, null]);
  });

  it('grow ring by ring', async () => {
    expect((await ego('e', ', depth: 2')).nodes).toBe('e0 a1 b1 c1 f2');
    expect((await ego('e', ', depth: 3')).nodes).toBe('e0 a1 b1 c1 f2 g3');
    expect((await ego('g', ', depth: 3')).nodes).toBe('g0 f1 a2 b2 e3 c3');
  });

  it('leave out the weakest beyond the limit and say how many', async () => {
    expect(await ego('e', ', first: 3')).toMatchObject({
      nodes: 'e0 a1 b1',
      ties: 'ae be',
      cut: [true, 1, 0, 'NODES'],
    });
    expect(await ego('g', ', depth: 3, first: 3')).toMatchObject({ nodes: 'g0 f1 a2', cut: [true, 1, 0, 'NODES'] });
    expect(await ego('e', ', first: 1')).toMatchObject({ nodes: 'e0', cut: [true, 3, 0, 'NODES'] });
  });

  it('say what is beyond a ring that fits exactly', async () => {
    expect(await ego('e', ', depth: 1, first: 4')).toMatchObject({ nodes: 'e0 a1 b1 c1', cut: [false, 0, 0, null] });
    expect(await ego('e', ', depth: 2, first: 4')).toMatchObject({ nodes: 'e0 a1 b1 c1', cut: [true, 1, 0, 'NODES'] });
    expect(await ego('e', ', depth: 2, first: 5')).toMatchObject({ nodes: 'e0 a1 b1 c1 f2', cut: [false, 0, 0, null] });
    expect(await ego('e', ', depth: 3, first: 5')).toMatchObject({
      nodes: 'e0 a1 b1 c1 f2',
      cut: [true, 1, 0, 'NODES'],
    });
  });

  it('follow only ties of the strength asked for', async () => {
    expect(await ego('e', ', depth: 3, minStrength: 0.7')).toMatchObject({
      nodes: 'e0 a1 b1 f2',
      ties: 'ae be af',
      cut: [false, 0, 0, null],
    });
  });

  it('show at most 1,000 ties', async () => {
    const { edges, cut } = await ego('k00', ', first: 300');
    expect(edges).toHaveLength(1_000);
    expect(cut).toEqual([true, 0, 35, 'EDGES']);
  });

  it('are the same every time, also where strengths are equal', async () => {
    const first = await ego('k07', ', first: 20');
    expect(first.cut).toEqual([true, 26, 0, 'NODES']);
    expect(await ego('k07', ', first: 20')).toEqual(first);
  });

  it('refuse limits out of range and unknown people', async () => {
    for (const limits of [
      ', depth: 0',
      ', depth: 4',
      ', first: 0',
      ', first: 301',
      ', minStrength: -1',
      ', minStrength: 4',
    ]) {
      expect((await ego('e', limits)).errors[0]!.code).toBe('BAD_USER_INPUT');
    }
    expect((await ego('nobody')).errors[0]!.code).toBe('NOT_FOUND');
  });

  async function path(from: string, to: string) {
    const { data, errors } = await community.ask(
      `{ introductionPath(from: "${globalId(from)}", to: "${globalId(to)}") { people { personId } strengths } }`,
    );
    return {
      errors,
      people: data?.introductionPath?.people.map((person: Answer) => person.personId.slice(2)).join(' '),
      strengths: data?.introductionPath?.strengths,
    };
  }

  it('find who could introduce one person to another', async () => {
    expect(await path('c', 'g')).toEqual({
      errors: [],
      people: 'c b f g',
      strengths: [1, 1, 1].map(() => expect.closeTo(ONE_DAY, 12)),
    });
    expect((await path('h0', 'h6')).people).toBe('h0 h1 h2 h3 h4 h5 h6');
  });

  it('find nobody along one-sided attention or beyond six ties', async () => {
    expect((await path('z', 'e')).people).toBeUndefined();
    expect((await path('h0', 'h7')).people).toBeUndefined();
    expect((await path('e', 'e')).errors[0]!.code).toBe('BAD_USER_INPUT');
    expect((await path('e', 'nobody')).errors[0]!.code).toBe('NOT_FOUND');
  });
});
