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

  it.each(['abc', '0x10', '1e3', '-1', '65536', ' 80', '80.0'])('refuses the port %j', (port) => {
    expect(() => openSession({}, { RAPPORT_PORT: port })).toThrow(
      expect.objectContaining({
        code: 'CONFIG_INVALID',
        message: expect.stringContaining('RAPPORT_PORT: must be a whole number from 0 to 65535'),
      }),
    );
  });
});
