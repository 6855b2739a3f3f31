import { execFile } from 'node:child_process';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rapport } from '../support/command-line.js';
import { emptyDatabase } from '../support/empty-database.js';

const GOOD = '{"id": "a", "from": "x:1", "to": "x:2", "kind": "like", "at": "2026-01-01T00:00:00Z"}\n';
const BAD = '{"id": "b", "from": "x:1", "to": "x:2", "kind": "poke", "at": "2026-01-01T00:00:00Z"}\n';
const AWAY = { NEO4J_URI: 'bolt://127.0.0.1:9' };

const folder = mkdtempSync(join(tmpdir(), 'rapport-files-'));
const path = (name: string): string => join(folder, name);
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(path(name), content);
  return path(name);
};
const rejectsIn = (name: string): string[] =>
  readFileSync(path(name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${JSON.parse(line).line} ${JSON.parse(line).code}`);

beforeEach(async () => {
  mkdirSync(folder, { recursive: true });
  await emptyDatabase();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file of rejects', () => {
  it.each<[string, string, string[], () => unknown]>([
    ['the input', 'in.ndjson', [], () => undefined],
    ['the input by another path', '../in.ndjson', [], () => mkdirSync(path('sub'))],
    ['a symbolic link to the input', 'link', [], () => symlinkSync(path('in.ndjson'), path('link'))],
    ['a hard link to the input', 'link', [], () => linkSync(path('in.ndjson'), path('link'))],
    ['the input with --strict', 'in.ndjson', ['--strict'], () => undefined],
    ['the input with --dry-run', 'in.ndjson', ['--dry-run'], () => undefined],
  ])('is never %s', async (_, name, more, prepare) => {
    const input = file('in.ndjson', BAD + GOOD);
    prepare();
    const rejects = name.startsWith('../') ? join(folder, 'sub', name) : path(name);
    const { code, stdout, stderr } = await rapport(['import', input, '--rejects', rejects, ...more]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('BAD_USER_INPUT: --rejects and the input must be two files');
    expect(readFileSync(input, 'utf8')).toBe(BAD + GOOD);
  });

  it('is never what standard input comes from', async () => {
    const input = file('in.ndjson', BAD + GOOD);
    const command = `'${process.execPath}' dist/cli/main.js import - --rejects '${input}' < '${input}'`;
    await expect(promisify(execFile)('sh', ['-c', command])).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--rejects and the input must be two files'),
    });
    expect(readFileSync(input, 'utf8')).toBe(BAD + GOOD);
  });

  it('is never the mapping', async () => {
    const text = 'version: 1\nfrom: {column: a}\nto: {column: b}\nat: {column: t}\nkind: like\n';
    const mapping = file('m.yaml', text);
    const table = file('t.csv', 'a,b,t\nx:1,x:2,2026-01-01T00:00:00Z\n');
    const { code, stderr } = await rapport(['import', table, '--mapping', mapping, '--rejects', mapping]);
    expect([code, readFileSync(mapping, 'utf8')]).toEqual([2, text]);
    expect(stderr).toContain('--rejects and --mapping must be two files');
  });

  it('may be what is no file, such as /dev/null', async () => {
    const command = `'${process.execPath}' dist/cli/main.js import - --rejects /dev/null < /dev/null`;
    await expect(promisify(execFile)('sh', ['-c', command])).rejects.toMatchObject({ code: 5 });
  });

  it('stays as it was where the database is away', async () => {
    const input = file('in.ndjson', BAD + GOOD);
    const before = file('before.ndjson', 'what was there\n');
    expect((await rapport(['import', input, '--rejects', before], undefined, AWAY)).code).toBe(3);
    expect((await rapport(['import', input, '--rejects', path('new')], undefined, AWAY)).code).toBe(3);
    expect(readFileSync(before, 'utf8')).toBe('what was there\n');
    expect(readdirSync(folder).sort()).toEqual(['before.ndjson', 'in.ndjson']);
  });

  it('takes the place of what was there, also where nothing is rejected', async () => {
    const rejects = file('rejects.ndjson', 'what was there, and that was much more than what is there now\n'.repeat(9));
    expect((await rapport(['import', file('in.ndjson', GOOD + BAD), '--rejects', rejects])).code).toBe(4);
    expect(rejectsIn('rejects.ndjson')).toEqual(['2 KIND_UNKNOWN']);
    expect((await rapport(['import', file('in.ndjson', GOOD), '--rejects', rejects])).code).toBe(0);
    expect(rejectsIn('rejects.ndjson')).toEqual([]);
  });
});

describe('what is bad', () => {
  const input = () => file('in.ndjson', BAD + GOOD + BAD.repeat(11));

  it('is named by --dry-run, ten of them, and all go into the file of rejects', async () => {
    const { code, stdout } = await rapport(['import', input(), '--dry-run', '--json', '--rejects', path('r')]);
    const { rejected, rejects, firstRejects } = JSON.parse(stdout);
    expect([code, rejected, rejects]).toEqual([4, 12, { KIND_UNKNOWN: 12 }]);
    expect(firstRejects).toHaveLength(10);
    expect(firstRejects[1]).toMatchObject({ index: 2, line: 3, code: 'KIND_UNKNOWN', path: 'kind' });
    expect(rejectsIn('r')).toEqual(firstRejects.concat([{ line: 12 }, { line: 13 }]).map(told));
    expect((await rapport(['import', input(), '--dry-run'])).stdout).toMatch(
      /firstRejects:\n {2}- index: 0\n {4}line: 1\n {4}code: KIND_UNKNOWN\n {4}path: kind\n {4}message: /,
    );
  });

  it('is named by --strict, which then stores nothing, and all goes into the file of rejects', async () => {
    const { code, stderr } = await rapport(['import', input(), '--strict', '--rejects', path('r')]);
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /^Nothing was stored: --strict, and 12 of 13 records are bad\.\n {2}line 1: KIND_UNKNOWN kind: /,
    );
    expect(stderr).toContain('\n  line 11: ');
    expect(stderr).toContain('\n  … and 2 more; --rejects <file> writes them all\n');
    expect(rejectsIn('r')).toHaveLength(12);
    expect((await rapport(['export', 'interactions'])).stdout).toBe('');
  });

  it('leaves a file of rejects as it was where --strict finds nothing and the database is away', async () => {
    const before = file('before', 'what was there');
    const args = ['import', file('good.ndjson', GOOD), '--strict', '--rejects', before];
    expect((await rapport(args, undefined, AWAY)).code).toBe(3);
    expect(readFileSync(before, 'utf8')).toBe('what was there');
  });

  it('is told where all of it is bad and the source breaks off', async () => {
    const packed = gzipSync(Array.from({ length: 5_000 }, (_, i) => BAD.replace('"b"', `"b${i}"`)).join(''));
    const cut = file('cut.ndjson.gz', packed.subarray(0, -12));
    const { code, stderr } = await rapport(['import', cut]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Until it failed: received \d{4}: stored 0, duplicate 0, ignored 0, rejected \d{4}\n/);
  });
});

const told = ({ line }: { line: number }): string => `${line} KIND_UNKNOWN`;

describe('an input that holds nothing', () => {
  it.each<[string, string, string | Buffer]>([
    ['an empty file', 'e.ndjson', ''],
    ['blank lines', 'e.ndjson', '\n\n'],
    ['an empty gzip', 'e.ndjson.gz', gzipSync('')],
    ['a header alone', 'e.csv', 'from_id,to_id,kind,occurred_at\n'],
  ])('is told as such, with exit code 5: %s', async (_, name, content) => {
    for (const more of [[], ['--dry-run'], ['--strict']]) {
      const { code, stdout, stderr } = await rapport(['import', file(name, content), '--json', ...more]);
      expect([code, JSON.parse(stdout).received]).toEqual([5, 0]);
      expect(stderr).toContain('Nothing was found');
    }
    expect((await rapport(['import', '-', '--json'], content)).code).toBe(5);
  });

  it('is not one of which every record is known or ignored', async () => {
    const own = GOOD.replace('x:2', 'x:1');
    expect((await rapport(['import', file('own.ndjson', own)])).code).toBe(0);
    for (let time = 0; time < 2; time++) expect((await rapport(['import', file('in.ndjson', GOOD)])).code).toBe(0);
  });
});
