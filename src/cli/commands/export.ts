import { once } from 'node:events';
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { App } from '../../app.js';
import { BadInputError } from '../../errors.js';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession, withApp } from '../session.js';
import type { Terminal } from '../terminal.js';

const STREAMS = { people: 'csv', ties: 'csv', interactions: 'ndjson' } as const;
type Stream = keyof typeof STREAMS;

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write people, ties or interactions to standard output')
    .argument('<stream>', Object.keys(STREAMS).join(', '))
    .option('--format <name>', 'csv for people and ties, ndjson for interactions')
    .option('--quiet', 'no messages')
    .addHelpText(
      'after',
      '\nExamples:\n  rapport export people --format csv > people.csv\n  rapport export interactions | gzip > interactions.ndjson.gz',
    )
    .action(async (stream: string, options: CommonOptions & { format?: string }) => {
      process.exitCode = await runExport(stream, options);
    });
}

async function runExport(stream: string, options: CommonOptions & { format?: string }): Promise<number> {
  if (!(stream in STREAMS))
    throw new BadInputError('stream', `The stream must be one of ${Object.keys(STREAMS).join(', ')}, not ${stream}.`);
  const format = STREAMS[stream as Stream];
  if (options.format !== undefined && options.format !== format)
    throw new BadInputError('--format', `${stream} are exported as ${format}, not ${options.format}.`);
  const session = openSession(options);
  await withApp(session, (app) => write(app, stream as Stream, session.terminal));
  return EXIT.ok;
}

async function write(app: App, stream: Stream, terminal: Terminal): Promise<void> {
  const output = new Lines();
  const bar = process.stdout.isTTY ? null : terminal.progress();
  const add = (line: string): void => {
    output.add(line);
    bar?.update(output.count);
  };
  try {
    if (stream === 'interactions') await app.exports.records((record) => add(`${JSON.stringify(record)}\n`));
    else await app.exportTables[stream]((row) => add(tableLine(row)));
    await output.flush();
  } finally {
    bar?.stop();
  }
}

/** A row of a CSV file, in which a spreadsheet takes no cell for a formula. */
export function tableLine(row: readonly (string | number | null)[]): string {
  return stringify([row], { escape_formulas: true });
}

/** Gathers lines into larger writes. */
class Lines {
  #lines: string[] = [];
  #size = 0;
  count = 0;

  add(line: string): void {
    this.#lines.push(line);
    this.count++;
    this.#size += line.length;
    if (this.#size > 65_536) this.#write();
  }

  async flush(): Promise<void> {
    this.#write();
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }

  #write(): void {
    process.stdout.write(this.#lines.join(''));
    this.#lines = [];
    this.#size = 0;
  }
}
