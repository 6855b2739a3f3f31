import { spawn } from 'node:child_process';

/** What a finished child process left; `code` is null when it could not run, was killed or ran out of time. */
export interface CommandResult {
  readonly code: number | null;
  /** Standard output and error in the order of arrival. */
  readonly output: string;
}

/** How a child process is run; `timeout` in milliseconds, `environment` replaces the inherited one. */
export interface CommandOptions {
  readonly timeout: number;
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program without a shell, collecting what it prints. Never throws: a missing program is a null code. */
export function runCommand(program: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      killSignal: 'SIGKILL',
      ...(options.directory === undefined ? {} : { cwd: options.directory }),
      ...(options.environment === undefined ? {} : { env: options.environment }),
    });
    const finish = (code: number | null) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', () => finish(null));
    child.on('close', finish);
  });
}

/** The last lines of a text that are not blank. */
export function lastLines(text: string, count: number): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.slice(-count).join('\n');
}
