import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DAY } from '../interaction-log.js';
import { type Act, RelatingLog, type Said } from './relating-log.js';

const AS_OF = 100 * DAY;
const comment = (from: string, to: string, message: string, object: string, rest: Partial<Act> = {}): Act => ({
  ...{ from, to, kind: 'comment', at: 10 * DAY, message, object, ground: 'THEIRS' },
  ...rest,
});
const react = (from: string, to: string, object: string, kind = 'like'): Act => ({
  from,
  to,
  kind,
  at: 11 * DAY,
  object,
});

describe('landing', () => {
  it.each<[string, Act[], string]>([
    ['nobody', [], 'NONE'],
    ['a like of the owner', [react('o', 'u', 'c')], 'OWNER'],
    ['an answer of the owner', [comment('o', 'u', 'd', 'c', { ground: 'OWN' })], 'OWNER'],
    ['a share of somebody else', [react('x', 'u', 'c', 'share')], 'OTHERS'],
    ['both', [react('o', 'u', 'c'), comment('x', 'u', 'd', 'c', { ground: 'THIRD' })], 'BOTH'],
    ['only its author, going on towards somebody else', [comment('u', 'x', 'd', 'c', { ground: 'THIRD' })], 'NONE'],
    ['a read only', [react('o', 'u', 'c', 'read')], 'NONE'],
    ['a like of something else', [react('o', 'u', 'p')], 'NONE'],
  ])('of a comment that reached %s', (_, acts, landing) => {
    expect(new RelatingLog([comment('u', 'o', 'c', 'p'), ...acts], AS_OF).landings[0]).toBe(landing);
  });

  it('is said of comments in threads of others with a known message, nothing else', () => {
    const acts = [
      comment('u', 'o', 'c1', 'p', { ground: 'OWN' }),
      comment('u', 'o', 'c2', 'p', { ground: 'UNKNOWN' }),
      { from: 'u', to: 'o', kind: 'comment', at: DAY, ground: 'THEIRS' } as const,
      comment('u', 'o', 'c4', 'p', { ground: 'THIRD' }),
      { ...react('u', 'o', 'p'), ground: 'THEIRS' } as const,
    ];
    expect(new RelatingLog(acts, AS_OF).landings).toEqual([null, null, null, 'NONE', null]);
  });

  it('counts by the person who commented; a comment without a response lowers the share, not the count', () => {
    const acts = [comment('u', 'o', 'c', 'p'), comment('u', 'o', 'd', 'p'), react('o', 'u', 'c'), react('x', 'u', 'c')];
    const log = new RelatingLog(acts, AS_OF);
    expect(
      (['comments', 'landed', 'landedByOwner', 'landedByOthers'] as const).map((name) => log.of(name, 'u')),
    ).toEqual([2, 1, 1, 1]);
  });
});

describe('spark', () => {
  /** o's post p with comments of u (4 messages of others below, one of them u's own left out) and of w (1 below). */
  const acts = [comment('u', 'o', 'c', 'p'), comment('w', 'o', 'd', 'p')];
  const said: Said[] = [
    ...['c1', 'c2'].map((id) => ({ id, author: 'x', at: 12 * DAY, parent: 'c' })),
    { id: 'c3', author: 'u', at: 12 * DAY, parent: 'c1' },
    { id: 'c4', author: 'y', at: 13 * DAY, parent: 'c3' },
    { id: 'c5', author: 'o', at: 14 * DAY, parent: 'c4' },
    { id: 'c6', author: null, at: 14 * DAY, parent: 'c4' },
    { id: 'd1', author: 'x', at: 12 * DAY, parent: 'd' },
  ];

  it('is what followed below, by others, at any depth, beside what usually follows', () => {
    const log = new RelatingLog(acts, AS_OF, { said });
    expect([log.of('followed', 'u'), log.of('followed', 'w')]).toEqual([4, 1]);
    const mean = 2.5;
    expect(log.of('expected', 'u')).toBeCloseTo((1 + 5 * mean) / 6, 12);
    expect(log.of('expected', 'w')).toBeCloseTo((4 + 5 * mean) / 6, 12);
  });

  it('leaves out what was written nobody knows when, not what lies below it', () => {
    const untimed = said.map((message) => (message.id === 'c1' ? { ...message, at: Number.NaN } : message));
    expect(new RelatingLog(acts, AS_OF, { said: untimed }).of('followed', 'u')).toBe(3);
  });

  it('counts below a comment everything that others wrote, whatever the shape of the tree', () => {
    const authors = fc.constantFrom('u', 'w', 'x', null);
    const tree = fc.array(fc.record({ author: authors, parent: fc.nat() }), { minLength: 1, maxLength: 40 });
    const check = fc.property(tree, (drawn) => {
      const messages = drawn.map(
        ({ author, parent }, i): Said => ({
          id: `t${i}`,
          author,
          at: i,
          parent: i === 0 ? 'c' : parent % 3 === 0 ? 'c' : `t${parent % i}`,
        }),
      );
      const followed = messages.filter(({ author }) => author !== null && author !== 'u').length;
      expect(new RelatingLog([comment('u', 'o', 'c', 'p')], AS_OF, { said: messages }).of('followed', 'u')).toBe(
        followed,
      );
    });
    fc.assert(check, { numRuns: 200 });
  });

  it('survives parents in a ring', () => {
    const ring: Said[] = [
      { id: 'a', author: 'x', at: 1, parent: 'b' },
      { id: 'b', author: 'x', at: 1, parent: 'a' },
    ];
    expect(new RelatingLog(acts, AS_OF, { said: [...said, ...ring] }).of('followed', 'u')).toBe(4);
  });
});

describe('re-entry', () => {
  it('needs somebody else at an instant between, not at one of the two', () => {
    const thread = (between: number): Said[] => [
      { id: 'p', author: 'u', at: 1 },
      { id: 'a', author: 'o', at: between, parent: 'p' },
      { id: 'b', author: 'u', at: 3, parent: 'p' },
    ];
    const returned = (between: number) => new RelatingLog([], AS_OF, { said: thread(between) }).of('returned', 'u');
    expect([1, 2, 3].map(returned)).toEqual([0, 1, 0]);
  });

  it('is coming back to a thread after somebody else spoke, once per thread', () => {
    const said: Said[] = [
      { id: 'p', author: 'o', at: 1 },
      { id: 'a', author: 'u', at: 2, parent: 'p' },
      { id: 'b', author: 'o', at: 3, parent: 'a' },
      { id: 'c', author: 'u', at: 4, parent: 'b' },
      { id: 'd', author: 'w', at: 5, parent: 'p' },
      { id: 'e', author: 'w', at: 6, parent: 'd' },
      { id: 'f', author: 'o', at: 7, parent: 'e' },
      { id: 'alone', author: 'w', at: 8 },
    ];
    const log = new RelatingLog([], AS_OF, { said });
    const counts = (id: string) => [log.of('threads', id), log.of('returned', id)];
    expect([counts('u'), counts('o'), counts('w')]).toEqual([
      [1, 1],
      [1, 1],
      [1, 0],
    ]);
  });
});
