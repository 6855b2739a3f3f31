import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { RapportError } from '../../errors.js';
import { isRunning, processIdentity } from './process-identity.js';

interface Holder {
  readonly pid: number;
  readonly identity: string;
}

/** How long to wait for the lock, in milliseconds, and whom to tell when there is a wait. */
export interface LockOptions {
  readonly timeout: number;
  readonly onWait?: (pid: number) => void;
}

/** Runs `work` while holding a lock file, alone among the processes of this machine; a dead holder's lock is taken over. Throws NO_DATABASE when the wait is too long. */
export async function withLockFile<T>(file: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  await take(file, options);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string, options: LockOptions): Promise<void> {
  const deadline = Date.now() + options.timeout;
  let told = false;
  while (!(await create(file))) {
    const holder = await readHolder(file);
    if (await isStale(file, holder)) {
      await takeOver(file);
      continue;
    }
    if (Date.now() > deadline) {
      throw new RapportError(
        'NO_DATABASE',
        `Process ${holder?.pid ?? 'unknown'} has held ${file} for too long: end it, or delete the file.`,
        { file },
      );
    }
    if (!told && holder !== undefined) options.onWait?.(holder.pid);
    told = true;
    await sleep(100);
  }
}

async function create(file: string): Promise<boolean> {
  const holder: Holder = { pid: process.pid, identity: (await processIdentity(process.pid)) ?? '' };
  try {
    await writeFile(file, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** An unreadable lock is stale only when old: its holder may be between creating and writing it. */
async function isStale(file: string, holder: Holder | undefined): Promise<boolean> {
  if (holder !== undefined) return !(await isRunning(holder.pid, holder.identity));
  return (await age(file)) > 5_000;
}

/** Removes a stale lock under a second, short-lived one, so that nobody removes the lock of a live successor. */
async function takeOver(file: string): Promise<void> {
  const guard = `${file}.takeover`;
  if (!(await create(guard))) {
    if ((await age(guard)) > 10_000) await rm(guard, { force: true });
    await sleep(50);
    return;
  }
  try {
    if (await isStale(file, await readHolder(file))) await rm(file, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function age(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}
