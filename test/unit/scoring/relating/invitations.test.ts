import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { InvitationState } from '../../../../src/domain/relating.js';
import { medianDuration } from '../../../../src/scoring/relating/invitations.js';
import { DAY } from '../interaction-log.js';
import { type Act, HOUR, RelatingLog } from './relating-log.js';

const AS_OF = 100 * DAY;
const say = (from: string, to: string, day: number, rest: Partial<Act> = {}): Act => ({
  ...{ from, to, kind: 'comment', at: day * DAY },
  ...rest,
});
const statesOf = (...acts: Act[]) => new RelatingLog(acts, AS_OF).states;

describe('an invitation with a known message', () => {
  const invitation = say('v', 'u', 10, { message: 'm' });

  it.each<[string, Act[], InvitationState]>([
    ['lapses without an answer', [], 'LAPSED'],
    ['is answered by what says so, however late', [say('u', 'v', 60, { object: 'm', message: 'n' })], 'ANSWERED'],
    ['is not answered by an act about another message', [say('u', 'v', 10.5, { object: 'x', message: 'n' })], 'LAPSED'],
    ['is not answered in public by an act that names no message', [say('u', 'v', 10.5)], 'LAPSED'],
    [
      'is answered privately within the window',
      [say('u', 'v', 12, { kind: 'dm', ground: 'PRIVATE' })],
      'ANSWERED_PRIVATELY',
    ],
    ['is not answered privately after the window', [say('u', 'v', 17.1, { kind: 'dm', ground: 'PRIVATE' })], 'LAPSED'],
    ['is not answered by what was written before', [say('u', 'v', 9, { kind: 'dm', ground: 'PRIVATE' })], 'LAPSED'],
    ['is acknowledged by a like of it', [say('u', 'v', 50, { kind: 'like', object: 'm' })], 'ACKNOWLEDGED'],
    ['is not acknowledged by a like of something else', [say('u', 'v', 11, { kind: 'like', object: 'x' })], 'LAPSED'],
    ['is not acknowledged by a read', [say('u', 'v', 11, { kind: 'read', object: 'm' })], 'LAPSED'],
    ['is not answered by a third person', [say('w', 'v', 11, { object: 'm', message: 'n' })], 'LAPSED'],
    [
      'counts as answered rather than acknowledged when both happened',
      [say('u', 'v', 11, { kind: 'like', object: 'm' }), say('u', 'v', 12, { object: 'm', message: 'n' })],
      'ANSWERED',
    ],
    [
      'counts a public answer before a private one that came first',
      [
        say('u', 'v', 11, { kind: 'dm', ground: 'PRIVATE', object: 'm' }),
        say('u', 'v', 12, { object: 'm', message: 'n' }),
      ],
      'ANSWERED',
    ],
  ])('%s', (_, acts, state) => {
    expect(statesOf(invitation, ...acts)[0]).toBe(state);
  });

  it('is open until the window has passed, to the millisecond', () => {
    const young = (at: number) => new RelatingLog([say('v', 'u', 0, { at, message: 'm' })], AS_OF).states;
    expect([AS_OF - 7 * DAY + 1, AS_OF - 7 * DAY].map((at) => young(at)[0])).toEqual(['OPEN', 'LAPSED']);
  });

  it('is one per person it went to', () => {
    const both = [say('v', 'u', 10, { message: 'm' }), say('v', 'w', 10, { message: 'm' })];
    expect(statesOf(...both, say('w', 'v', 11, { object: 'm', message: 'n' }))).toEqual([
      'LAPSED',
      'ANSWERED',
      'LAPSED',
    ]);
  });
});

