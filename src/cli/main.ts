#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addDatabase } from './commands/database.js';
import { addDemo } from './commands/demo.js';
import { addDoctor } from './commands/doctor.js';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addMigrate } from './commands/migrate.js';
import { addQuery } from './commands/query.js';
import { addSchema } from './commands/schema.js';
import { addScore } from './commands/score.js';
import { addServe } from './commands/serve.js';
import { addSociety } from './commands/society.js';
import { addVerify } from './commands/verify.js';
import { describeFailure, EXIT } from './outcome.js';
import { Terminal } from './terminal.js';

/** Milliseconds within which a terminal and whoever started this may both have passed on one Ctrl-C. */
const SAME_CTRL_C = 500;
/** Milliseconds after which a command that has ended and said everything waits no longer for connections that nobody answers. */
const LINGER = 1_000;

const program = new Command('rapport')
  .description('Is somebody’s influence a broadcast, or a relationship?')
  .version(readVersion(), '--version', 'the version of Rapport')
  .option('--no-color', 'no colours, as with NO_COLOR')
  .showHelpAfterError('(rapport --help lists the commands)')
  .exitOverride();
for (const add of [
  addImport,
  addScore,
  addServe,
  addQuery,
  addExport,
  addVerify,
  addDemo,
  addSociety,
  addDoctor,
  addMigrate,
  addDatabase,
  addSchema,
])
  add(program);
for (const command of program.commands)
  command
    .option('--no-color', 'no colours, as with NO_COLOR')
    .exitOverride()
    .showHelpAfterError('(add --help for its options)');

let interrupted = 0;
process.on('SIGINT', () => {
  const again = Date.now() - interrupted > SAME_CTRL_C;
  if (process.exitCode === EXIT.interrupted && again) process.exit(EXIT.interrupted);
  interrupted = Date.now();
  process.exitCode = EXIT.interrupted;
  if (!program.args.some((name) => name === 'serve' || name === 'demo')) process.exit(EXIT.interrupted);
});
// A terminal that was closed takes nothing any more; what is under way still has to end in order.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok);
  if (error.code === 'EIO') return;
  new Terminal().fail(`Output could not be written: ${error.message}`);
  process.exit(EXIT.unexpected);
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else {
    const { code, sentence } = describeFailure(error);
    new Terminal().fail(sentence);
    process.exitCode = code;
  }
}
process.stdout.write('', () => process.stderr.write('', () => setTimeout(() => process.exit(), LINGER).unref()));

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}
