import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { RunOptions } from '../../domain/score-run.js';
import { BadInputError } from '../../errors.js';
import { defaultRunOptions, findCalibration } from '../../operations.js';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession, withApp } from '../session.js';

export interface ScoreCommandOptions extends CommonOptions {
  readonly asOf?: string;
  readonly halfLife?: string;
  readonly answerWindow?: string;
  readonly calibration?: string;
  readonly seeds?: string;
  readonly trustDays?: string;
  readonly private?: string;
  readonly attention?: boolean;
  readonly shares?: boolean;
}

export function addScore(program: Command): void {
  program
    .command('score')
    .description('compute both scores of everybody and publish them as a run')
    .option('--as-of <instant>', 'instant of evaluation, RFC 3339 with offset; now when absent')
    .option('--half-life <days>', 'days after which an interaction counts half (60)')
    .option('--answer-window <days>', 'days within which an answer is an answer (7)')
    .option('--calibration <name or file>', 'unit, reference-v1, or a JSON file of reference points (reference-v1)')
    .option('--seeds <file>', 'JSON list of ids of trusted persons; without it everybody is trusted alike')
    .option('--trust-days <n>', 'dialogue days a tie needs before trust flows over it (3)')
    .option('--private <policy>', 'count or exclude private interactions (count)')
    .option('--no-attention', 'the sources record no reads and likes: leave listening out')
    .option('--no-shares', 'the sources record no shares: leave amplification out')
    .option('--quiet', 'no messages')
    .option('--json', 'the outcome as one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  rapport score\n  rapport score --as-of 2021-12-01T00:00:00Z --half-life 365 --seeds staff.json --json',
    )
    .action(async (options: ScoreCommandOptions) => {
      process.exitCode = await runScore(options);
    });
}

async function runScore(options: ScoreCommandOptions): Promise<number> {
  const session = openSession(options);
  const run = await readRunOptions(options);
  const { terminal } = session;
  const outcome = await withApp(session, (app) =>
    app.refreshScores.refresh(run, (stage) => terminal.step(`Scoring: ${stage}`)).finally(() => terminal.step(null)),
  );
  const { number, asOf, eligible, trustMode } = outcome.run;
  if (outcome.unknownSeeds.length > 0)
    terminal.warn(
      `${outcome.unknownSeeds.length} seeds are not in the data and were left out: ${outcome.unknownSeeds.slice(0, 5).join(', ')}`,
    );
  if (options.json) {
    const { run: _run, ...rest } = outcome;
    terminal.json({ run: number, asOf: new Date(asOf).toISOString(), eligible, trustMode, ...rest });
  } else {
    const written =
      outcome.written === null
        ? 'nothing had changed'
        : `wrote ${outcome.written.people} people, ${outcome.written.ties} ties, ${outcome.written.mutual} mutual ties`;
    terminal.data(
      `run ${number} as of ${new Date(asOf).toISOString()}: ${outcome.interactions} interactions of ${outcome.people} people, ${eligible} with enough data; ${written}`,
    );
  }
  return EXIT.ok;
}

/** Options of a run from the command line. Throws BadInputError naming the option, its limit and the fix. */
export async function readRunOptions(options: ScoreCommandOptions): Promise<RunOptions> {
  const defaults = defaultRunOptions();
  return {
    asOf: options.asOf === undefined ? defaults.asOf : readInstant(options.asOf),
    fixedAsOf: options.asOf !== undefined,
    halfLifeDays: readDays('--half-life', options.halfLife, defaults.halfLifeDays, false),
    answerWindowDays: readDays('--answer-window', options.answerWindow, defaults.answerWindowDays, false),
    trustDays: readDays('--trust-days', options.trustDays, defaults.trustDays, true),
    calibration: options.calibration === undefined ? defaults.calibration : await findCalibration(options.calibration),
    seeds: options.seeds === undefined ? null : await readSeeds(options.seeds),
    privateInteractions: readPolicy(options.private),
    attentionTracked: options.attention ?? true,
    sharesTracked: options.shares ?? true,
  };
}

function readInstant(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isNaN(at) || at < 0)
    throw new BadInputError(
      '--as-of',
      `--as-of must be an instant since 1970 with offset, such as 2026-01-31T00:00:00Z, not ${text}.`,
    );
  return at;
}

function readDays(option: string, text: string | undefined, fallback: number, zero: boolean): number {
  if (text === undefined) return fallback;
  const days = Number(text);
  if (!Number.isFinite(days) || days < 0 || days > 36_525 || (!zero && days === 0)) {
    throw new BadInputError(
      option,
      `${option} must be a number of days, ${zero ? 'from 0' : 'above 0'} to 36525, not ${text}.`,
    );
  }
  return days;
}

async function readSeeds(file: string): Promise<string[]> {
  const seeds = parseJson(await readFile(file, 'utf8'));
  if (!Array.isArray(seeds) || seeds.length === 0 || !seeds.every((seed) => typeof seed === 'string')) {
    throw new BadInputError(
      '--seeds',
      `--seeds must name a JSON file with a list of person ids, such as ["slack:U1"]; ${file} is none.`,
    );
  }
  return seeds;
}

function readPolicy(policy: string | undefined): 'count' | 'exclude' {
  if (policy === undefined || policy === 'count') return 'count';
  if (policy === 'exclude') return 'exclude';
  throw new BadInputError('--private', `--private must be count or exclude, not ${policy}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