describe('an invitation without a known message', () => {
  it.each<[string, Act[], InvitationState]>([
    ['is answered by the next act back within the window', [say('u', 'v', 17)], 'ANSWERED'],
    ['lapses when that comes later', [say('u', 'v', 17.01)], 'LAPSED'],
    ['is not answered by an act about a known message', [say('u', 'v', 11, { object: 'x', message: 'n' })], 'LAPSED'],
    [
      'is answered by an act that only names its own message',
      [say('u', 'v', 11, { object: 'n', message: 'n' })],
      'ANSWERED',
    ],
    ['is answered privately', [say('u', 'v', 11, { kind: 'dm', ground: 'PRIVATE' })], 'ANSWERED_PRIVATELY'],
    ['is acknowledged by a like that names nothing', [say('u', 'v', 11, { kind: 'like' })], 'ACKNOWLEDGED'],
    [
      'is acknowledged by a share that names only the message it makes',
      [say('u', 'v', 11, { kind: 'share', object: 'n', message: 'n' })],
      'ACKNOWLEDGED',
    ],
    ['is not acknowledged by a like of a known message', [say('u', 'v', 11, { kind: 'like', object: 'x' })], 'LAPSED'],
    [
      'is not acknowledged by a share of a known message',
      [say('u', 'v', 11, { kind: 'share', object: 'x', message: 'n' })],
      'LAPSED',
    ],
    ['is not acknowledged by a like after the window', [say('u', 'v', 18, { kind: 'like' })], 'LAPSED'],
  ])('%s', (_, acts, state) => {
    expect(statesOf(say('v', 'u', 10), ...acts)[0]).toBe(state);
  });

  it('in private is answered in private, with or without its message known', () => {
    const dm = (from: string, to: string, day: number, message?: string) =>
      say(from, to, day, { kind: 'dm', ground: 'PRIVATE', ...(message && { message, object: message }) });
    expect(statesOf(dm('v', 'u', 10), dm('u', 'v', 11))).toEqual(['ANSWERED', 'LAPSED']);
    expect(statesOf(dm('v', 'u', 10, 'd1'), dm('u', 'v', 11, 'd2'))).toEqual(['ANSWERED', 'LAPSED']);
  });

  it('answers all that was written before it within the window', () => {
    expect(statesOf(say('v', 'u', 10), say('v', 'u', 12), say('v', 'u', 13), say('u', 'v', 18))).toEqual([
      'LAPSED',
      'ANSWERED',
      'ANSWERED',
      'LAPSED',
    ]);
  });
});

describe('the ledger', () => {
  it('counts by person, and leaves organisations, bots, likes and reads out', () => {
    const log = new RelatingLog(
      [
        ...[
          say('v', 'u', 10),
          say('u', 'v', 11),
          say('v', 'u', 95),
          say('w', 'u', 20, { kind: 'like' }),
          say('w', 'u', 20, { kind: 'read' }),
        ],
        ...[say('shop', 'u', 20), say('u', 'shop', 20), say('bot', 'u', 20)],
      ],
      AS_OF,
      { kinds: { shop: 'organisation', bot: 'bot' } },
    );
    expect(log.ledger('u')).toEqual({ ANSWERED: 1, OPEN: 1 });
    expect(log.ledger('v')).toEqual({ LAPSED: 1 });
    expect(log.ledger('shop')).toEqual({});
  });

  it('has the Kaplan-Meier median of the time to an answer in days', () => {
    const log = new RelatingLog(
      [say('v', 'u', 10), say('u', 'v', 12), say('w', 'u', 30), say('u', 'w', 31), say('x', 'u', 40)],
      AS_OF,
    );
    expect(log.of('latency', 'u')).toBe(2);
    expect(log.of('latency', 'v')).toBeNaN();
  });

  it('measures to the first answer, and watches an open invitation only until now', () => {
    const twice = [
      say('v', 'u', 10, { message: 'm' }),
      say('u', 'v', 30, { object: 'm' }),
      say('u', 'v', 13, { object: 'm' }),
    ];
    expect(new RelatingLog(twice, AS_OF).of('latency', 'u')).toBe(3);
    const open = [95, 96, 97].map((day) => say(`w${day}`, 'u', day));
    expect(new RelatingLog([say('v', 'u', 10), say('u', 'v', 16), ...open], AS_OF).of('latency', 'u')).toBe(6);
  });

  it('gives each invitation exactly one state, the one that a reading of the definition gives', () => {
    const people = fc.constantFrom('a', 'b', 'c');
    const acts = fc.array(
      fc.record({
        from: people,
        to: people,
        kind: fc.constantFrom('comment', 'reply', 'mention', 'like', 'share', 'read', 'dm'),
        at: fc.integer({ min: 0, max: 60 }).map((hours) => hours * 6 * HOUR),
        own: fc.boolean(),
        object: fc.option(fc.integer({ min: 0, max: 11 }), { nil: undefined }),
      }),
      { maxLength: 12 },
    );
    const check = fc.property(acts, (drawn) => {
      const log: Act[] = drawn.map(({ own, object, ...act }, i) => ({
        ...act,
        ...(own && { message: `m${i}` }),
        ...(object !== undefined ? { object: `m${object}` } : own ? { object: `m${i}` } : {}),
        ground: act.kind === 'dm' ? 'PRIVATE' : 'THEIRS',
      }));
      const asOf = 15 * DAY;
      expect(new RelatingLog(log, asOf).states).toEqual(log.map((act) => readLiterally(act, log, asOf)));
    });
    fc.assert(check, { numRuns: 500 });
  });
});

