import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import type { Verdict } from '../../domain/verdict.js';
import { BadInputError } from '../../errors.js';
import { createPreview } from '../../operations.js';
import type { ImportRequest } from '../../service/record-interactions.js';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession, type Session, withApp } from '../session.js';

interface ImportOptions extends CommonOptions {
  readonly format?: string;
  readonly mapping?: string;
  readonly platform?: string;
  readonly kind?: string;
  readonly timeUnit?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly rejects?: string;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('import interactions, messages and people from a file, or from standard input (-)')
    .argument('<file>', 'path, or - for standard input; gzip is seen by content')
    .option('--format <name>', 'ndjson or csv; guessed from name and content when absent')
    .option('--mapping <file>', 'YAML or JSON that tells which column holds what')
    .option('--platform <name>', 'platform of ids that name none')
    .option('--kind <name>', 'kind of interactions that name none')
    .option('--time-unit <unit>', 'unit of numeric times: s, ms, us or ns')
    .option('--dry-run', 'read and check everything, print what would happen, store nothing')
    .option(
      '--strict',
      'store nothing if any record is malformed; a conflict with another record shows only while storing',
    )
    .option('--rejects <file>', 'write every reject there, one JSON object a line')
    .option('--quiet', 'no messages')
    .option('--json', 'the verdict as one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  rapport import interactions.ndjson.gz\n  zcat mentions.csv.gz | rapport import - --format csv --platform x --dry-run',
    )
    .action(async (file: string, options: ImportOptions) => {
      process.exitCode = await runImport(file, options);
    });
}

async function runImport(file: string, options: ImportOptions): Promise<number> {
  const session = openSession(options);
  const reading = await readingOptions(file, options);
  if (options.dryRun) return dryRun(file, session, reading, options);
  if (options.strict && (await countBad(file, reading)) > 0) {
    session.terminal.fail('Nothing was stored: --strict, and some records are bad. --dry-run lists them.');
    return EXIT.rejected;
  }
  return store(file, session, reading, options);
}

/** Everything about the bytes that was said on the command line. */
async function readingOptions(file: string, options: ImportOptions): Promise<ImportRequest> {
  const { format, platform, kind, timeUnit, mapping } = options;
  return {
    format,
    platform,
    kind,
    timeUnit,
    name: file === '-' ? undefined : file,
    mapping: mapping === undefined ? undefined : await readFile(mapping, 'utf8'),
  };
}

type Source = AsyncIterable<Uint8Array> & { readonly bytesRead?: number };

function openSource(file: string): Source {
  return file === '-' ? process.stdin : createReadStream(file);
}

async function dryRun(
  file: string,
  { terminal }: Session,
  request: ImportRequest,
  options: ImportOptions,
): Promise<number> {
  let guess: unknown;
  const service = createPreview();
  const summary = await service.preview(openSource(file), { ...request, onMapping: (mapping) => (guess = mapping) });
  const result = {
    ...summary,
    times: summary.times && { first: iso(summary.times.first), last: iso(summary.times.last) },
    mapping: guess ?? null,
  };
  if (options.json) terminal.json(result);
  else terminal.data(stringify(result));
  return summary.rejected > 0 ? EXIT.rejected : EXIT.ok;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

async function countBad(file: string, request: ImportRequest): Promise<number> {
  if (file === '-')
    throw new BadInputError('strict', '--strict reads the input twice; give it a file, not standard input.');
  return (await createPreview().preview(openSource(file), request)).rejected;
}

async function store(file: string, session: Session, request: ImportRequest, options: ImportOptions): Promise<number> {
  const { terminal } = session;
  const bytes = file === '-' ? 0 : (await stat(file)).size;
  const rejects = options.rejects === undefined ? null : (await open(options.rejects, 'w')).createWriteStream();
  const unwritten: Error[] = [];
  rejects?.on('error', (error) => unwritten.push(error));
  let sofar: Verdict | null = null;
  const verdict = await withApp(session, async (app) => {
    const bar = terminal.progress(bytes);
    const source = openSource(file);
    try {
      return await app.record.record(source, {
        ...request,
        onMapping: ({ yaml, unused, notes }) => {
          terminal.say(
            `Columns were guessed:\n${yaml}${unused.length > 0 ? `Nothing is read from: ${unused.join(', ')}\n` : ''}`,
          );
          for (const note of notes) terminal.warn(note);
        },
        onProgress: (sum) => {
          sofar = sum;
          bar.update(sum.received, source.bytesRead);
        },
        onReject: (reject) => {
          if (unwritten.length > 0) throw unwritten[0];
          rejects?.write(`${JSON.stringify(reject)}\n`);
        },
      });
    } finally {
      bar.stop();
    }
  }).catch((error) => {
    if (sofar !== null) terminal.warn(`Until it failed: ${describeVerdict(sofar)}`);
    throw error;
  });
  await new Promise<void>((resolve) => (rejects === null ? resolve() : rejects.end(() => resolve())));
  if (unwritten.length > 0) throw unwritten[0];
  if (options.json) terminal.json(verdict);
  else terminal.data(describeVerdict(verdict));
  return verdict.rejected > 0 ? EXIT.rejected : EXIT.ok;
}

function describeVerdict(verdict: Verdict): string {
  const { received, stored, duplicate, ignored, rejected, unresolved, mismatched, rejects } = verdict;
  const lines = [
    `received ${received}: stored ${stored}, duplicate ${duplicate}, ignored ${ignored}, rejected ${rejected}`,
    `unresolved ${unresolved} (waiting for the message they name), mismatched ${mismatched}`,
    ...rejects
      .slice(0, 10)
      .map(
        (reject) =>
          `  ${reject.line ? `line ${reject.line}` : `record ${reject.index}`}: ${reject.code} ${reject.path}: ${reject.message}`,
      ),
  ];
  if (rejected > 10) lines.push(`  … and ${rejected - 10} more; --rejects <file> writes them all`);
  return lines.join('\n');
}
