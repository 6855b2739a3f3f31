import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PersonRecord } from '../../src/domain/records.js';
import { type Answer, Community } from '../support/community.js';

const PEOPLE: PersonRecord[] = [
  person('slack:U1'),
  person('slack:U12'),
  person('reddit:SomeUser', { handle: 'some_user' }),
  person('irc:15778', { name: "Conan O'Brien" }),
  person('mail:jo-ann@example.org', { name: 'Jo Ann Smith', handle: 'john.doe' }),
  person('x:1', { name: '田中太郎' }),
  person('x:2', { name: 'नमस्ते' }),
  person('x:3', { name: 'AND "quoted\\ (OR) ~' }),
];

/** What is typed, and who is found. */
const SEARCHES: [string, string[]][] = [
  ['slack:U1', ['slack:U1', 'slack:U12']],
  ['SLACK:u12', ['slack:U12']],
  ['U1', ['slack:U1', 'slack:U12']],
  ['u12', ['slack:U12']],
  ['SomeUser', ['reddit:SomeUser']],
  ['someus', ['reddit:SomeUser']],
  ['some_user', ['reddit:SomeUser']],
  ['some_us', ['reddit:SomeUser']],
  ['irc:157', ['irc:15778']],
  ['15778', ['irc:15778']],
  ["O'Brien", ['irc:15778']],
  ["conan o'br", ['irc:15778']],
  ["o'brien conan", ['irc:15778']],
  ['jo-ann', ['mail:jo-ann@example.org']],
  ['jo-an', ['mail:jo-ann@example.org']],
  ['john.doe', ['mail:jo-ann@example.org']],
  ['jo smi', ['mail:jo-ann@example.org']],
  ['smith jones', []],
  ['田中', ['x:1']],
  ['田中太郎', ['x:1']],
  ['नमस्', ['x:2']],
  ['नमस्ते', ['x:2']],
  ['and or', ['x:3']],
  ['"quoted\\', ['x:3']],
  ['U1 AND', []],
  ['name:conan', []],
  ['*', []],
  ['?? ~', []],
];

describe('search', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record(PEOPLE);
    await community.database.administer('WRITE', (session) =>
      session.run('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()'),
    );
  });
  afterAll(() => community[Symbol.asyncDispose]());

  it.each(SEARCHES)('finds by %s', async (typed, expected) => {
    const { data, errors } = await community.ask(
      `{ people(search: ${JSON.stringify(typed)}) { totalCount nodes { personId } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.people.nodes.map((node: Answer) => node.personId).sort()).toEqual(expected);
    expect(data.people.totalCount).toBe(expected.length);
  });
});

function person(id: string, facts: { name?: string; handle?: string } = {}): PersonRecord {
  return { type: 'person', id, platform: id.split(':')[0]!, ...facts } as PersonRecord;
}
