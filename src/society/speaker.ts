import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const POSTS = 24;
const MOST_FANS = 20_000;
const LIKES_EACH = 3;

/** Huge inbound and huge talk, and never an act of their own. */
export interface SpeakerTruth {
  readonly person: string;
  readonly posts: number;
  /** Distinct people who act on the Speaker: as many as 20,000 of the audience. */
  readonly fans: number;
  readonly given: 0;
  /** Acts received, in the Speaker's own threads but for the mentions, which are all in the talker's. */
  readonly received: {
    readonly like: number;
    readonly comment: number;
    readonly share: number;
    readonly mention: number;
  };
  /** Conversational acts received, all lapsed. */
  readonly invitations: number;
  readonly responseRate: 0;
  /** Distinct people who wrote to the Speaker and were never acted upon. */
  readonly unheard: number;
  /** Mentions in threads of others, their distinct authors, and the answers that these messages got from others still. */
  readonly talk: { readonly mentions: number; readonly talkers: number; readonly answers: number };
}

export function plantSpeaker(stage: Stage): Plant<SpeakerTruth> {
  const scene = new Scene('speaker');
  const speaker = scene.person('speaker', { name: 'The Speaker' });
  const posts = Array.from({ length: POSTS }, (_, i) => scene.post(speaker, stage.at(94 - 3 * i, 480)));
  const fans = Math.min(MOST_FANS, stage.audience);
  for (let fan = 0; fan < fans; fan++) cheer(scene, stage, speaker, posts, fan);
  for (let fan = 0; fan < fans; fan += 3) talk(scene, stage, speaker, fan, (fan + 1) % fans);
  return { truth: speakerTruth(speaker, fans), records: scene.records };
}

function cheer(scene: Scene, stage: Stage, speaker: string, posts: readonly string[], fan: number): void {
  const from = stage.watcherId(fan);
  const on = (k: number) => ({ at: stage.at(94 - 3 * (k % POSTS), 500 + (fan % 900)), inReplyTo: posts[k % POSTS]! });
  for (let i = 0; i < LIKES_EACH; i++) {
    const { at, inReplyTo } = on(fan + 7 * i);
    scene.act('like', from, speaker, at, { inReplyTo });
  }
  const { at, inReplyTo } = on(fan);
  if (fan % 2 === 0) scene.act('comment', from, speaker, at + 60_000, { inReplyTo });
  if (fan % 4 === 0) scene.act('share', from, speaker, at + 120_000, { inReplyTo });
}

/** A thread of the talker's own that names the Speaker; every second one is answered by the next fan. */
function talk(scene: Scene, stage: Stage, speaker: string, fan: number, next: number): void {
  const talker = stage.watcherId(fan);
  const at = stage.at(60 - (fan % 40), 600 + (fan % 500));
  const message = scene.post(talker, at);
  scene.act('mention', talker, speaker, at, { message });
  if (fan % 6 === 0) scene.act('reply', stage.watcherId(next), talker, at + 600_000, { inReplyTo: message });
}

function speakerTruth(person: string, fans: number): SpeakerTruth {
  const every = (n: number) => Math.ceil(fans / n);
  const received = { like: LIKES_EACH * fans, comment: every(2), share: every(4), mention: every(3) };
  return {
    person,
    posts: POSTS,
    fans,
    given: 0,
    received,
    invitations: received.comment + received.mention,
    responseRate: 0,
    // Every second fan comments and every third mentions; every sixth does both.
    unheard: every(2) + every(3) - every(6),
    talk: { mentions: every(3), talkers: every(3), answers: every(6) },
  };
}
