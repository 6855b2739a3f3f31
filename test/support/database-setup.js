import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dist = new URL('../../dist/', import.meta.url);
const HOMES = 'rapport-test-neo4j-';

/** What this run started, for the teardown in the same process. */
let stopDatabase;

/** Gives the tests a Neo4j of their own (or the one NEO4J_URI names) in NEO4J_* of the environment; throws one line when there is none. */
export default async function setUpDatabase() {
  if (stopDatabase !== undefined) return;
  try {
    stopDatabase = await obtain();
  } catch (error) {
    error.stack = '';
    throw error;
  }
}

/** Ends what setUpDatabase started. */
export async function tearDownDatabase() {
  await stopDatabase?.();
  stopDatabase = undefined;
}

async function obtain() {
  if (process.env.NEO4J_URI) return useGivenDatabase();
  return (await dockerAnswers()) ? startContainer() : startManagedServer();
}

async function useGivenDatabase() {
  const { obtainDatabase } = await built('neo4j/local/obtain.js');
  const { connection } = await obtainDatabase(await configuration(), say);
  await refuseForeignData(connection);
  publish(connection);
  return () => inDatabase(connection, wipe);
}

/** Tests delete everything, so a given database must be empty, or be named as one that may be wiped. */
async function refuseForeignData(connection) {
  if (process.env.RAPPORT_TEST_WIPE === 'yes') return;
  const count = await inDatabase(connection, async (session) => {
    const { records } = await session.run('MATCH (n) RETURN count(n) AS nodes');
    return records[0].get('nodes').toNumber();
  });
  if (count > 0) {
    throw new Error(
      `The database at ${connection.uri} holds ${count} nodes, and tests delete everything: unset NEO4J_URI, or set RAPPORT_TEST_WIPE=yes.`,
    );
  }
}

async function wipe(session) {
  await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
}

async function inDatabase({ uri, username, password, database }, work) {
  const { default: neo4j } = await import('neo4j-driver');
  const limits = { connectionTimeout: 3_000, connectionAcquisitionTimeout: 5_000, maxTransactionRetryTime: 0 };
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), limits);
  try {
    return await work(driver.session({ database }));
  } catch (error) {
    throw new Error(`The Neo4j that NEO4J_URI names (${uri}) does not answer: ${error.message.split(/[.\n]/)[0]}`);
  } finally {
    await driver.close();
  }
}

async function startContainer() {
  const { GenericContainer, Wait } = await import('testcontainers');
  const image = process.env.RAPPORT_NEO4J_VERSION
    ? `neo4j:${process.env.RAPPORT_NEO4J_VERSION}-community`
    : 'neo4j:5.26-community';
  const password = 'a-password-of-a-test';
  say(`Starting ${image} in Docker (testcontainers).`);
  const container = await new GenericContainer(image)
    .withEnvironment({
      NEO4J_AUTH: `neo4j/${password}`,
      NEO4J_server_memory_heap_max__size: process.env.RAPPORT_NEO4J_HEAP ?? '1g',
    })
    .withExposedPorts(7687)
    .withWaitStrategy(Wait.forLogMessage('Started.'))
    .withStartupTimeout(180_000)
    .start();
  publish({
    uri: `bolt://${container.getHost()}:${container.getMappedPort(7687)}`,
    username: 'neo4j',
    password,
    database: 'neo4j',
  });
  return () => container.stop();
}

async function startManagedServer() {
  const { obtainDatabase } = await built('neo4j/local/obtain.js');
  await sweepAbandonedHomes();
  const home = join(tmpdir(), `${HOMES}${process.pid}`);
  const stop = () => removeHome(home);
  stopOnSignal(stop);
  const { local } = await configuration();
  try {
    const { connection } = await obtainDatabase({ neo4j: null, local: { ...local, home, boltPort: null } }, say);
    publish(connection);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** The settings of the environment, with a smaller server than people get. */
async function configuration() {
  const { readConfig } = await built('config.js');
  return readConfig({ RAPPORT_NEO4J_HEAP: '1g', RAPPORT_NEO4J_PAGE_CACHE: '256m', ...process.env });
}

/** Homes of runs that were killed: their server is stopped, their folder removed. */
async function sweepAbandonedHomes() {
  for (const name of await readdir(tmpdir())) {
    const owner = name.startsWith(HOMES) ? Number(name.slice(HOMES.length)) : 0;
    if (owner > 0 && owner !== process.pid && !isAlive(owner)) await removeHome(join(tmpdir(), name));
  }
}

async function removeHome(home) {
  const { stopLocalServer } = await built('neo4j/local/server.js');
  await stopLocalServer(home);
  await rm(home, { recursive: true, force: true });
}

function stopOnSignal(stop) {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ]) {
    process.once(signal, () => stop().finally(() => process.exit(code)));
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function dockerAnswers() {
  return new Promise((resolve) => {
    const probe = spawn('docker', ['info'], { stdio: 'ignore', timeout: 3_000, killSignal: 'SIGKILL' });
    probe.on('error', () => resolve(false));
    probe.on('exit', (code) => resolve(code === 0));
  });
}

function built(file) {
  const url = new URL(file, dist);
  if (!existsSync(url)) throw new Error('dist/ is missing: run `npm run build` first, or use `npm test`.');
  return import(url.href);
}

function publish({ uri, username, password, database }) {
  Object.assign(process.env, {
    NEO4J_URI: uri,
    NEO4J_USERNAME: username,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
  });
}

function say(message) {
  process.stderr.write(`database: ${message}\n`);
}
