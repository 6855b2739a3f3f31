/*
 * The invitation ledger: what became of every conversational act of one person to another.
 * Definition: ANSWERED (or ANSWERED_PRIVATELY) when the invited wrote about its message; where no message is known, or in private, when they wrote
 * back at most W later in an act that answers no other message; ACKNOWLEDGED when they liked or shared it, or, where no message is known, liked or shared
 * something without naming it at most W later; else OPEN, and LAPSED once W has passed.
 * Where a public message is known `inReplyTo` decides, and only a private act counts as an answer besides.
 * Cost: O(E). Source: model.md 1.2; response times as in Kooti et al., WWW 2015.
 */

import { INVITATION_STATES, type InvitationState } from '../../domain/relating.js';
import { groundCode, NO_MESSAGE } from '../../domain/score-input.js';
import { type ActIndex, actsAbout, socialDyads } from './act-index.js';

const PRIVATE = groundCode('PRIVATE');

/** What became of every row, and how long the answer took. */
export interface InvitationColumns {
  /** 1 + position in INVITATION_STATES, 0 for what is no invitation. */
  readonly state: Uint8Array;
  /** Milliseconds to the answer; NaN without one. */
  readonly latency: Float64Array;
}

/** Code of a state in the columns. */
export const stateCode = (state: InvitationState): number => INVITATION_STATES.indexOf(state) + 1;

const ANSWERED = stateCode('ANSWERED');
const ACKNOWLEDGED = stateCode('ACKNOWLEDGED');
const PRIVATELY = stateCode('ANSWERED_PRIVATELY');
const LAPSED = stateCode('LAPSED');
const OPEN = stateCode('OPEN');

/** Gives every invitation its one state at the instant of evaluation. */
export function followInvitations(acts: ActIndex, clock: Clock): InvitationColumns {
  const { length } = acts.actor;
  const columns = { state: new Uint8Array(length), latency: new Float64Array(length).fill(Number.NaN) };
  for (const [from, to] of socialDyads(acts.rows)) followDyad(acts, from, to, clock, columns);
  return columns;
}

/** Instant of evaluation, answer window and length of a day, in the unit of the instants. */
export interface Clock {
  readonly asOf: number;
  readonly window: number;
  readonly dayLength: number;
}

/** The next act of each side that answers no known message: any, a private one, and a reaction. */
interface Upcoming {
  readonly any: [number, number];
  readonly direct: [number, number];
  readonly reaction: [number, number];
}

function followDyad(acts: ActIndex, from: number, to: number, clock: Clock, columns: InvitationColumns): void {
  const { rows, kinds, object, message, ground } = acts;
  const next: Upcoming = { any: [-1, -1], direct: [-1, -1], reaction: [-1, -1] };
  for (let row = to - 1; row >= from; row--) {
    const kind = rows.kind[row]!;
    const side = rows.side[row]! as 0 | 1;
    if (kinds.conversational[kind]) invite(acts, row, next, clock, columns);
    if (object[row] !== NO_MESSAGE && object[row] !== message[row]) continue;
    if (kinds.conversational[kind]) {
      next.any[side] = row;
      if (ground[row] === PRIVATE) next.direct[side] = row;
    } else if (kinds.initiating[kind]) next.reaction[side] = row;
  }
}

function invite(acts: ActIndex, row: number, next: Upcoming, clock: Clock, columns: InvitationColumns): void {
  const { rows, message, ground } = acts;
  const at = rows.at[row]!;
  const other = (1 - rows.side[row]!) as 0 | 1;
  const inTime = (answer: number): boolean => answer >= 0 && rows.at[answer]! - at <= clock.window;
  const inPrivate = ground[row] === PRIVATE;
  const named = message[row] !== NO_MESSAGE;
  const loose = named && !inPrivate ? next.direct[other] : next.any[other];
  const pointed = named ? answerTo(acts, row) : -1;
  const answer = pointed < 0 && inTime(loose) ? loose : pointed;
  if (answer >= 0) {
    columns.state[row] = ground[answer] === PRIVATE && !inPrivate ? PRIVATELY : ANSWERED;
    columns.latency[row] = Math.max(0, rows.at[answer]! - at);
    return;
  }
  const acknowledged = named ? isAcknowledged(acts, row) : inTime(next.reaction[other]);
  if (acknowledged) columns.state[row] = ACKNOWLEDGED;
  else columns.state[row] = clock.asOf - at < clock.window ? OPEN : LAPSED;
}

