import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord, InteractionRecord } from '../../src/domain/records.js';
import { batchItem } from '../support/batch-item.js';
import { Forum, post, reply } from '../support/forum.js';
import { graphFacts } from '../support/graph-facts.js';

/** A message record with a parent implies a reply of the same id, which gives way to an interaction record of that id. */
describe('an id of a message record and of an interaction', () => {
  let forum: Forum;
  beforeAll(async () => {
    forum = await Forum.open();
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  /** What the graph says after records came in batches; nothing is rejected. */
  async function factsOf(batches: readonly (readonly CanonicalRecord[])[]): Promise<readonly string[]> {
    await forum.clear();
    for (const batch of batches) expect((await forum.interactions.record(batch.map(batchItem))).rejects).toEqual([]);
    const facts = await graphFacts(forum.database, 'f:');
    return facts.filter((fact) => !fact.startsWith('person'));
  }

  function orders<T>(items: readonly T[]): T[][] {
    if (items.length < 2) return [[...items]];
    return items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
  }

  /** All ways to cut a list into batches. */
  function cuts<T>(items: readonly T[]): T[][][] {
    if (items.length === 0) return [[]];
    return items.flatMap((_, last) => cuts(items.slice(last + 1)).map((rest) => [items.slice(0, last + 1), ...rest]));
  }

  const root = post('root', 'y', 1);
  const own = post('own', 'x', 1);
  const other = post('other', 'w', 1);
  const message = post('both', 'x', 2, 'root');
  const under = (more: Partial<InteractionRecord>): InteractionRecord =>
    reply('both', 'x', 'y', 60, { inReplyTo: 'f:root', ...more });

  it.each([
    ['a like of the same message', under({ from: 'f:z', kind: 'like', message: null }), 'z'],
    ['a like of another message', under({ from: 'f:z', kind: 'like', message: null, inReplyTo: 'f:other' }), 'z'],
    [
      'a like whose target waits',
      under({ from: 'f:z', kind: 'like', message: null, inReplyTo: 'f:other', to: null }),
      'z',
    ],
    ['a quote that makes the message', under({ kind: 'quote', to: null }), 'x'],
    ['a mention in it', under({ kind: 'mention', to: 'f:w', message: 'f:both', inReplyTo: null }), 'x'],
    ['the same reply', under({ kind: 'reply' }), 'x'],
  ])('belongs to the interaction, in any order: %s', async (_, interaction, actor) => {
    const records = [root, other, message, interaction];
    const together = await factsOf([records]);
    const acts = together.filter((fact) => fact.startsWith('interacted'));
    expect(acts).toHaveLength(1);
    expect(acts[0]).toContain(`"from":"f:${actor}","kind":"${interaction.kind}"`);
    for (const [place, order] of orders(records).entries()) {
      expect(await factsOf(order.map((record) => [record]))).toEqual(together);
      if (place % 2 === 1) expect(await factsOf([order.slice(0, 2), order.slice(2)])).toEqual(together);
    }
  });

  it.each([
    ['known', true],
    ['learnt later', false],
  ])('belongs to a quote of oneself, in any order, the author of what is quoted being %s', async (_, first) => {
    const quote = under({ kind: 'quote', to: null, message: 'f:both', inReplyTo: 'f:own' });
    const records = first ? [root, message, quote] : [root, message, quote, own];
    const before = first ? [[own]] : [];
    const together = await factsOf([[own, root, message, quote]]);
    expect(together.filter((fact) => fact.startsWith('interacted'))).toEqual([]);
    expect(together.filter((fact) => fact.startsWith('self'))).toHaveLength(1);
    for (const order of orders(records))
      expect(await factsOf([...before, ...order.map((record) => [record])])).toEqual(together);
  });

  const liked = (from: string, inReplyTo: string): InteractionRecord =>
    under({ from: `f:${from}`, kind: 'like', to: null, message: null, inReplyTo });
  const quoted = under({ kind: 'quote', to: null, message: 'f:both', inReplyTo: 'f:own' });
  it.each([
    ['a like of oneself', [own, root, post('both', 'z', 2, 'root'), liked('x', 'f:own')], 'self'],
    ['a quote of oneself', [own, root, message, quoted], 'self'],
    ['a like that waits, while the reply could be', [root, message, liked('z', 'f:other')], 'aimed'],
    ['a like, while the reply would wait', [other, message, liked('z', 'f:other')], 'interacted'],
  ])('belongs to the interaction, in any order and any batches: %s', async (_, records, what) => {
    const together = await factsOf([records]);
    expect(together.filter((fact) => /^(interacted|aimed|self)/.test(fact)).map((fact) => fact.split(' ')[0])).toEqual([
      what,
    ]);
    for (const batches of orders<CanonicalRecord>(records).flatMap(cuts))
      expect(await factsOf(batches)).toEqual(together);
  });

  it('keeps both beside a further interaction that says the reply, and after its retraction', async () => {
    const quote = under({ kind: 'quote', to: null });
    const said = reply('said', 'x', 'y', 70, { message: 'f:both', inReplyTo: 'f:root' });
    const records = [root, message, quote, said];
    const together = await factsOf([records]);
    expect(together.filter((fact) => fact.startsWith('interacted'))).toHaveLength(2);
    for (const order of orders(records)) expect(await factsOf(order.map((record) => [record]))).toEqual(together);
    const without = await factsOf([[root, message, quote]]);
    expect(await factsOf([...records.map((record) => [record]), [{ type: 'retraction', id: 'f:said' }]])).toEqual(
      without,
    );
  });

  it('is known when the same comes again while the implied reply waits', async () => {
    const quote = under({ kind: 'quote', to: 'f:w', inReplyTo: null });
    const together = await factsOf([[root, message, quote]]);
    await factsOf([[quote], [message]]);
    const again = await forum.interactions.record([quote, message].map(batchItem));
    expect([again.duplicate, again.rejects]).toEqual([2, []]);
    await forum.interactions.record([batchItem(root, 0)]);
    const facts = await graphFacts(forum.database, 'f:');
    expect(facts.filter((fact) => !fact.startsWith('person'))).toEqual(together);
  });

  it('stays with the implied reply where the interaction is an act at oneself about nothing, in any order', async () => {
    const nothing = under({ to: 'f:x', kind: 'like', message: null, inReplyTo: null });
    const together = await factsOf([[root, message]]);
    expect(together.filter((fact) => fact.startsWith('interacted'))).toHaveLength(1);
    for (const order of orders([root, message, nothing]))
      expect(await factsOf(order.map((record) => [record]))).toEqual(together);
    expect(await factsOf([[root, message, nothing]])).toEqual(together);
  });

  it('leaves no implied reply waiting where the interaction waited until the same batch', async () => {
    const like = under({ from: 'f:z', kind: 'like', message: null, inReplyTo: 'f:other', to: null });
    const together = await factsOf([[like, other, message]]);
    expect(together.filter((fact) => fact.startsWith('aimed'))).toEqual([]);
    expect(await factsOf([[like], [other, message]])).toEqual(together);
  });

  it('waits once when the author that one of the two had found is taken back', async () => {
    const like = under({ from: 'f:z', kind: 'like', message: null, inReplyTo: 'f:other', to: null });
    const takenBack = (id: string): CanonicalRecord => ({ type: 'retraction', id: `f:${id}` });
    const waiting = (facts: readonly string[]) => facts.filter((fact) => /^(aimed|interacted)/.test(fact));
    const alone = waiting(await factsOf([[like], [message]]));
    expect(alone).toHaveLength(1);
    expect(waiting(await factsOf([[root], [like], [message], [takenBack('root')]]))).toEqual(alone);
    expect(waiting(await factsOf([[other], [like], [message], [takenBack('other')]]))).toEqual(alone);
    const own = { ...like, from: 'f:w' };
    const self = waiting(await factsOf([[own], [message]]));
    expect(waiting(await factsOf([[other], [own], [message], [takenBack('other')]]))).toEqual(self);
  });

  it('counts only what waits as unresolved', async () => {
    const like = under({ from: 'f:z', kind: 'like', message: null, inReplyTo: 'f:other', to: null });
    await factsOf([[like]]);
    expect((await forum.interactions.record([batchItem(message, 0)])).unresolved).toBe(0);
    await factsOf([[other]]);
    expect((await forum.interactions.record([batchItem(message, 0)])).unresolved).toBe(1);
  });

  it('is taken by an act at oneself too', async () => {
    const self = reply('own', 'y', 'y', 5, { kind: 'comment', message: null, inReplyTo: 'f:root', to: null });
    expect((await factsOf([[root], [self]])).map((fact) => fact.split(' ')[0])).toEqual(['message', 'self']);
    const again = await forum.interactions.record([batchItem(self, 0)]);
    expect([again.ignored, again.stored, again.duplicate]).toEqual([1, 0, 0]);
    const { rejects } = await forum.interactions.record([batchItem({ ...self, from: 'f:z' }, 0)]);
    expect(rejects.map(({ code, path }) => [code, path])).toEqual([['ID_CONFLICT', 'id']]);
  });
});
