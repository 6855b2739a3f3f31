import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from './run-command.js';

/** Tells one process from a later one with the same pid (boot and start time); undefined when no such process runs. */
export async function processIdentity(pid: number): Promise<string | undefined> {
  if (!exists(pid)) return undefined;
  if (process.platform === 'linux') return linuxIdentity(pid);
  const { code, output } = await runCommand('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { timeout: 5_000 });
  const [, state = '', started = ''] = /^\s*(\S+)\s+(.+?)\s*$/m.exec(output) ?? [];
  if (code !== 0) return process.platform === 'win32' ? 'unknown' : undefined;
  return state.startsWith('Z') ? undefined : started;
}

/** Whether that very process still runs; a process that ended but was not reaped does not count. */
export async function isRunning(pid: number, identity: string): Promise<boolean> {
  return (await processIdentity(pid)) === identity;
}

/** Asks that very process to end, waits up to `grace` ms, then kills it. Returns whether it was running. */
export async function endProcess(pid: number, identity: string, grace: number): Promise<boolean> {
  if (!(await isRunning(pid, identity))) return false;
  signal(pid, 'SIGTERM');
  if (!(await endsWithin(pid, identity, grace))) {
    signal(pid, 'SIGKILL');
    await endsWithin(pid, identity, 10_000);
  }
  return true;
}

async function endsWithin(pid: number, identity: string, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (await isRunning(pid, identity)) {
    if (Date.now() > deadline) return false;
    await sleep(50);
  }
  return true;
}

async function linuxIdentity(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (stat === '' || (state === 'Z' && !(await hasThreads(pid)))) return undefined;
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}:${rest[18]}`;
}

/** A killed process holds its files and ports until its last thread is gone, though its first one is a zombie already. */
async function hasThreads(pid: number): Promise<boolean> {
  return (await readdir(`/proc/${pid}/task`).catch(() => [])).length > 1;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in between.
  }
}
