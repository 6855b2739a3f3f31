import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, AS_OF, act, Community, DAY, globalId } from '../support/community.js';
import { comment, RECORDS } from '../support/relating-records.js';

describe('relating', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(RECORDS);
    await community.score();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const person = (name: string, fields: string) => community.person(name, fields);

  it('has every received invitation in one state, with rates and the median latency', async () => {
    const fields =
      'total answered acknowledged answeredPrivately lapsed open responseRate acknowledgedRate medianLatencyDays';
    const { invitationLedger } = await person('u', `invitationLedger { ${fields} }`);
    expect(invitationLedger).toEqual({
      ...{ total: 9, answered: 1, acknowledged: 1, answeredPrivately: 1, lapsed: 2, open: 4 },
      ...{ responseRate: 0.4, acknowledgedRate: 0.2, medianLatencyDays: null },
    });
    expect((await person('o', `invitationLedger { total answered medianLatencyDays }`)).invitationLedger).toEqual({
      ...{ total: 3, answered: 1, medianLatencyDays: null },
    });
  });

  it.each([
    'order: LATEST',
    'order: LONGEST_WAITING',
    'order: LATEST, state: LAPSED',
    'order: LONGEST_WAITING, state: OPEN',
  ])('gives invitations (%s) page by page as in one, those of one instant too', async (which) => {
    const fields =
      '{ totalCount pageInfo { hasNextPage endCursor } nodes { from { personId } messageId waitingSince } }';
    const page = async (first: number, after: string | null) =>
      (await person('u', `invitations(first: ${first}, after: ${JSON.stringify(after)}, ${which}) ${fields}`))
        .invitations;
    const whole = await page(100, null);
    expect(whole.nodes.length).toBe(whole.totalCount);
    const times = whole.nodes.map(({ waitingSince }: Answer) => waitingSince);
    expect(times).toEqual(which.includes('LATEST') ? [...times].sort().reverse() : [...times].sort());
    const seen: Answer[] = [];
    for (let after: string | null = null; ; ) {
      const { nodes, pageInfo } = await page(1, after);
      seen.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(whole.nodes);
  });

  it('lists who waits, the longest waiting first, page by page', async () => {
    const node = 'nodes { from { personId } kind waitingSince state messageId private }';
    const first = await person(
      'u',
      `openInvitations(first: 1) { totalCount pageInfo { endCursor hasNextPage } ${node} }`,
    );
    expect(first.openInvitations).toMatchObject({
      totalCount: 4,
      nodes: [
        {
          from: { personId: 't:v' },
          kind: 'comment',
          waitingSince: new Date(97 * DAY).toISOString(),
          state: 'OPEN',
          messageId: 't:later',
          private: false,
        },
      ],
    });
    const after = first.openInvitations.pageInfo.endCursor;
    const rest = await person('u', `openInvitations(first: 9, after: "${after}") { pageInfo { hasNextPage } ${node} }`);
    expect(rest.openInvitations.nodes.map(({ from }: Answer) => from.personId)).toEqual(['t:z', 't:m1', 't:m2']);
    expect(rest.openInvitations.pageInfo.hasNextPage).toBe(false);
  });

  it('lists invitations in any state, the latest first', async () => {
    const { invitations, lapsed } = await person(
      'u',
      `invitations { totalCount } lapsed: invitations(state: LAPSED) { nodes { interactionId } }`,
    );
    expect(invitations.totalCount).toBe(9);
    expect(lapsed.nodes).toEqual([{ interactionId: 't:e' }, { interactionId: 't:by-y' }]);
  });

  it('says where comments landed and what followed, with the people', async () => {
    const counts = 'comments landedByOwner landedByOthers landed rate rateByOwner';
    const { landing } = await person(
      'u',
      `landing { ${counts} spark { followed ratio } people { nodes { person { personId } comments landedByOwner landed } } }`,
    );
    expect(landing).toMatchObject({
      ...{ comments: 2, landedByOwner: 1, landedByOthers: 0, landed: 1, rate: 0.5, rateByOwner: 0.5 },
      spark: { followed: 2 },
      people: { nodes: [{ person: { personId: 't:o' }, comments: 2, landedByOwner: 1, landed: 1 }] },
    });
    expect(landing.spark.ratio).toBeGreaterThan(1);
  });

  it('puts three numbers side by side, with who talks', async () => {
    const axes = 'broadcast { value percentile } relational { value percentile } talkedAbout { value percentile }';
    const { stance, talkedAboutBy } = await person(
      'u',
      `stance { status quadrant threshold ${axes} capacityAdjusted { load relational relationalPercentile responseRatePercentile } }
       talkedAboutBy { totalCount nodes { person { personId } acts } }`,
    );
    const saturated = (effort: number) => {
      const decayed = ((3 * effort) / (3 + effort)) * 2 ** (-1 / 60);
      return (4 * decayed) / (4 + decayed);
    };
    const engagement = 2 * saturated(0.5) + saturated(0.8);
    expect(stance).toMatchObject({ status: 'OK', quadrant: 'BOTH', threshold: 75, capacityAdjusted: { load: 9 } });
    expect(stance.talkedAbout.value).toBeCloseTo((100 * Math.log(1 + engagement)) / Math.log(101), 9);
    expect(stance.talkedAbout.percentile).toBeGreaterThan(90);
    expect(talkedAboutBy).toEqual({
      totalCount: 2,
      nodes: ['m1', 'm2'].map((name) => ({ person: { personId: `t:${name}` }, acts: 1 })),
    });
  });

  it('does not hear bots talk', async () => {
    const talkers = async (kind: 'bot' | 'person') => {
      await community.record([{ type: 'person', id: 't:m2', platform: 't', kind }]);
      return (await person('u', 'talkedAboutBy { nodes { person { personId } } }')).talkedAboutBy.nodes;
    };
    expect(await talkers('bot')).toEqual([{ person: { personId: 't:m1' } }]);
    expect(await talkers('person')).toHaveLength(2);
  });

  it('shows eight spokes, and leaves one out under another weight profile', async () => {
    const spokes = 'relational spokes { name level weight contribution }';
    const { scores, relatingProfile, without } = await person(
      'u',
      `scores { relational } relatingProfile { ${spokes} } without: relatingProfile(weights: { responsiveness: 0, initiative: 0.4 }) { ${spokes} }`,
    );
    expect(relatingProfile.relational).toBeCloseTo(scores.relational, 9);
    const sum = (profile: Answer, name: string) =>
      profile.spokes.reduce((total: number, spoke: Answer) => total + spoke[name], 0);
    expect([sum(relatingProfile, 'weight'), sum(without, 'weight')]).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(1, 12),
    ]);
    expect(sum(without, 'contribution')).toBeCloseTo(without.relational, 9);
    const of = (profile: Answer, name: string) => profile.spokes.find((spoke: Answer) => spoke.name === name);
    expect(of(without, 'RESPONSIVENESS')).toMatchObject({ weight: 0, contribution: 0 });
    expect(of(without, 'INITIATIVE').weight).toBeCloseTo(0.4 / 1.05, 12);
    expect(of(without, 'DIALOGUE').level).toBe(of(relatingProfile, 'DIALOGUE').level);
  });

  it('knows returns to threads and dialogues', async () => {
    expect(await person('u', 'dialogueHIndex reEntry { threads returned share }')).toEqual({
      dialogueHIndex: 1,
      reEntry: { threads: 3, returned: 1, share: 1 / 3 },
    });
  });

  it('knows no return at an unknown time', async () => {
    const untimed = { kind: 'reply', at: 0, atQuality: 'unknown', message: 't:back', inReplyTo: 't:again' } as const;
    await community.record([
      act('ann', 'bob', 80, { kind: 'mention', message: 't:start' }),
      comment('first', 'bob', 'ann', 81, 'start'),
      comment('again', 'ann', 'bob', 82, 'first'),
      act('bob', 'ann', 0, { id: 't:back', ...untimed }),
    ]);
    await community.score();
    const counts = async (name: string) => (await person(name, 'reEntry { threads returned }')).reEntry;
    expect(await counts('bob')).toEqual({ threads: 1, returned: 0 });
    expect(await counts('ann')).toEqual({ threads: 1, returned: 1 });
  });

  it('holds a mirror up: sentences about people, none of them empty, each with its people', async () => {
    const { mirror } = await person(
      'u',
      'mirror(first: 2) { asOf sentences { topic text count people { personId } } }',
    );
    expect(mirror.asOf).toBe(new Date(AS_OF).toISOString());
    expect(mirror.sentences.map(({ topic, text, count }: Answer) => [topic, count, text])).toEqual([
      ['ANSWERED', 2, 'You answered 2 of the 8 people who wrote to you.'],
      ['WAITING', 4, '4 people wait for an answer from you.'],
      ['LAPSED', 2, '2 people wrote to you and heard nothing in time.'],
      ['LANDED', 1, 'On content of 1 person, 1 of your 2 comments in threads of others got a response.'],
      ['OPENED', 1, 'You opened 1 of your 8 ties, and reached 4 new people since 1970-01-11.'],
      ['UNSERVED', 4, '4 people wrote to you, mentioned you or read you, and never heard from you.'],
    ]);
    const waiting = mirror.sentences[1].people.map(({ personId }: Answer) => personId);
    expect(waiting).toEqual(['t:m1', 't:m2']);
    for (const { count, people } of mirror.sentences) expect(people).toHaveLength(Math.min(2, count));
    expect((await person('v', 'mirror { sentences { topic } }')).mirror.sentences.length).toBeGreaterThan(0);
  });

  it('says in the mirror with whom a tie fell silent', async () => {
    const days = [1, 2, 3, 4, 5].flatMap((day) => [act('s1', 's2', day), act('s2', 's1', day)]);
    await community.record(days);
    await community.score();
    const { mirror } = await person('s1', 'mirror { sentences { topic text people { personId } } }');
    expect(mirror.sentences).toContainEqual({
      topic: 'SILENT',
      text: 'You and 1 person you used to talk with have fallen silent.',
      people: [{ personId: 't:s2' }],
    });
  });

  it.each([
    ['openInvitations(first: 0) { totalCount }', 'first must be between 1 and 100, not 0.'],
    ['invitations(first: 101) { totalCount }', 'first must be between 1 and 100, not 101.'],
    ['talkedAboutBy(after: "nonsense") { totalCount }', 'after must be a cursor that this same list gave'],
    ['landing { people(first: -1) { totalCount } }', 'first must be between 1 and 100, not -1.'],
    ['relatingProfile(weights: { dialogue: -1 }) { relational }', 'weights.dialogue must be from 0 to 1000, not -1.'],
    ['mirror(first: 101) { asOf }', 'first must be between 1 and 100, not 101.'],
    ['invitations(state: WAITING) { totalCount }', 'Value "WAITING" does not exist in "InvitationState" enum.'],
  ])('refuses %s', async (fields, message) => {
    const { errors } = await community.ask(`{ person(id: "${globalId('u')}") { ${fields} } }`);
    expect(errors.map((error) => error.message).join()).toContain(message);
  });
});

