import { describe, expect, it } from '@jest/globals';
import { LineFramer } from '../../../src/ingest/line-framer.js';

const framesOf = (bytes: Buffer, size: number, delimiter: number | null) => {
  const framer = new LineFramer(delimiter);
  const frames = [];
  for (let i = 0; i < bytes.length; i += size) frames.push(...framer.push(bytes.subarray(i, i + size)));
  return [...frames, ...framer.end()].map(({ line, bytes: text }) => [line, text?.toString() ?? null]);
};

describe('LineFramer', () => {
  it.each([1, 2, 3, 100])('passes over a byte order mark that arrives in chunks of %i', (size) => {
    expect(framesOf(Buffer.from('\ufeffone\r\n\n\ufefftwo'), size, null)).toEqual([
      [1, 'one'],
      [3, '\ufefftwo'],
    ]);
  });

  it.each([1, 5, 100])('keeps quoted newlines together in chunks of %i and counts their lines', (size) => {
    expect(framesOf(Buffer.from('a, "x\n""y"",\n"\nb"\n"",c\nd'), size, 0x2c)).toEqual([
      [1, 'a, "x\n""y"",\n"'],
      [4, 'b"'],
      [5, '"",c'],
      [6, 'd'],
    ]);
  });

  it('gives a quote that never closes its own line only', () => {
    expect(framesOf(Buffer.from('"a\nb\nc\n'), 2, 0x2c)).toEqual([
      [1, '"a'],
      [2, 'b'],
      [3, 'c'],
    ]);
  });
});
