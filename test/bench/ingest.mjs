// Ingest against the floor, per record: what a message costs against what Neo4j takes for bare CREATE of one of the interactions
// that the messages imply, between known persons, and nothing else.
import neo4j from 'neo4j-driver';
import { Neo4jInteractionStore } from '../../dist/store/interaction-store.js';
import { empty, kinds, readMessages, SOURCE, shuffled, store } from './community.mjs';
import { interleave, printRatio, time } from './measure.mjs';

const SINGLES = 400;

/** What the graph keeps of these interactions, beside the sequence of their batch, and the least that could be called one. */
const KEPT = ['id', 'kind', 'at', 'message', 'object', 'ground', 'platform'];
const LEAST = ['id', 'kind', 'at'];

export async function benchIngest({ database, connection, rounds, records }) {
  const items = await readMessages(records);
  const random = shuffled(items);
  const replies = repliesBetweenPersons(items);
  const interactions = new Neo4jInteractionStore(database, kinds);
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.username, connection.password));
  const fresh = async (list) => {
    await empty(database);
    return time(() => store(interactions, list));
  };
  const candidates = {
    floor: () => floor(database, driver, replies, KEPT),
    least: () => floor(database, driver, replies, LEAST),
    order: () => fresh(items),
    again: () => time(() => store(interactions, items)),
    random: () => fresh(random),
    single: () => singles(database, interactions, items),
  };
  await interleave(1, candidates);
  const times = await interleave(rounds, candidates);
  await driver.close();
  const rate = (list, count = items.length) => list.map((ms) => ms / count);
  console.log(
    `  ${items.length} messages of ${SOURCE}, ${replies.length} interactions between persons in the floor, ${rounds} rounds after one to warm up; ` +
      `time order ${Math.round(items.length / (Math.min(...times.order) / 1000))} records/s at best`,
  );
  printRatio('time order / floor, per record', rate(times.order), rate(times.floor, replies.length), { max: 2 });
  printRatio(`  the same, floor with ${LEAST.join(', ')} only`, rate(times.order), rate(times.least, replies.length));
  printRatio('random order / time order', times.random, times.order, { max: 2 });
  printRatio('sent again / first time', times.again, times.order, { max: 0.3 });
  printRatio(
    'one transaction per interaction / time order, per record',
    rate(times.single, SINGLES),
    rate(times.order),
    { min: 25 },
  );
}

/** The interactions that messages imply, as the maps that the floor takes. */
function repliesBetweenPersons(items) {
  const authors = new Map(items.map(({ record }) => [record.id, record.author]));
  return items.flatMap(({ record }) => {
    const { id, author: from, at, inReplyTo: object, platform } = record;
    const to = authors.get(object) ?? null;
    if (from === null || to === null || from === to) return [];
    return [{ from, to, id, kind: 'reply', at: neo4j.int(at), message: id, object, ground: 'THEIRS', platform }];
  });
}

async function floor(database, driver, replies, properties) {
  await empty(database);
  const people = [...new Set(replies.flatMap(({ from, to }) => [from, to]))];
  const rows = replies.map((reply) =>
    Object.fromEntries(['from', 'to', ...properties].map((name) => [name, reply[name]])),
  );
  const sequence = properties === KEPT ? ', sequence: $sequence' : '';
  const values = properties.map((name) => `${name}: x.${name}`).join(', ') + sequence;
  const session = driver.session();
  await session.run('UNWIND $people AS id CREATE (:Person {id: id})', { people });
  const milliseconds = await time(async () => {
    for (let from = 0; from < rows.length; from += 10_000) {
      const batch = rows.slice(from, from + 10_000);
      await session.executeWrite((tx) =>
        tx.run(
          `UNWIND $rows AS x MATCH (a:Person {id: x.from}) MATCH (b:Person {id: x.to}) CREATE (a)-[:FLOOR {${values}}]->(b)`,
          { rows: batch, sequence: neo4j.int(1) },
        ),
      );
    }
  });
  await session.close();
  return milliseconds;
}

async function singles(database, interactions, items) {
  await empty(database);
  await store(interactions, items.slice(0, 5_000));
  return time(() => store(interactions, items.slice(5_000, 5_000 + SINGLES), 1));
}
