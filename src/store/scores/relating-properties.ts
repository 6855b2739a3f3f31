import type { PublishedNumbers } from './published-numbers.js';

/** Properties of a person that say how they relate, floats all: lists in the order that `person-columns` reads; null where undefined. */
export function relatingProperties(
  numbers: PublishedNumbers,
  person: number,
): Record<string, number | readonly number[] | null> {
  const { people } = numbers.scores.relating;
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const isPerson = numbers.kinds[person] === 'person';
  return {
    talked_about: isPerson ? people.talkedAbout[person]! : null,
    percentile_talked_about: orNull(numbers.ranks.talkedAbout.percentile[person]!),
    percentile_among_peers: orNull(numbers.capacity.relational[person]!),
    percentile_response_among_peers: orNull(numbers.capacity.responseRate[person]!),
    invitations: people.invitations.map((column) => column[person]!),
    answer_latency: orNull(people.latency[person]!),
    landing: [people.comments, people.landedByOwner, people.landedByOthers, people.landed].map((c) => c[person]!),
    spark: [people.followed[person]!, people.expected[person]!],
    dialogue_h_index: people.dialogueHIndex[person]!,
    re_entry: [people.threads[person]!, people.returned[person]!],
  };
}
