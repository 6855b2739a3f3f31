import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { BROADCAST_PARTS, RELATIONAL_COMPONENTS } from '../../../src/domain/network-scores.js';
import type { Person } from '../../../src/domain/person.js';
import type { ScoreRun } from '../../../src/domain/score-run.js';
import { shownScores } from '../../../src/domain/score-status.js';
import { toStance } from '../../../src/graphql/stance.type.js';

const numbers = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, 0.5]));
const stored = {
  relational: 30,
  broadcast: 20,
  interactions: 5,
  components: numbers(RELATIONAL_COMPONENTS),
  parts: numbers(BROADCAST_PARTS),
  relating: null,
};
const person = (facts: Partial<Person>) => ({ id: 't:a', kind: 'person', scores: stored, ...facts }) as Person;
const run = (tracked: boolean) => ({ options: { attentionTracked: tracked, sharesTracked: tracked } }) as ScoreRun;

describe('scores as they are shown', () => {
  it.each<[string, Partial<Person>, number, boolean, boolean]>([
    ['OK', {}, 5, true, true],
    ['NOT_ENOUGH_DATA', {}, 6, false, false],
    ['NOT_COMPUTED', { scores: null }, 1, false, false],
    ['ORGANISATION', { kind: 'organisation' }, 99, false, true],
    ['BOT', { kind: 'bot' }, 1, false, false],
  ])('are what %s lets be said', (status, facts, least, all, broadcast) => {
    const shown = shownScores(person(facts), run(true), least);
    expect(shown.status).toBe(status);
    expect(shown.all?.relational).toBe(all ? 30 : undefined);
    expect(shown.broadcast).toBe(broadcast ? 20 : null);
    expect(shown.parts?.amplification).toBe(broadcast ? 0.5 : undefined);
    expect(toStance(person(facts), run(true), least).broadcast.value).toBe(broadcast ? 20 : null);
  });

  it('are nothing while no run is published', () => {
    expect(shownScores(person({}), null, 1)).toEqual({
      status: 'NOT_COMPUTED',
      all: null,
      broadcast: null,
      parts: null,
    });
  });

  it('leave out what the sources of the run do not record', () => {
    const { all, parts } = shownScores(person({}), run(false), 1);
    expect([all!.components.listening, parts!.amplification]).toEqual([null, null]);
    expect([all!.components.dialogue, parts!.audience]).toEqual([0.5, 0.5]);
  });
});
