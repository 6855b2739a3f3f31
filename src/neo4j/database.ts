import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, type Transaction as DriverTransaction, type Session } from 'neo4j-driver';
import { DatabaseUnavailableError } from '../errors.js';
import type { Columns, RowOf } from './columns.js';
import { isTransient, isUnavailable, toRapportError } from './failure.js';
import type { Parameters, ValuesOf } from './parameters.js';
import { type BoundQuery, decodeRow, encodeParameters, type RawRow } from './query.js';
import { Semaphore } from './semaphore.js';

/** Where the database is and who we are to it. */
export interface Connection {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly database: string;
}

/** What runs bound queries: a database, or one transaction of it. */
export interface Runner {
  run<P extends Parameters, C extends Columns>(query: BoundQuery<P, C>, values: ValuesOf<P>): Promise<RowOf<C>[]>;
}

/** Milliseconds. */
export interface Deadlines {
  readonly connect: number;
  /** How long a connection may take to be ready, from a server that is there. */
  readonly acquire: number;
  /** How long the server may say nothing before it is looked whether anybody is there. */
  readonly silence: number;
  /** How long a session may take to end. */
  readonly close: number;
  readonly read: number;
  readonly write: number;
  /** How long an absent server is tried again before the call fails. */
  readonly absent: number;
  /** How long deadlocks and the like are tried again. */
  readonly transient: number;
}

/** Connections of the pool, and how many of them reads and writes may hold at once: others wait, where the driver would give up on them. */
const POOL = 50;
const READS = 30;
const WRITES = 10;

/** For work of its own, in which a long pause of the server is better waited for than answered. */
export const PATIENT: Partial<Deadlines> = { silence: 20_000, acquire: 20_000 };

const DEADLINES: Deadlines = {
  connect: 1_000,
  acquire: 2_000,
  silence: 1_200,
  close: 200,
  read: 10_000,
  write: 120_000,
  absent: 1_200,
  transient: 30_000,
};

/** The one door to Neo4j: bound queries in, domain values or typed failures out. */
export class Database implements Runner, AsyncDisposable {
  readonly #driver: Driver;
  readonly #connection: Connection;
  readonly #deadlines: Deadlines;
  readonly #reads = new Semaphore(READS);
  readonly #writes = new Semaphore(WRITES);
  #look: Promise<boolean> | null = null;

  constructor(connection: Connection, deadlines: Partial<Deadlines> = {}) {
    this.#connection = connection;
    this.#deadlines = { ...DEADLINES, ...deadlines };
    this.#driver = this.#open(POOL);
  }

