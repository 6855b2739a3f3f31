import { join } from 'node:path';
import type { Command } from 'commander';
import type { App } from '../../app.js';
import { type Config, environment } from '../../config.js';
import { BadInputError, RapportError } from '../../errors.js';
import { defaultRunOptions } from '../../operations.js';
import { COMMUNITIES, type Community, SOCIETY } from '../demo/communities.js';
import { comparePlants } from '../demo/plants.js';
import { tellStory } from '../demo/story.js';
import { type CommonOptions, openSession, type Session, withApp } from '../session.js';
import type { Terminal } from '../terminal.js';
import { stopSignal, untilStopped } from './serve.js';

interface DemoOptions extends CommonOptions {
  readonly once?: boolean;
  readonly data: string;
  readonly society?: boolean;
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('import a bundled community, score it, tell its story and serve it')
    .option('--once', 'tell the story and end')
    .option('--data <name>', `which community: ${Object.keys(COMMUNITIES).join(', ')}`, 'irc')
    .option('--society', 'an artificial community instead: what was planted beside what was found')
    .option('--quiet', 'no messages')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run demo\n  npm run demo -- --once --data dartpost\n  npm run demo -- --once --society',
    )
    .action(async (options: DemoOptions) => runDemo(options));
}

async function runDemo(options: DemoOptions): Promise<void> {
  const community = options.society ? SOCIETY : COMMUNITIES[options.data];
  if (community === undefined)
    throw new BadInputError(
      '--data',
      `--data must be one of ${Object.keys(COMMUNITIES).join(', ')}, not ${options.data}.`,
    );
  const stop = stopSignal();
  const session = openSession(options, { RAPPORT_RESCORE: 'off' });
  const config = withOwnHome(session.config, options.society ? 'society' : options.data);
  await withApp({ ...session, config }, async (app) => {
    app.stopServerOnDispose();
    if (stop.aborted) return;
    const stopped = untilStopped(stop);
    await Promise.race([stopped, show(app, community, session, options)]);
    if (!options.once) await stopped;
  });
}

async function show(app: App, community: Community, session: Session, options: DemoOptions): Promise<void> {
  await load(app, community, session);
  session.terminal.data(await tellStory(app, community.title));
  if (options.society) session.terminal.data(await comparePlants(app));
  if (!options.once) session.terminal.data(invitation(await listen(app, session.terminal)));
}

/** Each community has a database of its own, apart from the user's data. */
function withOwnHome(config: Config, name: string): Config {
  return { ...config, local: { ...config.local, home: join(config.local.home, `demo-${name}`) } };
}

async function load(app: App, community: Community, { terminal }: Session): Promise<void> {
  await refuseStrangers(app, community);
  terminal.say(`Importing ${community.title}.`);
  const bar = terminal.progress();
  const { received, stored, ignored } = await app.record
    .record(community.open(), { onProgress: (sum) => bar.update(sum.received) })
    .finally(() => bar.stop());
  terminal.say(
    stored === 0
      ? `All ${received} records were there already.`
      : `Stored ${stored} of ${received} records; ${ignored} are people answering themselves, which is nobody’s relationship.`,
  );
  const { asOf, halfLifeDays, answerWindowDays, attentionTracked, sharesTracked } = community;
  const rest = { halfLifeDays, answerWindowDays, attentionTracked, sharesTracked };
  await app.refreshScores.refresh({ ...defaultRunOptions(), ...rest, asOf: Date.parse(asOf), fixedAsOf: true });
}

/** The demo never mixes its people with somebody's own data. */
async function refuseStrangers(app: App, community: Community): Promise<void> {
  if (await app.hasOthersThan(community.platforms)) {
    throw new RapportError(
      'CONFIG_INVALID',
      'This database holds other people already. Unset NEO4J_URI, or give the demo an empty database.',
    );
  }
}

/** The configured port, or a free one when that is taken and nobody asked for it. */
async function listen(app: App, terminal: Terminal): Promise<string> {
  try {
    return await app.listen();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || environment()['RAPPORT_PORT']) throw error;
    terminal.warn('The port is taken; using a free one.');
    return app.listen(0);
  }
}

function invitation(address: string): string {
  return [
    '',
    `Open ${address}/ for queries to copy; the API is ${address}/graphql, its description ${address}/schema.graphql.`,
    'Ctrl-C stops the demo and its database; the next start takes seconds.',
  ].join('\n');
}
