import fc from 'fast-check';
import type { CanonicalRecord, InteractionRecord } from '../../src/domain/records.js';

const KINDS = ['like', 'read', 'share', 'quote', 'comment', 'reply', 'mention', 'dm'] as const;
const people = fc.integer({ min: 0, max: 3 });
const slot = fc.integer({ min: 0, max: 7 });

const visibility = fc.constantFrom('public', 'unlisted', 'group');

const act = fc.record({
  kind: fc.constantFrom(...KINDS),
  from: people,
  to: fc.option(people, { nil: null }),
  object: fc.option(slot, { nil: null }),
  own: fc.boolean(),
  shared: fc.option(slot, { nil: null, freq: 2 }),
});
const message = fc.record({
  author: fc.option(people, { nil: null, freq: 4 }),
  told: fc.boolean(),
  visibility,
  parent: fc.option(slot, { nil: null }),
  namesThread: fc.boolean(),
  replies: fc.array(fc.record({ object: slot, to: fc.option(people, { nil: null }), visibility }), { maxLength: 2 }),
  mention: fc.option(people, { nil: null }),
  mentionTimed: fc.boolean(),
});

/**
 * Consistent records of four people and eight messages: late parents, parents known as threads only, several parents, cycles, deleted authors, records and acts of other times for the same message,
 * acts under the id of a message, mentions of unknown time with and without a guess.
 */
export const consistentRecords: fc.Arbitrary<(prefix: string) => CanonicalRecord[]> = fc
  .record({
    messages: fc.array(message, { minLength: 1, maxLength: 8 }),
    acts: fc.array(act, { maxLength: 8 }),
  })
  .map(({ messages, acts }) => (prefix) => [
    ...messages.flatMap((spec, number) => aboutMessage(prefix, number, spec)),
    ...acts.flatMap((spec, number) => {
      const first = acts.findIndex(({ shared }) => shared === spec.shared) === number;
      const author = messages[spec.shared ?? -1]?.author ?? null;
      return anAct(prefix, number, first ? spec : { ...spec, shared: null }, author);
    }),
  ]);

type MessageSpec = typeof message extends fc.Arbitrary<infer T> ? T : never;
type ActSpec = typeof act extends fc.Arbitrary<infer T> ? T : never;

function aboutMessage(prefix: string, number: number, spec: MessageSpec): CanonicalRecord[] {
  const id = `${prefix}:m${number}`;
  const at = 1_000 * (number + 1);
  const parent = spec.parent === null || spec.parent === number ? null : `${prefix}:m${spec.parent}`;
  const records: CanonicalRecord[] = [];
  const author = spec.author === null ? null : `${prefix}:p${spec.author}`;
  if (spec.told)
    records.push({
      type: 'message',
      id,
      author,
      at,
      inReplyTo: spec.namesThread ? null : parent,
      conversation: spec.namesThread ? parent : null,
      visibility: spec.visibility,
      platform: prefix,
      tags: [],
    });
  if (author === null) return records;
  const made = { ...base(prefix), from: author, message: id };
  for (const [place, { object, to, visibility }] of spec.replies.entries()) {
    if (object === number) continue;
    records.push({
      ...made,
      id: `${id}#${place}`,
      kind: place === 0 ? 'reply' : 'comment',
      at: at + place - 1,
      visibility,
      to: to === null ? null : `${prefix}:p${to}`,
      inReplyTo: `${prefix}:m${object}`,
    });
  }
  if (spec.mention !== null)
    records.push({
      ...made,
      id: `${id}@`,
      kind: 'mention',
      ...(spec.mentionTimed ? { at: at + 5 } : { at: [0, 3, at - 1][number % 3]!, atQuality: 'unknown' as const }),
      to: `${prefix}:p${spec.mention}`,
      inReplyTo: null,
    });
  return records;
}

/** An act; `author` is who wrote the message whose id it shares, which it makes only where they acted. */
function anAct(prefix: string, number: number, spec: ActSpec, author: number | null): CanonicalRecord[] {
  const own = `${prefix}:a${number}`;
  const id = spec.shared === null ? own : `${prefix}:m${spec.shared}`;
  const to = spec.to === null ? null : `${prefix}:p${spec.to}`;
  const inReplyTo = spec.object === null ? null : `${prefix}:m${spec.object}`;
  if (to === null && inReplyTo === null) return [];
  const makes = !['like', 'read'].includes(spec.kind) && (spec.kind !== 'mention' || spec.own);
  const visibility = spec.kind === 'dm' && number % 3 > 0 ? 'direct' : 'public';
  return [
    {
      ...base(prefix),
      id,
      kind: spec.kind,
      from: `${prefix}:p${spec.from}`,
      to,
      inReplyTo,
      message: makes ? (author === spec.from && spec.object !== spec.shared ? id : own) : null,
      at: 50_000 + number * 10,
      visibility,
    },
  ];
}

function base(
  prefix: string,
): Pick<InteractionRecord, 'type' | 'atQuality' | 'conversation' | 'visibility' | 'platform' | 'tags' | 'meta'> {
  return {
    type: 'interaction',
    atQuality: 'exact',
    conversation: null,
    visibility: 'public',
    platform: prefix,
    tags: [],
    meta: null,
  };
}
