import { everyMinutes, type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const DAYS = 84;
const ROUNDS = 3;
const OWN_POSTS = [70, 50, 30];

/** Few posts, a comment on somebody else's every day, and an answer to everybody, 30 minutes later. */
export interface NeighbourTruth {
  readonly person: string;
  readonly posts: number;
  /** Distinct people on either side. All these ties the Neighbour opened, on their ground. */
  readonly members: number;
  readonly given: { readonly comment: number; readonly reply: number };
  readonly received: { readonly comment: number; readonly reply: number };
  /** Given by the ground of the act; received as the Neighbour sees it. */
  readonly ground: {
    readonly given: { readonly own: number; readonly theirs: number };
    readonly received: { readonly own: number; readonly theirs: number };
  };
  /** Conversational acts received, all answered. */
  readonly invitations: number;
  readonly responseRate: 1;
  readonly latencyMinutes: 30;
  /** Acts in turn in each of the daily threads. */
  readonly chain: number;
}

export function plantNeighbour(stage: Stage): Plant<NeighbourTruth> {
  const scene = new Scene('neighbour');
  const neighbour = scene.person('neighbour', { name: 'The Neighbour' });
  const members = Math.min(12, stage.audience);
  const random = stage.random('neighbour');
  for (let day = 0; day < DAYS; day++) {
    const member = stage.watcherId(day % members);
    const start = stage.at(92 - day, 480 + random.below(240));
    const kinds = ['comment', ...Array.from({ length: 2 * ROUNDS }, () => 'reply')];
    scene.exchange(
      [neighbour, member],
      kinds,
      everyMinutes(start, 30, kinds.length),
      scene.post(member, start - 60_000),
    );
  }
  const guests = Math.min(5, members);
  for (const day of OWN_POSTS) receive(scene, stage, neighbour, day, guests);
  return { truth: neighbourTruth(neighbour, members, guests * OWN_POSTS.length), records: scene.records };
}

/** A post of the Neighbour's own, on which some comment and are answered. */
function receive(scene: Scene, stage: Stage, neighbour: string, day: number, guests: number): void {
  const message = scene.post(neighbour, stage.at(day, 60));
  for (let guest = 0; guest < guests; guest++) {
    const times = everyMinutes(stage.at(day, 70 + guest), 30, 2);
    scene.exchange([stage.watcherId(guest), neighbour], ['comment', 'reply'], times, message);
  }
}

function neighbourTruth(person: string, members: number, guests: number): NeighbourTruth {
  const theirs = DAYS * ROUNDS;
  return {
    person,
    posts: OWN_POSTS.length,
    members,
    given: { comment: DAYS, reply: theirs + guests },
    received: { comment: guests, reply: theirs },
    ground: { given: { own: guests, theirs: DAYS + theirs }, received: { own: guests, theirs } },
    invitations: theirs + guests,
    responseRate: 1,
    latencyMinutes: 30,
    chain: 1 + 2 * ROUNDS,
  };
}
