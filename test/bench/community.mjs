// Real interactions to measure with: the forum where it is at hand, else the bundled IRC log.
import { createReadStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { KindRegistry } from '../../dist/domain/interaction-kind.js';
import { fingerprintMessage } from '../../dist/ingest/fingerprint.js';
import { migrate } from '../../dist/neo4j/migrate.js';

export const FORUM = resolve(process.env.RAPPORT_SHARED ?? '../shared', 'data/reddit_college_threads.csv.gz');
const atHand = existsSync(FORUM);
/** What the messages are of, for the output. */
export const SOURCE = atHand ? 'the forum' : 'the bundled IRC log, since the forum is not at hand';
export const kinds = new KindRegistry();

async function* lines(file) {
  yield* createInterface({ input: createReadStream(file).pipe(createGunzip()) });
}

/** Up to so many messages in time order, as batch items. */
export async function readMessages(count) {
  const items = [];
  for await (const record of atHand ? forumRecords() : logRecords()) {
    if (items.length >= count) break;
    items.push({ index: items.length, record, fingerprint: fingerprintMessage(record) });
  }
  return items;
}

async function* forumRecords() {
  let header = true;
  for await (const line of lines(FORUM)) {
    if (!header) {
      const [id, parent, , author, at] = line.split(',');
      yield message(
        `forum:${id}`,
        author === '0' ? null : `forum:${author}`,
        Number(at) * 1000,
        parent === '0' ? null : `forum:${parent}`,
      );
    }
    header = false;
  }
}

async function* logRecords() {
  for await (const line of lines('src/cli/demo/data/irc-ubuntu.ndjson.gz')) {
    const { id, from, author, at, inReplyTo = null, message: own = id } = JSON.parse(line);
    if (!id.includes('#') || id.endsWith('#1')) yield message(own, author ?? from, Date.parse(at), inReplyTo);
  }
}

function message(id, author, at, inReplyTo) {
  return {
    type: 'message',
    id,
    author,
    at,
    inReplyTo,
    conversation: null,
    visibility: 'public',
    platform: id.split(':')[0],
    tags: [],
  };
}

/** Empties the database but for what migrations made, of which only the ledger is made anew: a changed schema would have every statement planned again. */
export async function empty(database) {
  await database.administer('WRITE', async (session) => {
    await session.run(
      'MATCH (n) WHERE NOT n:Migration OR n.version = 8 CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS',
    );
    await session.run('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
  });
  await migrate(database);
  await sleep(500);
}

/** The same items in an order that a seed decides. */
export function shuffled(items, seed = 1) {
  let state = seed;
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return items
    .map((item) => [draw(), item])
    .sort((a, b) => a[0] - b[0])
    .map(([, item]) => item);
}

/** Stores items in batches. */
export async function store(interactions, items, size = 2_000) {
  for (let from = 0; from < items.length; from += size) await interactions.record(items.slice(from, from + size));
}