/** The first act of the invited about the message, a public one before a private one; -1 for none. */
function answerTo(acts: ActIndex, row: number): number {
  const { rows, kinds, actor, target, message, ground } = acts;
  let first = -1;
  for (const answer of actsAbout(acts, message[row]!)) {
    if (actor[answer] !== target[row] || !kinds.conversational[rows.kind[answer]!]) continue;
    if (ground[answer] !== PRIVATE || ground[row] === PRIVATE) return answer;
    if (first < 0) first = answer;
  }
  return first;
}

function isAcknowledged(acts: ActIndex, row: number): boolean {
  const { rows, kinds, actor, target, message } = acts;
  return actsAbout(acts, message[row]!).some(
    (act) => actor[act] === target[row] && kinds.initiating[rows.kind[act]!] === 1,
  );
}

/** Received invitations by state, and how long answers take; persons are ranks. */
export interface InvitationLedger {
  /** In the order of INVITATION_STATES. */
  readonly invitations: Int32Array[];
  /** Kaplan-Meier median in days; NaN when the curve stays above one half. */
  readonly latency: Float64Array;
}

/** Sums the ledger up by the person invited. O(E log E). */
export function sumInvitations(acts: ActIndex, columns: InvitationColumns, clock: Clock): InvitationLedger {
  const { rows, target } = acts;
  const invitations = INVITATION_STATES.map(() => new Int32Array(rows.persons));
  for (let row = 0; row < target.length; row++) {
    if (columns.state[row]) invitations[columns.state[row]! - 1]![target[row]!]!++;
  }
  return { invitations, latency: medianLatencies(acts, columns, clock) };
}

function medianLatencies(acts: ActIndex, { state, latency }: InvitationColumns, clock: Clock): Float64Array {
  const { asOf, window, dayLength } = clock;
  const { rows, target } = acts;
  const offsets = new Int32Array(rows.persons + 1);
  for (let row = 0; row < target.length; row++) if (state[row]) offsets[target[row]! + 1]!++;
  for (let person = 0; person < rows.persons; person++) offsets[person + 1]! += offsets[person]!;
  const next = offsets.slice();
  const invited = new Int32Array(offsets[rows.persons]!);
  for (let row = 0; row < target.length; row++) if (state[row]) invited[next[target[row]!]!++] = row;
  const observe = (row: number): Duration => {
    if (!Number.isNaN(latency[row]!)) return { after: latency[row]!, ended: true };
    return { after: state[row] === OPEN ? asOf - rows.at[row]! : window, ended: false };
  };
  return Float64Array.from(
    { length: rows.persons },
    (_, person) =>
      medianDuration(Array.from(invited.subarray(offsets[person], offsets[person + 1]), observe)) / dayLength,
  );
}

/** How long something took, or was watched without ending. */
export interface Duration {
  readonly after: number;
  readonly ended: boolean;
}

/**
 * Kaplan-Meier median: the smallest time at which the share not yet ended is at most one half; NaN when it never is, or nothing was watched.
 * Source: Kaplan & Meier, JASA 53 (1958).
 */
export function medianDuration(durations: Duration[]): number {
  durations.sort((a, b) => a.after - b.after);
  let left = 1;
  for (let from = 0; from < durations.length; ) {
    const { after } = durations[from]!;
    let to = from;
    let ended = 0;
    for (; to < durations.length && durations[to]!.after === after; to++) ended += Number(durations[to]!.ended);
    left *= 1 - ended / (durations.length - from);
    // Products of fractions such as 1/2 come out a few bits beside one half.
    if (ended > 0 && left <= 0.5 + 1e-12) return after;
    from = to;
  }
  return Number.NaN;
}
