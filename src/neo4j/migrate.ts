import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Session } from 'neo4j-driver';
import { RapportError } from '../errors.js';
import type { Database } from './database.js';
import { CYPHER_ROOT } from './query.js';

/** One file of cypher/migrations, applied in order of its version and never changed afterwards. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statement: string;
  /** SHA-256 of the statement, hexadecimal. */
  readonly checksum: string;
}

const FILE = /^V(\d{3})__([a-z0-9_]+)\.cypher$/;

/** Reads the migrations in order; throws RapportError MIGRATION_FAILED for a misnamed file, a repeated or a missing number. */
export function readMigrations(directory = `${CYPHER_ROOT}migrations/`): Migration[] {
  const migrations = readdirSync(directory)
    .sort()
    .map((file) => {
      const match = FILE.exec(file);
      if (match === null)
        throw new RapportError('MIGRATION_FAILED', `${file} is no migration; name it V001__what_it_does.cypher`);
      const statement = readFileSync(`${directory}${file}`, 'utf8');
      return {
        version: Number(match[1]),
        name: match[2]!,
        statement,
        checksum: createHash('sha256').update(statement).digest('hex'),
      };
    });
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 1)
      throw new RapportError(
        'MIGRATION_FAILED',
        `migration numbers must run from 1 without gaps; ${migration.version} stands at place ${index + 1}`,
      );
  }
  return migrations;
}

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/** What has been applied, in order. */
export async function appliedMigrations(database: Database): Promise<Applied[]> {
  return database.administer('READ', async (session) => {
    const result = await session.run(
      'MATCH (m:Migration) RETURN m.version AS version, m.name AS name, m.checksum AS checksum ORDER BY version',
    );
    return result.records.map((row) => row.toObject() as unknown as Applied);
  });
}

/** Before anything is remembered, so that two processes that start at once remember it once. */
const ONE_OF_A_VERSION =
  'CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (m:Migration) REQUIRE m.version IS UNIQUE';

/** An index of ours, that of a constraint included. */
export interface Index {
  readonly name: string;
  /** What it is over, and whether it is a constraint's: an equivalent one of another name serves as well. */
  readonly over: string;
}

/** Our indexes, each with the migration that made it as it is. */
export function expectedIndexes(migrations = readMigrations()): (Index & { readonly migration: Migration })[] {
  const made = new Map<string, Index & { migration: Migration }>();
  for (const migration of migrations) {
    const [, type, name, rest] = CREATES.exec(migration.statement) ?? [];
    if (type === undefined) continue;
    const label = /:(\w+)[)\]]/.exec(rest!)![1]!;
    const properties = [...rest!.matchAll(/\b[a-z]\.(\w+)/g)].map(([, property]) => property!);
    made.set(name!, { name: name!, over: overOf(type, label, properties), migration });
  }
  return [...made.values()];
}

const CREATES = /^CREATE (CONSTRAINT|INDEX|FULLTEXT INDEX) (\w+) IF NOT EXISTS (.*)/m;

function overOf(type: string, label: string, properties: readonly string[]): string {
  return `${type} ${label}(${properties.join(', ')})`;
}

/** Indexes that are there, with their state: ONLINE, POPULATING or FAILED. */
export async function presentIndexes(database: Database): Promise<(Index & { readonly state: string })[]> {
  return database.administer('READ', async (session) => {
    const { records } = await session.run(
      'SHOW INDEXES YIELD name, state, type, labelsOrTypes, properties, owningConstraint RETURN *',
    );
    return records.map((record) => {
      const { name, state, type, labelsOrTypes, properties, owningConstraint } = record.toObject();
      const made = owningConstraint !== null ? 'CONSTRAINT' : type === 'FULLTEXT' ? 'FULLTEXT INDEX' : 'INDEX';
      return { name, state, over: overOf(made, labelsOrTypes?.[0] ?? '', properties ?? []) };
    });
  });
}

