import { everyMinutes, type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const GAP = 10;
/** Turn switches of the talker with each partner. */
const SWITCHES = [5, 4, 3, 2, 1];

/** One sequence of acts of a pair, 10 minutes apart; weeks lie between two of them. */
export interface EpisodeTruth {
  readonly openedBy: string;
  readonly closedBy: string;
  /** Acts of the first and of the second of the pair. */
  readonly acts: readonly [number, number];
  /** Runs of one side; 2 and more make a dialogue. */
  readonly depth: number;
  readonly durationMinutes: number;
  /** Entropy of the shares of acts over log 2. */
  readonly balance: number;
  /** Kind, and the actor's platform or PRIVATE, where it changes. */
  readonly channels: readonly string[];
}

export interface DialoguesTruth {
  readonly pair: {
    /** On two platforms. */
    readonly people: readonly [string, string];
    /** Earliest first. The gap threshold is 1 hour: four times the median gap is less. */
    readonly episodes: readonly EpisodeTruth[];
    readonly dialogues: number;
    readonly revivals: number;
  };
  /** Somebody with 5, 4, 3, 2 and 1 turn switches with five people: the dialogue h-index is 3. */
  readonly hIndex: { readonly person: string; readonly switches: readonly number[]; readonly value: number };
}

export function plantDialogues(stage: Stage): Plant<DialoguesTruth> {
  const scene = new Scene('dialogues');
  const a = scene.person('dialogue-a');
  const b = scene.person('dialogue-b', {}, 'chat');
  playOpen(scene, stage, a, b);
  playIntoPrivate(scene, stage, a, b);
  for (const at of everyMinutes(stage.at(40, 600), GAP, 3)) scene.act('mention', a, b, at);
  playAtThird(scene, stage, a, b);
  const pair = { people: [a, b], episodes: episodes(a, b), dialogues: 3, revivals: 2 } as const;
  return { truth: { pair, hIndex: talk(scene, stage) }, records: scene.records };
}

function playOpen(scene: Scene, stage: Stage, a: string, b: string): void {
  const start = stage.at(80, 600);
  const on = scene.post(b, start - 3_600_000);
  scene.exchange([a, b], ['comment', 'reply', 'reply', 'reply'], everyMinutes(start, GAP, 4), on);
}

/** Begins in a thread of b's, moves into private. */
function playIntoPrivate(scene: Scene, stage: Stage, a: string, b: string): void {
  const start = stage.at(60, 600);
  const message = scene.post(b, start);
  scene.act('mention', b, a, start, { message });
  scene.exchange([a, b], ['reply', 'dm', 'dm', 'dm'], everyMinutes(start + GAP * 60_000, GAP, 4), message);
}

/** In a thread of somebody else's: b answers a's comment on it. */
function playAtThird(scene: Scene, stage: Stage, a: string, b: string): void {
  const host = scene.person('dialogue-host');
  const start = stage.at(20, 600);
  const inReplyTo = scene.post(host, start - 3_600_000);
  const comment = scene.act('comment', a, host, start, { inReplyTo });
  scene.exchange([b, a], ['reply', 'reply', 'reply'], everyMinutes(start + GAP * 60_000, GAP, 3), comment);
}

function episodes(a: string, b: string): EpisodeTruth[] {
  const [home, chat] = ['society', 'chat'];
  return [
    episode(a, b, [2, 2], 4, [`comment ${home}`, `reply ${chat}`, `reply ${home}`, `reply ${chat}`]),
    episode(b, b, [2, 3], 5, [`mention ${chat}`, `reply ${home}`, 'dm PRIVATE']),
    episode(a, a, [3, 0], 1, [`mention ${home}`]),
    episode(b, b, [1, 2], 3, [`reply ${chat}`, `reply ${home}`, `reply ${chat}`]),
  ];
}

function episode(
  openedBy: string,
  closedBy: string,
  acts: readonly [number, number],
  depth: number,
  channels: readonly string[],
): EpisodeTruth {
  const count = acts[0] + acts[1];
  const balance = acts.reduce((sum, n) => (n === 0 ? sum : sum - (n / count) * Math.log2(n / count)), 0);
  return { openedBy, closedBy, acts, depth, durationMinutes: (count - 1) * GAP, balance, channels };
}

function talk(scene: Scene, stage: Stage): DialoguesTruth['hIndex'] {
  const person = scene.person('talker');
  for (const [i, switches] of SWITCHES.entries()) {
    const partner = scene.person(`talker-partner-${i + 1}`);
    const kinds = Array.from({ length: switches + 1 }, () => 'dm');
    scene.exchange([person, partner], kinds, everyMinutes(stage.at(50 - i, 600), GAP, kinds.length));
  }
  return { person, switches: SWITCHES, value: 3 };
}
