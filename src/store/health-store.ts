import { instant, integer, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import {
  appliedMigrations,
  expectedIndexes,
  missingIndexes,
  presentIndexes,
  readMigrations,
} from '../neo4j/migrate.js';
import { bindQuery, READ, WRITE } from '../neo4j/query.js';

const componentsQuery = bindQuery('health/components', READ, {}, { version: text, edition: text });
const unresolvedQuery = bindQuery('health/unresolved', READ, {}, { resolved: integer, waiting: integer });
const writeTest = bindQuery('health/write-test', WRITE, {}, { at: instant });

class Rollback extends Error {}

/** Asks the database how it is. Every method throws RapportError when it does not answer. */
export class HealthStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async server(): Promise<{ version: string; edition: string }> {
    return (await this.#database.run(componentsQuery, {}))[0]!;
  }

  /** Migrations that have not been applied, by name; indexes that are not there, and those that are not online. */
  async missing(): Promise<{ migrations: string[]; indexes: string[]; offline: string[] }> {
    const migrations = readMigrations();
    const applied = await appliedMigrations(this.#database);
    const known = migrations.slice(0, applied.length);
    const present = await presentIndexes(this.#database);
    return {
      migrations: migrations.slice(applied.length).map(({ name }) => name),
      indexes: missingIndexes(expectedIndexes(known), present).map(({ name }) => name),
      offline: present.filter(({ state }) => state !== 'ONLINE').map(({ name, state }) => `${name} is ${state}`),
    };
  }

  /** Writes a node and rolls it back. */
  async tryWrite(): Promise<void> {
    const attempt = this.#database.write(async (runner) => {
      await runner.run(writeTest, {});
      throw new Rollback();
    });
    await attempt.catch((error) => {
      if (!(error instanceof Rollback)) throw error;
    });
  }

  async interactions(): Promise<{ resolved: number; waiting: number }> {
    return (await this.#database.run(unresolvedQuery, {}))[0]!;
  }
}
