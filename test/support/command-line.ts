import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = resolve('dist/cli/main.js');

/** Runs the built command line to its end. */
export async function rapport(
  args: readonly string[],
  input?: string | Buffer,
  env: Record<string, string> = {},
): Promise<Outcome> {
  const child = start(args, env);
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (chunk: Buffer) => (stdout += chunk));
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk));
  child.stdin!.on('error', () => undefined);
  child.stdin!.end(input);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, stdout, stderr };
}

/** Starts the built command line as a user would, not as a test (libraries behave differently there), and leaves it running; the caller kills it. */
export function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  const { NODE_ENV: _, ...inherited } = process.env;
  return spawn(process.execPath, [MAIN, ...args], { env: { ...inherited, NO_COLOR: '1', ...env }, stdio: 'pipe' });
}

/** A running service and its address. */
export interface Service {
  readonly url: string;
  stop(): Promise<number | null>;
}

/** Starts `rapport serve` on a free port and waits until it says where it is. */
export async function serve(env: Record<string, string> = {}): Promise<Service> {
  const child = start(['serve', '--port', '0'], { RAPPORT_LOG_LEVEL: 'error', ...env });
  let told = '';
  const url = await new Promise<string>((done, fail) => {
    child.on('exit', (code) => fail(new Error(`serve ended with ${code}: ${told}`)));
    child.stderr!.on('data', (chunk: Buffer) => (told += chunk));
    child.stdout!.on('data', (chunk: Buffer) => {
      told += chunk;
      const address = /http:\/\/[\d.:]+/.exec(told)?.[0];
      if (address !== undefined) done(address);
    });
  });
  const stop = () =>
    new Promise<number | null>((done) => {
      child.removeAllListeners('exit');
      child.on('exit', done);
      child.kill('SIGTERM');
    });
  return { url, stop };
}

// biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is that of its query
type Data = Record<string, any>;

/** One GraphQL operation over HTTP. */
export async function ask<T = Data>(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{
  status: number;
  data: T;
  errors?: { message: string; extensions: { code: string } }[];
  extensions?: Record<string, unknown>;
}> {
  const reply = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: reply.status, ...((await reply.json()) as { data: T }) };
}
