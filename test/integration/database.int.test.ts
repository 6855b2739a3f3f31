import { connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Database, PATIENT } from '../../src/neo4j/database.js';
import { migrate, readMigrations } from '../../src/neo4j/migrate.js';
import { bindQuery, READ } from '../../src/neo4j/query.js';
import { HealthStore } from '../../src/store/health-store.js';
import { PersonStore } from '../../src/store/person-store.js';
import { testConnection } from '../support/database.js';

async function timed(work: Promise<unknown>): Promise<{ error: unknown; milliseconds: number }> {
  const start = performance.now();
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return { error, milliseconds: performance.now() - start };
}

async function expectUnavailable(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
}

/** Stands between a driver and the database, and can fall silent or be slow to answer. */
class Between {
  silent = false;
  delay = 0;
  #frozen = false;
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Between> {
    const target = new URL(testConnection().uri);
    const server = createServer();
    const between = new Between(server);
    server.on('connection', (near) => {
      const far = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        between.#sockets.add(from);
        if (between.#frozen) from.pause();
        from.on('data', (chunk) => {
          if (between.silent) return;
          if (from === far && between.delay > 0) setTimeout(() => to.write(chunk), between.delay / 4);
          else to.write(chunk);
        });
        from.on('error', () => undefined);
        from.on('close', () => to.destroy());
      }
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return between;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  /** Neither says nor takes anything until told otherwise; nothing is lost. */
  freeze(frozen: boolean): void {
    this.#frozen = frozen;
    for (const socket of this.#sockets) frozen ? socket.pause() : socket.resume();
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}

describe('with the database away', () => {
  it.each(['read', 'write'])(
    'a %s answers with DATABASE_UNAVAILABLE within 3 seconds, on a closed port',
    async (how) => {
      const database = new Database({ ...testConnection(), uri: 'bolt://127.0.0.1:9' });
      const { error, milliseconds } = await timed(
        how === 'read' ? new PersonStore(database).findByIds(['a:1']) : database.write(async () => undefined),
      );
      expect(error).toMatchObject({
        code: 'DATABASE_UNAVAILABLE',
        message: expect.stringContaining('bolt://127.0.0.1:9'),
      });
      expect(milliseconds).toBeLessThan(3_000);
      await database[Symbol.asyncDispose]();
    },
  );

  it('a read answers within 3 seconds when the port accepts and says nothing', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as { port: number };
    const database = new Database({ ...testConnection(), uri: `bolt://127.0.0.1:${port}` });
    const { error, milliseconds } = await timed(new PersonStore(database).findByIds(['a:1']));
    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    expect(milliseconds).toBeLessThan(3_000);
    await database[Symbol.asyncDispose]();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it.each<[string, (database: Database) => Promise<unknown>]>([
    ['read', (database) => new PersonStore(database).findByIds(['a:1'])],
    ['write', (database) => new HealthStore(database).tryWrite()],
  ])(
    'a %s answers within 3 seconds when the server falls silent on a connection that worked, and again when it speaks',
    async (_how, call) => {
      const between = await Between.open();
      const database = new Database({ ...testConnection(), uri: between.uri });
      await call(database);
      between.silent = true;
      const failures = [await timed(call(database)), await timed(call(database))];
      between.silent = false;
      const { error } = await timed(call(database));
      between.close();
      await database[Symbol.asyncDispose]();
      expect(failures.map((failure) => (failure.error as { code: string }).code)).toEqual([
        'DATABASE_UNAVAILABLE',
        'DATABASE_UNAVAILABLE',
      ]);
      expect((failures[0]!.error as Error).message).toMatch(/stopped answering|does not answer/);
      expect(Math.max(...failures.map(({ milliseconds }) => milliseconds))).toBeLessThan(3_000);
      expect(error).toBeNull();
    },
  );

  it('a thousand reads at once all answer within 3 seconds', async () => {
    const database = new Database({ ...testConnection(), uri: 'bolt://127.0.0.1:9' });
    const { error, milliseconds } = await timed(
      Promise.all(Array.from({ length: 1_000 }, () => expectUnavailable(new PersonStore(database).findByIds(['a:1'])))),
    );
    expect([error, milliseconds < 3_000]).toEqual([null, true]);
    await database[Symbol.asyncDispose]();
  });

  it('work that is patient waits out a silence, reading and writing', async () => {
    const between = await Between.open();
    const database = new Database({ ...testConnection(), uri: between.uri }, PATIENT);
    await new HealthStore(database).tryWrite();
    between.freeze(true);
    const rows: unknown[] = [];
    const outcomes = Promise.all([
      timed(new HealthStore(database).tryWrite()),
      ...Array.from({ length: 3 }, () => timed(new PersonStore(database).findByIds(['a:1']))),
      timed(database.stream(bindQuery('health/unresolved', READ, {}, {}), {}, (row) => rows.push(row))),
    ]).finally(() => between.close());
    await new Promise((done) => setTimeout(done, 4_000));
    between.freeze(false);
    await outcomes;
    expect(rows).toHaveLength(1);
    await database[Symbol.asyncDispose]();
    expect((await outcomes).map(({ error }) => error)).toEqual([null, null, null, null, null]);
  });

  it('a read that only takes long is waited for', async () => {
    const between = await Between.open();
    const database = new Database({ ...testConnection(), uri: between.uri }, { silence: 50 });
    between.delay = 800;
    const { error, milliseconds } = await timed(new PersonStore(database).findByIds(['a:1']));
    between.close();
    await database[Symbol.asyncDispose]();
    expect([error, milliseconds > 400]).toEqual([null, true]);
  });

  it('more reads and writes at once than there are connections wait for their turn', async () => {
    const between = await Between.open();
    const database = new Database({ ...testConnection(), uri: between.uri });
    await new PersonStore(database).findByIds(['a:1']);
    between.delay = 800;
    const many = Array.from({ length: 450 }, (_, i) =>
      i % 10 === 0 ? new HealthStore(database).tryWrite() : new PersonStore(database).findByIds(['a:1']),
    );
    const { error, milliseconds } = await timed(Promise.all(many));
    between.close();
    await database[Symbol.asyncDispose]();
    expect([error, milliseconds > 2_000]).toEqual([null, true]);
  });

  it('a wrong password is told apart', async () => {
    const database = new Database({ ...testConnection(), password: 'wrong' });
    await expect(new PersonStore(database).findByIds(['a:1'])).rejects.toMatchObject({ code: 'DATABASE_UNAUTHORISED' });
    await database[Symbol.asyncDispose]();
  });
});

describe('migrations', () => {
  it('are applied once, in order, and again without effect', async () => {
    const database = new Database(testConnection());
    await migrate(database);
    expect(await migrate(database)).toEqual([]);
    await database[Symbol.asyncDispose]();
  });

  it('stop the start when an applied one was altered, or is unknown', async () => {
    const database = new Database(testConnection());
    const migrations = readMigrations();
    await migrate(database, migrations);
    const altered = migrations.map((migration) =>
      migration.version === 3 ? { ...migration, checksum: 'other' } : migration,
    );
    await expect(migrate(database, altered)).rejects.toMatchObject({
      code: 'MIGRATION_ALTERED',
      message: expect.stringContaining('V003__message_id_is_unique'),
    });
    await expect(migrate(database, migrations.slice(0, -1))).rejects.toMatchObject({
      code: 'MIGRATION_ALTERED',
      message: expect.stringContaining('does not know'),
    });
    await database[Symbol.asyncDispose]();
  });

  it('make again what was dropped by hand, and the doctor says what that was', async () => {
    const database = new Database(testConnection());
    const health = new HealthStore(database);
    expect(await health.missing()).toEqual({ migrations: [], indexes: [], offline: [] });
    await database.administer('WRITE', async (session) => {
      for (const statement of ['CONSTRAINT person_idx', 'INDEX person_handle', 'INDEX people'])
        await session.run(`DROP ${statement}`);
    });
    const dropped = ['person_idx', 'people', 'person_handle'];
    expect((await health.missing()).indexes.sort()).toEqual(dropped.sort());
    const made = (await migrate(database)).map(({ version }) => version);
    expect(made.sort((a, b) => a - b)).toEqual([2, 14, 27]);
    expect(await health.missing()).toEqual({ migrations: [], indexes: [], offline: [] });
    expect(await migrate(database)).toEqual([]);
    await database[Symbol.asyncDispose]();
  });

  it('take an equivalent index of another name for theirs, and mind no other index that failed', async () => {
    const database = new Database(testConnection());
    const change = (...statements: string[]) =>
      database.administer('WRITE', async (session) => {
        for (const statement of statements) await session.run(statement);
      });
    await change(
      'DROP INDEX person_handle',
      'CREATE INDEX by_hand FOR (p:Person) ON (p.handle, p.platform)',
      "CREATE (:Big {text: reduce(s = '', i IN range(1, 4000) | s + '0123456789')})",
      'CREATE INDEX big_text FOR (b:Big) ON (b.text)',
    );
    expect(await migrate(database)).toEqual([]);
    expect((await new HealthStore(database).missing()).indexes).toEqual([]);
    await change('DROP INDEX by_hand');
    expect((await migrate(database)).map(({ version }) => version)).toEqual([14]);
    await change('DROP INDEX big_text', 'MATCH (b:Big) DELETE b');
    await change('DROP CONSTRAINT self_id', 'CREATE INDEX plain FOR ()-[r:SELF]-() ON (r.id)');
    expect((await new HealthStore(database).missing()).indexes).toEqual(['self_id']);
    await expect(migrate(database)).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      message: expect.stringContaining('V020__self_id_is_unique'),
    });
    await change('DROP INDEX plain');
    expect((await migrate(database)).map(({ version }) => version)).toEqual([20]);
    await database[Symbol.asyncDispose]();
  });

  it('may be applied by two processes at once', async () => {
    const databases = [new Database(testConnection()), new Database(testConnection())];
    await databases[0]!.administer('WRITE', async (session) => {
      await session.run('MATCH (m:Migration) DELETE m');
      await session.run('DROP CONSTRAINT migration_version IF EXISTS');
    });
    await Promise.all(databases.map((database) => migrate(database)));
    expect(await migrate(databases[0]!)).toEqual([]);
    for (const database of databases) await database[Symbol.asyncDispose]();
  });
});
