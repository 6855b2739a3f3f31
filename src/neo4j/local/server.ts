import { resolve } from 'node:path';
import { RapportError } from '../../errors.js';
import { Home, type ServerProcess } from './home.js';
import { ensureJars } from './jars.js';
import { findJava } from './java.js';
import { type Launch, launchServer, setInitialPassword, startFailure } from './launch.js';
import { withLockFile } from './lock-file.js';
import { choosePort } from './port.js';
import { endProcess, isRunning } from './process-identity.js';
import { type Readiness, waitUntilReady } from './ready.js';
import { DEFAULT_HEAP, DEFAULT_PAGE_CACHE, serverConfiguration } from './settings.js';
import { compareVersions, type ServerVersion, serverVersion } from './version.js';

const USERNAME = 'neo4j';
const START_TIMEOUT = 120_000;
const STOP_GRACE = 30_000;
const LOCK_TIMEOUT = 900_000;

/** How to run a managed server; every value left out has a default. */
export interface LocalServerOptions {
  /** Folder of its data, configuration, password and pid. */
  readonly home: string;
  /** Folder of the jars, shared by all homes of the user. */
  readonly cache: string;
  readonly version?: string | null | undefined;
  readonly javaHome?: string | null | undefined;
  /** The Bolt port it must have; without it the remembered or a free one. */
  readonly boltPort?: number | null | undefined;
  /** Largest heap, such as 2g. */
  readonly heap?: string | undefined;
  readonly pageCache?: string | undefined;
  /** For a server that lives for minutes: half the processor time to start, slower at its peak. */
  readonly brief?: boolean | undefined;
  /** Milliseconds until it must answer. */
  readonly startTimeout?: number | undefined;
  readonly onProgress?: ((message: string) => void) | undefined;
}

/** A running managed server and how to reach it. */
export interface LocalServer {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly pid: number;
  readonly home: string;
  readonly version: string;
  /** False when it was running already. */
  readonly started: boolean;
  stop(): Promise<void>;
}

/** Whether a home's server runs, and where. */
export type LocalServerStatus =
  | { readonly running: false; readonly home: string }
  | {
      readonly running: true;
      readonly home: string;
      readonly pid: number;
      readonly uri: string;
      readonly version: string;
      readonly startedAt: string;
    };

/** Starts the managed server of a home, or reuses the running one. Throws NO_DATABASE, PORT_TAKEN, CONFIG_INVALID. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const version = serverVersion(options.version ?? undefined);
  const home = new Home(resolve(options.home));
  await home.prepare();
  const onWait = (pid: number) =>
    options.onProgress?.(`Waiting for process ${pid}, which is starting the same database.`);
  return withLockFile(home.lockFile, { timeout: LOCK_TIMEOUT, onWait }, async () => {
    const timeout = options.startTimeout ?? START_TIMEOUT;
    const running = await reuse(home, timeout);
    const server = running ?? (await launch(home, version, options, timeout));
    const verb = running === undefined ? 'Started' : 'Using the running';
    options.onProgress?.(
      `${verb} Neo4j ${server.version} at ${uriOf(server)} (pid ${server.pid}, home ${home.folder}).`,
    );
    return describe(home, server, running === undefined);
  });
}

/** Tells whether the server of a home runs. */
export async function statusLocalServer(folder: string): Promise<LocalServerStatus> {
  const home = new Home(resolve(folder));
  const running = await runningProcess(home);
  if (running === undefined) return { running: false, home: home.folder };
  const { pid, version, startedAt } = running;
  return { running: true, home: home.folder, pid, uri: uriOf(running), version, startedAt };
}

/** Stops the server of a home, by force when it does not end within 30 s. Returns whether one was running. */
export async function stopLocalServer(folder: string): Promise<boolean> {
  const home = new Home(resolve(folder));
  const server = await home.readProcess();
  if (server === undefined) return false;
  const stopped = await endProcess(server.pid, server.identity, STOP_GRACE);
  await home.forgetProcess();
  return stopped;
}

