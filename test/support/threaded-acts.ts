import type { CanonicalRecord, InteractionRecord } from '../../src/domain/records.js';
import { DAY } from './community.js';
import { randomActs } from './random-acts.js';

/** A reproducible community in order of time: random acts, of which a third are messages of threads, and all along somebody new who acts. */
export function threadedActs(count: number): CanonicalRecord[] {
  const messages: string[] = [];
  return randomActs(count).map((record, place): CanonicalRecord => {
    if (record.type !== 'interaction') return record;
    const at = 40 * DAY + Math.floor((place / count) * 50 * DAY);
    if (place % 50 === 0) return { ...record, at, from: `t:new${place}` };
    if (place % 3 > 0 || record.visibility === 'direct') return { ...record, at };
    const id = `t:m${place}`;
    const answered = place % 10 === 0 ? undefined : messages.at(-1 - (place % Math.min(7, messages.length)));
    messages.push(id);
    return answered === undefined ? rootOf(record, id, at) : answerOf(record, id, at, answered);
  });
}

function rootOf({ from, platform, tags }: InteractionRecord, id: string, at: number): CanonicalRecord {
  const inThread = { inReplyTo: null, conversation: null, visibility: 'public' } as const;
  return { type: 'message', id, author: from, at, platform, tags, ...inThread };
}

/** To whoever wrote the message that it answers. */
function answerOf(record: InteractionRecord, id: string, at: number, inReplyTo: string): CanonicalRecord {
  return { ...record, id, at, inReplyTo, message: id, to: null, kind: 'reply' };
}
