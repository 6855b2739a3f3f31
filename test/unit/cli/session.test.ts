import { afterEach, describe, expect, it } from '@jest/globals';
import { openSession } from '../../../src/cli/session.js';

describe('the configuration of a command', () => {
  const before = process.env['RAPPORT_PORT'];
  afterEach(() => {
    if (before === undefined) delete process.env['RAPPORT_PORT'];
    else process.env['RAPPORT_PORT'] = before;
  });

  it('takes the environment where an option is absent, and the option before it', () => {
    process.env['RAPPORT_PORT'] = '8080';
    expect(openSession({}, { RAPPORT_PORT: undefined }).config.port).toBe(8080);
    expect(openSession({}, { RAPPORT_PORT: '0' }).config.port).toBe(0);
    delete process.env['RAPPORT_PORT'];
    expect(openSession({}, { RAPPORT_PORT: undefined }).config.port).toBe(4000);
  });
});