/** Stops the server of a home and deletes its data, logs and password. Throws CONFIG_INVALID for a folder that is not a home. */
export async function wipeLocalServer(folder: string): Promise<void> {
  const home = new Home(resolve(folder));
  await home.prepare();
  await withLockFile(home.lockFile, { timeout: STOP_GRACE }, async () => {
    await stopLocalServer(folder);
    await home.wipe();
  });
}

async function launch(
  home: Home,
  server: ServerVersion,
  options: LocalServerOptions,
  timeout: number,
): Promise<ServerProcess> {
  const memory = await home.readMemory();
  refuseOlder(home, memory?.version, server);
  const boltPort = await choosePort(options.boltPort ?? undefined, memory?.boltPort);
  const heap = options.heap ?? DEFAULT_HEAP;
  const text = serverConfiguration({ boltPort, heap, pageCache: options.pageCache ?? DEFAULT_PAGE_CACHE });
  const launching: Launch = {
    ...(await provisions(server, options)),
    server,
    heap,
    boltPort,
    brief: options.brief ?? false,
  };
  await home.writeMemory({ boltPort, version: server.version });
  await home.writeConfiguration(text);
  await home.password();
  if (!(await home.hasData())) await setInitialPassword(home, launching);
  const launched = await launchServer(home, launching);
  const readiness = await waitFor(home, launched, timeout);
  if (readiness === 'ready') return launched;
  await stopLocalServer(home.folder);
  throw await startFailure(
    home,
    readiness === 'ended' ? 'ended while starting' : `did not answer within ${timeout / 1_000} s`,
  );
}

async function provisions(server: ServerVersion, options: LocalServerOptions): Promise<Pick<Launch, 'java' | 'lib'>> {
  const java = await findJava(server, options.javaHome ?? undefined);
  if (java === undefined) {
    throw new RapportError(
      'NO_DATABASE',
      `Neo4j ${server.version} needs Java ${server.javaMinimum} or later: install one, or set JAVA_HOME.`,
    );
  }
  const lib = await ensureJars(server, {
    cache: options.cache,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  });
  return { java, lib };
}

/** The running server, once it answers; undefined when there is none or it is ending. Throws NO_DATABASE when it is stuck. */
async function reuse(home: Home, timeout: number): Promise<ServerProcess | undefined> {
  const running = await runningProcess(home);
  if (running === undefined) return undefined;
  const readiness = await waitFor(home, running, timeout);
  if (readiness === 'timeout')
    throw await startFailure(home, `(pid ${running.pid}) runs but did not answer within ${timeout / 1_000} s`);
  return readiness === 'ready' ? running : undefined;
}

async function waitFor(home: Home, server: ServerProcess, timeout: number): Promise<Readiness> {
  return waitUntilReady({
    port: server.boltPort,
    username: USERNAME,
    password: await home.password(),
    timeout,
    isAlive: () => isRunning(server.pid, server.identity),
  });
}

async function runningProcess(home: Home): Promise<ServerProcess | undefined> {
  const server = await home.readProcess();
  return server !== undefined && (await isRunning(server.pid, server.identity)) ? server : undefined;
}

function refuseOlder(home: Home, version: string | undefined, server: ServerVersion): void {
  if (!version || compareVersions(server.version, version) >= 0) return;
  throw new RapportError(
    'CONFIG_INVALID',
    `The database in ${home.folder} was written by Neo4j ${version}, which ${server.version} cannot read: use ${version}, another home, or wipe it.`,
  );
}

async function describe(home: Home, server: ServerProcess, started: boolean): Promise<LocalServer> {
  return {
    uri: uriOf(server),
    username: USERNAME,
    password: await home.password(),
    pid: server.pid,
    home: home.folder,
    version: server.version,
    started,
    stop: async () => void (await stopLocalServer(home.folder)),
  };
}

function uriOf(server: ServerProcess): string {
  return `bolt://127.0.0.1:${server.boltPort}`;
}
