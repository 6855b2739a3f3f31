// The service over a community to measure, and the plainest client there is.
import { Agent, request } from 'node:http';
import { App } from '../../dist/app.js';
import { readConfig } from '../../dist/config.js';
import { createLogger } from '../../dist/log.js';
import { Neo4jInteractionStore } from '../../dist/store/interaction-store.js';
import { empty, kinds, readMessages, store } from './community.mjs';
import { createRefresh } from './score.mjs';

const agent = new Agent({ keepAlive: true });

/** Serves the first so many messages, imported and scored; with 0, what the database holds. */
export async function openService({ database, connection, records }) {
  if (records > 0) {
    const items = await readMessages(records);
    await empty(database);
    await store(new Neo4jInteractionStore(database, kinds), items);
    await createRefresh(database).refresh(items.at(-1).record.at);
  }
  const env = {
    NEO4J_URI: connection.uri,
    NEO4J_USERNAME: connection.username,
    NEO4J_PASSWORD: connection.password,
    RAPPORT_PORT: '0',
    RAPPORT_RESCORE: 'off',
  };
  const app = await App.open(readConfig(env), createLogger('error'));
  const url = `${await app.listen()}/graphql`;
  return { ask: (query, variables) => ask(url, query, variables), close: () => app[Symbol.asyncDispose]() };
}

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
