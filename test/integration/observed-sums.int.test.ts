import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CanonicalRecord } from '../../src/domain/records.js';
import type { GroundStore } from '../../src/store/ground-store.js';
import type { InitiationStore } from '../../src/store/initiation-store.js';
import { PersonStore } from '../../src/store/person-store.js';
import { Community } from '../support/community.js';
import { graphFacts } from '../support/graph-facts.js';
import { consistentRecords } from '../support/random-records.js';

interface Fact {
  readonly id: string;
  readonly from: string;
  readonly to?: string;
  readonly kind: string;
  readonly at: number;
  readonly ground?: string;
}

/** Person ids of a prefix, p3 being an organisation, and what they did as the graph's facts tell it. */
async function observedOf(community: Community, prefix: string) {
  const facts = await graphFacts(community.database, prefix);
  const told = (what: string) =>
    facts
      .filter((fact) => fact.startsWith(`${what} `))
      .map((fact) => fact.slice(what.length + 1))
      .map((fact) => (fact.startsWith('{') ? (JSON.parse(fact) as Fact) : fact));
  return { people: told('person') as string[], acts: told('interacted') as Fact[], aimed: told('aimed') as Fact[] };
}

const WHOLE = { ground: null, kind: null, platform: null };

/** The order in which the first act of a tie is found. */
const byFirst = (x: Fact, y: Fact) =>
  x.at - y.at || compare(x.from, y.from) || compare(x.kind, y.kind) || compare(x.id, y.id);
