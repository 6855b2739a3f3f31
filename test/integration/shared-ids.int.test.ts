import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import type { CanonicalRecord, InteractionRecord } from '../../src/domain/records.js';
import { Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { batchItem } from '../support/batch-item.js';
import { Forum, post, reply } from '../support/forum.js';

/** A message record with a parent implies a reply of the same id, so that no other interaction can have it. */
describe('an id of a message record and of an interaction', () => {
  let forum: Forum;
  let store: Neo4jInteractionStore;
  beforeAll(async () => {
    forum = await Forum.open();
    store = new Neo4jInteractionStore(forum.database, new KindRegistry());
  });
  afterAll(() => forum[Symbol.asyncDispose]());

  let run = 0;
  /** A root, a message that answers it, and an interaction under the id of that message. */
  function make(more: Partial<InteractionRecord> = {}) {
    const [root, id] = [`root${run}`, `both${run++}`];
    const act = { kind: 'like', message: null, inReplyTo: `f:${root}`, ...more };
    return { root: post(root, 'y', 1), m: post(id, 'x', 2, root), i: reply(id, 'z', 'y', 60, act) };
  }

  /** Stores batches and says which records were rejected, and why. */
  async function rejected(...batches: readonly CanonicalRecord[][]): Promise<string[]> {
    const found: string[] = [];
    for (const batch of batches) {
      const { rejects, stored } = await store.record(batch.map(batchItem));
      expect(stored + rejects.length).toBe(batch.length);
      found.push(...rejects.map(({ index, code, path }) => `${batch[index]!.type} ${code} ${path}`));
    }
    return found;
  }

  it.each([
    ['m i', 'interaction'],
    ['mi', 'interaction'],
    ['i m', 'message'],
    ['im', 'message'],
  ])('is whose came first (%s), and the rest of the batch is stored', async (order, loser) => {
    for (const more of [{}, { kind: 'quote', to: 'f:y' }]) {
      const { root, ...records } = make(more);
      const batches = order.split(' ').map((batch) => [...batch].map((which) => records[which as 'm' | 'i']));
      expect(await rejected([root], ...batches.map((batch) => [...batch, make().root]))).toEqual([
        `${loser} ID_CONFLICT id`,
      ]);
    }
  });

  it.each(['m i', 'mi', 'i m', 'im'])(
    'is shared by a message and the interaction that says the same reply (%s)',
    async (order) => {
      const { root, m, i } = make();
      const said = { ...i, from: 'f:x', kind: 'reply', message: m.id };
      const batches = order.split(' ').map((batch) => [...batch].map((which) => (which === 'm' ? m : said)));
      expect(await rejected([root], ...batches)).toEqual([]);
    },
  );

  it.each(['r i', 'ri', 'i r', 'ir'])(
    'is shared by a message that answers none and any interaction (%s)',
    async (order) => {
      const { root, i } = make();
      const liked = { ...i, id: root.id };
      const batches = order.split(' ').map((batch) => [...batch].map((which) => (which === 'r' ? root : liked)));
      expect(await rejected(...batches)).toEqual([]);
    },
  );
});
