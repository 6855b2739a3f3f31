import { createReadStream, fstatSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import type { Reject, Verdict } from '../../domain/verdict.js';
import { BadInputError } from '../../errors.js';
import { createPreview } from '../../operations.js';
import type { ImportRequest } from '../../service/record-interactions.js';
import { EXIT } from '../outcome.js';
import { RejectsFile } from '../rejects-file.js';
import { type CommonOptions, openSession, type Session, withApp } from '../session.js';
import type { Terminal } from '../terminal.js';
import { describeRejects, describeVerdict } from '../verdict-text.js';

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
    .option(
      '--rejects <file>',
      'write every reject there, one JSON object a line; also with --dry-run, and where --strict refuses',
    )
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
  const work = { file, session, reading, options, rejects: await openRejects(file, options) };
  try {
    if (options.dryRun) return await dryRun(work);
    if (options.strict && (await refusesAny(work))) return EXIT.rejected;
    return await store(work);
  } finally {
    await work.rejects?.close();
  }
}

/** What one import works with. */
interface Work {
  readonly file: string;
  readonly session: Session;
  readonly reading: ImportRequest;
  readonly options: ImportOptions;
  readonly rejects: RejectsFile | null;
}

async function openRejects(file: string, { rejects, mapping }: ImportOptions): Promise<RejectsFile | null> {
  const input = file === '-' ? fstatSync(process.stdin.fd) : await stat(file);
  if (rejects === undefined) return null;
  return RejectsFile.open(rejects, [
    { what: 'the input', stats: input },
    ...(mapping === undefined ? [] : [{ what: '--mapping', stats: await stat(mapping) }]),
  ]);
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

async function dryRun({ file, session, reading, options, rejects }: Work): Promise<number> {
  const { terminal } = session;
  let guess: unknown;
  const onMapping: ImportRequest['onMapping'] = (mapping) => {
    guess = mapping;
  };
  const onReject = (reject: Reject) => rejects?.add(reject);
  const summary = await createPreview().preview(openSource(file), { ...reading, onMapping, onReject });
  rejects?.begin();
  const result = {
    ...summary,
    times: summary.times && { first: iso(summary.times.first), last: iso(summary.times.last) },
    mapping: guess ?? null,
  };
  if (options.json) terminal.json(result);
  else terminal.data(stringify(result));
  return exitOf(summary, terminal);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

/** Whether any record is malformed; then it says which, for nothing is stored. */
async function refusesAny({ file, session, reading, rejects }: Work): Promise<boolean> {
  if (file === '-')
    throw new BadInputError('strict', '--strict reads the input twice; give it a file, not standard input.');
  const onReject = (reject: Reject) => rejects?.add(reject);
  const { received, rejected, firstRejects } = await createPreview().preview(openSource(file), {
    ...reading,
    onReject,
  });
  if (rejected === 0) return false;
  const said = `Nothing was stored: --strict, and ${rejected} of ${received} records are bad.`;
  session.terminal.fail([said, ...describeRejects(firstRejects, rejected)].join('\n'));
  return true;
}

async function store({ file, session, reading, options, rejects }: Work): Promise<number> {
  const { terminal } = session;
  const bytes = file === '-' ? 0 : (await stat(file)).size;
  let sofar: Verdict | null = null;
  const verdict = await withApp(session, async (app) => {
    rejects?.begin();
    const bar = terminal.progress(bytes);
    const source = openSource(file);
    try {
      return await app.record.record(source, {
        ...reading,
        onMapping: (guess) => tellGuess(terminal, guess),
        onProgress: (sum) => {
          sofar = sum;
          bar.update(sum.received, source.bytesRead);
        },
        onReject: (reject) => rejects?.add(reject),
      });
    } finally {
      bar.stop();
    }
  }).catch((error) => {
    if (sofar !== null) terminal.warn(`Until it failed: ${describeVerdict(sofar)}`);
    throw error;
  });
  await rejects?.close();
  if (options.json) terminal.json(verdict);
  else terminal.data(describeVerdict(verdict));
  return exitOf(verdict, terminal);
}

function tellGuess(
  terminal: Terminal,
  { yaml, unused, notes }: Parameters<NonNullable<ImportRequest['onMapping']>>[0],
): void {
  const nothing = unused.length > 0 ? `Nothing is read from: ${unused.join(', ')}\n` : '';
  terminal.say(`Columns were guessed:\n${yaml}${nothing}`);
  for (const note of notes) terminal.warn(note);
}

function exitOf({ received, rejected }: Pick<Verdict, 'received' | 'rejected'>, terminal: Terminal): number {
  if (rejected > 0) return EXIT.rejected;
  if (received > 0) return EXIT.ok;
  terminal.warn('Nothing was found: the input holds not a single record.');
  return EXIT.nothing;
}
