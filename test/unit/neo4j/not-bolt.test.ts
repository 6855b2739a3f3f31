import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Database } from '../../../src/neo4j/database.js';
import { HealthStore } from '../../../src/store/health-store.js';

describe('an address at which something else listens', () => {
  it.each<[string, () => Server]>([
    ['HTTP', () => createHttpServer((_request, response) => response.end('hello'))],
    ['a greeting of another protocol', () => createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'))],
    ['no version of Bolt', () => createServer((socket) => socket.end(Buffer.alloc(4)))],
  ])('is told from a database that does not answer: %s', async (_, make) => {
    const server = make();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const uri = `bolt://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const database = new Database({ uri, username: 'neo4j', password: 'of a test', database: 'neo4j' });
    const calls = [
      new HealthStore(database).tryWrite(),
      database.administer('READ', (session) => session.run('RETURN 1')),
    ];
    for (const outcome of await Promise.allSettled(calls))
      expect(outcome).toMatchObject({
        reason: { code: 'DATABASE_UNAVAILABLE', message: expect.stringMatching(/does not speak Bolt.*7687.*7474/) },
      });
    await database[Symbol.asyncDispose]();
    server.close();
  });
});
