/*
 * Landing: whether what somebody said on others' ground got a response.
 * Definition: a comment is a conversational act with a known message in a thread that the person acted upon, or somebody else, started. It landed
 * by the owner when the person acted upon answered or reacted to that message, by others when anybody else but its author did. Reads do not count.
 * Cost: O(E).
 */

import { LANDINGS, type Landing } from '../../domain/relating.js';
import { groundCode, NO_MESSAGE } from '../../domain/score-input.js';
import { type ActIndex, actsAbout, socialDyads } from './act-index.js';

const ELSEWHERE: ReadonlySet<number> = new Set([groundCode('THEIRS'), groundCode('THIRD')]);
const landingCode = (landing: Landing): number => LANDINGS.indexOf(landing) + 1;
const OWNER = landingCode('OWNER');
const OTHERS = landingCode('OTHERS');
const BOTH = landingCode('BOTH');

/** By row: 1 + position in LANDINGS, 0 for what is no comment on others' ground. */
export function followComments(acts: ActIndex): Uint8Array {
  const landing = new Uint8Array(acts.actor.length);
  for (const [from, to] of socialDyads(acts.rows)) {
    for (let row = from; row < to; row++) if (isComment(acts, row)) landing[row] = landingOf(acts, row);
  }
  return landing;
}

function isComment({ rows, kinds, message, ground }: ActIndex, row: number): boolean {
  return kinds.conversational[rows.kind[row]!] === 1 && message[row] !== NO_MESSAGE && ELSEWHERE.has(ground[row]!);
}

function landingOf(acts: ActIndex, row: number): number {
  const { rows, kinds, actor, target, message } = acts;
  let byOwner = false;
  let byOthers = false;
  for (const act of actsAbout(acts, message[row]!)) {
    const kind = rows.kind[act]!;
    if (!kinds.conversational[kind] && !kinds.initiating[kind]) continue;
    if (actor[act] === target[row]) byOwner = true;
    else if (actor[act] !== actor[row]) byOthers = true;
  }
  return landingCode(byOwner ? (byOthers ? 'BOTH' : 'OWNER') : byOthers ? 'OTHERS' : 'NONE');
}

/** Comments and how many landed, by the person who gave them; persons are ranks. */
export interface LandingSums {
  readonly comments: Int32Array;
  readonly landedByOwner: Int32Array;
  readonly landedByOthers: Int32Array;
  readonly landed: Int32Array;
}

/** Counts comments that landed. O(E). */
export function sumLandings({ rows, actor }: ActIndex, landing: Uint8Array): LandingSums {
  const column = (): Int32Array => new Int32Array(rows.persons);
  const sums = { comments: column(), landedByOwner: column(), landedByOthers: column(), landed: column() };
  for (let row = 0; row < landing.length; row++) {
    const code = landing[row]!;
    if (code === 0) continue;
    const person = actor[row]!;
    sums.comments[person]!++;
    if (code === OWNER || code === BOTH) sums.landedByOwner[person]!++;
    if (code === OTHERS || code === BOTH) sums.landedByOthers[person]!++;
    if (code >= OWNER) sums.landed[person]!++;
  }
  return sums;
}
