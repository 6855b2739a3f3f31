import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RapportError } from '../../errors.js';
import type { Home, ServerProcess } from './home.js';
import type { Java } from './java.js';
import { processIdentity } from './process-identity.js';
import { lastLines, runCommand } from './run-command.js';
import { heapSizes } from './settings.js';
import type { ServerVersion } from './version.js';

/** Packages of java.base that the server reaches into. */
const OPENED = ['java.nio', 'java.io', 'sun.nio.ch', 'java.lang'];

/** What a server process is started from. */
export interface Launch {
  readonly java: Java;
  readonly lib: string;
  readonly server: ServerVersion;
  readonly heap: string;
  readonly boltPort: number;
  /** Compile quickly rather than well. */
  readonly brief: boolean;
}

/** The command line of the server, without the launcher. */
export function javaArguments({ java, lib, server, heap, brief }: Launch, folder: string, conf: string): string[] {
  const { initial, maximum, region } = heapSizes(heap);
  const modules = server.javaModules.map((name) => `--add-modules=${name}`);
  const quiet =
    java.version >= 24 ? ['--enable-native-access=ALL-UNNAMED', '--sun-misc-unsafe-memory-access=allow'] : [];
  return [
    `-Xms${initial}`,
    `-Xmx${maximum}`,
    '-XX:+UseG1GC',
    `-XX:G1HeapRegionSize=${region}`,
    '-XX:+ExitOnOutOfMemoryError',
    ...(brief ? ['-XX:TieredStopAtLevel=1'] : []),
    '-Djava.awt.headless=true',
    '-Dfile.encoding=UTF-8',
    '-Dlog4j2.disable.jmx=true',
    `-Djava.io.tmpdir=${tmpdir()}`,
    ...OPENED.map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`),
    ...modules,
    ...quiet,
    '-cp',
    join(lib, '*'),
    server.mainClass,
    `--home-dir=${folder}`,
    `--config-dir=${conf}`,
  ];
}

/** Gives a home without data its password. It goes through a file, so it never shows in a process list. Throws NO_DATABASE. */
export async function setInitialPassword(home: Home, { java, lib }: Launch): Promise<void> {
  const args = [
    '-Xmx256m',
    '-cp',
    join(lib, '*'),
    'org.neo4j.cli.AdminTool',
    'dbms',
    'set-initial-password',
    `@${home.passwordFile}`,
  ];
  const { code, output } = await runCommand(java.command, args, { timeout: 60_000, environment: environmentOf(home) });
  if (code !== 0)
    throw new RapportError('NO_DATABASE', `The password could not be set:\n${lastLines(output, 8)}`, {
      home: home.folder,
    });
}

/** Starts the server as a process of its own, detached from ours, and notes it in the home. Throws NO_DATABASE when it ends at once. */
export async function launchServer(home: Home, launch: Launch): Promise<ServerProcess> {
  const log = openSync(home.consoleLog, 'w', 0o600);
  try {
    const child = spawn(launch.java.command, javaArguments(launch, home.folder, home.conf), {
      cwd: home.folder,
      detached: true,
      stdio: ['ignore', log, log],
      env: environmentOf(home),
    });
    child.on('error', () => undefined);
    child.unref();
    const identity = child.pid === undefined ? undefined : await processIdentity(child.pid);
    if (child.pid === undefined || identity === undefined) throw await startFailure(home, 'ended at once');
    const started: ServerProcess = {
      pid: child.pid,
      identity,
      boltPort: launch.boltPort,
      version: launch.server.version,
      startedAt: new Date().toISOString(),
    };
    await home.writeProcess(started);
    return started;
  } finally {
    closeSync(log);
  }
}

/** The error for a server that did not come up, with its last words. */
export async function startFailure(home: Home, what: string): Promise<RapportError> {
  const logs = await Promise.all(
    [home.serverLog, home.consoleLog].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  const words = lastLines(logs.map((text) => lastLines(text, 10)).join('\n'), 16);
  return new RapportError('NO_DATABASE', `The Neo4j server in ${home.folder} ${what}. Its last lines:\n${words}`, {
    home: home.folder,
  });
}

function environmentOf(home: Home): Record<string, string> {
  return { NEO4J_HOME: home.folder, NEO4J_CONF: home.conf, LANG: 'C.UTF-8' };
}
