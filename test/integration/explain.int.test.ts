import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExplainScore } from '../../src/service/explain-score.js';
import { type Answer, act, Community, globalId } from '../support/community.js';
import { randomActs } from '../support/random-acts.js';

const SHARES = 'alters { share amount person { personId } } otherShare hiddenShare';
const explain = (
  name: string,
  first = 5,
) => `{ explain(person: "${globalId(name)}", first: ${first}) { status relational broadcast
  components { name weight raw squashed contribution people { ${SHARES} } } parts { name weight raw squashed contribution } engagers { ${SHARES} }
  person { personId scores { relational broadcast } } run { number } } }`;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const whole = (people: Answer) =>
  sum(people.alters.map((alter: Answer) => alter.share)) + people.otherShare + people.hiddenShare;

describe('an explanation worked by hand', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record([
      ...['b', 'c'].flatMap((alter) => [act('a', alter, 98), act(alter, 'a', 99)]),
      act('a', 'secret', 98, { kind: 'dm', visibility: 'direct' }),
      act('secret', 'a', 99, { kind: 'dm', visibility: 'direct' }),
      act('a', 'c', 99, { kind: 'dm', visibility: 'direct', at: 99 * 86_400_000 + 1 }),
      act('fan', 'a', 100, { kind: 'like' }),
    ]);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  it('is refused before the first run', async () => {
    expect((await community.ask(explain('a'))).errors[0]!.code).toBe('SCORES_NOT_COMPUTED');
  });

  it('names who is behind each component, and sums up those with whom anything is private', async () => {
    await community.score();
    const { data, errors, statements } = await community.ask(explain('a'));
    expect(errors).toEqual([]);
    expect(statements).toBeLessThanOrEqual(3);
    const dialogue = data.explain.components.find((component: Answer) => component.name === 'DIALOGUE');
    const [one, two] = [6 / 7, 12 / 8].map((switches) => {
      const decayed = switches * 2 ** (-1 / 60);
      return (4 * decayed) / (4 + decayed);
    }) as [number, number];
    const all = 2 * one + two;
    expect(dialogue.raw).toBeCloseTo(all, 12);
    expect(dialogue.people).toEqual({
      alters: [{ share: expect.closeTo(one / all, 12), amount: expect.closeTo(one, 12), person: { personId: 't:b' } }],
      otherShare: 0,
      hiddenShare: expect.closeTo((one + two) / all, 12),
    });
    const names = JSON.stringify(data);
    expect(names).toContain('t:fan');
    expect(names).not.toContain('t:secret');
    expect(names).not.toContain('t:c"');
  });

  it('names everybody behind a run that leaves private interactions out', async () => {
    await community.score({ privateInteractions: 'exclude' });
    const { data } = await community.ask(explain('a'));
    const dialogue = data.explain.components.find((component: Answer) => component.name === 'DIALOGUE');
    expect(dialogue.people.alters.map((alter: Answer) => alter.person.personId).sort()).toEqual(['t:b', 't:c']);
    expect([dialogue.people.hiddenShare, JSON.stringify(data).includes('t:secret')]).toEqual([0, false]);
    await community.score();
  });

  it('names no more people than asked for', async () => {
    const { data } = await community.ask(explain('a', 1));
    const { engagers } = data.explain;
    expect(engagers.alters).toHaveLength(1);
    expect(engagers.otherShare).toBeGreaterThan(0);
    expect(whole(engagers)).toBeCloseTo(1, 12);
    for (const first of [0, 21])
      expect((await community.ask(explain('a', first))).errors[0]!.code).toBe('BAD_USER_INPUT');
    expect((await community.ask(explain('nobody'))).errors[0]!.code).toBe('NOT_FOUND');
  });
});

describe('an explanation of seeded trust', () => {
  it('names who is behind the centrality of somebody whom no trust reaches', async () => {
    await using other = await Community.open();
    await other.record([['s', 'v'] as const, ['v', 'w'] as const].flatMap(([a, b]) => [act(a, b, 98), act(b, a, 99)]));
    await other.score({ seeds: ['t:s'] });
    const { data } = await other.ask(explain('w'));
    const centrality = data.explain.components.find((component: Answer) => component.name === 'CENTRALITY');
    expect(centrality.raw).toBeGreaterThan(0);
    expect(centrality.people).toMatchObject({
      alters: [{ share: expect.closeTo(1, 9), person: { personId: 't:v' } }],
      hiddenShare: 0,
    });
  });
});

