import { formatInstant } from '../domain/time.js';
import { type Plant, Scene } from './scene.js';
import type { Stage } from './stage.js';

const HOUR = 3_600_000;
/** Days before as-of at which what shall be closed, and what shall be open, was sent; the window is 7 days. */
const CLOSED = 60;

/** Somebody who is written to once by each of many, with every state of an invitation; window 7 days. */
export interface InvitationsTruth {
  readonly person: string;
  /** Whether the invitations are comments, whose answers say what they answer, or bare mentions, which only times can join. */
  readonly form: 'COMMENT' | 'BARE_MENTION';
  readonly received: number;
  /** The last answer to a comment comes after 10 days and still counts; a bare answer after 9 days does not (that one lapsed). */
  readonly answered: number;
  readonly answeredPrivately: number;
  readonly acknowledged: number;
  readonly lapsed: number;
  readonly open: number;
  /** (answered + answeredPrivately) / (received − open), and acknowledged over the same. */
  readonly responseRate: number;
  readonly acknowledgedRate: number;
  /** Kaplan-Meier median: the k-th of the answers, which come 1, 2, 3 … hours after, brings the curve to ½. */
  readonly latencyHours: number;
  readonly slowestAnswerHours: number;
  /** The open ones, longest waiting first. */
  readonly openInvitations: readonly { readonly from: string; readonly at: string }[];
}

type Counts = Pick<InvitationsTruth, 'answered' | 'answeredPrivately' | 'acknowledged' | 'lapsed'>;

/** Two people with the same kinds of mail: one whose messages are known, one whose are not. */
export function plantInvitations(stage: Stage): Plant<readonly InvitationsTruth[]> {
  const scene = new Scene('invitations');
  const truth = [inviteByComment(scene, stage), inviteByMention(scene, stage)];
  return { truth, records: scene.records };
}

function inviteByComment(scene: Scene, stage: Stage): InvitationsTruth {
  const invited = scene.person('invited');
  const inviters = scene.people('inviter', 18);
  const message = scene.post(invited, stage.at(CLOSED + 1, 0));
  const comment = (k: number, day = CLOSED) =>
    scene.act('comment', inviters[k]!, invited, stage.at(day, 720), { inReplyTo: message });
  const after = (hours: number) => stage.at(CLOSED, 720) + hours * HOUR;
  for (let k = 0; k < 6; k++) scene.act('reply', invited, inviters[k]!, after(k + 1), { inReplyTo: comment(k) });
  scene.act('reply', invited, inviters[6]!, after(240), { inReplyTo: comment(6) });
  scene.act('dm', invited, inviters[7]!, after(7), { inReplyTo: comment(7) });
  for (const k of [8, 9]) {
    comment(k);
    scene.act('dm', invited, inviters[k]!, after(k));
  }
  scene.act('like', invited, inviters[10]!, after(1), { inReplyTo: comment(10) });
  scene.act('share', invited, inviters[11]!, after(2), { inReplyTo: comment(11) });
  for (let k = 12; k < 16; k++) comment(k);
  const open = [4, 2].map((day, i) => {
    comment(16 + i, day);
    return { from: inviters[16 + i]!, at: formatInstant(stage.at(day, 720)) };
  });
  const counts = { answered: 7, answeredPrivately: 3, acknowledged: 2, lapsed: 4 };
  return invitationsTruth(invited, 'COMMENT', counts, open, { latencyHours: 9, slowestAnswerHours: 240 });
}

function inviteByMention(scene: Scene, stage: Stage): InvitationsTruth {
  const hailed = scene.person('hailed');
  const hailers = scene.people('hailer', 14);
  const hail = (k: number, day = CLOSED) => scene.act('mention', hailers[k]!, hailed, stage.at(day, 720));
  const after = (hours: number) => stage.at(CLOSED, 720) + hours * HOUR;
  for (let k = 0; k < 13; k++) hail(k);
  for (let k = 0; k < 5; k++) scene.act('mention', hailed, hailers[k]!, after(k + 1));
  for (const k of [5, 6]) scene.act('dm', hailed, hailers[k]!, after(k + 1));
  for (const k of [7, 8]) scene.act('like', hailed, hailers[k]!, after(1));
  scene.act('mention', hailed, hailers[9]!, after(9 * 24));
  hail(13, 3);
  const open = [{ from: hailers[13]!, at: formatInstant(stage.at(3, 720)) }];
  const counts = { answered: 5, answeredPrivately: 2, acknowledged: 2, lapsed: 4 };
  return invitationsTruth(hailed, 'BARE_MENTION', counts, open, { latencyHours: 7, slowestAnswerHours: 7 });
}

function invitationsTruth(
  person: string,
  form: InvitationsTruth['form'],
  counts: Counts,
  open: InvitationsTruth['openInvitations'],
  latency: Pick<InvitationsTruth, 'latencyHours' | 'slowestAnswerHours'>,
): InvitationsTruth {
  const closed = counts.answered + counts.answeredPrivately + counts.acknowledged + counts.lapsed;
  return {
    person,
    form,
    received: closed + open.length,
    ...counts,
    open: open.length,
    responseRate: (counts.answered + counts.answeredPrivately) / closed,
    acknowledgedRate: counts.acknowledged / closed,
    ...latency,
    openInvitations: open,
  };
}
