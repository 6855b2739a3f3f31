/*
 * The eight raw relational components of every person.
 * Definition: each component sums its `part` (and `whole`) over the person's alters, in ascending id, and completes them.
 * Cost: O(D). Source: model.md 2.5.
 */
import { RELATIONAL_COMPONENTS, type RelationalComponent } from '../domain/network-scores.js';
import type { AlterTie } from './alter-tie.js';
import type { Contacts } from './contacts.js';
import type { StatisticColumns } from './pair-statistics.js';
import { breadth } from './relational/breadth.js';
import { centrality } from './relational/centrality.js';
import { dialogue } from './relational/dialogue.js';
import { initiative } from './relational/initiative.js';
import { listening } from './relational/listening.js';
import type { RelationalMeasure } from './relational/measure.js';
import { reciprocity } from './relational/reciprocity.js';
import { resonance } from './relational/resonance.js';
import { responsiveness } from './relational/responsiveness.js';

/** The formulas by name. */
export const RELATIONAL_MEASURES: Readonly<Record<RelationalComponent, RelationalMeasure>> = {
  initiative,
  responsiveness,
  resonance,
  reciprocity,
  dialogue,
  breadth,
  centrality,
  listening,
};

/** Columns the components read: by slot, by dyad (strengths) or by person (the rest). */
export interface ComponentSource {
  readonly contacts: Contacts;
  /** Stored sums by slot; times `present` they are the values at asOf. */
  readonly statistics: StatisticColumns;
  readonly present: number;
  /** φ(x) by slot. */
  readonly saturated: Float64Array;
  readonly strengths: Float64Array;
  readonly trust: Float64Array;
  readonly efficiency: Float64Array;
  readonly centrality: Float64Array;
}

export type ComponentColumns = Readonly<Record<RelationalComponent, Float64Array>>;

/** Computes the raw components as columns by person. */
export function computeComponents(source: ComponentSource): ComponentColumns {
  const { contacts, trust } = source;
  const parts = createColumns(trust.length);
  const wholes = createColumns(trust.length);
  const tie = emptyTie();
  for (let person = 0; person < trust.length; person++) {
    for (let entry = contacts.offsets[person]!; entry < contacts.offsets[person + 1]!; entry++) {
      if (trust[contacts.alters[entry]!] === 0) continue;
      readTie(source, entry, tie);
      addTie(parts, wholes, person, tie);
    }
  }
  return completeColumns(parts, wholes, source);
}

function createColumns(persons: number): ComponentColumns {
  return Object.fromEntries(RELATIONAL_COMPONENTS.map((name) => [name, new Float64Array(persons)])) as ComponentColumns;
}

/** Spelt out, because a loop over the measures takes four times as long. */
function addTie(parts: ComponentColumns, wholes: ComponentColumns, person: number, tie: AlterTie): void {
  parts.initiative[person]! += initiative.part(tie);
  parts.responsiveness[person]! += responsiveness.part(tie);
  wholes.responsiveness[person]! += responsiveness.whole(tie);
  parts.resonance[person]! += resonance.part(tie);
  wholes.resonance[person]! += resonance.whole(tie);
  parts.reciprocity[person]! += reciprocity.part(tie);
  wholes.reciprocity[person]! += reciprocity.whole(tie);
  parts.dialogue[person]! += dialogue.part(tie);
  parts.breadth[person]! += breadth.part(tie);
  parts.listening[person]! += listening.part(tie);
}

function completeColumns(parts: ComponentColumns, wholes: ComponentColumns, source: ComponentSource): ComponentColumns {
  for (const { name, ratio } of [responsiveness, resonance, reciprocity]) {
    for (let person = 0; person < source.trust.length; person++) {
      parts[name][person] = ratio(parts[name][person]!, wholes[name][person]!);
    }
  }
  for (let person = 0; person < source.trust.length; person++) {
    parts.breadth[person] = breadth.discount(parts.breadth[person]!, source.efficiency[person]!);
  }
  parts.centrality.set(source.centrality);
  return parts;
}

function readTie(source: ComponentSource, entry: number, tie: AlterTie): void {
  const { contacts, statistics, present, saturated } = source;
  const alter = contacts.alters[entry]!;
  const out = contacts.slots[entry]!;
  tie.trust = source.trust[alter]!;
  tie.given = saturated[out]!;
  tie.received = saturated[out ^ 1]!;
  tie.strength = source.strengths[out >> 1]!;
  tie.initiated = statistics.initiated[out]! * present;
  tie.attention = statistics.attention[out]! * present;
  tie.obligations = statistics.obligations[out]! * present;
  tie.answeredCredit = statistics.answered_credit[out]! * present;
  tie.invitations = statistics.invitations[out]! * present;
  tie.answered = statistics.answered[out]! * present;
  tie.switches = statistics.switches[out]! * present;
}

function emptyTie(): AlterTie {
  return {
    trust: 0,
    given: 0,
    received: 0,
    strength: 0,
    initiated: 0,
    attention: 0,
    obligations: 0,
    answeredCredit: 0,
    invitations: 0,
    answered: 0,
    switches: 0,
    centrality: 0,
    totalStrength: 0,
  };
}
