import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Act, DAY, MINUTE, optionsAt, ScoredLog } from './interaction-log.js';
import { AFTERWARDS, anyAct, anyLog, PEOPLE } from './random-log.js';

const AT = 100 * DAY;
const RESTART = 0.2;
const TRUST_SCALE = 4;
/** A flood adds less than κ = 4 to the denominator of a ratio, which is at least 2. */
const WORST_DILUTION = (2 + 4) / 2;

/** Thirty persons, each talking with the next ones round a circle over ninety days. */
function honestTalk(): Act[] {
  const name = (i: number): string => `h:${i % 30}`;
  return Array.from({ length: 900 }, (_, i) => {
    const [one, other] = [name(i), name(i + 1 + (i % 7))];
    const at = 5 * DAY + i * 144 * MINUTE;
    const question = { from: one, to: other, kind: 'comment', at };
    return i % 3 === 0 ? [question] : [question, { from: other, to: one, kind: 'reply', at: at + 30 * MINUTE }];
  }).flat();
}

describe('invariants 8, 9, 12 and 13: broadcasters, spam and sybils', () => {
  it('8. a pure broadcaster scores exactly 0 relational while receiving most', () => {
    const comments = Array.from({ length: 150 }, (_, i) => {
      return { from: `h:${i % 30}`, to: 'star', kind: 'comment', at: (60 + (i % 5) * 7) * DAY + i * MINUTE };
    });
    const scored = new ScoredLog({ acts: [...comments, ...honestTalk()] }, optionsAt(AT));
    expect(scored.relational('star')).toBe(0);
    expect(scored.of('star', scored.people.received)).toBe(Math.max(...scored.people.received));
    expect(scored.of('star', scored.people.broadcast)).toBe(Math.max(...scored.people.broadcast));
  });

  it('8. nobody who never acts has a relational score, whatever is done to them', () => {
    const onStar = fc.array(anyAct([...PEOPLE, 'star']), { minLength: 1, maxLength: 100 });
    const check = fc.property(onStar, (acts) => {
      const scored = new ScoredLog(
        { acts: acts.filter(({ from }) => from !== 'star'), ids: ['star'] },
        optionsAt(AFTERWARDS),
      );
      expect(scored.relational('star')).toBe(0);
    });
    fc.assert(check, { numRuns: 200 });
  });

  it('9. an unanswered mass commenter stays below what initiative alone can give and below half the median', () => {
    const spam = Array.from({ length: 3_000 }, (_, i) => {
      return { from: 'spammer', to: `h:${i % 30}`, kind: 'comment', at: 10 * DAY + i * 43 * MINUTE };
    });
    const scored = new ScoredLog({ acts: [...honestTalk(), ...spam] }, optionsAt(AT));
    const honest = Array.from({ length: 30 }, (_, i) => scored.relational(`h:${i}`)).sort((a, b) => a - b);
    expect(scored.relational('spammer')).toBeGreaterThan(0);
    expect(scored.relational('spammer')).toBeLessThan(100 * 0.2 ** 2);
    expect(scored.relational('spammer')).toBeLessThan(honest[15]! / 2);
  });

  it('12. one account flooding one person moves nobody far, however much it sends', () => {
    const anyFlood = fc.integer({ min: 1, max: 3_000 });
    const check = fc.property(anyLog, fc.constantFrom(...PEOPLE), anyFlood, (log, target, amount) => {
      const flood = Array.from({ length: amount }, (_, i) => {
        return { from: 'spammer', to: target, kind: 'dm', at: AFTERWARDS - 1 - Math.floor((i * 60 * DAY) / amount) };
      });
      const before = new ScoredLog(log, optionsAt(AFTERWARDS));
      const after = new ScoredLog({ ...log, acts: [...log.acts, ...flood] }, optionsAt(AFTERWARDS));
      const rise = after.of(target, after.people.received) - before.of(target, before.people.received);
      expect(rise).toBeGreaterThan(0);
      expect(rise).toBeLessThan(4);
      expect(after.relational('spammer')).toBeLessThan(100 * 0.2 ** 2);
      expect(after.relational(target)).toBeLessThanOrEqual(before.relational(target));
      expect(after.relational(target)).toBeGreaterThanOrEqual(before.relational(target) / WORST_DILUTION);
    });
    fc.assert(check, { numRuns: 100 });
  });

  it('12. a flood of 10,000 does what a flood of 1,000 does, within a tenth of a point', () => {
    const flooded = [1_000, 10_000].map((amount) => {
      const flood = Array.from({ length: amount }, (_, i) => {
        return { from: 'spammer', to: 'h:0', kind: 'dm', at: AT - 1 - Math.floor((i * 60 * DAY) / amount) };
      });
      return new ScoredLog({ acts: [...honestTalk(), ...flood] }, optionsAt(AT));
    });
    const [thousand, tenThousand] = flooded;
    for (const id of ['spammer', 'h:0']) {
      expect(Math.abs(tenThousand!.relational(id) - thousand!.relational(id))).toBeLessThan(0.1);
    }
  });

  it('13. sybils share no more trust than flows over their attack edges, however many and busy they are', () => {
    const check = fc.property(anyAttack, ({ honest, attack, inside }) => {
      const options = optionsAt(AFTERWARDS, { seeds: ['x:a', 'x:B'] });
      const scored = new ScoredLog({ acts: [...honest, ...attack, ...inside], ids: PEOPLE }, options);
      const bound = (TRUST_SCALE * attackFlow(scored) * (1 - RESTART)) / RESTART;
      const gained = SYBILS.reduce((sum, id) => sum + trustOf(scored, id), 0);
      expect(gained).toBeLessThanOrEqual(bound + 1e-9);
      if (attack.length === 0) for (const id of SYBILS) expect(scoreOrZero(scored, id)).toBe(0);
    });
    fc.assert(check, { numRuns: 200 });
  });
});

const SYBILS = Array.from({ length: 12 }, (_, i) => `y:${i}`);

const anyAttack = fc.record({
  honest: fc.array(anyAct(), { minLength: 20, maxLength: 120 }),
  attack: fc
    .array(fc.tuple(anyAct(PEOPLE), fc.constantFrom(...SYBILS), fc.boolean()), { maxLength: 12 })
    .map((rows) => rows.map(([act, sybil, sends]) => (sends ? { ...act, from: sybil } : { ...act, to: sybil }))),
  inside: fc.array(anyAct(SYBILS), { minLength: 50, maxLength: 200 }),
});

function trustOf(scored: ScoredLog, id: string): number {
  return scored.input.ids.includes(id) ? scored.of(id, scored.people.trust) : 0;
}

function scoreOrZero(scored: ScoredLog, id: string): number {
  return scored.input.ids.includes(id) ? scored.relational(id) : 0;
}

/** n̂ F: effective persons times the walk's flow from honest persons into the sybils. */
function attackFlow({ scores, people, input }: ScoredLog): number {
  const { ties } = scores;
  const isSybil = input.ids.map((id) => SYBILS.includes(id));
  const totals = new Float64Array(input.ids.length);
  for (let i = 0; i < ties.length; i++) totals[ties.from[i]!]! += ties.strength[i]!;
  let flow = 0;
  for (let i = 0; i < ties.length; i++) {
    const [from, to] = [ties.from[i]!, ties.to[i]!];
    if (isSybil[from] || !isSybil[to] || ties.strength[i] === 0) continue;
    flow += (people.components.centrality[from]! * ties.strength[i]!) / totals[from]!;
  }
  return flow;
}
