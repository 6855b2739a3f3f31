import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

/** Somebody who opened a known number of ties. */
export interface InitiationTruth {
  readonly person: string;
  readonly ties: number;
  readonly opened: number;
  readonly openedShare: number;
  /** Ties opened with an act in a thread that the other had started. */
  readonly firstMovesOnTheirGround: number;
  /** People acted upon for the first time within the last 90 days; those whose own first move was answered count. */
  readonly reached: number;
}

export function plantInitiation(stage: Stage): Plant<InitiationTruth> {
  const scene = new Scene('initiation');
  const person = scene.person('opener');
  const at = (day: number) => stage.at(day, 780);
  open(scene, person, at);
  beOpened(scene, person, at);
  const counts = { ties: 8, opened: 5, openedShare: 5 / 8, firstMovesOnTheirGround: 3, reached: 4 };
  return { truth: { person, ...counts }, records: scene.records };
}

/** Two ties before the 90 days, three within; on their ground but for a mention in an own thread and a dm. */
function open(scene: Scene, person: string, at: (day: number) => number): void {
  const others = scene.people('opened', 5);
  const onTheirs = (k: number, kind: string, day: number) => {
    const other = others[k]!;
    scene.act(kind, person, other, at(day), { inReplyTo: scene.post(other, at(day) - 3_600_000) });
  };
  onTheirs(0, 'comment', 95);
  scene.act('mention', person, others[1]!, at(94), { message: scene.post(person, at(94)) });
  onTheirs(2, 'comment', 60);
  onTheirs(3, 'like', 50);
  scene.act('dm', person, others[4]!, at(30));
}

/** One who was answered within the 90 days, one who was not answered, one who was answered before. */
function beOpened(scene: Scene, person: string, at: (day: number) => number): void {
  const [one, two, three] = scene.people('knocker', 3) as [string, string, string];
  const message = scene.post(person, at(97));
  const early = scene.act('comment', three, person, at(96), { inReplyTo: message });
  scene.act('reply', person, three, at(95), { inReplyTo: early });
  const late = scene.act('comment', one, person, at(70), { inReplyTo: message });
  scene.act('reply', person, one, at(69), { inReplyTo: late });
  scene.act('mention', two, person, at(40));
}