const compare = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe('over any records', () => {
  let community: Community;
  let ground: GroundStore;
  let initiation: InitiationStore;
  let run = 0;
  beforeAll(async () => {
    community = await Community.open();
    ({ ground, initiation } = community);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  /** What is observed of the people of some records, and of it what happened at a known time. */
  async function recorded(make: (prefix: string) => CanonicalRecord[]) {
    const prefix = `s${run++}`;
    const kind = { type: 'person', id: `${prefix}:p3`, platform: prefix, kind: 'organisation' } as const;
    const records = make(prefix);
    await community.record([...records, kind]);
    const { people, ...observed } = await observedOf(community, prefix);
    const untimed = new Set(
      records.flatMap((record) => (record.type === 'interaction' && record.atQuality === 'unknown' ? record.id : [])),
    );
    const timed = observed.acts.filter(({ id }) => !untimed.has(id));
    const found = await new PersonStore(community.database).findByIds(people);
    return { ...observed, timed, people: people.map((id) => found.get(id)!) };
  }

  it('the slices add up to what touches a person, and what one gives another receives', async () => {
    const property = fc.asyncProperty(consistentRecords, async (make) => {
      const { people, acts, aimed } = await recorded(make);
      const everybody = people.map(({ idx }) => idx);
      const lists = [null, 'GIVEN', 'RECEIVED', 'WAITING'] as const;
      const firstPages = everybody.flatMap((idx) =>
        lists.map((direction) => ({ idx, direction, ...WHOLE, first: 2, after: null })),
      );
      const grounds = await ground.persons(everybody);
      const pages = await ground.interactions(firstPages);
      await community.precomputed.summarise();
      expect(await ground.persons(everybody)).toEqual(grounds);
      expect(await ground.interactions(firstPages)).toEqual(pages);
      for (const [place, { id, idx }] of people.entries()) {
        const { observed, slices } = grounds[place]!;
        const touching = acts.filter(({ from, to }) => from === id || to === id).length;
        expect(observed).toBe(touching + aimed.filter(({ from }) => from === id).length);
        expect(sum(slices.map(({ count }) => count))).toBe(observed);
        const keys = slices.map(({ direction, ground, kind, platform }) => [direction, ground, kind, platform].join());
        expect(new Set(keys).size).toBe(keys.length);
        const parts = await ground.interactions(
          slices.map(({ count: _, ...slice }) => ({ ...slice, idx, first: 100, after: null })),
        );
        expect(parts.map(({ totalCount }) => totalCount)).toEqual(slices.map(({ count }) => count));
        expect(parts.map(({ items }) => items.length)).toEqual(slices.map(({ count }) => count));
        const named = parts.flatMap(({ items }) => items.map(({ node }) => node.id));
        expect(new Set(named).size).toBe(observed);
      }
      const total = (direction: string, on?: string) =>
        sum(
          grounds
            .flatMap(({ slices }) => slices)
            .filter((slice) => slice.direction === direction && (on === undefined || slice.ground === on))
            .map(({ count }) => count),
        );
      expect([total('GIVEN'), total('RECEIVED'), total('WAITING')]).toEqual([acts.length, acts.length, aimed.length]);
      for (const [given, received] of [
        ['OWN', 'THEIRS'],
        ['THEIRS', 'OWN'],
        ['THIRD', 'THIRD'],
        ['PRIVATE', 'PRIVATE'],
        ['UNKNOWN', 'UNKNOWN'],
      ])
        expect(total('GIVEN', given)).toBe(total('RECEIVED', received));
    });
    await fc.assert(property, { numRuns: 20, endOnFailure: false });
  }, 120_000);

  it('every tie is opened by exactly one of both, and nobody who was served is unserved', async () => {
    const property = fc.asyncProperty(consistentRecords, async (make) => {
      const { people, acts, timed } = await recorded(make);
      const persons = people.filter(({ kind }) => kind === 'person');
      const ids = new Set(persons.map(({ id }) => id));
      const between = (list: Fact[]) => list.filter(({ from, to }) => ids.has(from) && ids.has(to!));
      const social = between(timed);
      const firsts = new Map<string, Fact>();
      for (const one of [...social].sort(byFirst)) {
        const tie = [one.from, one.to!].sort().join();
        if (!firsts.has(tie)) firsts.set(tie, one);
      }
      const counted = await initiation.persons(persons.map(({ idx }) => ({ idx, since: 0 })));
      expect(sum(counted.map(({ ties }) => ties))).toBe(2 * firsts.size);
      expect(counted.map(({ opened }) => opened)).toEqual(
        persons.map(({ id }) => [...firsts.values()].filter(({ from }) => from === id).length),
      );
      expect(counted.map(({ firstMovesOnTheirGround }) => firstMovesOnTheirGround)).toEqual(
        persons.map(
          ({ id }) => [...firsts.values()].filter(({ from, ground }) => from === id && ground === 'THEIRS').length,
        ),
      );
      expect(counted.map(({ reached }) => reached)).toEqual(
        persons.map(({ id }) => new Set(social.filter(({ from }) => from === id).map(({ to }) => to)).size),
      );
      const wishes = persons.map(({ idx }) => ({ idx, first: 9, after: null }));
      const lists = await initiation.unserved(wishes);
      await community.precomputed.summarise();
      expect(await initiation.unserved(wishes)).toEqual(lists);
      for (const [place, { id }] of persons.entries()) {
        const served = new Set(between(acts).flatMap(({ from, to }) => (from === id ? [to] : [])));
        const asked = between(acts).filter(({ to, kind }) => to === id && kind !== 'like' && kind !== 'share');
        const dated = new Set(social.flatMap(({ from, to }) => (to === id ? [from] : [])));
        const waiting = asked.map(({ from }) => from).filter((from) => dated.has(from) && !served.has(from));
        const expected = new Set(waiting);
        expect(lists[place]!.items.map(({ node }) => node.person.id).sort()).toEqual([...expected].sort());
        expect(lists[place]!.totalCount).toBe(expected.size);
      }
    });
    await fc.assert(property, { numRuns: 20, endOnFailure: false });
  }, 120_000);

  it('every opening is listed once, the latest first, with the first act of its tie', async () => {
    const property = fc.asyncProperty(consistentRecords, fc.integer({ min: 1, max: 3 }), async (make, first) => {
      const { people, timed } = await recorded(make);
      const persons = people.filter(({ kind }) => kind === 'person');
      const idxOf = new Map(persons.map(({ id, idx }) => [id, idx]));
      const [whole, rest] = [{ first: 100, after: null, total: 0 }, { total: 0 }];
      for (const { id, idx } of persons) {
        const opened = [...idxOf.keys()].flatMap((other) => {
          const between = timed.filter(
            ({ from, to }) => (from === id && to === other) || (from === other && to === id),
          );
          return between.sort(byFirst).slice(0, 1);
        });
        const alter = (one: Fact) => (one.from === id ? one.to! : one.from);
        const sorted = opened.sort((x, y) => y.at - x.at || idxOf.get(alter(x))! - idxOf.get(alter(y))!);
        for (const mine of [null, true, false]) {
          const expected = sorted.filter(({ from }) => mine === null || mine === (from === id)).map((one) => one.id);
          const seen: string[] = [];
          for (let after: string | null = null, more = true; more; ) {
            const [page, all] = await initiation.openings([
              { idx, mine, first, after, ...rest },
              { idx, mine, ...whole },
            ]);
            expect(all!.items.map(({ node }) => node.id)).toEqual(expected);
            seen.push(...page!.items.map(({ node }) => node.id));
            after = page!.items.at(-1)?.key ?? null;
            more = page!.hasNextPage;
          }
          expect(seen).toEqual(expected);
        }
      }
    });
    await fc.assert(property, { numRuns: 20, endOnFailure: false });
  }, 120_000);
});
