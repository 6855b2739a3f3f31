import type { Command } from 'commander';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession, withApp } from '../session.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring constraints and indexes of the database up to date; every other command does so too')
    .option('--quiet', 'no messages')
    .option('--json', 'the outcome as one JSON object')
    .addHelpText(
      'after',
      '\nExamples:\n  rapport migrate\n  NEO4J_URI=bolt://db:7687 NEO4J_PASSWORD_FILE=/run/secrets/neo4j rapport migrate',
    )
    .action(async (options: CommonOptions) => {
      const session = openSession(options);
      const applied = await withApp(session, (app) => app.migrations());
      if (options.json) session.terminal.json(applied);
      else
        session.terminal.data(
          applied.map(({ version, name }) => `V${String(version).padStart(3, '0')} ${name}`).join('\n'),
        );
      process.exitCode = EXIT.ok;
    });
}
