import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Community, DAY, globalId } from '../support/community.js';
import { comment, like, RECORDS } from '../support/relating-records.js';

describe('relating from run to run', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(RECORDS);
    await community.score();
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const person = (name: string, fields: string) => community.person(name, fields);

  it('follows news in the next run, and writes nothing without any', async () => {
    await community.record([comment('at-last', 'u', 'y', 99, 'by-y'), like('u', 'z', 99, 'late')]);
    await community.score();
    const { invitationLedger } = await person('u', 'invitationLedger { answered acknowledged lapsed open }');
    expect(invitationLedger).toEqual({ answered: 2, acknowledged: 2, lapsed: 1, open: 3 });
    const before = await community.scores.published();
    await community.score();
    expect((await community.scores.published())!.number).toBe(before!.number);
  });

  it('lets an open invitation lapse when only the instant moves on, and takes it back', async () => {
    await community.score({ asOf: 110 * DAY });
    expect((await person('u', 'invitationLedger { open }')).invitationLedger.open).toBe(0);
    await community.score();
    expect((await person('u', 'invitationLedger { open }')).invitationLedger.open).toBe(3);
  });

  it('takes back what became of interactions that a later run does not count', async () => {
    const marked = async () =>
      community.database.administer('READ', async (session) => {
        const { records } = await session.run(
          'MATCH ()-[r:INTERACTED]->() WHERE r.invitation IS NOT NULL OR r.landing IS NOT NULL RETURN max(r.at) / $day AS last, sum(toInteger(coalesce(r.visibility = "direct", false))) AS private, count(r.invited) AS invited',
          { day: DAY },
        );
        return records[0]!.toObject();
      });
    const before = await marked();
    expect(before).toMatchObject({ private: 1, last: 99 });
    expect(before.invited).toBeGreaterThan(8);
    await community.score({ asOf: 30 * DAY, privateInteractions: 'exclude' });
    expect(await marked()).toMatchObject({ private: 0, last: 24 });
    const { invitations } = await person('u', 'invitations { totalCount nodes { waitingSince } }');
    expect(invitations.nodes.length).toBe(invitations.totalCount);
    await community.score();
    expect(await marked()).toEqual(before);
  });

  it('lists invitations that an earlier version marked without whom they invited, after the next run', async () => {
    const invitations = async () => (await person('u', 'invitations { totalCount nodes { kind } }')).invitations;
    const before = await invitations();
    await community.database.administer('WRITE', (session) =>
      session.run('MATCH ()-[r:INTERACTED]->() SET r.invited = null'),
    );
    expect((await invitations()).nodes).toEqual([]);
    await community.score();
    expect(await invitations()).toEqual(before);
  });

  it('shows no list of a run that was withdrawn', async () => {
    const fields =
      'openInvitations { totalCount nodes { kind } } invitations { totalCount nodes { kind } } neighbours { totalCount nodes { personId } } centrality { degree }';
    const nothing = { totalCount: 0, nodes: [] };
    const [before] = [await person('u', fields)];
    expect([before.openInvitations.totalCount, before.neighbours.totalCount]).toEqual([3, 6]);
    const tie = async () =>
      (
        await community.ask(
          `{ tie(a: "${globalId('u')}", b: "${globalId('v')}") { strength outgoing { interactions } } }`,
        )
      ).data.tie;
    expect((await tie()).strength).toBeGreaterThan(0);
    await community.database.administer('WRITE', (session) => session.run('MATCH (l:Ledger) SET l.published = null'));
    expect(await person('u', fields)).toEqual({
      ...{ openInvitations: nothing, invitations: nothing, neighbours: nothing, centrality: null },
    });
    expect(await tie()).toEqual({ strength: null, outgoing: { interactions: 1 } });
    for (const query of [
      `egoNetwork(id: "${globalId('u')}") { droppedNodes }`,
      `introductionPath(from: "${globalId('u')}", to: "${globalId('v')}") { people { personId } }`,
    ]) {
      expect((await community.ask(`{ ${query} }`)).errors.map(({ code }) => code)).toEqual(['SCORES_NOT_COMPUTED']);
    }
    await community.database.administer('WRITE', (session) => session.run('MATCH (l:Ledger) SET l.published = l.runs'));
    expect(await person('u', fields)).toEqual(before);
  });

  it('says nothing of an organisation, and nothing before a run', async () => {
    await community.record([{ type: 'person', id: 't:o', platform: 't', kind: 'organisation' }]);
    await community.score();
    const fields =
      'stance { status quadrant talkedAbout { value } } invitationLedger { total } landing { comments } dialogueHIndex reEntry { threads } mirror { asOf }';
    expect(await person('o', fields)).toEqual({
      stance: { status: 'ORGANISATION', quadrant: null, talkedAbout: { value: null } },
      ...{ invitationLedger: null, landing: null, dialogueHIndex: null, reEntry: null, mirror: null },
    });
    expect((await person('u', 'landing { comments }')).landing.comments).toBe(0);
  });
});
