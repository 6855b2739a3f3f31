import type { InteractionRecord, MessageRecord } from '../../src/domain/records.js';
import { act, DAY } from './community.js';

const post = (id: string, author: string, day: number, inReplyTo: string | null = null): MessageRecord => ({
  ...{ type: 'message', id: `t:${id}`, author: `t:${author}`, at: day * DAY, conversation: null },
  ...{ inReplyTo: inReplyTo && `t:${inReplyTo}`, visibility: 'public', platform: 't', tags: [] },
});
export const comment = (id: string, from: string, to: string, day: number, on: string): InteractionRecord =>
  act(from, to, day, { id: `t:${id}`, message: `t:${id}`, inReplyTo: `t:${on}`, kind: 'comment' });
const mention = (from: string, to: string, day: number, id: string): InteractionRecord =>
  act(from, to, day, { id: `t:${id}`, message: `t:${id}`, kind: 'mention' });
export const like = (from: string, to: string, day: number, on: string): InteractionRecord =>
  act(from, to, day, { kind: 'like', inReplyTo: `t:${on}` });

/**
 * As of day 100. u posts p; v, w, x, y comment on it and invite u: v is answered on day 12 (in 2 days), w is liked, x is answered in private a day later,
 * y waits since day 10 (lapsed); z since day 98 and before that v since day 97 (open). u comments on o's post q (o answers, with one more answer by v
 * below) and on r (nothing). Two people mention u in threads of their own; one of them is answered by a third.
 */
export const RECORDS = [
  ...[post('p', 'u', 9), post('q', 'o', 20), post('r', 'o', 21)],
  ...['v', 'w', 'x', 'y'].map((who) => comment(`by-${who}`, who, 'u', 10, 'p')),
  comment('to-v', 'u', 'v', 12, 'by-v'),
  like('u', 'w', 11, 'by-w'),
  act('u', 'x', 11, { kind: 'dm', visibility: 'direct' }),
  comment('late', 'z', 'u', 98, 'p'),
  comment('later', 'v', 'u', 97, 'p'),
  ...[
    comment('c', 'u', 'o', 22, 'q'),
    comment('d', 'u', 'o', 22, 'r'),
    comment('e', 'o', 'u', 23, 'c'),
    comment('f', 'v', 'o', 24, 'e'),
  ],
  ...[mention('m1', 'u', 99, 'talk1'), mention('m2', 'u', 99, 'talk2'), comment('g', 'm3', 'm1', 99, 'talk1')],
];
