import { describe, expect, it } from '@jest/globals';
import { guessMapping, type MappingGuess } from '../../../src/ingest/guess-mapping.js';
import { parseMapping } from '../../../src/ingest/mapping.js';
import { readAll, recordsOf } from './context.js';

const guess = (header: string, row = '', kind?: string) =>
  guessMapping(header.split(','), row === '' ? [] : [row.split(',')], kind);

describe('guessMapping', () => {
  it.each([
    ['from_id,to_id,occurred_at,kind', { from: 'from_id', to: 'to_id', at: 'occurred_at', kind: 'kind' }],
    ['SRC,Dst,TS,Event', { from: 'SRC', to: 'Dst', at: 'TS', kind: 'Event' }],
    [
      'User ID,In-Reply-To User ID,Created At,Action',
      { from: 'User ID', to: 'In-Reply-To User ID', at: 'Created At', kind: 'Action' },
    ],
    [
      'speaker,reply-to,timestamp,relationship',
      { from: 'speaker', inReplyTo: 'reply-to', at: 'timestamp', kind: 'relationship' },
    ],
    [
      'author,parent_id,created_utc,type,link_id',
      { from: 'author', inReplyTo: 'parent_id', at: 'created_utc', kind: 'type', conversation: 'link_id' },
    ],
    [
      'distinct_id,recipient,time,interaction,thread_ts',
      { from: 'distinct_id', to: 'recipient', at: 'time', kind: 'interaction', conversation: 'thread_ts' },
    ],
  ])('reads %s', (header, columns) => {
    const expected = Object.entries(columns).map(([field, column]) => [field, { column }]);
    expect(guess(header).mapping).toEqual({ version: 1, ...Object.fromEntries(expected) });
  });

  it('prefers the table name of a field to its aliases and says what it leaves unused', () => {
    const { mapping, unused } = guess('author,from_id,to_id,ts,kind,Full Text,message');
    expect(mapping.from).toEqual({ column: 'from_id' });
    expect(unused).toEqual(['author', 'Full Text', 'message']);
  });

  it('gives the mapping as YAML that can be used as it stands', () => {
    const { mapping, yaml } = guess('src,dst,ts', '1,2,3', 'dm');
    expect(mapping).toEqual({
      version: 1,
      from: { column: 'src' },
      to: { column: 'dst' },
      at: { column: 'ts' },
      kind: 'dm',
    });
    expect(parseMapping(yaml)).toEqual(mapping);
  });

  it('takes a column type for record types only where its values are', () => {
    expect(guess('type,from,to,at,kind', 'message,,,,').mapping.type).toEqual({ column: 'type' });
    expect(guess('type,from,to,at', 'reply,,,').mapping).toMatchObject({ kind: { column: 'type' } });
  });

  it('refuses a table with two columns alike of which one would be read, and minds no others', () => {
    expect(() => guess('Id,from,to,at,kind,ID')).toThrow(
      expect.objectContaining({ code: 'FORMAT_INVALID', message: expect.stringContaining('Id and ID') }),
    );
    expect(guess('from,to,at,kind,note,Note').unused).toEqual(['note', 'Note']);
  });

  it.each([
    ['who acted', 'to,at,kind'],
    ['on whom', 'from,at,kind'],
    ['when', 'from,to,kind'],
    ['how', 'from,to,at'],
  ])('refuses a table that does not tell %s', (missing, header) => {
    expect(() => guess(header)).toThrow(
      expect.objectContaining({ code: 'FORMAT_INVALID', message: expect.stringContaining(missing) }),
    );
  });
});

describe('an edge list as Gephi writes it', () => {
  it('is read as mentions of unknown time, and says so loudly', () => {
    const { mapping, notes, unused } = guess('Source,Target,Type,Id,Label,Weight', '1,2,Undirected,0,,3');
    expect(mapping).toEqual({
      version: 1,
      from: { column: 'Source' },
      to: { column: 'Target' },
      weight: { column: 'Weight' },
      kind: 'mention',
      atQuality: 'unknown',
    });
    expect(unused).toEqual(['Type', 'Id', 'Label']);
    expect(notes.join(' ')).toMatch(/counts as mention, Weight times.*never scored.*directed/);
  });

  it('keeps its times where it has them and takes the kind it is given', () => {
    expect(guess('Source,Target,Weight,Timestamp', '1,2,3,4', 'comment').mapping).toMatchObject({
      kind: 'comment',
      at: { column: 'Timestamp' },
    });
  });

  it('tells its notes to whoever reads the file', async () => {
    const guesses: MappingGuess[] = [];
    const items = await readAll('Source,Target,Weight\na,b,2\n', {
      platform: 'p',
      onMapping: (found) => guesses.push(found),
    });
    expect(recordsOf(items)).toHaveLength(2);
    expect(guesses[0]?.notes).toHaveLength(2);
  });
});
