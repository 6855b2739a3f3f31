import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const OWNERS = 4;

/** Somebody whose comments land with a known rate and have known numbers of messages below them. */
export interface LandingTruth {
  readonly person: string;
  readonly comments: number;
  /** Comments to which the owner, others than the owner, and either, answered or reacted. */
  readonly landedByOwner: number;
  readonly landedByOthers: number;
  readonly landed: number;
  readonly landingRate: number;
  /** Messages of others below all comments. */
  readonly below: number;
  /**
   * For spark: the comments here, and those of others on the same owner's content with the messages below them. The mean over all
   * comments is not known here, since ordinary people comment too.
   */
  readonly owners: readonly {
    readonly owner: string;
    readonly comments: number;
    readonly below: number;
    readonly others: { readonly comments: number; readonly below: number };
  }[];
}

/** What happens to one comment; `o` is the owner, `x` and `y` are others. */
type Fate = (on: string, at: number, owner: string) => void;

export function plantLanding(stage: Stage): Plant<LandingTruth> {
  const scene = new Scene('landing');
  const person = scene.person('commenter');
  const owners = scene.people('commented', OWNERS);
  const [x, y] = scene.people('bystander', 2) as [string, string];
  const peer = scene.person('commenter-peer');
  const posts = owners.map((owner) => scene.post(owner, stage.at(80, 0)));
  for (const [i, fate] of fates(scene, person, x, y).entries()) {
    const k = i % OWNERS;
    const at = stage.at(70 - 2 * i, 600);
    fate(scene.act('comment', person, owners[k]!, at, { inReplyTo: posts[k]! }), at, owners[k]!);
  }
  for (let i = 0; i < 2 * OWNERS; i++) {
    const [owner, at] = [owners[i % OWNERS]!, stage.at(40 - i, 600)];
    const comment = scene.act('comment', peer, owner, at, { inReplyTo: posts[i % OWNERS]! });
    if (i % OWNERS < 2) scene.act('reply', owner, peer, at + 60_000, { inReplyTo: comment });
  }
  return { truth: landingTruth(person, owners), records: scene.records };
}

/** Twelve fates: the first four land by the owner, three by others, two by both, three not at all. */
function fates(scene: Scene, person: string, x: string, y: string): Fate[] {
  const answer = (from: string, to: string, on: string, at: number) =>
    scene.act('reply', from, to, at + 600_000, { inReplyTo: on });
  const like = (from: string, on: string, at: number) =>
    scene.act('like', from, person, at + 600_000, { inReplyTo: on });
  const nothing: Fate = () => undefined;
  return [
    (on, at, owner) => answer(owner, person, on, at),
    (on, at, owner) => like(owner, on, at),
    (on, at, owner) => answer(x, owner, answer(owner, person, on, at), at + 600_000),
    (on, at, owner) => [answer(owner, person, on, at), answer(owner, person, on, at + 600_000)],
    (on, at) => like(x, on, at),
    (on, at) => answer(x, person, on, at),
    (on, at) => answer(y, x, answer(x, person, on, at), at + 600_000),
    (on, at, owner) => [answer(owner, person, on, at), answer(x, person, on, at)],
    (on, at, owner) => [like(owner, on, at), like(y, on, at)],
    nothing,
    nothing,
    nothing,
  ];
}

/** Comment i is on owner i mod 4: below them 1, 0, 2, 2, 0, 1, 2, 2, 0, 0, 0, 0. The peer has two on each, x one on the third. */
function landingTruth(person: string, owners: readonly string[]): LandingTruth {
  const below = [1, 1, 4, 4];
  const others = [
    { comments: 2, below: 2 },
    { comments: 2, below: 2 },
    { comments: 3, below: 0 },
    { comments: 2, below: 0 },
  ];
  return {
    person,
    comments: 12,
    landedByOwner: 6,
    landedByOthers: 5,
    landed: 9,
    landingRate: 9 / 12,
    below: 10,
    owners: owners.map((owner, i) => ({ owner, comments: 3, below: below[i]!, others: others[i]! })),
  };
}
