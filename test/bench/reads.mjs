// Answers over GraphQL and HTTP against the bare driver call of the same Cypher: median of many calls, one caller.
import neo4j from 'neo4j-driver';
import { interleave, median, printRatio, time } from './measure.mjs';
import { openService } from './service.mjs';

const CALLS = 60;

export async function benchReads({ database, connection, rounds, records }) {
  const service = await openService({ database, connection, records });
  const { ask } = service;
  const driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.username, connection.password), {
    disableLosslessIntegers: true,
  });
  try {
    for (const [name, query, variables, limit] of await questions(ask)) {
      const statements = await spy(database.constructor, () => ask(query, variables));
      const times = await interleave(rounds, {
        bare: () => p50(() => bare(driver, statements)),
        api: () => p50(() => ask(query, variables)),
      });
      console.log(
        `  ${name}: ${statements.map(({ name }) => name).join(' + ')}; p50 bare ${median(times.bare).toFixed(1)} ms, GraphQL ${median(times.api).toFixed(1)} ms`,
      );
      printRatio(`${name}: GraphQL / bare driver`, times.api, times.bare, limit);
    }
  } finally {
    await driver.close();
    await service.close();
  }
}

async function questions(ask) {
  const { data } = await ask('{ ranking(metric: RELATIONAL, first: 2) { nodes { id } } }', {});
  const [a, b] = data.ranking.nodes.map(({ id }) => id);
  const conversation = (await ask('{ conversations(orderBy: TURNS, first: 1) { nodes { id } } }', {})).data
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
