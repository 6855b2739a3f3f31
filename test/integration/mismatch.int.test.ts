import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RecordInteractions } from '../../src/service/record-interactions.js';
import { Neo4jInteractionStore } from '../../src/store/interaction-store.js';
import { Community } from '../support/community.js';

const at = '2026-01-01T00:00:00Z';

/** Records as they are sent, the root of a thread by carol in a batch before. */
describe('a person acted upon beside a message of somebody else', () => {
  let community: Community;
  let record: RecordInteractions;
  beforeAll(async () => {
    community = await Community.open();
    record = new RecordInteractions(new Neo4jInteractionStore(community.database, community.kinds), community.kinds);
    await record.recordAll([{ type: 'message', id: 'root', author: 't:carol', at }]);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  it.each(['like', 'mention', 'reply', 'share'])('is counted where a %s says what it is about', async (kind) => {
    const act = { id: `about-${kind}`, from: 't:alice', to: 't:bob', kind, at, inReplyTo: 'root' };
    expect(await record.recordAll([act])).toMatchObject({ stored: 1, mismatched: 1 });
    expect(await record.recordAll([act])).toMatchObject({ duplicate: 1, mismatched: 0 });
  });

  it.each(['like', 'mention', 'reply', 'share'])('is no contradiction where a %s names the thread', async (kind) => {
    const act = { id: `thread-${kind}`, from: 't:alice', to: 't:bob', kind, at, conversation: 'root' };
    expect(await record.recordAll([act])).toMatchObject({ stored: 1, mismatched: 0 });
    expect(await record.recordAll([act])).toMatchObject({ duplicate: 1, mismatched: 0 });
  });

  it('comes with a message that names its thread as well, in batches of their own', async () => {
    const message = { type: 'message', id: 'late', author: 't:dan', at, conversation: 'root' };
    expect(await record.recordAll([message])).toMatchObject({ stored: 1, rejected: 0 });
    expect(await record.recordAll([message])).toMatchObject({ duplicate: 1, rejected: 0 });
  });
});
