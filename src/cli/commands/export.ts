import { once } from 'node:events';
import type { Command } from 'commander';
import { stringify } from 'csv-stringify/sync';
import type { App } from '../../app.js';
import { BadInputError } from '../../errors.js';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession, withApp } from '../session.js';

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
  await withApp(openSession(options), (app) => write(app, stream as Stream));
  return EXIT.ok;
}

async function write(app: App, stream: Stream): Promise<void> {
  const output = new Lines();
  if (stream === 'interactions') await app.exports.records((record) => output.add(`${JSON.stringify(record)}\n`));
  else if (stream === 'people') await app.exportTables.people((row) => output.add(stringify([row])));
  else await app.exportTables.ties((row) => output.add(stringify([row])));
  await output.flush();
}

/** Gathers lines into larger writes. */
class Lines {
  #lines: string[] = [];
  #size = 0;

  add(line: string): void {
    this.#lines.push(line);
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
