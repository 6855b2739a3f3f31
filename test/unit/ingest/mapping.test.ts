import { describe, expect, it } from '@jest/globals';
import { formatMapping, parseMapping } from '../../../src/ingest/mapping.js';
import { codesOf, readAll, recordsOf } from './context.js';

const BRANDWATCH = `
version: 1
from: {column: "Author Id", platform: {column: "Source"}}
to: {column: "Mentioned Author Id", split: ","}
at: {column: "Date", format: "yyyy-MM-dd HH:mm:ss", timezone: "Europe/London"}
id: {column: "Mention Id"}
kind: {column: "Engagement Type", map: {REPLY: reply, RETWEET: share, QUOTE: share, COMMENT: comment}, default: mention}
inReplyTo: {column: "Parent Mention Id"}
visibility: public
content: {column: "Full Text", store: none}
`;
const HEADER = 'Author Id,Source,Mentioned Author Id,Date,Mention Id,Engagement Type,Parent Mention Id,Full Text';

describe('a mapping', () => {
  it('reads a social-listening export', async () => {
    const rows = [
      '7,x,"8,9",2026-07-01 10:00:00,m1,RETWEET,m0,secret words',
      '7,x,,2026-01-15 10:00:00,m2,,m1,',
      '7,x,8,2026-01-15 10:00:00,m3,OTHER,,',
    ];
    const items = await readAll([HEADER, ...rows].join('\n'), { mapping: parseMapping(BRANDWATCH) });
    expect(recordsOf(items)).toMatchObject([
      {
        id: 'x:m1#1',
        from: 'x:7',
        to: 'x:8',
        kind: 'share',
        message: 'x:m1',
        inReplyTo: 'x:m0',
        at: Date.UTC(2026, 6, 1, 9),
      },
      { id: 'x:m1#2', to: 'x:9', message: 'x:m1' },
      { id: 'x:m2', to: null, kind: 'mention', message: null, inReplyTo: 'x:m1', at: Date.UTC(2026, 0, 15, 10) },
      { id: 'x:m3', kind: 'mention' },
    ]);
    expect(JSON.stringify(items)).not.toContain('secret');
  });

  it('marks the hour that clocks show twice as estimated and refuses the one they skip', async () => {
    const rows = [
      '7,x,8,2026-10-25 01:30:00,m1,REPLY,,',
      '7,x,8,2026-03-29 01:30:00,m2,REPLY,,',
      '7,x,8,31/12/2025,m3,REPLY,,',
    ];
    const items = await readAll([HEADER, ...rows].join('\n'), { mapping: parseMapping(BRANDWATCH) });
    expect(codesOf(items)).toEqual(['ok', 'TIME_INVALID', 'TIME_INVALID']);
    expect(recordsOf(items)[0]).toMatchObject({ at: Date.UTC(2026, 9, 25, 0, 30), atQuality: 'estimated' });
  });

  it.each([
    ['d/M/yyyy h:mm a', 'UTC', '"1/10/2026 12:05 AM"', Date.UTC(2026, 9, 1, 0, 5)],
    ['MMM d, yyyy', 'UTC', '"Oct 1, 2026"', Date.UTC(2026, 9, 1)],
    ["dd.MM.yyyy 'um' HH:mm", 'Europe/Vienna', '01.10.2026 um 12:00', Date.UTC(2026, 9, 1, 10)],
    ['yyyy/MM/dd HH:mm:ss.SSSXXX', undefined, '2026/10/01 12:00:00.250+02:00', Date.UTC(2026, 9, 1, 10, 0, 0, 250)],
    [undefined, 'Asia/Kathmandu', '2026-10-01 12:00:00', Date.UTC(2026, 9, 1, 6, 15)],
  ])('reads times of the form %s in %s', async (format, timezone, text, at) => {
    const mapping = parseMapping(
      JSON.stringify({
        version: 1,
        from: { column: 'f' },
        to: { column: 't' },
        kind: 'dm',
        at: { column: 'w', format, timezone },
      }),
    );
    expect(recordsOf(await readAll(`f,t,w\nx:a,x:b,${text}\n`, { mapping }))).toMatchObject([
      { at, atQuality: 'exact' },
    ]);
  });

  it('declares the unit of numbers, and can give one time for all rows as an estimate', async () => {
    const numbers = parseMapping(
      '{version: 1, from: {column: f}, to: {column: t}, kind: dm, at: {column: w, unit: s}}',
    );
    expect(recordsOf(await readAll('f,t,w\nx:a,x:b,1082040961\n', { mapping: numbers }))).toMatchObject([
      { at: 1_082_040_961_000 },
    ]);
    const once = parseMapping(
      '{version: 1, from: {column: f}, to: {column: t}, kind: dm, at: {value: "2026-10-01T10:00:00Z"}}',
    );
    expect(recordsOf(await readAll('f,t\nx:a,x:b\n', { mapping: once }))).toMatchObject([
      { at: Date.UTC(2026, 9, 1, 10), atQuality: 'estimated' },
    ]);
  });

  it('survives being written as YAML', () => {
    const mapping = parseMapping(BRANDWATCH);
    expect(parseMapping(formatMapping(mapping))).toEqual(mapping);
  });

  it.each([
    ['an unknown key', 'version: 1\nform: {column: a}', /form/],
    ['an unknown key inside', 'version: 1\nfrom: {column: a, colum: b}', /from: .*colum/],
    ['no version', 'from: {column: a}', /version/],
    ['another version', 'version: 2', /version/],
    ['an unknown unit', 'version: 1\nat: {column: a, unit: days}', /at/],
    ['an unknown time zone', 'version: 1\nat: {column: a, timezone: Mars/Base}', /Mars\/Base is not a time zone/],
    [
      'unknown letters in a format',
      'version: 1\nat: {column: a, format: "yyyy-MM-ddTHH:mm", timezone: UTC}',
      /T is not one of/,
    ],
    [
      'a format that names a part twice',
      'version: 1\nat: {column: a, format: "yyyy yyyy MM dd", timezone: UTC}',
      /twice/,
    ],
    ['a format without day', 'version: 1\nat: {column: a, format: "yyyy-MM", timezone: UTC}', /year, month and day/],
    ['a format without offset or time zone', 'version: 1\nat: {column: a, format: "yyyy-MM-dd"}', /timezone/],
    ['both unit and format', 'version: 1\nat: {column: a, format: "yyyy-MM-dd", timezone: UTC, unit: s}', /unit/],
    ['two platforms', 'version: 1\nfrom: {column: a, platform: x}\nplatform: y', /platform twice/],
    ['text that would be stored', 'version: 1\ncontent: {column: a, store: hash}', /content/],
    ['broken YAML', 'version: [', /YAML/],
    ['nothing', '', /mapping/],
  ])('with %s is refused', (_claim, text, message) => {
    expect(() => parseMapping(text)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringMatching(message) }),
    );
  });

  it('that names a column the table lacks is refused with the columns there are', async () => {
    const mapping = parseMapping('{version: 1, from: {column: who}}');
    await expect(readAll('a,b\n1,2\n', { mapping })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringMatching(/"who".*a, b/),
    });
  });

  it('is refused for NDJSON', async () => {
    const mapping = parseMapping('version: 1');
    await expect(readAll('{}', { mapping })).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
  });
});
