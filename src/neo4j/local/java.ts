import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command.js';
import type { ServerVersion } from './version.js';

/** A Java runtime: the absolute path of its launcher and its feature version (17, 21, 25…). */
export interface Java {
  readonly command: string;
  readonly version: number;
}

/** Folders whose entries are Java homes, by the habits of distributions and version managers. */
const COLLECTIONS = [
  '/usr/lib/jvm',
  '/usr/java',
  '/opt/java',
  '/Library/Java/JavaVirtualMachines',
  '.sdkman/candidates/java',
  '.jdks',
];

/** Feature version in what `java -version` prints, undefined when there is none; 1.8 counts as 8. */
export function parseJavaVersion(text: string): number | undefined {
  const match = /\bversion "(?:1\.)?(\d+)/.exec(text);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

/** The best runtime for a server: a preferred version first in the order of preference, else the lowest that suffices. */
export function chooseJava(candidates: readonly Java[], server: ServerVersion): Java | undefined {
  const rank = (java: Java) => {
    const place = server.javaPreferred.indexOf(java.version);
    return place === -1 ? 1_000 + java.version : place;
  };
  return candidates.filter((java) => java.version >= server.javaMinimum).sort((a, b) => rank(a) - rank(b))[0];
}

/** Finds a Java for the server: JAVA_HOME when it suffices, else the best of PATH and the usual folders. */
export async function findJava(server: ServerVersion, javaHome?: string): Promise<Java | undefined> {
  if (javaHome !== undefined) {
    const named = await inspectJava(join(javaHome, 'bin', 'java'));
    if (named !== undefined && named.version >= server.javaMinimum) return named;
  }
  const commands = ['java', ...(await installedLaunchers())];
  const found = await Promise.all(commands.map(inspectJava));
  return chooseJava(
    found.filter((java) => java !== undefined),
    server,
  );
}

async function inspectJava(command: string): Promise<Java | undefined> {
  const { code, output } = await runCommand(command, ['-XshowSettings:properties', '-version'], { timeout: 10_000 });
  const version = parseJavaVersion(output);
  if (code !== 0 || version === undefined) return undefined;
  const home = /^\s*java\.home = (.+)$/m.exec(output)?.[1]?.trim();
  return { command: home === undefined ? command : join(home, 'bin', 'java'), version };
}

async function installedLaunchers(): Promise<string[]> {
  const folders = COLLECTIONS.map((folder) => (folder.startsWith('/') ? folder : join(homedir(), folder)));
  const listed = await Promise.all(folders.map(javaHomesIn));
  return [...new Set(listed.flat())].map((home) => join(home, 'bin', 'java'));
}

async function javaHomesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inside = folder.startsWith('/Library') ? 'Contents/Home' : '';
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name, inside));
}
