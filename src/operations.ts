import { readFile } from 'node:fs/promises';
import type { Config } from './config.js';
import type { Calibration } from './domain/calibration.js';
import { KindRegistry } from './domain/interaction-kind.js';
import type { CanonicalRecord } from './domain/records.js';
import { SCORE_DEFAULTS } from './domain/score-options.js';
import type { RunOptions } from './domain/score-run.js';
import { BadInputError } from './errors.js';
import { createSchema, printSchemaFile } from './graphql/schema.js';
import { toJsonRecord } from './ingest/record-json.js';
import { Database } from './neo4j/database.js';
import { obtainDatabase, obtainLocalServer } from './neo4j/local/obtain.js';
import {
  type LocalServer,
  type LocalServerStatus,
  statusLocalServer,
  stopLocalServer,
  wipeLocalServer,
} from './neo4j/local/server.js';
import { CALIBRATIONS, REFERENCE_V1, readCalibration } from './scoring/calibration.js';
import { checkHealth, type Finding } from './service/check-health.js';
import { RecordInteractions } from './service/record-interactions.js';
import { HealthStore } from './store/health-store.js';
import type { InteractionStore } from './store/interaction-store.js';
import { Neo4jScoreStore } from './store/score-store.js';

/** The product's defaults: the model's, over the frozen reference calibration, as of now. */
export function defaultRunOptions(): RunOptions {
  return { ...SCORE_DEFAULTS, calibration: REFERENCE_V1, asOf: Date.now(), fixedAsOf: false };
}

/** Reads and checks files without a database. */
export function createPreview(): Pick<RecordInteractions, 'preview'> {
  const unreachable: InteractionStore = { record: () => Promise.reject(new Error('a preview stores nothing')) };
  return new RecordInteractions(unreachable, new KindRegistry());
}

/** A built-in calibration by name, or one from a JSON file. Throws BadInputError for one that cannot be used. */
export async function findCalibration(nameOrFile: string): Promise<Calibration> {
  const known = CALIBRATIONS.get(nameOrFile);
  if (known !== undefined) return known;
  try {
    return readCalibration(JSON.parse(await readFile(nameOrFile, 'utf8')));
  } catch (error) {
    const names = [...CALIBRATIONS.keys()].join(', ');
    throw new BadInputError(
      'calibration',
      `The calibration must be ${names}, or a JSON file of reference points: ${(error as Error).message}`,
    );
  }
}

/** A line of an import file, without its end. */
export function recordLine(record: CanonicalRecord): string {
  return JSON.stringify(toJsonRecord(record));
}

/** The schema as text, as it is committed. */
export function schemaText(): string {
  return printSchemaFile(createSchema());
}

/** The doctor's findings; never starts a server that is not running. */
export async function examine(config: Config): Promise<Finding[]> {
  const local = config.neo4j === null ? await statusLocalServer(config.local.home) : null;
  if (local?.running === false) {
    return [
      {
        check: 'Neo4j reachable',
        ok: false,
        finding: `the managed server of ${local.home} is not running`,
        fix: 'rapport database start',
      },
    ];
  }
  const { connection } = await obtainDatabase(config);
  const database = new Database(connection);
  const published = () => new Neo4jScoreStore(database, new KindRegistry()).published();
  try {
    return await checkHealth({ store: new HealthStore(database), published, given: local === null, now: Date.now });
  } finally {
    await database[Symbol.asyncDispose]();
  }
}

/** The managed server, for which Java and Maven are installed where that is possible, whatever NEO4J_URI says. */
export async function startLocalDatabase(config: Config, onProgress: (message: string) => void): Promise<LocalServer> {
  return (await obtainLocalServer(config.local, onProgress)).server;
}

export function statusLocalDatabase(config: Config): Promise<LocalServerStatus> {
  return statusLocalServer(config.local.home);
}

export function stopLocalDatabase(config: Config): Promise<boolean> {
  return stopLocalServer(config.local.home);
}

export function wipeLocalDatabase(config: Config): Promise<void> {
  return wipeLocalServer(config.local.home);
}
