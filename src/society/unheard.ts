import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

/** Somebody who was asked, read and mentioned, and never acted on some of those people. */
export interface UnheardTruth {
  readonly person: string;
  /** Who would benefit from hearing from them, latest first. Left out: who was answered, was liked, or only liked. */
  readonly unheard: readonly string[];
  readonly heard: readonly string[];
}

export function plantUnheard(stage: Stage): Plant<UnheardTruth> {
  const scene = new Scene('unheard');
  const person = scene.person('absent');
  const [asker, reader, mentioner, again, answered, liked, liker] = scene.people('waiting', 7);
  const message = scene.post(person, stage.at(60, 0));
  const at = (day: number) => stage.at(day, 900);
  scene.act('comment', asker!, person, at(40), { inReplyTo: message });
  scene.act('read', reader!, person, at(30), { inReplyTo: message });
  scene.act('mention', mentioner!, person, at(20), { message: scene.post(mentioner!, at(20)) });
  scene.act('read', again!, person, at(50), { inReplyTo: message });
  scene.act('comment', again!, person, at(10), { inReplyTo: message });
  const question = scene.act('comment', answered!, person, at(15), { inReplyTo: message });
  scene.act('reply', person, answered!, at(14), { inReplyTo: question });
  scene.act('like', person, liked!, at(16), { inReplyTo: scene.post(liked!, at(17)) });
  scene.act('mention', liked!, person, at(12));
  scene.act('like', liker!, person, at(11), { inReplyTo: message });
  const truth = { person, unheard: [again!, mentioner!, reader!, asker!], heard: [answered!, liked!, liker!] };
  return { truth, records: scene.records };
}
