import type { PersonRecord } from '../../src/domain/records.js';
import { type Answer, act, Community, DAY, globalId } from './community.js';

export const HOUR = DAY / 24;
const at = (day: number, hour = 0) => ({ at: day * DAY + hour * HOUR });
const PRIVATE = { kind: 'dm', visibility: 'direct' } as const;
export const WEEKS = Array.from({ length: 12 }, (_, week) => 10 + 7 * week);
export const EACH_OTHER = 60;
const FOLLOWERS = 150;

/** ann and bob comment in public on `t`, go private, and meet again on `u` fifty days later; what does not count is strewn in. */
const ANN_AND_BOB = [
  act('ann', 'bob', 10, { kind: 'comment', message: 't:m1', conversation: 't:m1' }),
  act('bob', 'ann', 10, { ...at(10, 1), message: 't:m2', inReplyTo: 't:other' }),
  act('ann', 'bob', 10, { ...at(10, 2), ...PRIVATE, id: 't:secret' }),
  act('bob', 'ann', 10, { ...at(10, 3), ...PRIVATE }),
  act('bob', 'ann', 60, { kind: 'mention', platform: 'u' }),
  act('ann', 'bob', 60, { ...at(60, 1), kind: 'comment', platform: 'u' }),
  act('ann', 'bob', 61, { kind: 'like' }),
  act('ann', 'bob', 62, { atQuality: 'unknown' }),
  act('bob', 'ann', 101),
];

/** cat asks every week, dan answers an hour later; eve and fay act at one instant. */
const CAT_AND_DAN = [
  ...WEEKS.flatMap((day) => [act('dan', 'cat', day, at(day, 1)), act('cat', 'dan', day)]),
  act('eve', 'fay', 50, { id: 't:7' }),
  act('fay', 'eve', 50, { id: 't:8', kind: 'comment' }),
  act('eve', 'fay', 50, { id: 't:9', kind: 'comment' }),
];

const HUBS = [
  ...Array.from({ length: EACH_OTHER }, (_, hour) =>
    act(hour % 2 ? 'hub1' : 'hub2', hour % 2 ? 'hub2' : 'hub1', 20, at(20, hour)),
  ),
  ...Array.from({ length: FOLLOWERS }, (_, i) => [act('hub1', `f${i}`, 30), act(`f${i}`, 'hub2', 31)]).flat(),
];

const SHOP: PersonRecord = { type: 'person', id: 't:shop', platform: 't', kind: 'organisation' };

/** Everything above and an organisation that ann exchanged with, not scored. */
export async function openPairs(): Promise<Community> {
  const community = await Community.open();
  const shop = [SHOP, act('ann', 'shop', 40), act('shop', 'ann', 41)];
  await community.record([...ANN_AND_BOB, ...CAT_AND_DAN, ...HUBS, ...shop]);
  return community;
}

/** Arguments that name a pair. */
export function pair(a: string, b: string): string {
  return `a: "${globalId(a)}", b: "${globalId(b)}"`;
}

/** Fields of one query; throws when anything went wrong. */
export async function read(community: Community, query: string, fields: string): Promise<Answer> {
  const { data, errors } = await community.ask(`{ it: ${query} { ${fields} } }`);
  if (errors.length > 0) throw new Error(errors[0]!.message);
  return data.it;
}
