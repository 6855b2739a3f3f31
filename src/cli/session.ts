import { App } from '../app.js';
import { type Config, environment, readConfig } from '../config.js';
import { createLogger } from '../log.js';
import { Terminal } from './terminal.js';

/** Options every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What a command works with. */
export interface Session {
  readonly config: Config;
  readonly terminal: Terminal;
}

/** Configuration of the process and its terminal; logs stay quiet unless asked for, since a command speaks for itself. */
export function openSession(options: CommonOptions, overrides: Record<string, string | undefined> = {}): Session {
  const said = Object.entries(overrides).filter(([, value]) => value !== undefined);
  const config = readConfig({ RAPPORT_LOG_LEVEL: 'warn', ...environment(), ...Object.fromEntries(said) });
  return { config, terminal: new Terminal(options.quiet ?? false) };
}

/** Runs work over an assembled App and lets go of it afterwards. Work of its own waits out long pauses of the database; where somebody waits for an answer it is not patient. */
export async function withApp<T>(
  { config, terminal }: Session,
  work: (app: App) => Promise<T>,
  { patient = true } = {},
): Promise<T> {
  const app = await App.open(config, createLogger(config.logLevel), (message) => terminal.say(message), patient);
  try {
    return await work(app);
  } finally {
    await app[Symbol.asyncDispose]();
  }
}
