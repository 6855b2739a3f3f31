import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { readConfig } from '../../src/config.js';
import { findJava } from '../../src/neo4j/local/java.js';
import { processIdentity } from '../../src/neo4j/local/process-identity.js';
import {
  type LocalServer,
  startLocalServer,
  statusLocalServer,
  stopLocalServer,
  wipeLocalServer,
} from '../../src/neo4j/local/server.js';
import { serverVersion } from '../../src/neo4j/local/version.js';

const { cache, version, javaHome } = readConfig({ ...process.env, NEO4J_URI: undefined }).local;

async function readRows(server: LocalServer, text: string): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.username, server.password), {
    disableLosslessIntegers: true,
  });
  try {
    return (await driver.executeQuery(text, {}, { database: 'neo4j' })).records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

function listen(): Promise<{ stranger: Server; port: number }> {
  return new Promise((resolve) => {
    const stranger = createServer();
    stranger.listen(0, '127.0.0.1', () => {
      const address = stranger.address();
      resolve({ stranger, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });
}

describe('the managed local server', () => {
  let home: string;
  let server: LocalServer;
  const start = (options: { boltPort?: number } = {}) =>
    startLocalServer({ home, cache, version, javaHome, heap: '512m', pageCache: '64m', brief: true, ...options });

  beforeAll(async () => {
    if ((await findJava(serverVersion(version ?? undefined), javaHome ?? undefined)) === undefined)
      throw new Error('This suite needs Java and Maven.');
    home = await mkdtemp(join(tmpdir(), 'rapport-local-'));
    server = await start();
  });

  afterAll(async () => {
    await stopLocalServer(home);
    await rm(home, { recursive: true, force: true });
  });

  it('answers a query with the password of its home', async () => {
    expect(server.started).toBe(true);
    expect(await readRows(server, 'RETURN 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses another password', async () => {
    await expect(readRows({ ...server, password: 'not-the-password' }, 'RETURN 1')).rejects.toMatchObject({
      code: 'Neo.ClientError.Security.Unauthorized',
    });
  });

  it('keeps its home and its password from other users', async () => {
    expect((await stat(join(home, 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(home, 'data'))).mode & 0o077).toBe(0);
    expect(server.password).toMatch(/^[\w-]{43}$/);
  });

  it('is reused by later and by simultaneous starts', async () => {
    const again = await Promise.all([start(), start()]);
    expect(again.map(({ started, pid, uri }) => ({ started, pid, uri }))).toEqual(
      Array(2).fill({ started: false, pid: server.pid, uri: server.uri }),
    );
    expect(await statusLocalServer(home)).toMatchObject({ running: true, pid: server.pid, uri: server.uri });
  });

  it('runs with bounded logs and memory, on loopback, without files from URLs', async () => {
    const rows = await readRows(server, 'SHOW SETTINGS YIELD name, value RETURN name, value');
    const settings = Object.fromEntries(rows.map(({ name, value }) => [name, value]));
    expect(settings).toMatchObject({
      'db.tx_log.rotation.retention_policy': '256M size',
      'db.tx_log.rotation.size': '64.00MiB',
      'db.checkpoint': 'VOLUME',
      'db.checkpoint.interval.volume': '128.00MiB',
      'db.transaction.timeout': '10m',
      'db.memory.transaction.max': '300.00MiB',
      'db.logs.query.enabled': 'OFF',
      'dbms.security.allow_csv_import_from_file_urls': 'false',
      'dbms.usage_report.enabled': 'false',
      'server.http.enabled': 'false',
      'server.memory.pagecache.size': '64.00MiB',
    });
    expect(settings['server.bolt.listen_address']).toMatch(/^(127\.0\.0\.1|localhost):/);
  });

  it('comes back on its port with its data after a kill', async () => {
    await readRows(server, 'CREATE (:Kept)');
    process.kill(server.pid, 'SIGKILL');
    const next = await start();
    expect(next).toMatchObject({ started: true, uri: server.uri, password: server.password });
    expect(await readRows(next, 'MATCH (n:Kept) RETURN count(n) AS kept')).toEqual([{ kept: 1 }]);
  });

  it('leaves no process and no pid when it is stopped', async () => {
    const { pid } = await start();
    expect(await stopLocalServer(home)).toBe(true);
    expect(await processIdentity(pid)).toBeUndefined();
    expect(await readdir(home)).not.toContain('server.pid');
    expect(await statusLocalServer(home)).toMatchObject({ running: false });
    expect(await stopLocalServer(home)).toBe(false);
  });

  it('refuses a port that a stranger listens on', async () => {
    const { stranger, port } = await listen();
    await expect(start({ boltPort: port })).rejects.toMatchObject({ code: 'PORT_TAKEN', details: { port } });
    stranger.close();
  });

  it('forgets its data when it is wiped', async () => {
    await wipeLocalServer(home);
    expect(await readdir(home)).toEqual(['home.json']);
  });
});