  #open(connections: number): Driver {
    const { uri, username, password } = this.#connection;
    return neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      connectionTimeout: this.#deadlines.connect,
      connectionAcquisitionTimeout: this.#deadlines.acquire,
      connectionLivenessCheckTimeout: 30_000,
      maxConnectionPoolSize: connections,
      telemetryDisabled: true,
    });
  }

  get address(): string {
    return this.#connection.uri;
  }

  /** Runs one reading statement; the server refuses writes in it. Throws RapportError. */
  async run<P extends Parameters, C extends Columns>(
    query: BoundQuery<P, C>,
    values: ValuesOf<P>,
    timeout = this.#deadlines.read,
  ): Promise<RowOf<C>[]> {
    const parameters = encodeParameters(query, values);
    return this.#retrying(this.#reads, query.name, async () => {
      const session = this.#session('READ');
      try {
        const answer = session.run(query.statement, parameters, { timeout });
        const result = await (timeout > this.#deadlines.read ? answer : this.#unlessSilent(answer));
        return result.records.map((row) => decodeRow(query, row));
      } finally {
        await this.#close(session);
      }
    });
  }

  async #close(session: Session): Promise<void> {
    await Promise.race([session.close().catch(() => undefined), sleep(this.#deadlines.close, null, { ref: false })]);
  }

  /**
   * What an answer comes to, unless the server says nothing and takes no new connection either: then nobody may be there, and the driver would wait
   * for a minute on the old one.
   */
  async #unlessSilent<T>(answer: PromiseLike<T>): Promise<T> {
    const over = new AbortController();
    const silence = async (): Promise<never> => {
      for (;;) {
        await sleep(this.#deadlines.silence, null, { signal: over.signal });
        if (!(await this.#takesConnections()))
          throw new DatabaseUnavailableError(
            `Neo4j at ${this.address} has stopped answering. Look whether it runs and can be reached.`,
          );
      }
    };
    try {
      return await Promise.race([answer, silence()]);
    } finally {
      over.abort();
    }
  }

  /** One look for all who wait. */
  #takesConnections(): Promise<boolean> {
    this.#look ??= this.#connectAnew().finally(() => {
      this.#look = null;
    });
    return this.#look;
  }

  async #connectAnew(): Promise<boolean> {
    const probe = this.#open(1);
    try {
      const answer = probe.getServerInfo({ database: this.#connection.database });
      return await Promise.race([
        answer.then(
          () => true,
          (error) => !isUnavailable(error),
        ),
        sleep(this.#deadlines.connect + 300, false, { ref: false }),
      ]);
    } finally {
      void probe.close().catch(() => undefined);
    }
  }

  /** Streams a large result without decoding it; the values arrive as the driver made them. */
  async stream<P extends Parameters>(
    query: BoundQuery<P, Columns>,
    values: ValuesOf<P>,
    onRow: (row: RawRow) => void,
    timeout = 600_000,
  ): Promise<void> {
    const session = this.#session('READ', 10_000);
    try {
      const result = session.run(query.statement, encodeParameters(query, values), { timeout });
      await new Promise<void>((resolve, reject) => {
        result.subscribe({ onNext: onRow, onCompleted: () => resolve(), onError: reject });
      });
    } catch (error) {
      throw toRapportError(error, this.address, query.name);
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  /** Runs work in one transaction, again from the start when it was lost; so the work must be idempotent by key. Throws RapportError, DATABASE_UNAVAILABLE also where it is not known whether the server took it. */
  async write<T>(work: (transaction: Runner) => Promise<T>, timeout = this.#deadlines.write): Promise<T> {
    return this.#retrying(this.#writes, undefined, async () => {
      const session = this.#session('WRITE');
      try {
        // Not awaited, so that the first statement goes out with it; that statement fails with what the beginning fails with.
        const transaction = session.beginTransaction({ timeout });
        const answered = <A>(answer: Promise<A>): Promise<A> =>
          timeout > this.#deadlines.write ? answer : this.#unlessSilent(answer);
        const outcome = await work(new TransactionRunner(transaction, answered));
        await answered(transaction.commit());
        return outcome;
      } finally {
        await this.#close(session);
      }
    });
  }

  /** Runs raw statements that cannot be bound to a file: migrations and checks of the server itself. */
  async administer<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    return this.#retrying(this.#writes, undefined, async () => {
      const session = this.#session(mode);
      try {
        return await work(session);
      } finally {
        await session.close().catch(() => undefined);
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#driver.close();
  }

  #session(mode: 'READ' | 'WRITE', fetchSize = 1_000): Session {
    return this.#driver.session({ database: this.#connection.database, defaultAccessMode: mode, fetchSize });
  }

  /** Tries again what may pass, with one permit. Where the server is away, whoever waits for one fails with it instead of finding out one after the other. */
  #retrying<T>(permits: Semaphore, query: string | undefined, attempt: () => Promise<T>): Promise<T> {
    return permits.run(async () => {
      const start = Date.now();
      for (let delay = 100; ; delay *= 2) {
        try {
          return await attempt();
        } catch (error) {
          const budget = isUnavailable(error) ? this.#deadlines.absent : this.#deadlines.transient;
          if (isTransient(error) && Date.now() + delay - start <= budget) {
            await sleep(delay);
            continue;
          }
          const failure = toRapportError(error, this.address, query);
          if (failure instanceof DatabaseUnavailableError) permits.rejectWaiting(failure);
          throw failure;
        }
      }
    });
  }
}

class TransactionRunner implements Runner {
  readonly #transaction: DriverTransaction;
  readonly #answered: <A>(answer: Promise<A>) => Promise<A>;

  constructor(transaction: DriverTransaction, answered: <A>(answer: Promise<A>) => Promise<A>) {
    this.#transaction = transaction;
    this.#answered = answered;
  }

  async run<P extends Parameters, C extends Columns>(
    query: BoundQuery<P, C>,
    values: ValuesOf<P>,
  ): Promise<RowOf<C>[]> {
    const result = await this.#answered(this.#transaction.run(query.statement, encodeParameters(query, values)));
    return result.records.map((row) => decodeRow(query, row));
  }
}
