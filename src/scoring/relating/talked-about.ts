/*
 * Talked-about: conversation about somebody that they did not start, on the scale of broadcast engagement.
 * Definition: mentions and quotes of u in threads u did not start and not in private, and what persons other than u answer to those messages, each act once;
 * per talker the decayed, day-capped effort x as in the scores; E = Σ τ φ(x); value = 100 L(E), L with the reference of engagement. ≥ 0, not capped.
 * Cost: O(T log T) over such acts. Source: model.md 2.2, 2.4.
 */
import type { Calibration } from '../../domain/calibration.js';
import { groundCode } from '../../domain/score-input.js';
import { squashPart } from '../broadcast-score.js';
import type { ForwardDecay } from '../forward-decay.js';
import { capped, DAY_CAP, saturate } from '../saturation.js';
import { type ActIndex, actsAbout, socialDyads } from './act-index.js';

const NOT_THEIRS: ReadonlySet<number> = new Set([groundCode('THEIRS'), groundCode('PRIVATE')]);

/** By person (rank). `trust` is by rank, too. */
export function talkedAbout(
  acts: ActIndex,
  decay: ForwardDecay,
  trust: Float64Array,
  calibration: Calibration,
): Float64Array {
  const talk = listTalk(acts);
  talk.sort((a, b) => a.about - b.about || a.talker - b.talker || a.day - b.day);
  const engagement = new Float64Array(acts.rows.persons);
  for (let from = 0; from < talk.length; ) {
    const { about, talker } = talk[from]!;
    let effort = 0;
    let to = from;
    while (to < talk.length && talk[to]!.about === about && talk[to]!.talker === talker) {
      const { day } = talk[to]!;
      let amount = 0;
      for (
        ;
        to < talk.length && talk[to]!.day === day && talk[to]!.talker === talker && talk[to]!.about === about;
        to++
      ) {
        amount += talk[to]!.weight;
      }
      effort += capped(amount, DAY_CAP) * decay.weight(day);
    }
    engagement[about]! += trust[talker]! * saturate(effort);
    from = to;
  }
  return engagement.map((received) => 100 * squashPart('engagement', received, calibration));
}

interface Talk {
  readonly about: number;
  readonly talker: number;
  readonly day: number;
  readonly weight: number;
}

function listTalk(acts: ActIndex): Talk[] {
  const { rows, kinds, actor, target, message } = acts;
  const talk: Talk[] = [];
  const add = (about: number, row: number): void => {
    talk.push({ about, talker: actor[row]!, day: rows.day[row]!, weight: kinds.weight[rows.kind[row]!]! });
  };
  for (const [from, to] of socialDyads(rows)) {
    const told = new Set<string>();
    for (let row = from; row < to; row++) {
      if (!refersElsewhere(acts, row)) continue;
      add(target[row]!, row);
      const place = `${target[row]} ${message[row]}`;
      if (told.has(place)) continue;
      told.add(place);
      for (const answer of actsAbout(acts, message[row]!)) {
        if (actor[answer] === target[row] || !kinds.conversational[rows.kind[answer]!]) continue;
        const refersToo = target[answer] === target[row] && refersElsewhere(acts, answer);
        if (!refersToo) add(target[row]!, answer);
      }
    }
  }
  return talk;
}

/** Whether a row mentions or quotes the person acted upon in a thread that they did not start, and not in private. */
function refersElsewhere({ rows, kinds, ground }: ActIndex, row: number): boolean {
  return kinds.refers[rows.kind[row]!] === 1 && !NOT_THEIRS.has(ground[row]!);
}