describe('a private invitation', () => {
  it('made in public by a private message does not tell that message', async () => {
    await using community = await Community.open();
    const message = { type: 'message', author: 't:v', conversation: null, platform: 't', tags: [] } as const;
    await community.record([
      { ...message, id: 't:root', author: 't:o', at: 98 * DAY, inReplyTo: null, visibility: 'public' },
      { ...message, id: 't:secret', at: 99 * DAY, inReplyTo: 't:root', visibility: 'direct' },
      act('v', 'u', 99, { kind: 'mention', message: 't:secret' }),
    ]);
    await community.score();
    const list = '{ nodes { messageId private } }';
    const { openInvitations, invitations } = await community.person('u', `openInvitations ${list} invitations ${list}`);
    const told = { nodes: [{ messageId: null, private: false }] };
    expect([openInvitations, invitations]).toEqual([told, told]);
  });

  it('is told as a fact, without its message', async () => {
    await using community = await Community.open();
    await community.record([act('v', 'u', 99, { kind: 'dm', visibility: 'direct', message: 't:secret' })]);
    await community.score();
    const node = '{ nodes { kind private messageId from { personId } } }';
    const { openInvitations, invitations } = await community.person('u', `openInvitations ${node} invitations ${node}`);
    const told = { nodes: [{ kind: 'dm', private: true, messageId: null, from: { personId: 't:v' } }] };
    expect([openInvitations, invitations]).toEqual([told, told]);
  });
});
