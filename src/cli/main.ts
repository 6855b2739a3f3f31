#!/usr/bin/env node
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

const program = new Command('rapport')
  .description('Is somebody’s influence a broadcast, or a relationship?')
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
for (const command of program.commands) command.exitOverride().showHelpAfterError('(add --help for its options)');

process.on('SIGINT', () => {
  if (process.exitCode === EXIT.interrupted) process.exit(EXIT.interrupted);
  process.exitCode = EXIT.interrupted;
  if (!program.args.some((name) => name === 'serve' || name === 'demo')) process.exit(EXIT.interrupted);
});
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.unexpected),
);

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
