import { describe, expect, it } from '@jest/globals';
import type { PersonKind } from '../../../src/domain/person-kind.js';
import { DAY, optionsAt, ScoredLog, type Share } from './interaction-log.js';

const AS_OF = 60 * DAY;

function share(message: string, from: string, to: string, object: string | null, at = AS_OF): Share {
  return { message, object, from, to, at };
}

function amplificationOf(shares: Share[], kinds: Record<string, PersonKind> = {}): Record<string, number> {
  const scored = new ScoredLog({ acts: [], shares, kinds }, optionsAt(AS_OF));
  return Object.fromEntries(scored.input.ids.map((id, position) => [id, scored.people.parts.amplification[position]!]));
}

describe('amplification', () => {
  it('halves with each generation: a chain of three shares', () => {
    const chain = [share('s1', 'b', 'a', 'm'), share('s2', 'c', 'b', 's1'), share('s3', 'd', 'c', 's2')];
    expect(amplificationOf(chain)).toEqual({ a: 1.75, b: 1.5, c: 1, d: 0 });
  });

  it('halves after one half-life, and leaves out what comes later', () => {
    expect(amplificationOf([share('s1', 'b', 'a', 'm', 0)])).toMatchObject({ a: 0.5 });
    expect(amplificationOf([share('s1', 'b', 'a', 'm', AS_OF + 1)])).toMatchObject({ a: 0 });
  });

  it('takes a share without a known object as one of its target', () => {
    expect(amplificationOf([share('s1', 'b', 'a', null)])).toEqual({ a: 1, b: 0 });
  });

  it('ends in a cycle and counts nobody for sharing what comes back to them', () => {
    const cycle = [share('s1', 'b', 'a', 's2'), share('s2', 'a', 'b', 's1')];
    expect(amplificationOf(cycle)).toEqual({ a: 1, b: 1 });
  });

  it('counts organisations and bots as sharers for nobody, but passes on through them', () => {
    const kinds = { o: 'organisation', x: 'bot' } as const;
    const shares = [
      share('s1', 'o', 'a', 'm'),
      share('s2', 'x', 'a', 'm'),
      share('s3', 'c', 'o', 's1'),
      share('s4', 'd', 'x', 's2'),
    ];
    expect(amplificationOf(shares, kinds)).toEqual({ a: 1, o: 1, x: 0, c: 0, d: 0 });
  });

  it('takes time in proportion to a long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => share(`s${i + 1}`, `p${i + 1}`, `p${i}`, `s${i}`));
    expect(amplificationOf(chain)['p0']).toBeCloseTo(2, 12);
  });
});
