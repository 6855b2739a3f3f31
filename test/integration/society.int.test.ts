import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSociety } from '../../src/society/generate-society.js';
import { SOCIETY_DEFAULTS } from '../../src/society/society-options.js';
import { ConversationStore } from '../../src/store/conversation-store.js';
import { type Answer, Community } from '../support/community.js';

const { truth, records } = generateSociety(SOCIETY_DEFAULTS);
const AS_OF = Date.parse(truth.options.asOf);
const { personas } = truth;

/** What was planted in an artificial community against what the measures find, over the API. */
describe('an artificial community', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record([...records()]);
    await community.score({ asOf: AS_OF });
    await new ConversationStore(community.database).summarise();
  }, 240_000);
  afterAll(() => community[Symbol.asyncDispose]());

  const person = async (personId: string, fields: string): Promise<Answer> => {
    const { data, errors } = await community.ask(`{ person(personId: "${personId}") { ${fields} } }`);
    expect(errors).toEqual([]);
    return data.person;
  };
  const globalId = (id: string) => Buffer.from(`Person:${id}`, 'utf8').toString('base64url');
  const idsOf = (connection: Answer): string[] => connection.nodes.map((node: Answer) => node.person.personId).sort();

  const STANCE = `stance { quadrant broadcast { value percentile } relational { value percentile } talkedAbout { value percentile }
    capacityAdjusted { load } }`;

  it('has a Speaker: heard and talked about more than anybody, and answering nobody', async () => {
    const { speaker } = personas;
    const { stance, invitationLedger, talkedAboutBy, unservedPeople } = await person(
      speaker.person,
      `${STANCE} invitationLedger { total lapsed open responseRate } talkedAboutBy { totalCount } unservedPeople { totalCount }`,
    );
    expect(stance.quadrant).toBe('BROADCASTER');
    expect(stance.broadcast.percentile).toBeGreaterThan(99);
    expect(stance.talkedAbout.percentile).toBeGreaterThan(99);
    expect(stance.talkedAbout.value).toBeGreaterThan(5 * stance.relational.value);
    expect(invitationLedger.total).toBe(speaker.invitations);
    expect(invitationLedger.responseRate).toBe(speaker.responseRate);
    expect(talkedAboutBy.totalCount).toBe(speaker.talk.talkers);
    expect(unservedPeople.totalCount).toBe(speaker.unheard);
  });

  it('has a Neighbour: relating more than almost anybody, answering everybody', async () => {
    const { neighbour } = personas;
    const { stance, invitationLedger, initiation, ground } = await person(
      neighbour.person,
      `${STANCE} invitationLedger { total answered responseRate medianLatencyDays } initiation { ties opened firstMovesOnTheirGround }
       ground { given { byGround { ground count } } received { byGround { ground count } } }`,
    );
    expect(['RELATER', 'BOTH']).toContain(stance.quadrant);
    expect(stance.relational.percentile).toBeGreaterThan(95);
    expect(stance.talkedAbout.value).toBe(0);
    expect(invitationLedger).toMatchObject({
      ...{ total: neighbour.invitations, answered: neighbour.invitations, responseRate: neighbour.responseRate },
      medianLatencyDays: neighbour.latencyMinutes / 1_440,
    });
    const { members } = neighbour;
    expect(initiation).toEqual({ ties: members, opened: members, firstMovesOnTheirGround: members });
    const count = (side: Answer, name: string) => side.byGround.find((part: Answer) => part.ground === name).count;
    expect([count(ground.given, 'OWN'), count(ground.given, 'THEIRS')]).toEqual([
      neighbour.ground.given.own,
      neighbour.ground.given.theirs,
    ]);
    expect([count(ground.received, 'OWN'), count(ground.received, 'THEIRS')]).toEqual([
      neighbour.ground.received.own,
      neighbour.ground.received.theirs,
    ]);
  });

  it('has a Quiet Reader: nothing received in public, then long dialogues in private', async () => {
    const { quietReader } = personas;
    const { invitationLedger, stance } = await person(
      quietReader.person,
      `invitationLedger { total answered } ${STANCE}`,
    );
    expect(invitationLedger).toEqual({ total: quietReader.invitations, answered: quietReader.invitations });
    expect(stance.relational.percentile).toBeGreaterThan(stance.broadcast.percentile - 5);
    for (const { with: partner, depth } of quietReader.dialogues) {
      const { data } = await community.ask(
        `{ dialogue(a: "${globalId(quietReader.person)}", b: "${globalId(partner)}") { episodes { nodes { turns privateActs opener { personId } closer { personId } } } } }`,
      );
      const nodes = data.dialogue.episodes.nodes as Answer[];
      expect(Math.max(...nodes.map(({ turns }) => turns))).toBe(depth);
      expect(nodes.every(({ privateActs }) => privateActs > 0)).toBe(true);
    }
  });

  it('has a Sprayer whose comments land nowhere, and keeps the control quiet', async () => {
    const { landing } = await person(personas.sprayer.person, 'landing { comments rate }');
    expect(landing).toEqual({ comments: 340, rate: 0 });
    const speaker = await person(personas.speaker.person, STANCE);
    for (const id of truth.control) {
      const found = await person(id, `${STANCE} dialogueHIndex`);
      expect(found.stance.talkedAbout.value ?? 0).toBeLessThan(speaker.stance.talkedAbout.value / 5);
      expect(found.dialogueHIndex).toBeLessThan(truth.dialogues.hIndex.value);
    }
  });

  it.each(truth.invitations.map((planted) => [planted.form, planted] as const))(
    'has every state of an invitation: %s',
    async (_, planted) => {
      const { invitationLedger, openInvitations } = await person(
        planted.person,
        `invitationLedger { total answered answeredPrivately acknowledged lapsed open responseRate acknowledgedRate medianLatencyDays }
         openInvitations { nodes { from { personId } waitingSince } }`,
      );
      const { answered, answeredPrivately, acknowledged, lapsed, open } = planted;
      expect(invitationLedger).toEqual({
        ...{ total: planted.received, answered, answeredPrivately, acknowledged, lapsed, open },
        ...{ responseRate: planted.responseRate, acknowledgedRate: planted.acknowledgedRate },
        medianLatencyDays: expect.closeTo(planted.latencyHours / 24, 12),
      });
      expect(
        openInvitations.nodes.map(({ from, waitingSince }: Answer) => [from.personId, Date.parse(waitingSince)]),
      ).toEqual(planted.openInvitations.map(({ from, at }) => [from, Date.parse(at)]));
    },
  );

  it('has people who were never heard', async () => {
    const { unservedPeople } = await person(truth.unheard.person, 'unservedPeople { nodes { person { personId } } }');
    expect(unservedPeople.nodes.map((node: Answer) => node.person.personId)).toEqual(truth.unheard.unheard);
  });

  it('has comments that land at a known rate, with known conversations below', async () => {
    const planted = truth.landing;
    const { landing } = await person(
      planted.person,
      'landing { comments landedByOwner landedByOthers landed rate spark { followed } people { nodes { person { personId } } } }',
    );
    expect(landing).toMatchObject({
      ...{ comments: planted.comments, landedByOwner: planted.landedByOwner, landedByOthers: planted.landedByOthers },
      ...{ landed: planted.landed, rate: planted.landingRate, spark: { followed: planted.below } },
    });
    expect(idsOf(landing.people)).toEqual(planted.owners.map(({ owner }) => owner).sort());
  });

  it('has ties whose opener is known', async () => {
    const planted = truth.initiation;
    const { initiation } = await person(
      planted.person,
      'initiation { ties opened openedShare firstMovesOnTheirGround reached }',
    );
    const { ties, opened, openedShare, firstMovesOnTheirGround, reached } = planted;
    expect(initiation).toEqual({ ties, opened, openedShare, firstMovesOnTheirGround, reached });
  });

  it('has a pair that goes on over threads, platforms and into private', async () => {
    const { pair, hIndex } = truth.dialogues;
    const [a, b] = pair.people.map(globalId) as [string, string];
    const { data, errors } = await community.ask(
      `{ dialogue(a: "${a}", b: "${b}") { dialogueCount revivals gapThreshold episodes(order: OLDEST) { nodes {
        opener { personId } closer { personId } turns acts durationHours balance channels { kind private } } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.dialogue).toMatchObject({ dialogueCount: pair.dialogues, revivals: pair.revivals, gapThreshold: 1 });
    const found = data.dialogue.episodes.nodes as Answer[];
    expect(
      found.map((episode) => [episode.opener.personId, episode.closer.personId, episode.turns, episode.acts]),
    ).toEqual(
      pair.episodes.map(({ openedBy, closedBy, depth, acts }) => [openedBy, closedBy, depth, acts[0] + acts[1]]),
    );
    for (const [i, episode] of found.entries()) {
      expect(episode.balance).toBeCloseTo(pair.episodes[i]!.balance, 12);
      expect(episode.durationHours * 60).toBeCloseTo(pair.episodes[i]!.durationMinutes, 9);
      expect(episode.channels.map(({ kind }: Answer) => kind)).toEqual(
        pair.episodes[i]!.channels.map((channel) => channel.split(' ')[0]),
      );
    }
    expect((await person(hIndex.person, 'dialogueHIndex')).dialogueHIndex).toBe(hIndex.value);
  });

  it.each(truth.threads.map((planted) => [planted.nature ?? 'too short', planted] as const))(
    'has a thread that is %s',
    async (_, planted) => {
      const id = Buffer.from(`Conversation:${planted.thread}`, 'utf8').toString('base64url');
      const { data, errors } = await community.ask(
        `{ conversation(id: "${id}") { turns participants shape reEntry } }`,
      );
      expect(errors).toEqual([]);
      const { messages: turns, participants, nature: shape } = planted;
      expect(data.conversation).toEqual({ turns, participants, shape, reEntry: expect.closeTo(planted.reEntry, 12) });
    },
  );

  it.each(truth.cadence.map((planted) => [planted.activeDays, planted] as const))(
    'has somebody with %i active days',
    async (_, planted) => {
      const { cadence } = await person(planted.person, 'cadence { activeDays regularity longestSilenceDays }');
      const { activeDays, longestSilenceDays } = planted;
      const regularity = planted.regularity === null ? null : expect.closeTo(planted.regularity, 12);
      expect(cadence).toEqual({ activeDays, regularity, longestSilenceDays });
    },
  );

  it.each(truth.tieWeather.map((planted) => [planted.weather ?? 'too brief', planted] as const))(
    'has a tie that is %s',
    async (_, planted) => {
      const [a, b] = planted.people.map(globalId) as [string, string];
      const { data, errors } = await community.ask(
        `{ tie(a: "${a}", b: "${b}") { weather { state rhythmDays silenceDays } trustLadder { rungs { rung held } } } }`,
      );
      expect(errors).toEqual([]);
      expect(data.tie.weather).toEqual(
        planted.weather && { state: planted.weather, rhythmDays: planted.rhythmDays, silenceDays: planted.silenceDays },
      );
      const held = Object.fromEntries(data.tie.trustLadder.rungs.map(({ rung, held }: Answer) => [rung, held]));
      const { reciprocated, repeated, overTime, private: inPrivate } = planted.ladder;
      expect(held).toMatchObject({
        RECIPROCATED: reciprocated,
        REPEATED: repeated,
        OVER_TIME: overTime,
        PRIVATE: inPrivate,
      });
    },
  );
});
