import { describe, expect, it } from '@jest/globals';
import { tableLine } from '../../../src/cli/commands/export.js';

describe('a row of an exported table', () => {
  it.each([
    [['t:a', 'Ann, "A"', null, -0.5], 't:a,"Ann, ""A""",,-0.5\n'],
    [['=1+1', '+1', '@x', '-x', '\tx'], "'=1+1,'+1,'@x,'-x,'\tx\n"],
    [['＝1', 'a=b', 1e-12], "'＝1,a=b,1e-12\n"],
  ])('of %j lets no cell be a formula', (row, line) => {
    expect(tableLine(row)).toBe(line);
  });
});
