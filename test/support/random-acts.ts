import type { CanonicalRecord } from '../../src/domain/records.js';
import { act, DAY } from './community.js';

const KINDS = ['reply', 'comment', 'like', 'read', 'mention', 'dm', 'quote', 'share'];

/** A reproducible community of persons p0 … p19, an organisation and a bot, in which p0 … p3 talk in private only. */
export function randomActs(count = 900, seed = 7): CanonicalRecord[] {
  let state = seed;
  const random = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const records: CanonicalRecord[] = [
    { type: 'person', id: 't:org', platform: 't', kind: 'organisation' },
    { type: 'person', id: 't:bot', platform: 't', kind: 'bot' },
  ];
  const name = (n: number) => (n === 20 ? 'org' : n === 21 ? 'bot' : `p${n}`);
  while (records.length < count) {
    const from = random(22);
    const to = Math.max(0, Math.min(21, from - 4 + random(9)));
    if (from === to) continue;
    const direct = (from < 4 && to < 4) || random(8) === 0;
    const kind = direct ? 'dm' : KINDS[random(KINDS.length)]!;
    records.push(
      act(name(from), name(to), 0, { kind, at: 40 * DAY + random(65 * DAY), visibility: direct ? 'direct' : 'public' }),
    );
  }
  return records;
}
