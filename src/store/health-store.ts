import { instant, integer, text } from '../neo4j/columns.js';
import type { Database } from '../neo4j/database.js';
import { appliedMigrations, readMigrations } from '../neo4j/migrate.js';
import { bindQuery, READ, WRITE } from '../neo4j/query.js';

const componentsQuery = bindQuery('health/components', READ, {}, { version: text, edition: text });
const constraintsQuery = bindQuery('health/constraints', READ, {}, { name: text, state: text });
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

  /** Migrations that have not been applied, by name, and indexes that are not online. */
  async missing(): Promise<{ migrations: string[]; indexes: string[] }> {
    const applied = new Set((await appliedMigrations(this.#database)).map(({ version }) => version));
    const indexes = await this.#database.run(constraintsQuery, {});
    return {
      migrations: readMigrations()
        .filter(({ version }) => !applied.has(version))
        .map(({ name }) => name),
      indexes: indexes.filter(({ state }) => state !== 'ONLINE').map(({ name }) => name),
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
