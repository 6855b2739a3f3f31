import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { askYes } from '../../../src/cli/ask-yes.js';

describe('a question before something is deleted', () => {
  it.each([
    ['yes\n', true],
    [' YES \n', true],
    ['y\n', false],
    ['no\n', false],
    ['\n', false],
    ['', false],
  ])('that is answered %j is %s', async (typed, agreed) => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const answer = askYes('Sure? ', input, output);
    input.end(typed);
    expect(await answer).toBe(agreed);
    expect(String(output.read())).toBe('Sure? ');
  });
});
