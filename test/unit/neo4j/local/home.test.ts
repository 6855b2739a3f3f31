import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Home } from '../../../../src/neo4j/local/home.js';

describe('a home', () => {
  let home: Home;

  beforeEach(async () => {
    home = new Home(await mkdtemp(join(tmpdir(), 'rapport-home-')));
  });

  afterEach(() => rm(home.folder, { recursive: true, force: true }));

  it('makes up one password and keeps it, readable by the owner only', async () => {
    const password = await home.password();
    expect(password).toMatch(/^\w[\w-]{42}$/);
    expect(await home.password()).toBe(password);
    expect((await stat(home.passwordFile)).mode & 0o777).toBe(0o600);
  });

  it('does not make up a new password for old data', async () => {
    await mkdir(join(home.folder, 'data', 'databases', 'system'), { recursive: true });
    await expect(home.password()).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });

  it('refuses to use or wipe a folder whose data is not ours', async () => {
    await mkdir(join(home.folder, 'data'));
    await writeFile(join(home.folder, 'data', 'precious'), '1');
    await expect(home.prepare()).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    await expect(home.wipe()).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
    expect(existsSync(join(home.folder, 'data', 'precious'))).toBe(true);
  });

  it('remembers its port when it is wiped, and nothing else', async () => {
    await home.prepare();
    await home.writeMemory({ boltPort: 7_687, version: '5.26.25' });
    await home.writeConfiguration('');
    await home.password();
    await home.wipe();
    expect(await home.readMemory()).toEqual({ boltPort: 7_687, version: '' });
    expect([existsSync(home.conf), existsSync(home.passwordFile)]).toEqual([false, false]);
  });

  it('takes a broken pid file for none', async () => {
    await writeFile(join(home.folder, 'server.pid'), '{"pid": 12');
    expect(await home.readProcess()).toBeUndefined();
  });
});
