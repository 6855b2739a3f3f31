import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SocietyTruth } from '../../src/society/truth.js';
import { rapport, start } from '../support/command-line.js';
import { emptyDatabase } from '../support/empty-database.js';

describe('rapport society', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-society-'));
  const file = (name: string): string => join(folder, name);

  beforeAll(emptyDatabase);
  afterAll(() => rmSync(folder, { recursive: true }));
  afterEach(() => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  });

  it('writes the same records to standard output, to a file and gzipped', async () => {
    const [plain, zipped] = [file('a.ndjson'), file('a.ndjson.gz')];
    const { code, stdout, stderr } = await rapport(['society', '--people', '20', '--output', '-']);
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^\d+ records: 141 accounts \(121 planted, 2 in the control\)/),
    ]);
    expect((await rapport(['society', '--people', '20', '--output', plain, '--quiet'])).stderr).toBe('');
    await rapport(['society', '--people', '20', '--output', zipped]);
    expect(readFileSync(plain, 'utf8')).toBe(stdout);
    expect(gunzipSync(readFileSync(zipped)).toString('utf8')).toBe(stdout);
    expect(readdirSync(folder).sort()).toEqual(['a.ndjson', 'a.ndjson.gz']);
  });

  it('writes the truth beside, replaces what was there, and tells the outcome as JSON', async () => {
    const [output, truth] = [file('b.ndjson'), file('truth.json')];
    writeFileSync(output, 'what was there');
    const args = ['--people', '30', '--seed', '5', '--days', '100', '--as-of', '2025-06-01T12:00:00+02:00'];
    const { code, stdout } = await rapport(['society', ...args, '--output', output, '--truth', truth, '--json']);
    const told = JSON.parse(readFileSync(truth, 'utf8')) as SocietyTruth;
    const options = { people: 30, seed: 5, days: 100, asOf: '2025-06-01T10:00:00.000Z' };
    expect([code, told.version, told.options]).toEqual([0, 1, options]);
    const lines = readFileSync(output, 'utf8').trimEnd().split('\n');
    expect(JSON.parse(stdout)).toMatchObject({
      ...options,
      records: lines.length,
      accounts: told.people.total,
      output,
      truth,
    });
  });

  it('makes what import takes without a reject', async () => {
    const { stdout } = await rapport(['society', '--people', '20']);
    const { code, stdout: verdict } = await rapport(['import', '-', '--format', 'ndjson', '--json'], stdout);
    const received = stdout.trimEnd().split('\n').length;
    const clean = { received, stored: received, duplicate: 0, ignored: 0, rejected: 0, unresolved: 0, mismatched: 0 };
    expect([code, JSON.parse(verdict)]).toEqual([0, { ...clean, rejects: [] }]);
  }, 180_000);

  it.each([
    [['--people', '19'], /--people must be a whole number from 20 to 1000000, not 19/],
    [['--people', '1e3'], /--people must be a whole number/],
    [['--seed', '-1'], /--seed must be a whole number from 0 to 4294967295/],
    [['--days', '99'], /--days must be a whole number from 100 to 3650, not 99/],
    [['--as-of', '2026-01-01'], /--as-of must be an instant with offset/],
    [['--as-of', '1970-02-01T00:00:00Z'], /--as-of must be an instant with offset from 1970-05-02/],
    [['--as-of', '9000-01-01T00:00:00Z'], /--as-of must be an instant with offset from .* to now/],
    [['--json'], /--json writes where the records go/],
    [['--truth', '-'], /--truth must name a file/],
    [['--truth', 'x', '--output', './x'], /--truth and --output must be two files/],
    [['--size', '5'], /unknown option '--size'/],
  ])('refuses %j with 2 and a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await rapport(['society', ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
  });

  it('leaves no part of a file when another cannot be written, and what was there before', async () => {
    const [output, truth] = [file('c.ndjson'), file('truth.json')];
    writeFileSync(truth, 'what was there');
    const nowhere = join(folder, 'nowhere', 'c.ndjson');
    const first = await rapport(['society', '--people', '20', '--output', nowhere, '--truth', truth]);
    expect([first.code, first.stderr]).toEqual([2, expect.stringMatching(/--output cannot be written to .*nowhere/)]);
    expect(readFileSync(truth, 'utf8')).toBe('what was there');
    const second = await rapport(['society', '--people', '20', '--output', output, '--truth', folder]);
    expect([second.code, second.stderr]).toEqual([2, expect.stringMatching(/--truth cannot be written/)]);
    expect(readdirSync(folder)).toEqual(['truth.json']);
  });

  it('leaves no part of a file when it is interrupted', async () => {
    const child = start(['society', '--people', '1000000', '--output', file('d.ndjson')]);
    const ended = new Promise((done) => child.on('exit', done));
    while (!existsSync(file(`d.ndjson.${child.pid}.partial`))) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });
});
