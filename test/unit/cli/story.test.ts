import { describe, expect, it } from '@jest/globals';
import { describeChain, describeContrast, describeNetwork } from '../../../src/cli/demo/story.js';

const network = (weighted: number, nullMean: number) => ({
  people: 1,
  messages: 2,
  interactions: 1,
  ties: 1,
  mutualTies: 0,
  reciprocity: { binary: 0, weighted, nullMean, excess: (weighted - nullMean) / (1 - nullMean) },
});
const person = (broadcastPercentile: number, relationalPercentile: number) => ({
  id: 'A',
  personId: 'x:a',
  scores: { relational: 1, relationalPercentile, broadcast: 1, broadcastPercentile, confidence: 1 },
});
const chain = (depth: number, turns: number, participants: number) => ({
  depth,
  turns,
  participants,
  startedAt: '2026-01-01T00:00:00Z',
  longestChain: [{ author: { personId: 'x:a' } }, { author: null }],
});

describe('the story of a community', () => {
  it.each([
    [0.4, 0.2, 'so 0.250 is above chance (0: none, 1: all).'],
    [0.2, 0.2, 'so 0.000 is above chance (0: none, 1: all).'],
    [0.171, 0.2, 'so it is 0.029 below chance.'],
  ])('tells a reciprocity of %d against %d by chance', (weighted, nullMean, end) => {
    const [counts, reciprocity] = describeNetwork(network(weighted, nullMean)).split('\n');
    expect(counts).toBe('1 person, 2 messages, 1 interaction over 1 tie, 0 of them mutual.');
    expect(reciprocity?.endsWith(end)).toBe(true);
  });

  it('never calls anybody louder than everybody', () => {
    expect(describeContrast([person(50, 50), person(99.7, 0.3)])).toMatch(
      /x:a, louder than 99 % and relating more than 0 %/,
    );
  });

  it('counts one reply, one message and one person as such', () => {
    expect(describeChain(chain(1, 1, 1))).toContain('1 reply deep, 1 message by 1 person.\n  x:a → somebody');
    expect(describeChain(chain(0, 2, 2))).toContain('0 replies deep, 2 messages by 2 people.');
  });
});
