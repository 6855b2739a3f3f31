import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withLockFile } from '../../../../src/neo4j/local/lock-file.js';
import { processIdentity } from '../../../../src/neo4j/local/process-identity.js';

describe('withLockFile', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rapport-lock-'));
    file = join(folder, 'a.lock');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('lets one in at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await sleep(20);
      inside--;
    };
    await Promise.all(Array.from({ length: 5 }, () => withLockFile(file, { timeout: 10_000 }, work)));
    expect(most).toBe(1);
    expect(existsSync(file)).toBe(false);
  });

  it('takes over the lock of a process that is gone, also when its pid is in use again', async () => {
    await writeFile(file, JSON.stringify({ pid: process.pid, identity: 'of an earlier boot' }));
    expect(await withLockFile(file, { timeout: 1_000 }, async () => 'done')).toBe('done');
  });

  it('gives up on a live holder in time, naming it', async () => {
    await writeFile(file, JSON.stringify({ pid: process.pid, identity: await processIdentity(process.pid) }));
    const waits: number[] = [];
    const attempt = withLockFile(file, { timeout: 150, onWait: (pid) => waits.push(pid) }, async () => 'done');
    await expect(attempt).rejects.toMatchObject({
      code: 'NO_DATABASE',
      message: expect.stringContaining(String(process.pid)),
    });
    expect(waits).toEqual([process.pid]);
  });

  it('is free again after a failure inside', async () => {
    const failing = withLockFile(file, { timeout: 1_000 }, () => Promise.reject(new Error('inside')));
    await expect(failing).rejects.toThrow('inside');
    expect(await withLockFile(file, { timeout: 1_000 }, async () => 'done')).toBe('done');
  });
});
