/*
 * Dialogue h-index: the largest h such that h people exchanged at least h turn switches with somebody, undecayed.
 * Integer ≥ 0, at most the number of contacts; null never. Cost: O(deg log deg). Source: model.md 1.3, after Hirsch 2005.
 */
import type { Contacts } from '../contacts.js';
import type { RunColumns } from '../timeline.js';

/** By person (rank). */
export function dialogueHIndices(contacts: Contacts, runs: RunColumns): Int32Array {
  const persons = contacts.offsets.length - 1;
  const switches = new Int32Array(runs.offsets.length - 1).map((_, dyad) => {
    let count = 0;
    for (let run = runs.offsets[dyad]!; run < runs.offsets[dyad + 1]!; run++) count += runs.answers[run]!;
    return count;
  });
  return new Int32Array(persons).map((_, person) => {
    const slots = contacts.slots.subarray(contacts.offsets[person], contacts.offsets[person + 1]);
    return hIndex(slots.map((slot) => switches[slot >> 1]!));
  });
}

/** Largest h such that h of the numbers are at least h. */
export function hIndex(numbers: Int32Array): number {
  const descending = numbers.slice().sort((a, b) => b - a);
  let h = 0;
  while (h < descending.length && descending[h]! > h) h++;
  return h;
}
