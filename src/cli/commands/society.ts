import { once } from 'node:events';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CanonicalRecord } from '../../domain/records.js';
import { parseInstant } from '../../domain/time.js';
import { BadInputError } from '../../errors.js';
import { recordLine } from '../../operations.js';
import { generateSociety, type Society } from '../../society/generate-society.js';
import { earliestAsOf, SOCIETY_DEFAULTS, SOCIETY_LIMITS, type SocietyOptions } from '../../society/society-options.js';
import { EXIT } from '../outcome.js';
import type { CommonOptions } from '../session.js';
import { Terminal } from '../terminal.js';
import { writePending } from '../whole-file.js';

interface SocietyCommandOptions extends CommonOptions {
  readonly people?: string;
  readonly seed?: string;
  readonly days?: string;
  readonly asOf?: string;
  readonly output: string;
  readonly truth?: string;
}

const PIECE = 65_536;

export function addSociety(program: Command): void {
  program
    .command('society')
    .description('generate an artificial community in which everything planted is known')
    .option('--people <n>', 'ordinary people, 20 to 1000000; the planted ones come on top (200)')
    .option('--seed <n>', 'the same seed and options give the same bytes (1)')
    .option('--days <n>', 'days in which everything happens, 100 to 3650 (120)')
    .option('--as-of <instant>', 'their end, RFC 3339 with offset (2026-01-01T00:00:00Z)')
    .option('--output <file>', 'where the records go, gzipped when it ends in .gz; - is standard output', '-')
    .option('--truth <file>', 'write there what was planted, as one JSON document')
    .option('--quiet', 'no messages')
    .option('--json', 'the outcome as one JSON object; needs --output')
    .addHelpText(
      'after',
      '\nExamples:\n  rapport society --output society.ndjson.gz --truth truth.json\n  rapport society --people 20 | rapport import - --format ndjson',
    )
    .action(async (options: SocietyCommandOptions) => {
      process.exitCode = await runSociety(options);
    });
}

async function runSociety(options: SocietyCommandOptions): Promise<number> {
  const terminal = new Terminal(options.quiet ?? false);
  const { output, truth: truthFile, json } = checkFiles(options);
  const society = generateSociety(readSocietyOptions(options));
  const counts = await write(society, output, truthFile);
  const { people, options: used } = society.truth;
  const outcome = { ...used, accounts: people.total, planted: people.planted, control: people.control, ...counts };
  if (json) terminal.json({ ...outcome, output, truth: truthFile ?? null });
  else terminal.say(describe(outcome));
  return EXIT.ok;
}

function checkFiles(options: SocietyCommandOptions): SocietyCommandOptions {
  const { output, truth, json } = options;
  if (json && output === '-')
    throw new BadInputError('--json', '--json writes where the records go; give --output a file, or leave --json out.');
  if (truth === '-')
    throw new BadInputError('--truth', '--truth must name a file; standard output is for the records.');
  if (truth !== undefined && resolve(truth) === resolve(output))
    throw new BadInputError('--truth', `--truth and --output must be two files, not both ${output}.`);
  return options;
}

function readSocietyOptions(options: SocietyCommandOptions): SocietyOptions {
  const whole = (name: keyof typeof SOCIETY_LIMITS): number => {
    const text = options[name];
    if (text === undefined) return SOCIETY_DEFAULTS[name];
    const [least, most] = SOCIETY_LIMITS[name];
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new BadInputError(`--${name}`, `--${name} must be a whole number from ${least} to ${most}, not ${text}.`);
  };
  const days = whole('days');
  return { people: whole('people'), seed: whole('seed'), days, asOf: readAsOf(options.asOf, days) };
}

/** Not in the future: import refuses what has not happened yet. */
function readAsOf(text: string | undefined, days: number): number {
  if (text === undefined) return SOCIETY_DEFAULTS.asOf;
  const at = parseInstant(text);
  if (typeof at === 'number' && at >= earliestAsOf(days) && at <= Date.now()) return at;
  const first = new Date(earliestAsOf(days)).toISOString();
  throw new BadInputError(
    '--as-of',
    `--as-of must be an instant with offset from ${first} to now, such as 2026-01-31T00:00:00Z, not ${text}.`,
  );
}

interface Counts {
  readonly records: number;
  readonly interactions: number;
  readonly messages: number;
}

/** Records and truth, both or neither. */
async function write({ records, truth }: Society, output: string, truthFile: string | undefined): Promise<Counts> {
  const counts = { records: 0, interactions: 0, messages: 0 };
  const told =
    truthFile === undefined ? null : await writePending('--truth', truthFile, [`${JSON.stringify(truth)}\n`]);
  try {
    const lines = pieces(records(), counts);
    if (output === '-') await print(lines);
    else await (await writePending('--output', output, lines)).keep();
    await told?.keep();
  } catch (error) {
    await told?.drop();
    throw error;
  }
  return counts;
}

/** Lines gathered into larger pieces of text. */
function* pieces(records: Iterable<CanonicalRecord>, counts: { -readonly [K in keyof Counts]: number }) {
  let piece = '';
  for (const record of records) {
    piece += `${recordLine(record)}\n`;
    counts.records++;
    if (record.type === 'interaction') counts.interactions++;
    if (record.type === 'message') counts.messages++;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

async function print(lines: Iterable<string>): Promise<void> {
  for (const line of lines) if (!process.stdout.write(line)) await once(process.stdout, 'drain');
}

function describe({
  accounts,
  planted,
  control,
  records,
  interactions,
  messages,
  seed,
}: Record<string, unknown>): string {
  return `${records} records: ${accounts} accounts (${planted} planted, ${control} in the control), ${messages} posts, ${interactions} interactions; seed ${seed}`;
}
