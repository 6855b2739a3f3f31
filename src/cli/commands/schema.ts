import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { schemaText } from '../../operations.js';
import { Terminal } from '../terminal.js';

export function addSchema(program: Command): void {
  program
    .command('schema')
    .description('print the GraphQL schema')
    .option('--output <file>', 'write it there')
    .addHelpText('after', '\nExamples:\n  rapport schema\n  rapport schema --output schema/schema.graphql')
    .action(async ({ output }: { output?: string }) => {
      if (output === undefined) new Terminal().data(schemaText());
      else await writeFile(output, schemaText());
    });
}
