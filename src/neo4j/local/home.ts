import { randomBytes } from 'node:crypto';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RapportError } from '../../errors.js';

/** A server process we started: the identity guards against a recycled pid. */
export interface ServerProcess {
  readonly pid: number;
  readonly identity: string;
  readonly boltPort: number;
  readonly version: string;
  /** RFC 3339. */
  readonly startedAt: string;
}

/** What a home keeps between starts. */
export interface HomeMemory {
  readonly boltPort: number;
  readonly version: string;
}

/** The folder of one managed server: data, configuration, logs, password, pid and port. */
export class Home {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  get conf(): string {
    return join(this.folder, 'conf');
  }

  get lockFile(): string {
    return join(this.folder, 'start.lock');
  }

  get passwordFile(): string {
    return join(this.folder, 'password');
  }

  get consoleLog(): string {
    return join(this.folder, 'logs', 'console.log');
  }

  get serverLog(): string {
    return join(this.folder, 'logs', 'neo4j.log');
  }

  /** Whether a server ever ran here; from then on its password is fixed. */
  hasData(): Promise<boolean> {
    return isThere(join(this.folder, 'data', 'databases', 'system'));
  }

  /** Makes the folder, readable by the owner only. Throws CONFIG_INVALID for a folder that somebody else's data lies in. */
  async prepare(): Promise<void> {
    await this.#refuseForeign();
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  async writeConfiguration(text: string): Promise<void> {
    for (const name of ['conf', 'data', 'logs']) await mkdir(join(this.folder, name), { recursive: true, mode: 0o700 });
    await writeFile(join(this.conf, 'neo4j.conf'), `# Written by Rapport at every start: changes are lost.\n${text}`);
  }

  /** The password of user neo4j; made up at the first call of a home without data. Throws CONFIG_INVALID when it was lost. */
  async password(): Promise<string> {
    const kept = await readFile(this.passwordFile, 'utf8').catch(() => '');
    if (kept.trim() !== '') return kept.trim();
    if (await this.hasData()) {
      throw new RapportError('CONFIG_INVALID', `${this.passwordFile} is missing: put it back, or wipe this database.`, {
        home: this.folder,
      });
    }
    const password = randomBytes(32).toString('base64url').replace(/^-/, '_');
    await writeFile(this.passwordFile, `${password}\n`, { mode: 0o600 });
    return password;
  }

  readProcess(): Promise<ServerProcess | undefined> {
    return readJson<ServerProcess>(join(this.folder, 'server.pid'));
  }

  writeProcess(server: ServerProcess): Promise<void> {
    return writeJson(join(this.folder, 'server.pid'), server);
  }

  forgetProcess(): Promise<void> {
    return rm(join(this.folder, 'server.pid'), { force: true });
  }

  readMemory(): Promise<HomeMemory | undefined> {
    return readJson<HomeMemory>(join(this.folder, 'home.json'));
  }

  writeMemory(memory: HomeMemory): Promise<void> {
    return writeJson(join(this.folder, 'home.json'), memory);
  }

  /** Deletes everything the server wrote here, and the password; the port stays remembered. */
  async wipe(): Promise<void> {
    await this.#refuseForeign();
    const names = ['data', 'logs', 'run', 'password', 'server.pid', 'conf'];
    const memory = await this.readMemory();
    for (const name of names) await rm(join(this.folder, name), { recursive: true, force: true });
    if (memory !== undefined) await this.writeMemory({ ...memory, version: '' });
  }

  /** Protects a folder whose `data` or `conf` is not ours from being overwritten or deleted; home.json is written before both. */
  async #refuseForeign(): Promise<void> {
    const used = (await isThere(join(this.folder, 'data'))) || (await isThere(this.conf));
    if (!used || (await this.readMemory()) !== undefined) return;
    throw new RapportError(
      'CONFIG_INVALID',
      `${this.folder} holds something that Rapport did not put there: choose another RAPPORT_HOME.`,
      {
        home: this.folder,
      },
    );
  }
}

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.new`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  await rename(`${file}.new`, file);
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
