import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { Terminal } from '../../../src/cli/terminal.js';

function terminalOn(isTTY: boolean, quiet = false) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 120, cursorTo: () => true, clearLine: () => true });
  let written = '';
  stream.on('data', (chunk: Buffer) => (written += chunk.toString('utf8')));
  return { terminal: new Terminal(quiet, stream as never), written: () => written };
}

describe('progress', () => {
  it('shows how many, how fast, and what part is done where that is known', async () => {
    const { terminal, written } = terminalOn(true);
    const bar = terminal.progress(1_000);
    await new Promise((done) => setTimeout(done, 150));
    expect(written()).toMatch(/ 0% · 0 records · 0\/s · … left/);
    bar.update(300, 500);
    await new Promise((done) => setTimeout(done, 150));
    bar.stop();
    expect(written()).toMatch(/\[=+-+\] 50% · 300 records · \d+\/s · .* left/);
  });

  it('shows how many and how fast where the end is not known', async () => {
    const { terminal, written } = terminalOn(true);
    const bar = terminal.progress();
    await new Promise((done) => setTimeout(done, 150));
    bar.update(300);
    await new Promise((done) => setTimeout(done, 150));
    bar.stop();
    expect(written()).toMatch(/300 records · \d+\/s · \d+s/);
    expect(written()).not.toContain('%');
  });

  it('names the step that long work is at, and takes it away', () => {
    const { terminal, written } = terminalOn(true);
    terminal.step('Scoring: reading');
    terminal.step(null);
    expect(written()).toBe('\r\u001b[KScoring: reading …\r\u001b[K');
  });

  it.each([
    ['where nobody looks', false, false],
    ['when told to be quiet', true, true],
  ])('says nothing %s', (_, isTTY, quiet) => {
    const { terminal, written } = terminalOn(isTTY, quiet);
    const bar = terminal.progress(10);
    bar.update(5, 5);
    bar.stop();
    terminal.step('Scoring: reading');
    expect(written()).toBe('');
  });
});
