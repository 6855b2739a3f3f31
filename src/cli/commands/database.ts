import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { BadInputError } from '../../errors.js';
import { startLocalDatabase, statusLocalDatabase, stopLocalDatabase, wipeLocalDatabase } from '../../operations.js';
import { askYes } from '../ask-yes.js';
import { EXIT } from '../outcome.js';
import { type CommonOptions, openSession } from '../session.js';

interface DatabaseOptions extends CommonOptions {
  readonly yes?: boolean;
}

const ACTIONS = ['start', 'stop', 'status', 'wipe'] as const;

export function addDatabase(program: Command): void {
  program
    .command('database')
    .description('manage the local Neo4j that Rapport runs itself')
    .argument('<action>', ACTIONS.join(', '))
    .option('--yes', 'wipe without asking')
    .option('--quiet', 'no messages')
    .option('--json', 'the outcome as one JSON object')
    .addHelpText('after', '\nExamples:\n  rapport database start\n  RAPPORT_HOME=~/other rapport database wipe --yes')
    .action(async (action: string, options: DatabaseOptions) => {
      process.exitCode = await runDatabase(action, options);
    });
}

async function runDatabase(action: string, options: DatabaseOptions): Promise<number> {
  const { config, terminal } = openSession(options);
  const say = (message: string): void => terminal.say(message);
  const tell = (value: Record<string, unknown>, sentence: string): void =>
    options.json ? terminal.json(value) : terminal.data(sentence);
  if (action === 'start') {
    const { uri, pid, started } = await startLocalDatabase(config, say);
    tell({ uri, pid, started }, `${started ? 'started' : 'was running already'}: ${uri} (pid ${pid})`);
  } else if (action === 'stop') {
    const stopped = await stopLocalDatabase(config);
    tell({ stopped }, stopped ? 'stopped' : 'was not running');
  } else if (action === 'status') {
    const status = await statusLocalDatabase(config);
    tell(
      { ...status },
      status.running
        ? `running: ${status.uri} (pid ${status.pid}, Neo4j ${status.version})`
        : 'not running; rapport database start starts it',
    );
    return status.running ? EXIT.ok : EXIT.nothing;
  } else if (action === 'wipe') {
    if (!options.yes) await confirmWipe(config);
    await wipeLocalDatabase(config);
    tell({ wiped: true }, `wiped ${config.local.home}`);
  } else throw new BadInputError('action', `The action must be one of ${ACTIONS.join(', ')}, not ${action}.`);
  return EXIT.ok;
}

/** Throws BadInputError unless somebody at the terminal says yes. */
async function confirmWipe(config: Config): Promise<void> {
  const { home } = config.local;
  const status = await statusLocalDatabase(config);
  const loss = `everything in the database of ${home}${status.running ? `, which is running (pid ${status.pid})` : ''}`;
  if (!process.stdin.isTTY)
    throw new BadInputError('--yes', `database wipe deletes ${loss}; say --yes where nobody can be asked.`);
  if (!(await askYes(`This deletes ${loss}. Type yes to go on: `)))
    throw new BadInputError('--yes', 'Nothing was deleted: the answer was not yes.');
}
