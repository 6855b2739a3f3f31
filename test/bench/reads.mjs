// Answers over GraphQL and HTTP against the bare driver call of the same Cypher: median of many calls, one caller.
import { Agent, request } from 'node:http';
import neo4j from 'neo4j-driver';
import { App } from '../../dist/app.js';
import { readConfig } from '../../dist/config.js';
import { createLogger } from '../../dist/log.js';
import { Neo4jInteractionStore } from '../../dist/store/interaction-store.js';
import { empty, kinds, readMessages, store } from './community.mjs';
import { interleave, median, printRatio, time } from './measure.mjs';
import { createRefresh } from './score.mjs';

const CALLS = 60;

export async function benchReads({ database, connection, rounds, records }) {
  const items = await readMessages(records);
  await empty(database);
  await store(new Neo4jInteractionStore(database, kinds), items);
  await createRefresh(database).refresh(items.at(-1).record.at);
  const env = {
    NEO4J_URI: connection.uri,
    NEO4J_USERNAME: connection.username,
    NEO4J_PASSWORD: connection.password,
    RAPPORT_PORT: '0',
    RAPPORT_RESCORE: 'off',
  };
  const app = await App.open(readConfig(env), createLogger('error'));
  const url = `${await app.listen()}/graphql`;
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.username, connection.password), {
    disableLosslessIntegers: true,
  });
  try {
    for (const [name, query, variables, limit] of await questions(url)) {
      const statements = await spy(database.constructor, () => ask(url, query, variables));
      const times = await interleave(rounds, {
        bare: () => p50(() => bare(driver, statements)),
        api: () => p50(() => ask(url, query, variables)),
      });
      console.log(
        `  ${name}: ${statements.map(({ name }) => name).join(' + ')}; p50 bare ${median(times.bare).toFixed(1)} ms, GraphQL ${median(times.api).toFixed(1)} ms`,
      );
      printRatio(`${name}: GraphQL / bare driver`, times.api, times.bare, limit);
    }
  } finally {
    await driver.close();
    await app[Symbol.asyncDispose]();
  }
}

async function questions(url) {
  const { data } = await ask(url, '{ ranking(metric: RELATIONAL, first: 2) { nodes { id } } }', {});
  const [a, b] = data.ranking.nodes.map(({ id }) => id);
  const conversation = (await ask(url, '{ conversations(orderBy: TURNS, first: 1) { nodes { id } } }', {})).data
    .conversations.nodes[0].id;
  const limit = { max: 2 };
  return [
    [
      'a ranking page',
      '{ ranking(metric: RELATIONAL, first: 20) { nodes { personId scores { relational broadcast } } } }',
      {},
      limit,
    ],
    [
      'a tie',
      'query($a: ID!, $b: ID!) { tie(a: $a, b: $b) { strength outgoing { interactions statistics { effort } } incoming { interactions } } }',
      { a, b },
      limit,
    ],
    [
      'an ego network of 25',
      'query($a: ID!) { egoNetwork(id: $a, first: 25) { nodes { person { personId } } edges { strength } } }',
      { a },
      limit,
    ],
    [
      'a conversation',
      'query($c: ID!) { conversation(id: $c) { turns depth messages(first: 20) { nodes { messageId depth } } } }',
      { c: conversation },
      limit,
    ],
  ];
}

const agent = new Agent({ keepAlive: true });

/** One operation over a connection that stays open, by the plainest client there is. */
async function ask(url, query, variables) {
  const body = JSON.stringify({ query, variables });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const text = await new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (reply) => {
      const chunks = [];
      reply.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks).toString()));
    });
    sent.on('error', reject).end(body);
  });
  const answer = JSON.parse(text);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer;
}

/** The statements that an operation runs, with their parameters as they were sent. */
async function spy(DatabaseClass, work) {
  const seen = [];
  const { run } = DatabaseClass.prototype;
  DatabaseClass.prototype.run = function spied(query, values, ...rest) {
    seen.push({ name: query.name, statement: query.statement, parameters: encode(query, values) });
    return run.call(this, query, values, ...rest);
  };
  try {
    await work();
  } finally {
    DatabaseClass.prototype.run = run;
  }
  return seen;
}

function encode(query, values) {
  return Object.fromEntries(Object.entries(query.parameters).map(([name, encoder]) => [name, encoder(values[name])]));
}

async function bare(driver, statements) {
  for (const { statement, parameters } of statements) {
    const session = driver.session({ defaultAccessMode: 'READ' });
    await session.run(statement, parameters);
    await session.close();
  }
}

async function p50(call) {
  const times = [];
  for (let i = 0; i < CALLS; i++) times.push(await time(call));
  return median(times);
}
