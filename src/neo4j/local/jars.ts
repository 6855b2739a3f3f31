import { access, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { RapportError } from '../../errors.js';
import { withLockFile } from './lock-file.js';
import { lastLines, runCommand } from './run-command.js';
import type { ServerVersion } from './version.js';

const FETCH_TIMEOUT = 600_000;

/** Where the jars lie and whom to tell when they are fetched. */
export interface JarsOptions {
  /** Folder of the user shared by all homes. */
  readonly cache: string;
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** Returns the folder that holds the server's jars, letting Maven fetch them the first time. Throws NO_DATABASE with Maven's last lines. */
export async function ensureJars(server: ServerVersion, options: JarsOptions): Promise<string> {
  const folder = join(options.cache, `neo4j-${server.version}`);
  const lib = join(folder, 'lib');
  const marker = join(folder, 'complete');
  if (await isThere(marker)) return lib;
  const onWait = (pid: number) =>
    options.onProgress?.(`Waiting for process ${pid}, which is fetching Neo4j ${server.version}.`);
  await withLockFile(`${folder}.lock`, { timeout: FETCH_TIMEOUT, onWait }, async () => {
    if (!(await isThere(marker))) await fetchInto(folder, server, options);
  });
  return lib;
}

/** Whether the server's jars are in the cache, so that Maven is not needed. */
export function hasJars(server: ServerVersion, cache: string): Promise<boolean> {
  return isThere(join(cache, `neo4j-${server.version}`, 'complete'));
}

/** The project file from which Maven resolves the server. */
export function pomOf(server: ServerVersion): string {
  const dependencies = server.artifacts.map((coordinates) => {
    const [group, artifact] = coordinates.split(':');
    return `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${server.version}</version></dependency>`;
  });
  return [
    '<project>',
    '  <modelVersion>4.0.0</modelVersion>',
    '  <groupId>rapport</groupId><artifactId>managed-server</artifactId><version>1</version><packaging>pom</packaging>',
    '  <dependencies>',
    ...dependencies,
    '  </dependencies>',
    '</project>',
    '',
  ].join('\n');
}

/** Whether Maven can be run at all. */
export async function hasMaven(): Promise<boolean> {
  return (await runCommand('mvn', ['-v'], { timeout: 30_000 })).code === 0;
}

async function fetchInto(folder: string, server: ServerVersion, { onProgress }: JarsOptions): Promise<void> {
  onProgress?.(`Fetching Neo4j Community ${server.version} with Maven (about 120 MB, once for this user).`);
  await mkdir(dirname(folder), { recursive: true });
  const partial = await mkdtemp(`${folder}.partial-`);
  const project = await mkdtemp(join(tmpdir(), 'rapport-maven-'));
  try {
    await writeFile(join(project, 'pom.xml'), pomOf(server));
    await copyDependencies(project, join(partial, 'lib'), server);
    await writeFile(join(partial, 'complete'), `${new Date().toISOString()}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
    await rm(project, { recursive: true, force: true });
  }
}

async function copyDependencies(project: string, lib: string, server: ServerVersion): Promise<void> {
  const goal = ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${lib}`];
  const { code, output } = await runCommand('mvn', goal, { timeout: FETCH_TIMEOUT, directory: project });
  const jars = (await readdir(lib).catch(() => [])).filter((name) => name.endsWith('.jar'));
  if (code === 0 && jars.some((name) => name === `neo4j-${server.version}.jar`)) return;
  const reason = lastLines(output, 12) || 'Maven (mvn) could not be run.';
  throw new RapportError('NO_DATABASE', `Maven could not fetch Neo4j ${server.version}. Its last lines:\n${reason}`, {
    version: server.version,
  });
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
