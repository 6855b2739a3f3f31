import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rapport } from '../support/command-line.js';
import { emptyDatabase } from '../support/empty-database.js';

const LINES = [
  { id: 'a', from: 'x:1', to: 'x:2', kind: 'comment', at: '2026-01-01T00:00:00Z' },
  { id: 'b', from: 'x:2', to: 'x:1', kind: 'reply', at: '2026-01-01T01:00:00Z', inReplyTo: 'a' },
  { id: 'bad', from: 'x:2', to: 'x:1', kind: 'reply', at: '2026-01-01T01:00:00' },
];

describe('rapport import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-cli-'));
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const ndjson = LINES.map((line) => JSON.stringify(line)).join('\n');

  beforeAll(emptyDatabase);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('stores nothing with --strict when any record is bad, and exits with 4', async () => {
    expect(await rapport(['import', file('a.ndjson', ndjson), '--strict'])).toMatchObject({ code: 4 });
    const { stdout } = await rapport(['export', 'interactions']);
    expect(stdout).toBe('');
  });

  it('stores what is good, says what is bad and exits with 4', async () => {
    const rejects = join(folder, 'rejects.ndjson');
    const { code, stdout } = await rapport(['import', file('a.ndjson', ndjson), '--json', '--rejects', rejects]);
    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject({
      received: 3,
      stored: 2,
      duplicate: 0,
      ignored: 0,
      rejected: 1,
      rejects: [{ index: 2, line: 3, code: 'TIME_WITHOUT_OFFSET' }],
    });
    expect(JSON.parse(readFileSync(rejects, 'utf8'))).toMatchObject({
      index: 2,
      code: 'TIME_WITHOUT_OFFSET',
      path: 'at',
    });
  });

  it('stores nothing where rejects cannot be written', async () => {
    const { code, stdout, stderr } = await rapport([
      'import',
      file('c.ndjson', ndjson),
      '--rejects',
      join(folder, 'no', 'such.ndjson'),
    ]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('The file cannot be opened: ENOENT');
  });

  it('stores what came before a source breaks off, and says how much that was', async () => {
    const packed = gzipSync(LINES.map((line) => JSON.stringify({ ...line, id: `cut-${line.id}` })).join('\n'));
    const { code, stderr } = await rapport(['import', file('cut.ndjson.gz', packed.subarray(0, -12))]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Until it failed: received \d: stored/);
    expect(stderr).toContain('FORMAT_INVALID');
  });

  it('says on which line a record began that is refused for what is stored', async () => {
    const other = JSON.stringify({ ...LINES[0], tags: ['other'] });
    const text = `${JSON.stringify(LINES[0])}\n\n${other}\n`;
    const { code, stdout } = await rapport(['import', file('b.ndjson', text), '--json']);
    expect(code).toBe(4);
    expect(JSON.parse(stdout).rejects).toMatchObject([{ index: 1, line: 3, code: 'ID_CONFLICT', path: 'id' }]);
    const told = await rapport(['import', file('b.ndjson', text)]);
    expect(told.stdout).toContain('\n  line 3: ID_CONFLICT id: ');
  });

  it('reads gzip from standard input, and a second import changes nothing', async () => {
    const { code, stdout } = await rapport(
      ['import', '-', '--format', 'ndjson', '--json'],
      gzipSync(
        LINES.slice(0, 2)
          .map((line) => JSON.stringify(line))
          .join('\n'),
      ),
    );
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { received: 2, stored: 0, duplicate: 2 }]);
  });

  it('reads a table with other column names and shows its guess first', async () => {
    const table = file('t.csv', 'Author;Recipient;Type;Created At;Weight\nana;ben;like;2026-01-01T00:00:00Z;1\n');
    const dry = await rapport(['import', table, '--platform', 'x', '--dry-run', '--json']);
    expect([dry.code, JSON.parse(dry.stdout)]).toMatchObject([
      0,
      {
        received: 1,
        kinds: { like: 1 },
        rejected: 0,
        times: { first: '2026-01-01T00:00:00.000Z' },
        samples: [{ from: 'x:ana' }],
      },
    ]);
    expect((await rapport(['import', table, '--platform', 'x', '--json'])).code).toBe(0);
  });

  it.each([
    [['import', '/nowhere/at-all.ndjson'], 2, /cannot be opened/],
    [['import', '-', '--format', 'xml'], 2, /format must be one of ndjson, csv/],
    [['import', '-', '--time-unit', 'hours'], 2, /timeUnit must be one of/],
    [['imprt'], 2, /Did you mean import/],
    [['score', '--as-of', 'yesterday'], 2, /--as-of must be an instant/],
    [['score', '--half-life', '0'], 2, /--half-life must be a number of days/],
    [['score', '--private', 'maybe'], 2, /count or exclude/],
    [['score', '--calibration', 'gold'], 2, /unit, reference-v1/],
    [['export', 'everything'], 2, /people, ties, interactions/],
    [['database', 'restart'], 2, /start, stop, status, wipe/],
    [['demo', '--data', 'moon'], 2, /irc, dartpost/],
    [['serve', '--port', 'abc'], 2, /^BAD_USER_INPUT: --port must be a whole number from 0 to 65535, not abc/],
    [['serve', '--port', '0x10'], 2, /--port must be a whole number/],
    [['serve', '--port', '65536'], 2, /--port must be a whole number/],
  ])('exits %j with %d and a sentence', async (args, code, sentence) => {
    const outcome = await rapport(args, '');
    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toMatch(sentence);
  });

  it.each([
    ['{ person(', 'GRAPHQL_PARSE_FAILED', 2],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED', 2],
    ['query($id: String!) { person(personId: $id) { personId } }', 'BAD_USER_INPUT', 2],
    ['{ people(search: "") { totalCount } }', 'BAD_USER_INPUT', 2],
    ['query A { person(personId: "x:1") { personId } } query B { __typename }', 'OPERATION_RESOLUTION_FAILURE', 2],
    ['{ tie(a: "UGVyc29uOng6bm8", b: "UGVyc29uOng6MQ") { strength } }', null, 0],
    ['{ egoNetwork(id: "UGVyc29uOng6bm8") { truncated } }', 'SCORES_NOT_COMPUTED', 1],
  ])('answers %s without a service as with one, and exits with %s, %s', async (document, said, exit) => {
    const { code, stdout } = await rapport(['query', file('q.graphql', document)]);
    expect([JSON.parse(stdout).errors?.[0].extensions.code ?? null, code]).toEqual([said, exit]);
  });

  it('says everything to a reader that starts late', async () => {
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `'${process.execPath}' dist/cli/main.js schema | (sleep 3; wc -c)`,
    ]);
    const size = Number(stdout);
    expect(size).toBe(readFileSync('schema/schema.graphql').length);
    expect(size).toBeGreaterThan(65_536);
  });

  it('reports every wrong setting at once', async () => {
    const { code, stderr } = await rapport(['score'], undefined, { RAPPORT_PORT: 'x', RAPPORT_MIN_INTERACTIONS: '-1' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/2 problem[\s\S]*RAPPORT_PORT[\s\S]*RAPPORT_MIN_INTERACTIONS/);
  });

  it('names the setting by which it cannot listen', async () => {
    const { code, stderr } = await rapport(['serve'], undefined, { RAPPORT_HOST: '999.1.1.1' });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^.*\nCONFIG_INVALID: RAPPORT_HOST: cannot listen on 999\.1\.1\.1 \(\w+\); .*\n$/),
    ]);
  });

  it('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await rapport(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('writes the schema as the script of that name does', async () => {
    const [, , ...args] = (JSON.parse(readFileSync('package.json', 'utf8')).scripts.schema as string).split(' ');
    const written = join(folder, 'schema.graphql');
    const { code } = await rapport(args.map((each) => (each === 'schema/schema.graphql' ? written : each)));
    expect([code, readFileSync(written, 'utf8')]).toEqual([0, readFileSync('schema/schema.graphql', 'utf8')]);
  });

  it('wipes a database only where it is told to', async () => {
    const home = { RAPPORT_HOME: join(folder, 'home') };
    mkdirSync(join(folder, 'home', 'data'), { recursive: true });
    writeFileSync(join(folder, 'home', 'home.json'), '{"boltPort": 1, "version": "5.26.25"}');
    const { code, stderr } = await rapport(['database', 'wipe'], 'yes\n', home);
    expect([code, stderr]).toEqual([
      2,
      `BAD_USER_INPUT: database wipe deletes everything in the database of ${home.RAPPORT_HOME}; say --yes where nobody can be asked.\n`,
    ]);
    expect(existsSync(join(folder, 'home', 'data'))).toBe(true);
    expect((await rapport(['database', 'wipe', '--yes'], undefined, home)).code).toBe(0);
    expect(existsSync(join(folder, 'home', 'data'))).toBe(false);
  });

  it('says that the database is away, and exits with 3', async () => {
    const away = { NEO4J_URI: 'bolt://127.0.0.1:9' };
    const { code, stderr } = await rapport(['score'], undefined, away);
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/DATABASE_UNAVAILABLE: Neo4j at bolt:\/\/127.0.0.1:9 does not answer/),
    ]);
  });

  it('refuses a wrong password with the fix', async () => {
    const { code, stderr } = await rapport(['score'], undefined, { NEO4J_PASSWORD: 'wrong' });
    expect([code, stderr]).toEqual([3, expect.stringMatching(/refused the user. Set NEO4J_PASSWORD/)]);
  });

  it('finds itself healthy after a score run', async () => {
    await rapport(['score']);
    const { code, stdout } = await rapport(['doctor', '--json']);
    expect((JSON.parse(stdout) as { ok: boolean; check: string }[]).filter(({ ok }) => !ok)).toEqual([]);
    expect(code).toBe(0);
  });
});
