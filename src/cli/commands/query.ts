import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { Answer } from '../../app.js';
import { BadInputError } from '../../errors.js';
import { exitOfErrors } from '../outcome.js';
import { type CommonOptions, openSession, type Session, withApp } from '../session.js';

export function addQuery(program: Command): void {
  program
    .command('query')
    .description('run a GraphQL file against the running service, or in process when none runs')
    .argument('<file>', 'GraphQL document')
    .option('--variables <json>', 'variables as a JSON object')
    .option('--quiet', 'no messages')
    .addHelpText(
      'after',
      '\nExamples:\n  rapport query schema/operations/two-scores.graphql\n  rapport query who.graphql --variables \'{"id": "slack:U1"}\'',
    )
    .action(async (file: string, options: CommonOptions & { variables?: string }) => {
      const session = openSession(options);
      const result = await run(session, await readFile(file, 'utf8'), readVariables(options.variables));
      session.terminal.json(result);
      process.exitCode = exitOfErrors(result.errors);
    });
}

function readVariables(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {}
  throw new BadInputError('--variables', '--variables must be a JSON object, such as \'{"id": "slack:U1"}\'.');
}

async function run(session: Session, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const service = `http://${session.config.host}:${session.config.port}`;
  if (await answers(service)) {
    const reply = await fetch(`${service}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await reply.json()) as Answer;
  }
  return withApp(session, (app) => app.execute(query, variables), { patient: false });
}

async function answers(service: string): Promise<boolean> {
  try {
    const reply = await fetch(`${service}/healthz`, { signal: AbortSignal.timeout(1_000) });
    return ((await reply.json()) as { status?: string }).status === 'ok';
  } catch {
    return false;
  }
}
