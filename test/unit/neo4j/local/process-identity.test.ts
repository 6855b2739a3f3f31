import { spawn } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { endProcess, isRunning, processIdentity } from '../../../../src/neo4j/local/process-identity.js';

function startSleeper(script: string): Promise<number> {
  const child = spawn(process.execPath, ['-e', `${script}; console.log('up'); setInterval(() => {}, 1000)`]);
  return new Promise((resolve) => child.stdout.once('data', () => resolve(child.pid ?? 0)));
}

describe('a process of ours', () => {
  it('is recognised by pid and start, and not by its pid alone', async () => {
    const identity = await processIdentity(process.pid);
    expect(await isRunning(process.pid, identity ?? '')).toBe(true);
    expect(await isRunning(process.pid, 'another start')).toBe(false);
  });

  it('ends when asked', async () => {
    const pid = await startSleeper('');
    expect(await endProcess(pid, (await processIdentity(pid)) ?? '', 5_000)).toBe(true);
    expect(await processIdentity(pid)).toBeUndefined();
  });

  it('is killed when it does not end in time', async () => {
    const pid = await startSleeper("process.on('SIGTERM', () => {})");
    expect(await endProcess(pid, (await processIdentity(pid)) ?? '', 200)).toBe(true);
    expect(await processIdentity(pid)).toBeUndefined();
  });

  it('leaves a stranger with a recycled pid alone', async () => {
    expect(await endProcess(process.pid, 'another start', 100)).toBe(false);
  });
});
