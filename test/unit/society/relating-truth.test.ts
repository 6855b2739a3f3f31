import { describe, expect, it } from '@jest/globals';
import { generateSociety } from '../../../src/society/generate-society.js';
import { SOCIETY_DEFAULTS } from '../../../src/society/society-options.js';
import {
  DAY,
  episodesOf,
  gapsOf,
  HOUR,
  isTalk,
  median,
  runs,
  SocietyFacts,
  survivalMedian,
  weatherOf,
} from '../../support/society-facts.js';

const AS_OF = Date.UTC(2026, 0, 1);
const MORNING = AS_OF + 23 * HOUR;

describe.each([
  [20, AS_OF],
  [20, MORNING],
  [2_000, AS_OF],
])('what is planted among %d people as of %d', (people, asOf) => {
  const { truth, records } = generateSociety({ ...SOCIETY_DEFAULTS, people, seed: 7, asOf });
  const facts = new SocietyFacts([...records()], asOf);

  it.each(truth.invitations)('invitations as $form', (told) => {
    const states = facts.invitations(told.person);
    const count = (state: string) => states.filter((invitation) => invitation.state === state).length;
    const open = states.filter(({ state }) => state === 'OPEN');
    const answered = count('ANSWERED') + count('ANSWERED_PRIVATELY');
    const spans = states.map(({ at, state, latency }) => ({
      time: latency ?? (state === 'OPEN' ? asOf - at : 7 * DAY),
      event: latency !== null,
    }));
    const bare = facts.received(told.person).filter(({ kind, message }) => isTalk(kind) && message === null).length;
    expect(bare).toBe(told.form === 'BARE_MENTION' ? told.received : 0);
    expect(told).toEqual({
      person: told.person,
      form: told.form,
      received: states.length,
      answered: count('ANSWERED'),
      answeredPrivately: count('ANSWERED_PRIVATELY'),
      acknowledged: count('ACKNOWLEDGED'),
      lapsed: count('LAPSED'),
      open: open.length,
      responseRate: answered / (states.length - open.length),
      acknowledgedRate: count('ACKNOWLEDGED') / (states.length - open.length),
      latencyHours: survivalMedian(spans)! / HOUR,
      slowestAnswerHours: Math.max(...states.map(({ latency }) => latency ?? 0)) / HOUR,
      openInvitations: open.map(({ from, at }) => ({ from, at: new Date(at).toISOString() })),
    });
    expect(Math.min(told.answered, told.answeredPrivately, told.acknowledged, told.lapsed, told.open)).toBeGreaterThan(
      0,
    );
  });

  it('people nobody heard', () => {
    const { person, unheard, heard } = truth.unheard;
    const acted = new Set(facts.given(person).map(({ to }) => to));
    const wrote = facts
      .received(person)
      .filter(({ kind, from }) => (isTalk(kind) || kind === 'read') && !acted.has(from));
    expect(unheard).toEqual([...new Set(wrote.toReversed().map(({ from }) => from))]);
    expect(new Set([...unheard, ...heard])).toEqual(new Set(facts.received(person).map(({ from }) => from)));
  });

  it('comments that land', () => {
    const { person, owners, ...told } = truth.landing;
    const comments = commentsOf(facts, person);
    const responses = comments.map(({ message, to }) => {
      const from = facts.acts.filter((act) => act.inReplyTo === message && act.from !== person).map((act) => act.from);
      return { owner: from.includes(to!), others: from.some((id) => id !== to) };
    });
    const landed = responses.filter(({ owner, others }) => owner || others).length;
    expect(told).toEqual({
      comments: comments.length,
      landedByOwner: responses.filter(({ owner }) => owner).length,
      landedByOthers: responses.filter(({ others }) => others).length,
      landed,
      landingRate: landed / comments.length,
      below: depth(facts, comments),
    });
    const byOwner = owners.map(({ owner }) => {
      const all = [...new Set(facts.received(owner).map(({ from }) => from))].flatMap((from) =>
        commentsOf(facts, from),
      );
      const on = all.filter(({ to }) => to === owner);
      const mine = on.filter(({ from }) => from === person);
      const others = on.filter(({ from }) => from !== person);
      return {
        owner,
        comments: mine.length,
        below: depth(facts, mine),
        others: { comments: others.length, below: depth(facts, others) },
      };
    });
    expect(owners).toEqual(byOwner);
  });

  it('episodes of a dialogue, and a dialogue h-index', () => {
    const { pair, hIndex } = truth.dialogues;
    const [a, b] = pair.people;
    const episodes = episodesOf(facts.between(a, b).filter(({ kind }) => isTalk(kind)));
    const found = episodes.map((acts) => {
      const sides = [a, b].map((side) => acts.filter(({ from }) => from === side).length);
      const channels = acts.map(
        ({ kind, visibility, platform }) => `${kind} ${visibility === 'direct' ? 'PRIVATE' : platform}`,
      );
      return {
        openedBy: acts[0]!.from,
        closedBy: acts.at(-1)!.from,
        acts: sides,
        depth: runs(acts),
        durationMinutes: (acts.at(-1)!.at - acts[0]!.at) / 60_000,
        balance: expect.closeTo(entropy(sides), 12),
        channels: channels.filter((channel, i) => i === 0 || channel !== channels[i - 1]),
      };
    });
    expect(pair.episodes).toEqual(found);
    const dialogues = episodes.filter((acts) => runs(acts) >= 2).length;
    expect([pair.dialogues, pair.revivals]).toEqual([dialogues, dialogues - 1]);
    const partners = [...new Set(facts.given(hIndex.person).map(({ to }) => to!))];
    const switches = partners.map((partner) => runs(facts.between(hIndex.person, partner)) - 1);
    expect(hIndex.switches).toEqual(switches);
    expect(switches.filter((count) => count >= hIndex.value).length).toBeGreaterThanOrEqual(hIndex.value);
    expect(switches.filter((count) => count > hIndex.value).length).toBeLessThanOrEqual(hIndex.value);
  });

  it.each(truth.threads)('a thread that is $nature', ({ thread, nature, ...told }) => {
    const messages = facts.thread(thread);
    const authors = messages.map(({ author }) => author);
    const returned = authors.map((author, i) => {
      const before = authors.lastIndexOf(author, i - 1);
      return i > 0 && before >= 0 && before < i - 1;
    });
    const once = messages.filter(
      ({ author, parent }) => parent === thread && authors.filter((other) => other === author).length === 1,
    ).length;
    const again = new Set(authors.filter((_, i) => returned[i]));
    const returns = returned.filter(Boolean).length;
    expect(told).toEqual({
      messages: messages.length,
      participants: new Set(authors).size,
      returns,
      oneTimeAnswersToRoot: once,
      reEntry: again.size / new Set(authors).size,
    });
    const half = (messages.length - 1) / 2;
    const kind = returns >= half ? 'DIALOGUE_LIKE' : once >= half ? 'BROADCAST_LIKE' : 'MIXED';
    expect(nature).toBe(messages.length < 3 ? null : kind);
  });

  it('ties that somebody opened', () => {
    const { person, ...told } = truth.initiation;
    const acts = facts.acts.filter(({ from, to }) => from === person || to === person);
    const others = [...new Set(acts.map(({ from, to }) => (from === person ? to! : from)))];
    const firsts = others.map((other) => facts.between(person, other)[0]!);
    const opened = firsts.filter(({ from }) => from === person);
    const since = asOf - 90 * DAY;
    const reached = others.filter((other) => {
      const first = facts.given(person).find(({ to }) => to === other);
      return first !== undefined && first.at >= since;
    });
    expect(told).toEqual({
      ties: others.length,
      opened: opened.length,
      openedShare: opened.length / others.length,
      firstMovesOnTheirGround: opened.filter((act) => facts.starter(act) === act.to).length,
      reached: reached.length,
    });
  });

  it.each(truth.cadence)('the cadence of $person', ({ person, ...told }) => {
    const given = facts.given(person);
    const days = facts.days(given);
    const gaps = gapsOf(days);
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    const spread = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length);
    expect(told).toEqual({
      acts: given.length,
      activeDays: days.length,
      regularity: days.length < 3 ? null : mean / (mean + spread),
      longestSilenceDays: Math.max(...gaps, facts.today - days.at(-1)!),
    });
    expect(given.at(-1)!.at - given[0]!.at).toBeLessThan(days.length === 1 ? HOUR : 70 * DAY);
  });

  it.each(truth.tieWeather)('the weather of a tie: $weather', ({ people: [a, b], ...told }) => {
    const acts = facts.between(a, b);
    const days = facts.days(acts);
    const each = [a, b].map((side) => facts.days(acts.filter(({ from }) => from === side)).length);
    const turns = facts.days(acts.filter(({ from }, i) => i > 0 && acts[i - 1]!.from !== from));
    expect(told).toEqual({
      weather: weatherOf(days, facts.today),
      daysBefore: days.map((day) => facts.today - day),
      rhythmDays: days.length < 4 ? null : median(gapsOf(days)),
      silenceDays: facts.today - days.at(-1)!,
      ladder: {
        reciprocated: each.every((count) => count > 0),
        repeated: each.every((count) => count >= 3),
        overTime: turns.length >= 3 && turns.at(-1)! - turns[0]! >= 30,
        private: acts.some(({ visibility }) => visibility === 'direct'),
      },
    });
  });
});

/** Conversational acts with a message of their own in a thread that somebody else started. */
function commentsOf(facts: SocietyFacts, person: string) {
  return facts.given(person).filter((act) => {
    const starter = facts.starter(act);
    return isTalk(act.kind) && act.message !== null && starter !== undefined && starter !== person;
  });
}

function depth(facts: SocietyFacts, comments: ReturnType<typeof commentsOf>): number {
  return comments.reduce((sum, { message, from }) => sum + facts.below(message!, from), 0);
}

function entropy(counts: readonly number[]): number {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.reduce((total, count) => (count === 0 ? total : total - (count / sum) * Math.log2(count / sum)), 0);
}
