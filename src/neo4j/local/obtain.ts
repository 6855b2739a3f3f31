import { RapportError } from '../../errors.js';
import type { Connection } from '../database.js';
import { canInstall, installJavaAndMaven, waysToDatabase } from './install.js';
import { hasJars, hasMaven } from './jars.js';
import { findJava } from './java.js';
import { type LocalServer, type LocalServerOptions, startLocalServer, statusLocalServer } from './server.js';
import { type ServerVersion, serverVersion } from './version.js';

/** What decides where the database comes from; a Config fits. */
export interface DatabaseSettings {
  /** Null: use the managed local server. */
  readonly neo4j: Connection | null;
  readonly local: Omit<LocalServerOptions, 'onProgress'>;
}

/** A database and how it was come by; `server` is ours to stop when `way` is managed. */
export type ObtainedDatabase = { readonly way: 'given'; readonly connection: Connection } | ManagedDatabase;

export interface ManagedDatabase {
  readonly way: 'managed';
  readonly connection: Connection;
  readonly server: LocalServer;
}

/** Finds a database: the given one, else a managed local server, for which Java and Maven are installed where that is possible. Throws NO_DATABASE naming the ways. */
export async function obtainDatabase(
  settings: DatabaseSettings,
  onProgress?: (message: string) => void,
): Promise<ObtainedDatabase> {
  if (settings.neo4j !== null) {
    onProgress?.(`Using the Neo4j that NEO4J_URI names: ${settings.neo4j.uri}.`);
    return { way: 'given', connection: settings.neo4j };
  }
  return obtainLocalServer(settings.local, onProgress);
}

/** The managed local server, started unless it runs. Throws as obtainDatabase does. */
export async function obtainLocalServer(
  settings: DatabaseSettings['local'],
  onProgress?: (message: string) => void,
): Promise<ManagedDatabase> {
  const local = { ...settings, onProgress };
  const { running } = await statusLocalServer(local.home);
  if (!running) await provideJavaAndMaven(serverVersion(local.version ?? undefined), local);
  const server = await startLocalServer(local);
  const { uri, username, password } = server;
  return { way: 'managed', connection: { uri, username, password, database: 'neo4j' }, server };
}

async function provideJavaAndMaven(version: ServerVersion, settings: LocalServerOptions): Promise<void> {
  if (await canRun(version, settings)) return;
  if (!(await canInstall())) throw new RapportError('NO_DATABASE', waysToDatabase());
  await installJavaAndMaven(settings.onProgress);
  if (!(await canRun(version, settings))) {
    throw new RapportError(
      'NO_DATABASE',
      `The Java of this distribution is older than ${version.javaMinimum}, which Neo4j ${version.version} needs. ${waysToDatabase()}`,
    );
  }
}

async function canRun(version: ServerVersion, { cache, javaHome }: LocalServerOptions): Promise<boolean> {
  const java = await findJava(version, javaHome ?? undefined);
  return java !== undefined && ((await hasJars(version, cache)) || (await hasMaven()));
}
