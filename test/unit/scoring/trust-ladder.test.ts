import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TrustRung } from '../../../src/domain/trust-ladder.js';
import { climbLadder } from '../../../src/scoring/trust-ladder.js';
import { act, anyActs, DAY, HOUR, shifted, swapped, WINDOW } from './dialogue-acts.js';

type Acts = Parameters<typeof climbLadder>[0];
const rungOf = (acts: Acts, rung: TrustRung) => climbLadder(acts, WINDOW).rungs.find((one) => one.rung === rung)!;
const proof = (acts: Acts, rung: TrustRung) => rungOf(acts, rung).evidence.map(({ id }) => id);
/** On each of these days b answers a an hour later. */
const exchanges = (...days: number[]) =>
  days.flatMap((day) => [act('a', day * DAY, { id: `a-${day}` }), act('b', day * DAY + HOUR, { id: `b-${day}` })]);

describe('climbLadder', () => {
  it('holds no rung without acts, and says why', () => {
    const { rungs, highest } = climbLadder([], WINDOW);
    expect(rungs.map(({ rung, held }) => [rung, held])).toEqual([
      ['RECIPROCATED', false],
      ['REPEATED', false],
      ['OVER_TIME', false],
      ['PRIVATE', false],
      ['VOUCHED', false],
      ['OFFLINE', false],
    ]);
    expect(highest).toBeNull();
    expect(rungs.every(({ why, evidence }) => why.length > 10 && evidence.length === 0)).toBe(true);
  });

  it('is reciprocated once both acted, by the first act of each', () => {
    const monologue = [act('a', 0), act('a', 5)];
    expect(rungOf(monologue, 'RECIPROCATED')).toEqual({
      rung: 'RECIPROCATED',
      held: false,
      why: 'a acted 2 times, b 0 times.',
      evidence: [],
    });
    expect(proof([...monologue, act('b', 9), act('b', 10)], 'RECIPROCATED')).toEqual(['a0', 'b9']);
  });

  it('is repeated once each acted on three days, by the first act of each of them', () => {
    const two = [...exchanges(1, 2), act('b', 2 * DAY + 2 * HOUR), act('a', 3 * DAY, { id: 'a-3' })];
    expect(rungOf(two, 'REPEATED')).toMatchObject({
      held: false,
      why: 'a acted on 3 days, b on 2 days; each needs 3.',
    });
    expect(proof([...two, act('b', 9 * DAY, { id: 'b-9' })], 'REPEATED')).toEqual([
      'a-1',
      'b-1',
      'a-2',
      'b-2',
      'a-3',
      'b-9',
    ]);
  });

  it('holds over time by changes of side on three days that span thirty, by the first of each', () => {
    expect(rungOf(exchanges(1, 2, 30), 'OVER_TIME')).toMatchObject({
      held: false,
      why: 'They answered each other on 3 days that span 29 days; 3 that span 30 are needed.',
    });
    expect(proof(exchanges(1, 2, 30, 31, 60), 'OVER_TIME')).toEqual(['b-1', 'a-2', 'a-31']);
    expect(rungOf(exchanges(1, 31), 'OVER_TIME').held).toBe(false);
  });

  it('counts no answer after the answer window', () => {
    const late = [0, 100, 200].flatMap((day) => [act('a', day * DAY), act('b', day * DAY + WINDOW + 1)]);
    expect(rungOf(late, 'OVER_TIME')).toMatchObject({
      held: false,
      why: 'They answered each other on 0 days that span 0 days; 3 that span 30 are needed.',
    });
    expect(climbLadder(late, WINDOW).highest).toBe('REPEATED');
  });

  it('is private once each wrote in private, and needs no other rung for it', () => {
    const whisper = (side: string, at: number) => act(side, at, { id: null, kind: 'dm', direct: true });
    expect(rungOf([whisper('a', 0), act('b', 1)], 'PRIVATE')).toMatchObject({
      held: false,
      why: 'a wrote in private, b has not written in private.',
    });
    const { rungs, highest } = climbLadder([whisper('a', 0), whisper('b', 1)], WINDOW);
    expect(rungs.filter(({ held }) => held).map(({ rung }) => rung)).toEqual(['RECIPROCATED', 'PRIVATE']);
    expect(rungs[3]!.evidence.map(({ at }) => at)).toEqual([0, 1]);
    expect(highest).toBe('PRIVATE');
  });

  it('never holds what nothing is recorded of', () => {
    for (const rung of ['VOUCHED', 'OFFLINE'] as const) {
      expect(rungOf(exchanges(1, 2, 40), rung)).toEqual({
        rung,
        held: false,
        why: 'No source of evidence for this is recorded yet.',
        evidence: [],
      });
    }
  });

  it('holds the same by the same acts when a and b are swapped or all times move by days', () => {
    fc.assert(
      fc.property(anyActs, fc.integer({ min: -9_000, max: 9_000 }), (acts, days) => {
        const held = (some: Acts) =>
          climbLadder(some, WINDOW).rungs.map((rung) => [rung.held, new Set(rung.evidence.map(({ id }) => id))]);
        expect(held(swapped(acts))).toEqual(held(acts));
        expect(held(shifted(acts, days * DAY))).toEqual(held(acts));
      }),
    );
  });

  it('proves what it holds from the evidence alone, but for the acts that were answered', () => {
    fc.assert(
      fc.property(anyActs, (acts) => {
        for (const { rung, held, evidence } of climbLadder(acts, WINDOW).rungs) {
          expect(held).toBe(evidence.length > 0);
          expect(evidence.every((one) => acts.includes(one))).toBe(true);
          if (held && rung !== 'OVER_TIME') expect(rungOf(evidence, rung).held).toBe(true);
        }
      }),
    );
  });
});