describe('explanations of a whole community', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(randomActs());
  });
  afterAll(() => community[Symbol.asyncDispose]());

  for (const [name, options] of [
    ['without seeds', {}],
    ['with seeds', { seeds: ['t:p2', 't:p9'], trustDays: 1 }],
    ['without reads, likes and shares', { attentionTracked: false, sharesTracked: false }],
  ] as const) {
    it(`add up to both scores of everybody ${name}`, async () => {
      await community.score(options);
      for (let person = 0; person < 20; person++) {
        const { data } = await community.ask(explain(`p${person}`, 20));
        const { scores } = data.explain.person;
        const { components, parts, engagers } = data.explain;
        expect(sum(components.map((component: Answer) => component.contribution))).toBeCloseTo(scores.relational, 9);
        expect(sum(parts.map((part: Answer) => part.contribution))).toBeCloseTo(scores.broadcast, 9);
        expect(sum(components.map((component: Answer) => component.weight))).toBeCloseTo(1, 12);
        for (const component of components) {
          const isWhole = component.name !== 'CENTRALITY' && whole(component.people) > 0;
          if (isWhole) expect(whole(component.people)).toBeCloseTo(1, 9);
          expect(whole(component.people)).toBeLessThanOrEqual(1 + 1e-9);
        }
        if (scores.broadcast > 0 && whole(engagers) > 0) expect(whole(engagers)).toBeCloseTo(1, 9);
      }
    });
  }

  it('measure by the amounts that made the raw components', async () => {
    const run = await community.score();
    const { relational } = await new ExplainScore(community.ties).explain('t:p9', run, 20);
    for (const name of ['initiative', 'dialogue', 'listening', 'breadth']) {
      const { raw, alters, hiddenShare, otherShare } = relational!.components.find(
        (component) => component.name === name,
      )!;
      expect(sum(alters.map((alter) => alter.amount)) + (hiddenShare + otherShare) * raw!).toBeCloseTo(raw!, 9);
    }
  });

  it('give no number of what the sources do not record', async () => {
    await community.score({ attentionTracked: false, sharesTracked: false });
    const { data } = await community.ask(explain('p9'));
    const of = (list: Answer, name: string) => list.find((part: Answer) => part.name === name);
    const nothing = { weight: 0, raw: null, squashed: null, contribution: 0 };
    const { components, parts } = data.explain;
    expect(of(components, 'LISTENING')).toMatchObject({
      ...nothing,
      people: { alters: [], otherShare: 0, hiddenShare: 0 },
    });
    expect(of(parts, 'AMPLIFICATION')).toMatchObject(nothing);
    expect(of(components, 'DIALOGUE').raw).toBeGreaterThan(0);
    const { relatingProfile } = await community.person('p9', 'relatingProfile { spokes { name level } }');
    expect(of(relatingProfile.spokes, 'LISTENING').level).toBeNull();
    expect(of(relatingProfile.spokes, 'DIALOGUE').level).toBeGreaterThan(0);
    await community.score();
  });

  it('of an organisation have a broadcast half only, and of a bot none', async () => {
    const organisation = (await community.ask(explain('org'))).data.explain;
    expect(organisation).toMatchObject({ status: 'ORGANISATION', relational: null, components: null });
    expect(sum(organisation.parts.map((part: Answer) => part.contribution))).toBeCloseTo(organisation.broadcast, 9);
    expect(organisation.engagers.alters.length).toBeGreaterThan(0);
    expect((await community.ask(explain('bot'))).data.explain).toMatchObject({
      status: 'BOT',
      relational: null,
      broadcast: null,
      parts: null,
      engagers: null,
    });
  });

  it('of somebody no run has seen say so', async () => {
    await community.record([act('newcomer', 'p1', 100)]);
    expect((await community.ask(explain('newcomer'))).data.explain).toMatchObject({
      status: 'NOT_COMPUTED',
      components: null,
    });
  });
});