/** Our indexes that are not there; one that is asked by its name must have it. */
export function missingIndexes<I extends Index>(expected: readonly I[], present: readonly Index[]): I[] {
  const names = new Set(present.map(({ name }) => name));
  const over = new Set(present.map((index) => index.over));
  return expected.filter((index) =>
    index.over.startsWith('FULLTEXT') ? !names.has(index.name) : !over.has(index.over),
  );
}

/**
 * Applies what is missing and makes again what was dropped by hand; returns both. Throws RapportError MIGRATION_ALTERED when an applied file has
 * changed since, MIGRATION_FAILED when Neo4j refuses one.
 */
export async function migrate(database: Database, migrations = readMigrations()): Promise<Migration[]> {
  const applied = new Map((await appliedMigrations(database)).map((entry) => [entry.version, entry]));
  for (const [version, entry] of applied) checkUnaltered(entry, migrations[version - 1]);
  const missing = migrations.filter((migration) => !applied.has(migration.version));
  if (missing.length > 0)
    await database.administer('WRITE', async (session) => {
      await session.run(ONE_OF_A_VERSION).catch(unlessMadeMeanwhile);
    });
  for (const migration of missing) await apply(database, migration);
  const expected = expectedIndexes(migrations);
  const dropped = missingIndexes(expected, await presentIndexes(database)).map(({ migration }) => migration);
  for (const migration of dropped) await database.administer('WRITE', (session) => run(session, migration));
  const done = [...missing, ...dropped];
  for (const { name, migration } of expected) if (done.includes(migration)) await awaitIndex(database, name, migration);
  return done;
}

async function awaitIndex(database: Database, name: string, migration: Migration): Promise<void> {
  await database.administer('READ', async (session) => {
    await session.run('CALL db.awaitIndex($name, 600)', { name }).catch((error) => refuse(error, migration));
  });
}

async function run(session: Session, migration: Migration): Promise<void> {
  await session
    .run(migration.statement)
    .catch(unlessMadeMeanwhile)
    .catch((error) => refuse(error, migration));
}

function checkUnaltered(entry: Applied, file: Migration | undefined): void {
  const label = `V${String(entry.version).padStart(3, '0')}__${entry.name}`;
  if (file === undefined) {
    throw new RapportError(
      'MIGRATION_ALTERED',
      `The database has migration ${label}, which this version does not know. Use the version that wrote it, or a newer one.`,
    );
  }
  if (file.checksum !== entry.checksum) {
    throw new RapportError(
      'MIGRATION_ALTERED',
      `Migration ${label} was changed after it had been applied. Restore the file and put the change into a new migration.`,
    );
  }
}

/** Another process that starts at the same time may come first between the look and the making. */
function unlessMadeMeanwhile(error: { readonly code?: string }): void {
  if (error.code !== 'Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists') throw error;
}

function refuse(error: { readonly code?: string }, { version, name }: Migration): never {
  if (!error.code?.startsWith('Neo.ClientError.') || error.code.startsWith('Neo.ClientError.Security')) throw error;
  throw new RapportError(
    'MIGRATION_FAILED',
    `Neo4j refused migration V${String(version).padStart(3, '0')}__${name}: ${error.code}. Neo4j 5.26 or later is needed; otherwise the database holds what contradicts it, data or an index over the same.`,
    {},
    { cause: error },
  );
}

async function apply(database: Database, migration: Migration): Promise<void> {
  await database.administer('WRITE', async (session) => {
    const { version } = migration;
    const done = await session.run('MATCH (m:Migration {version: toInteger($version)}) RETURN m', { version });
    if (done.records.length > 0) return;
    await run(session, migration);
    await session.run(
      'MERGE (m:Migration {version: toInteger($version)}) ON CREATE SET m.name = $name, m.checksum = $checksum, m.applied_at = timestamp()',
      { version: migration.version, name: migration.name, checksum: migration.checksum },
    );
  });
}
