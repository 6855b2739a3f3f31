import { everyMinutes, type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

/** A thread of a known nature. */
export interface ThreadTruth {
  /** Id of its root. */
  readonly thread: string;
  /** Null below three messages. */
  readonly nature: 'BROADCAST_LIKE' | 'DIALOGUE_LIKE' | 'MIXED' | null;
  /** Root included. */
  readonly messages: number;
  readonly participants: number;
  /** Messages by somebody who had written there before and was followed by somebody else since. */
  readonly returns: number;
  /** Answers to the root by people who write there only once. */
  readonly oneTimeAnswersToRoot: number;
  /** Participants with at least one return, over all. */
  readonly reEntry: number;
}

export function plantThreads(stage: Stage): Plant<readonly ThreadTruth[]> {
  const scene = new Scene('threads');
  const truth = [broadcast(scene, stage), dialogue(scene, stage), mixed(scene, stage), tiny(scene, stage)];
  return { truth, records: scene.records };
}

function broadcast(scene: Scene, stage: Stage): ThreadTruth {
  const host = scene.person('thread-host');
  const at = stage.at(45, 600);
  const thread = scene.post(host, at);
  for (const [i, writer] of scene.people('thread-once', 10).entries())
    scene.act('comment', writer, host, at + (i + 1) * 600_000, { inReplyTo: thread });
  const counts = { messages: 11, participants: 11, returns: 0, oneTimeAnswersToRoot: 10, reEntry: 0 };
  return { thread, nature: 'BROADCAST_LIKE', ...counts };
}

function dialogue(scene: Scene, stage: Stage): ThreadTruth {
  const [ana, ben] = [scene.person('thread-ana'), scene.person('thread-ben')];
  const at = stage.at(44, 600);
  const thread = scene.post(ana, at);
  const kinds = Array.from({ length: 8 }, () => 'reply');
  scene.exchange([ben, ana], kinds, everyMinutes(at + 600_000, 10, 8), thread);
  const counts = { messages: 9, participants: 2, returns: 7, oneTimeAnswersToRoot: 0, reEntry: 1 };
  return { thread, nature: 'DIALOGUE_LIKE', ...counts };
}

/** Two answer the root, one answers each of them, and the host comes back to one. */
function mixed(scene: Scene, stage: Stage): ThreadTruth {
  const host = scene.person('thread-mixed-host');
  const [first, second, third, fourth] = scene.people('thread-mixed', 4) as [string, string, string, string];
  const at = everyMinutes(stage.at(43, 600), 10, 6);
  const thread = scene.post(host, at[0]!);
  const one = scene.act('comment', first, host, at[1]!, { inReplyTo: thread });
  const two = scene.act('comment', second, host, at[2]!, { inReplyTo: thread });
  scene.act('reply', third, first, at[3]!, { inReplyTo: one });
  scene.act('reply', fourth, second, at[4]!, { inReplyTo: two });
  scene.act('reply', host, first, at[5]!, { inReplyTo: one });
  const counts = { messages: 6, participants: 5, returns: 1, oneTimeAnswersToRoot: 2, reEntry: 1 / 5 };
  return { thread, nature: 'MIXED', ...counts };
}

function tiny(scene: Scene, stage: Stage): ThreadTruth {
  const [host, guest] = scene.people('thread-tiny', 2) as [string, string];
  const thread = scene.post(host, stage.at(42, 600));
  scene.act('comment', guest, host, stage.at(42, 610), { inReplyTo: thread });
  return { thread, nature: null, messages: 2, participants: 2, returns: 0, oneTimeAnswersToRoot: 1, reEntry: 0 };
}
