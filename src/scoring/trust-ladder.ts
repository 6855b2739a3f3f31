/*
 * Trust ladder: signs of trust between two persons, each proven by its own acts and none implied by another.
 * Definition over their conversational acts: RECIPROCATED, both acted; REPEATED, each acted on at least 3 UTC days; OVER_TIME, turn
 * switches (a change of side at most the answer window later, as in timeline.ts) on at least 3 days that span at least 30; PRIVATE,
 * each acted in private. VOUCHED and OFFLINE have no source yet and are never held.
 * Cost: O(n) in the acts. Source: definition of this project.
 */
import type { DialogueAct } from '../domain/dialogue.js';
import type { RungHeld, TrustLadder, TrustRung } from '../domain/trust-ladder.js';

const MILLISECONDS_PER_DAY = 86_400_000;
const REPEATED_DAYS = 3;
const SWITCH_DAYS = 3;
const SPAN_DAYS = 30;
const NO_SOURCE = 'No source of evidence for this is recorded yet.';

/** The rungs of a dyad from its acts in canonical order; window (the answer window) in milliseconds. */
export function climbLadder(acts: readonly DialogueAct[], window: number): TrustLadder {
  const a = acts.filter((act) => act.forward);
  const b = acts.filter((act) => !act.forward);
  const rungs = [
    reciprocated(a, b),
    repeated(a, b),
    overTime(acts, window),
    inPrivate(a, b),
    rung('VOUCHED', NO_SOURCE, null),
    rung('OFFLINE', NO_SOURCE, null),
  ];
  return { rungs, highest: rungs.findLast(({ held }) => held)?.rung ?? null };
}

function reciprocated(a: readonly DialogueAct[], b: readonly DialogueAct[]): RungHeld {
  const held = a.length > 0 && b.length > 0;
  return rung('RECIPROCATED', `a acted ${times(a.length)}, b ${times(b.length)}.`, held ? [a[0]!, b[0]!] : null);
}

function repeated(a: readonly DialogueAct[], b: readonly DialogueAct[]): RungHeld {
  const [ofA, ofB] = [firstOfEachDay(a), firstOfEachDay(b)];
  const why = `a acted on ${days(ofA.length)}, b on ${days(ofB.length)}; each needs ${REPEATED_DAYS}.`;
  const held = Math.min(ofA.length, ofB.length) >= REPEATED_DAYS;
  return rung('REPEATED', why, held ? [...ofA.slice(0, REPEATED_DAYS), ...ofB.slice(0, REPEATED_DAYS)] : null);
}

function overTime(acts: readonly DialogueAct[], window: number): RungHeld {
  const switches = firstOfEachDay(
    acts.filter((act, i) => i > 0 && act.forward !== acts[i - 1]!.forward && act.at - acts[i - 1]!.at <= window),
  );
  const span = (act: DialogueAct | undefined) => (act === undefined ? 0 : dayOf(act) - dayOf(switches[0]!));
  const why = `They answered each other on ${days(switches.length)} that span ${days(span(switches.at(-1)))}; ${SWITCH_DAYS} that span ${SPAN_DAYS} are needed.`;
  const last = switches.find((act, i) => i >= SWITCH_DAYS - 1 && span(act) >= SPAN_DAYS);
  return rung('OVER_TIME', why, last === undefined ? null : [...switches.slice(0, SWITCH_DAYS - 1), last]);
}

function inPrivate(a: readonly DialogueAct[], b: readonly DialogueAct[]): RungHeld {
  const [ofA, ofB] = [a.find((act) => act.direct), b.find((act) => act.direct)];
  const said = (act: DialogueAct | undefined) => (act === undefined ? 'has not written' : 'wrote');
  const why = `a ${said(ofA)} in private, b ${said(ofB)} in private.`;
  return rung('PRIVATE', why, ofA !== undefined && ofB !== undefined ? [ofA, ofB] : null);
}

function rung(name: TrustRung, why: string, evidence: readonly DialogueAct[] | null): RungHeld {
  return { rung: name, held: evidence !== null, why, evidence: (evidence ?? []).toSorted((x, y) => x.at - y.at) };
}

function firstOfEachDay(acts: readonly DialogueAct[]): DialogueAct[] {
  return acts.filter((act, i) => i === 0 || dayOf(act) !== dayOf(acts[i - 1]!));
}

function dayOf({ at }: DialogueAct): number {
  return Math.floor(at / MILLISECONDS_PER_DAY);
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
