// Ingest against the floor: what Neo4j takes for bare CREATE of interactions between known persons and nothing else.
import neo4j from 'neo4j-driver';
import { Neo4jInteractionStore } from '../../dist/store/interaction-store.js';
import { empty, kinds, readMessages, shuffled, store } from './community.mjs';
import { interleave, printRatio, time } from './measure.mjs';

const SINGLES = 400;

export async function benchIngest({ database, connection, rounds, records }) {
  const items = await readMessages(records);
  const random = shuffled(items);
  const interactions = new Neo4jInteractionStore(database, kinds);
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.username, connection.password));
  const fresh = async (list) => {
    await empty(database);
    return time(() => store(interactions, list));
  };
  await fresh(items.slice(0, 10_000));
  const times = await interleave(rounds, {
    floor: () => floor(database, driver, items),
    order: () => fresh(items),
    again: () => time(() => store(interactions, items)),
    random: () => fresh(random),
    single: () => singles(database, interactions, items),
  });
  await driver.close();
  const rate = (list) => list.map((ms) => ms / items.length);
  console.log(
    `  ${items.length} records, ${rounds} rounds; time order ${Math.round(items.length / (Math.min(...times.order) / 1000))} records/s at best`,
  );
  printRatio('time order / floor, per record', rate(times.order), rate(times.floor), { max: 2 });
  printRatio('random order / time order', times.random, times.order, { max: 2 });
  printRatio('sent again / first time', times.again, times.order, { max: 0.3 });
  printRatio(
    'one transaction per interaction / time order, per record',
    times.single.map((ms) => ms / SINGLES),
    rate(times.order),
    { min: 25 },
  );
}

async function floor(database, driver, items) {
  await empty(database);
  const people = [...new Set(items.map(({ record }) => record.author))].filter((id) => id !== null);
  const session = driver.session();
  await session.run('UNWIND $people AS id CREATE (:Person {id: id})', { people });
  const rows = items.map(({ record }, i) => ({
    a: people[i % people.length],
    b: people[(i * 7 + 1) % people.length],
    id: record.id,
    kind: 'reply',
    at: neo4j.int(record.at),
  }));
  const milliseconds = await time(async () => {
    for (let from = 0; from < rows.length; from += 10_000) {
      const batch = rows.slice(from, from + 10_000);
      await session.executeWrite((tx) =>
        tx.run(
          'UNWIND $rows AS x MATCH (a:Person {id: x.a}) MATCH (b:Person {id: x.b}) CREATE (a)-[:FLOOR {id: x.id, kind: x.kind, at: x.at}]->(b)',
          { rows: batch },
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
