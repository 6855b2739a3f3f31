import { once } from 'node:events';
import type { Command } from 'commander';
import { environment, isPort } from '../../config.js';
import { BadInputError } from '../../errors.js';
import { type CommonOptions, openSession, withApp } from '../session.js';

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('serve GraphQL over HTTP and score news by itself')
    .option('--port <n>', 'port to listen on (RAPPORT_PORT, 4000)')
    .option('--quiet', 'no messages')
    .addHelpText(
      'after',
      '\nA run whose instant was asked for (score --as-of) stays there until rapport score runs without.\n\nExamples:\n  rapport serve\n  RAPPORT_RESCORE=off rapport serve --port 8080',
    )
    .action(async (options: CommonOptions & { port?: string }) => {
      const stop = stopSignal();
      const { port } = options;
      if (port !== undefined && !isPort(port))
        throw new BadInputError('--port', `--port must be a whole number from 0 to 65535, not ${port}.`);
      const session = openSession(options, {
        RAPPORT_PORT: port,
        RAPPORT_LOG_LEVEL: environment()['RAPPORT_LOG_LEVEL'] ?? 'info',
      });
      await withApp(
        session,
        async (app) => {
          if (stop.aborted) return;
          session.terminal.data(`Rapport is at ${await app.listen()} (GraphQL at /graphql). Ctrl-C stops it.`);
          await untilStopped(stop);
        },
        { patient: false },
      );
    });
}

/** Aborted by the first SIGINT, SIGTERM or SIGHUP from now on; a second one acts as if nobody listened. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => stop.abort());
  return stop.signal;
}

/** Resolves once somebody has asked to stop. */
export async function untilStopped(stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
}
