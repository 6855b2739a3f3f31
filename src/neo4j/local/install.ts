import { access } from 'node:fs/promises';
import { RapportError } from '../../errors.js';
import { lastLines, runCommand } from './run-command.js';

const PACKAGES = ['default-jre-headless', 'maven'];
const INSTALL_TIMEOUT = 900_000;

/** Whether this is a Debian-like system on which we may install packages: apt-get is there and we are root. */
export async function canInstall(): Promise<boolean> {
  const debian = await access('/etc/debian_version').then(
    () => true,
    () => false,
  );
  return (
    debian && process.getuid?.() === 0 && (await runCommand('apt-get', ['--version'], { timeout: 10_000 })).code === 0
  );
}

/** Installs a headless Java runtime and Maven from the distribution's packages. Throws NO_DATABASE with apt-get's last lines. */
export async function installJavaAndMaven(onProgress?: (message: string) => void): Promise<void> {
  onProgress?.(`Installing ${PACKAGES.join(' and ')} with apt-get.`);
  const quiet = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '-q', '-y'];
  await runCommand('env', [...quiet, 'update'], { timeout: INSTALL_TIMEOUT });
  const { code, output } = await runCommand('env', [...quiet, 'install', '--no-install-recommends', ...PACKAGES], {
    timeout: INSTALL_TIMEOUT,
  });
  if (code !== 0)
    throw new RapportError(
      'NO_DATABASE',
      `apt-get could not install ${PACKAGES.join(' and ')}:\n${lastLines(output, 8)}\n${waysToDatabase()}`,
    );
}

/** One sentence naming the three ways to a database. */
export function waysToDatabase(): string {
  return 'No Neo4j to be had: set NEO4J_URI (with NEO4J_USERNAME and NEO4J_PASSWORD), or run `docker compose up`, or install Java 17 or later and Maven.';
}
