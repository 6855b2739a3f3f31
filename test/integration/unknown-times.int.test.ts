import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CanonicalRecord } from '../../src/domain/records.js';
import { readMigrations } from '../../src/neo4j/migrate.js';
import { act, Community, DAY } from '../support/community.js';

const wrote = (id: string, author: string, day: number): CanonicalRecord => ({
  type: 'message',
  id: `t:${id}`,
  author: `t:${author}`,
  at: day * DAY,
  inReplyTo: id === 'root' ? null : 't:root',
  conversation: null,
  visibility: 'public',
  platform: 't',
  tags: [],
});
const said = (message: string, kind: string, day: number, atQuality: 'exact' | 'unknown') =>
  act('bob', 'ann', day, { kind, message: `t:${message}`, inReplyTo: 't:root', atQuality });

/** Day at which each message stands: what its record and acts of known time say; 0 where none does. */
const DAYS = { root: 10, guessed: 0, recorded: 20, made: 15, earlier: 25 };
/** Where each stood while guesses counted. */
const GUESSED = { root: 10, guessed: 5, recorded: 3, made: 2, earlier: 1 };
const RECORDS = [
  wrote('root', 'ann', 10),
  said('guessed', 'reply', 5, 'unknown'),
  wrote('recorded', 'bob', 20),
  said('recorded', 'mention', 3, 'unknown'),
  said('made', 'comment', 15, 'exact'),
  said('made', 'mention', 2, 'unknown'),
  wrote('earlier', 'bob', 30),
  said('earlier', 'comment', 25, 'exact'),
  said('earlier', 'mention', 1, 'unknown'),
];

describe('a message of which an act only guesses the time', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(RECORDS);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  const run = (statement: string, values = {}) =>
    community.database.administer('WRITE', async (session) => (await session.run(statement, values)).records);
  const days = async () =>
    Object.fromEntries(
      (await run('MATCH (m:Message) RETURN substring(m.id, 2) AS id, m.at / $day AS day', { day: DAY })).map((row) => [
        row.get('id'),
        row.get('day'),
      ]),
    );

  it('has none from it', async () => {
    expect(await days()).toEqual(DAYS);
  });

  it('has lost it after the migration of a graph in which guesses counted, once and for all', async () => {
    await run(
      `MATCH (m:Message) WITH m, $guessed[substring(m.id, 2)] AS day WHERE day < m.at / $day OR m.at = 0
       SET m.told_at = CASE WHEN m.fingerprint IS NOT NULL THEN coalesce(m.told_at, m.at) END, m.at = toInteger(day * $day)`,
      { guessed: GUESSED, day: DAY },
    );
    expect(await days()).toEqual(GUESSED);
    const migration = readMigrations().find(({ name }) => name === 'unknown_times_are_no_times')!;
    for (let times = 0; times < 2; times++) {
      await run(migration.statement);
      expect(await days()).toEqual(DAYS);
    }
  });
});
