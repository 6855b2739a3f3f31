import { describe, expect, it } from '@jest/globals';
import { generateSociety } from '../../../src/society/generate-society.js';
import { SOCIETY_DEFAULTS } from '../../../src/society/society-options.js';
import { HOUR, isTalk, runs, SocietyFacts } from '../../support/society-facts.js';

const MINUTE = 60_000;

describe.each([20, 2_000])('the personas among %d people', (people) => {
  const society = generateSociety({ ...SOCIETY_DEFAULTS, people, seed: people });
  const records = [...society.records()];
  const facts = new SocietyFacts(records, SOCIETY_DEFAULTS.asOf);
  const { personas, people: counts, control } = society.truth;

  it('and all accounts are counted', () => {
    const accounts = records.filter(({ type }) => type === 'person');
    expect(counts).toEqual({
      total: accounts.length,
      audience: people - control.length,
      control: Math.max(2, people / 10),
      planted: accounts.filter(({ id }) => !/^society:p\d+$/.test(id)).length,
    });
  });

  it('the Speaker is acted upon and talked about, and acts on nobody', () => {
    const { person, posts, fans, given, received, invitations, responseRate, unheard, talk } = personas.speaker;
    const acts = facts.received(person);
    const count = (kind: string) => facts.received(person, kind).length;
    expect(facts.posts.filter(({ author }) => author === person).length).toBe(posts);
    expect(new Set(acts.map(({ from }) => from)).size).toBe(fans);
    expect(facts.given(person).length).toBe(given);
    expect(acts.length).toBe(count('like') + count('comment') + count('share') + count('mention'));
    expect(received).toEqual({
      like: count('like'),
      comment: count('comment'),
      share: count('share'),
      mention: count('mention'),
    });
    const states = facts.invitations(person);
    expect([states.length, responseRate]).toEqual([invitations, 0]);
    expect(states.every(({ state }) => state === 'LAPSED')).toBe(true);
    expect(new Set(states.map(({ from }) => from)).size).toBe(unheard);
    for (const act of acts) expect(facts.starter(act)).toBe(act.kind === 'mention' ? act.from : person);
    const mentions = facts.received(person, 'mention');
    const named = new Set(mentions.map(({ message }) => message));
    const answers = facts.acts.filter(({ inReplyTo }) => named.has(inReplyTo));
    expect(answers.every(({ from, to }) => from !== to && from !== person)).toBe(true);
    expect(talk).toEqual({
      mentions: mentions.length,
      talkers: new Set(mentions.map(({ from }) => from)).size,
      answers: answers.length,
    });
  });

  it('the Neighbour comments every day and answers everybody half an hour later', () => {
    const { person, posts, members, given, received, ground, invitations, responseRate, latencyMinutes, chain } =
      personas.neighbour;
    expect(facts.posts.filter(({ author }) => author === person).length).toBe(posts);
    expect(new Set(facts.received(person).map(({ from }) => from)).size).toBe(members);
    const [comments, replies] = [facts.given(person, 'comment'), facts.given(person, 'reply')];
    expect(given).toEqual({ comment: comments.length, reply: replies.length });
    expect(facts.days(comments).length).toBe(comments.length);
    expect(comments.length + replies.length).toBe(facts.given(person).length);
    const own = { comment: facts.received(person, 'comment').length, reply: facts.received(person, 'reply').length };
    expect([received, own.comment + own.reply]).toEqual([own, facts.received(person).length]);
    const grounds = (acts: typeof comments, own: typeof comments) => ({
      own: own.length,
      theirs: acts.length - own.length,
    });
    const mine = (act: (typeof comments)[number]) => facts.starter(act) === person;
    const [out, into] = [facts.given(person), facts.received(person)];
    for (const act of [...out, ...into]) expect([act.from, act.to]).toContain(facts.starter(act));
    expect(ground).toEqual({
      given: grounds(out, out.filter(mine)),
      received: grounds(into, into.filter(mine)),
    });
    const states = facts.invitations(person);
    expect([states.length, responseRate]).toEqual([invitations, 1]);
    for (const { state, latency } of states) expect([state, latency]).toEqual(['ANSWERED', latencyMinutes * MINUTE]);
    for (const { inReplyTo } of comments) expect(facts.thread(inReplyTo!).length).toBe(1 + chain);
  });

  it('the Quiet Reader reads, reacts to nothing, and opens two private dialogues', () => {
    const { person, reads, authors, reactions, publicActs, dialogues, invitations } = personas.quietReader;
    const given = facts.given(person);
    const read = facts.given(person, 'read');
    expect([read.length, new Set(read.map(({ to }) => to)).size]).toEqual([reads, authors]);
    const loud = given.filter(({ kind, visibility }) => kind !== 'read' && visibility !== 'direct');
    expect([loud.length, loud.filter(({ kind }) => kind === 'like' || kind === 'share').length]).toEqual([
      publicActs,
      reactions,
    ]);
    for (const { with: partner, depth } of dialogues) {
      const talk = facts.between(person, partner).filter(({ kind }) => isTalk(kind));
      expect([talk.length, runs(talk), talk[0]!.from, talk.at(-1)!.from]).toEqual([depth, depth, person, person]);
      expect(read.at(-1)!.at).toBeLessThan(talk[0]!.at);
    }
    const partners = new Set(dialogues.map((dialogue) => dialogue.with));
    expect(facts.received(person).every(({ from }) => partners.has(from))).toBe(true);
    const states = facts.invitations(person);
    expect(states.length).toBe(invitations);
    for (const { state, latency } of states) expect([state, latency]).toEqual(['ANSWERED', 15 * MINUTE]);
  });

  it('the Ghost Source is read, and its tags come back unnamed', () => {
    const { person, tags, readers, echoes, namedBy } = personas.ghostSource;
    const reads = facts.received(person, 'read');
    const readAt = new Map(reads.map(({ from, at }) => [from, at]));
    expect([reads.length, readAt.size, facts.received(person).length - reads.length]).toEqual([
      readers,
      readers,
      namedBy,
    ]);
    const tagged = facts.posts.filter((post) => post.tags.some((tag) => tags.includes(tag)));
    const own = tagged.filter(({ author }) => author === person);
    expect(own.map((post) => post.tags)).toEqual(tags.map((tag) => [tag]));
    const told = tagged.filter(({ author }) => author !== person);
    const found = told.map(({ author, tags: [tag], at }) => ({
      person: author,
      tag,
      readAt: new Date(readAt.get(author!)!).toISOString(),
      postedAt: new Date(at).toISOString(),
    }));
    expect(echoes).toEqual(found);
    expect(echoes.length).toBe(readers - Math.floor(readers / 3));
    for (const { author, id, at } of told) {
      const after = at - readAt.get(author!)!;
      expect(after >= 2 * HOUR && after <= 10 * HOUR).toBe(true);
      expect(facts.acts.some(({ message, inReplyTo }) => message === id || inReplyTo === id)).toBe(false);
    }
  });

  it('the Pod praises itself within minutes, and nobody else has to do with it', () => {
    const { members, posts, comments, likes, withinMinutes } = personas.pod;
    const inside = new Set(members);
    const acts = facts.acts.filter(({ from, to }) => inside.has(from) || inside.has(to!));
    expect(inside.size).toBe(8);
    expect(acts.every(({ from, to }) => inside.has(from) && inside.has(to!))).toBe(true);
    expect(new Set(acts.map(({ from, to }) => `${from} ${to}`)).size).toBe(8 * 7);
    expect(facts.posts.filter(({ author }) => inside.has(author!)).length).toBe(posts);
    const of = (kind: string) => acts.filter((act) => act.kind === kind).length;
    expect([of('comment'), of('like'), acts.length]).toEqual([comments, likes, comments + likes]);
    const delays = acts.map(({ at, inReplyTo }) => at - facts.messages.get(inReplyTo!)!.at);
    expect(Math.max(...delays)).toBe(withinMinutes * MINUTE);
  });

  it('the Sprayer writes 340 times the same to many, and nothing comes back', () => {
    const { person, comments, people: sprayed, landed, below, received } = personas.sprayer;
    const given = facts.given(person);
    expect([comments, given.length, facts.given(person, 'comment').length]).toEqual([340, 340, 340]);
    expect(new Set(given.map(({ inReplyTo }) => inReplyTo)).size).toBe(comments);
    expect(new Set(given.map(({ to }) => to)).size).toBe(sprayed);
    expect(sprayed).toBe(Math.min(340, counts.audience));
    expect(new Set(given.map(({ meta }) => meta)).size).toBe(1);
    const own = new Set(given.map(({ message }) => message));
    expect(facts.acts.filter(({ inReplyTo }) => own.has(inReplyTo)).length).toBe(landed);
    expect([...facts.messages.values()].filter(({ parent }) => own.has(parent)).length).toBe(below);
    expect(facts.received(person).length).toBe(received);
  });

  it('the Desk is written to, and its operators answer', () => {
    const { organisation, customers, threads, operators } = personas.desk;
    const accounts = records.filter((record) => record.type === 'person');
    const staff = accounts.filter((account) => account.organisation === 'The Desk').map(({ id }) => id);
    expect(accounts.filter(({ kind }) => kind === 'organisation').map(({ id }) => id)).toEqual([organisation]);
    expect(staff).toEqual(operators.map(({ person }) => person));
    const questions = facts.received(organisation);
    expect([questions.length, new Set(questions.map(({ from }) => from)).size]).toEqual([threads, customers]);
    expect(facts.given(organisation)).toEqual([]);
    const answered = new Set(staff.flatMap((person) => facts.given(person).map(({ inReplyTo }) => inReplyTo)));
    expect(questions.every(({ message }) => answered.has(message))).toBe(true);
    for (const { person, ...told } of operators) {
      const given = facts.given(person);
      const served = new Set(given.map(({ inReplyTo }) => facts.root(inReplyTo!)));
      const states = facts.invitations(person);
      expect(told).toEqual({
        threads: served.size,
        given: given.length,
        invitations: states.length,
        answered: states.filter(({ state }) => state === 'ANSWERED').length,
      });
    }
  });
});