const TALK = new Set(['comment', 'reply', 'mention', 'dm']);

/** The definition, word by word, without any index. */
function readLiterally(act: Act, log: readonly Act[], asOf: number): InvitationState | null {
  if (!TALK.has(act.kind) || act.from === act.to) return null;
  const inPrivate = act.kind === 'dm';
  const back = log.filter((x) => x.from === act.to && x.from !== x.to);
  const about = back.filter((x) => act.message !== undefined && x.object === act.message && x.message !== act.message);
  const written = about.filter((x) => TALK.has(x.kind));
  if (written.some((x) => inPrivate || x.kind !== 'dm')) return 'ANSWERED';
  if (written.length > 0) return 'ANSWERED_PRIVATELY';
  const loose = back
    .filter((x) => x.to === act.from && (x.object === undefined || x.object === x.message) && isAfter(x, act))
    .filter((x) => x.at - act.at <= 7 * DAY);
  const talk = loose.filter((x) => TALK.has(x.kind)).sort(inOrder);
  const answers = act.message !== undefined && !inPrivate ? talk.filter((x) => x.kind === 'dm') : talk;
  if (answers.length > 0) return answers[0]!.kind === 'dm' && !inPrivate ? 'ANSWERED_PRIVATELY' : 'ANSWERED';
  const reactions = act.message !== undefined ? about : loose;
  if (reactions.some((x) => x.kind === 'like' || x.kind === 'share')) return 'ACKNOWLEDGED';
  return asOf - act.at < 7 * DAY ? 'OPEN' : 'LAPSED';
}

/** Canonical order inside a dyad: time, actor, effort of the kind. */
function inOrder(a: Act, b: Act): number {
  const kinds = ['read', 'like', 'mention', 'share', 'quote', 'comment', 'reply', 'dm'];
  return (
    a.at - b.at || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind)
  );
}

function isAfter(x: Act, act: Act): boolean {
  return inOrder(x, act) > 0;
}

describe('medianDuration', () => {
  const ended = (after: number) => ({ after, ended: true });
  const watched = (after: number) => ({ after, ended: false });

  it.each([
    ['nothing', [], Number.NaN],
    ['one that ended', [ended(3)], 3],
    ['two that ended', [ended(5), ended(3)], 3],
    ['a half that never ends', [ended(3), watched(9)], 3],
    ['more than a half that never ends', [ended(3), watched(9), watched(9)], Number.NaN],
    ['what was watched too briefly to count later', [watched(1), watched(1), ended(3), watched(9)], 3],
    ['what ends at the instant another is lost from sight', [watched(3), ended(3)], 3],
    ['three steps', [ended(1), ended(2), ended(3), watched(4)], 2],
  ])('of %s', (_, durations, median) => {
    expect(medianDuration([...durations])).toBe(median);
  });
});
