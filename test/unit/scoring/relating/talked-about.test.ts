import { describe, expect, it } from '@jest/globals';
import { responseRate } from '../../../../src/domain/invitation-rates.js';
import { squashPart } from '../../../../src/scoring/broadcast-score.js';
import { UNIT_CALIBRATION } from '../../../../src/scoring/calibration.js';
import { percentileAmongPeers } from '../../../../src/scoring/relating/capacity.js';
import { hIndex } from '../../../../src/scoring/relating/dialogue-h-index.js';
import { DAY } from '../interaction-log.js';
import { type Act, RelatingLog } from './relating-log.js';

const AS_OF = 100 * DAY;
const mention = (from: string, rest: Partial<Act> = {}): Act => ({
  ...{ from, to: 'u', kind: 'mention', at: 100 * DAY, message: `m-${from}`, ground: 'OWN' },
  ...rest,
});
const capped = (x: number, cap: number) => (cap * x) / (cap + x);
const phi = (x: number) => capped(x, 4);
const value = (engagement: number) => 100 * squashPart('engagement', engagement, UNIT_CALIBRATION);
const of = (acts: Act[]) => new RelatingLog(acts, AS_OF).of('talkedAbout', 'u');

describe('talked-about', () => {
  it('is the capped, decayed effort of mentions, on the scale of broadcast engagement', () => {
    expect(of([mention('a')])).toBeCloseTo(value(phi(capped(0.5, 3))), 12);
    expect(of([mention('a'), mention('a', { message: 'n' })])).toBeCloseTo(value(phi(capped(1, 3))), 12);
    expect(of([mention('a'), mention('b')])).toBeCloseTo(value(2 * phi(capped(0.5, 3))), 12);
    expect(of([mention('a', { at: 40 * DAY })])).toBeCloseTo(value(phi(capped(0.5, 3) / 2)), 12);
  });

  it('counts a mention that opens a thread once', () => {
    expect(of([mention('a', { object: 'm-a' })])).toBe(of([mention('a')]));
  });

  it('counts an answer once, however often its message mentions somebody', () => {
    const answer = {
      from: 'b',
      to: 'a',
      kind: 'comment',
      at: 100 * DAY,
      object: 'm-a',
      message: 'r-b',
      ground: 'THEIRS',
    } as Act;
    const [once, twice] = [[mention('a')], [mention('a'), mention('a')]];
    const answered = value(phi(capped(1, 3)) + phi(capped(0.8, 3)));
    expect(of([...once, answer])).toBeCloseTo(value(phi(capped(0.5, 3)) + phi(capped(0.8, 3))), 12);
    expect(of([...twice, answer])).toBeCloseTo(answered, 12);
  });

  it('counts an answer that is a mention itself once, in private too, and one of somebody else as an answer', () => {
    const again = (rest: Partial<Act>) => of([mention('a'), mention('b', { object: 'm-a', message: 'n', ...rest })]);
    const both = value(2 * phi(capped(0.5, 3)));
    expect(again({ ground: 'THIRD' })).toBeCloseTo(both, 12);
    expect(again({ ground: 'PRIVATE' })).toBeCloseTo(both, 12);
    expect(again({ to: 'c' })).toBeCloseTo(both, 12);
    expect(again({ to: 'c' })).toBeCloseTo(again({ object: 'root' }), 12);
  });

  it('includes what others answer to it, and not what the person talked about answers', () => {
    const answer = (from: string): Act => ({
      from,
      to: 'a',
      kind: 'comment',
      at: 100 * DAY,
      object: 'm-a',
      message: `r-${from}`,
      ground: 'THEIRS',
    });
    expect(of([mention('a'), answer('b')])).toBeCloseTo(value(phi(capped(0.5, 3)) + phi(capped(0.8, 3))), 12);
    expect(of([mention('a'), answer('u')])).toBe(of([mention('a')]));
  });

  it('is 0 for what happens in threads the person started, in private, or in other kinds of acts', () => {
    expect(
      of([
        mention('a', { ground: 'THEIRS' }),
        mention('b', { ground: 'PRIVATE' }),
        mention('c', { kind: 'comment' }),
        mention('d', { kind: 'like' }),
      ]),
    ).toBe(0);
  });

  it('may exceed 100', () => {
    const crowd = Array.from({ length: 2_000 }, (_, i) => mention(`p${i}`));
    expect(of(crowd)).toBeGreaterThan(100);
  });
});

describe('capacity', () => {
  it('is the mid-rank among the 101 nearest in load, shifted at the ends', () => {
    const size = 300;
    const load = Int32Array.from({ length: size }, (_, i) => i);
    const values = Float64Array.from({ length: size }, (_, i) => i);
    const everybody = new Uint8Array(size).fill(1);
    const percentile = percentileAmongPeers(values, load, everybody, load);
    expect(percentile[150]).toBeCloseTo(50, 12);
    expect(percentile[0]).toBeCloseTo(50 / 101, 12);
    expect(percentile[299]).toBeCloseTo((100 * 100.5) / 101, 12);
  });

  it('leaves out who is not eligible or has no value, and says nothing of them', () => {
    const values = Float64Array.of(1, Number.NaN, 3, 5);
    const percentile = percentileAmongPeers(
      values,
      new Int32Array(4),
      Uint8Array.of(1, 1, 1, 0),
      Int32Array.of(0, 1, 2, 3),
    );
    expect([...percentile]).toEqual([25, Number.NaN, 75, Number.NaN]);
  });
});

describe('response rate', () => {
  it('is the answered share of what is closed, and null when nothing is', () => {
    const none = { ANSWERED: 0, ACKNOWLEDGED: 0, ANSWERED_PRIVATELY: 0, LAPSED: 0, OPEN: 4 };
    expect(responseRate({ ANSWERED: 3, ACKNOWLEDGED: 1, ANSWERED_PRIVATELY: 1, LAPSED: 5, OPEN: 90 })).toBe(0.4);
    expect(responseRate(none)).toBeNull();
  });
});

describe('dialogue h-index', () => {
  it.each([
    [[], 0],
    [[0, 0], 0],
    [[1], 1],
    [[5], 1],
    [[3, 3, 3], 3],
    [[9, 2, 2, 1], 2],
  ])('of %j is %i', (numbers, h) => {
    expect(hIndex(Int32Array.from(numbers))).toBe(h);
  });

  it('counts turn switches of a pair over all time', () => {
    const turns = (a: string, b: string, days: number[]): Act[] =>
      days.map((day, i) => ({ from: i % 2 ? b : a, to: i % 2 ? a : b, kind: 'reply', at: day * DAY }));
    const log = new RelatingLog(
      [...turns('u', 'v', [1, 2, 3]), ...turns('u', 'w', [1, 2, 3, 30]), ...turns('u', 'x', [1, 20])],
      AS_OF,
    );
    expect(log.of('dialogueHIndex', 'u')).toBe(2);
    expect(log.of('dialogueHIndex', 'x')).toBe(0);
  });
});
