import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, AS_OF, type Community, DAY } from '../support/community.js';
import { HOUR, openPairs, pair, read } from '../support/pairs.js';

describe('cadence, weather and trust of a tie', () => {
  let community: Community;
  beforeAll(async () => {
    community = await openPairs();
    await community.score();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const dialogue = (a: string, b: string, fields: string) => read(community, `dialogue(${pair(a, b)})`, fields);
  const tie = (a: string, b: string, fields: string) => read(community, `tie(${pair(a, b)})`, fields);

  it('prove each rung by its own interactions, and count private ones', async () => {
    const ladder = 'trustLadder { highest rungs { rung held why privateEvidence evidence { at from { personId } } } }';
    const { trustLadder } = await tie('ann', 'bob', ladder);
    expect(trustLadder.highest).toBe('PRIVATE');
    expect(trustLadder.rungs.map((rung: Answer) => [rung.rung, rung.held, rung.privateEvidence])).toEqual([
      ['RECIPROCATED', true, 0],
      ['REPEATED', false, 0],
      ['OVER_TIME', false, 0],
      ['PRIVATE', true, 2],
      ['VOUCHED', false, 0],
      ['OFFLINE', false, 0],
    ]);
    expect(trustLadder.rungs[0].evidence).toEqual([
      { at: new Date(10 * DAY).toISOString(), from: { personId: 't:ann' } },
      { at: new Date(10 * DAY + HOUR).toISOString(), from: { personId: 't:bob' } },
    ]);
    expect(trustLadder.rungs[3].evidence).toEqual([]);
    const weekly = (await tie('cat', 'dan', 'trustLadder { highest rungs { held evidence(first: 2) { at } } }'))
      .trustLadder;
    expect(weekly.highest).toBe('OVER_TIME');
    expect(weekly.rungs[2].evidence).toHaveLength(2);
  });

  it('tell cadence and weather of a tie by days, likes counted, unknown times not', async () => {
    const fields = `cadence { activeDays regularity longestSilenceDays silenceDays firstDay lastDay asOf }
      weather { state rhythmDays halfLifeDays silenceDays silentAfterDays earlierGapDays recentGapDays revivedOn asOf }`;
    const asOf = new Date(AS_OF).toISOString();
    expect(await tie('ann', 'bob', fields)).toEqual({
      cadence: {
        activeDays: 3,
        regularity: expect.closeTo(25.5 / 50, 12),
        longestSilenceDays: 50,
        silenceDays: 39,
        firstDay: new Date(10 * DAY).toISOString(),
        lastDay: new Date(61 * DAY).toISOString(),
        asOf,
      },
      weather: null,
    });
    expect(await tie('cat', 'dan', fields)).toMatchObject({
      cadence: { activeDays: 12, regularity: 1, longestSilenceDays: 13, silenceDays: 13 },
      weather: {
        state: 'STEADY',
        rhythmDays: 7,
        halfLifeDays: 14,
        silenceDays: 13,
        silentAfterDays: 42,
        earlierGapDays: 7,
        recentGapDays: 7,
        revivedOn: null,
        asOf,
      },
    });
  });

  it('lead from a tie to its dialogue', async () => {
    const { dialogue: found } = await tie(
      'ann',
      'bob',
      'dialogue(first: 1) { privateInteractions episodeCount interactions { totalCount nodes { kind } } }',
    );
    expect(found).toEqual({
      privateInteractions: 2,
      episodeCount: 2,
      interactions: { totalCount: 7, nodes: [{ kind: 'reply' }] },
    });
  });

  it('tell the cadence of a person by the acts they gave to persons', async () => {
    const cadence = async (name: string) =>
      (await read(community, `person(personId: "t:${name}")`, 'cadence { activeDays silenceDays }')).cadence;
    expect(await cadence('ann')).toEqual({ activeDays: 3, silenceDays: 39 });
    expect(await cadence('bob')).toEqual({ activeDays: 2, silenceDays: 40 });
    expect(await cadence('dan')).toEqual({ activeDays: 12, silenceDays: 13 });
    expect(await cadence('hub2')).toEqual({ activeDays: 3, silenceDays: 78 });
    expect(await cadence('shop')).toBeNull();
  });

  it('know nothing of a pair of which one is no person, nor of two who never met', async () => {
    const fields = 'gapThreshold episodeCount openedBy { a b } episodes { nodes { turns } }';
    const nothing = { episodeCount: 0, openedBy: { a: 0, b: 0 }, episodes: { nodes: [] } };
    expect(await dialogue('ann', 'shop', fields)).toEqual({ ...nothing, gapThreshold: null });
    expect(await dialogue('ann', 'eve', fields)).toEqual({ ...nothing, gapThreshold: 168 });
    const all = 'cadence { activeDays silenceDays } weather { state } trustLadder { highest }';
    expect(await tie('ann', 'shop', all)).toEqual({ cadence: null, weather: null, trustLadder: null });
    expect(await tie('ann', 'eve', all)).toEqual({
      cadence: { activeDays: 0, silenceDays: null },
      weather: null,
      trustLadder: { highest: null },
    });
  });

  it('take one statement for all ties or people of a page, and one for all of a pair', async () => {
    const list = (first: number) =>
      `{ person(personId: "t:hub1") { engages(first: ${first}) { edges { cadence { activeDays } weather { state } node { cadence { activeDays } } } } } }`;
    const [one, many] = [await community.ask(list(1)), await community.ask(list(100))];
    expect(many.errors).toEqual([]);
    expect(many.data.person.engages.edges).toHaveLength(100);
    expect(many.data.person.engages.edges[1]).toMatchObject({ cadence: { activeDays: 1 }, weather: null });
    expect(many.statements).toBe(one.statements);
    const all = await community.ask(
      `{ tie(${pair('cat', 'dan')}) { trustLadder { highest } dialogue { revivals gapThreshold episodes { nodes { turns interactions { totalCount } } } } } }`,
    );
    expect(all.errors).toEqual([]);
    expect(all.statements).toBe(4);
  });
});
