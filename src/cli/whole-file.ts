import { createWriteStream, rmSync } from 'node:fs';
import { realpath, rename, rm, stat } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { BadInputError } from '../errors.js';

/** Text on its way into a file that appears whole or not at all. */
export interface PendingFile {
  /** Puts it in its place. */
  keep(): Promise<void>;
  /** Leaves what was there before. */
  drop(): Promise<void>;
}

/**
 * Writes text next to where it belongs, gzipped where the name ends in .gz; `keep` then replaces the file at once. What is no regular
 * file, such as /dev/null, is written to directly. Throws BadInputError naming the option where the file cannot be written.
 */
export async function writePending(option: string, file: string, text: Iterable<string>): Promise<PendingFile> {
  const target = await resolveTarget(file);
  const path = target.regular ? `${target.path}.${process.pid}.partial` : target.path;
  const forget = () => rmSync(path, { force: true });
  if (target.regular) process.once('exit', forget);
  const drop = async () => {
    if (!target.regular) return;
    await rm(path, { force: true });
    process.off('exit', forget);
  };
  try {
    await pour(text, file.endsWith('.gz'), path);
  } catch (error) {
    await drop();
    throw explain(option, file, error);
  }
  const keep = async () => {
    if (target.regular) await rename(path, target.path);
    process.off('exit', forget);
  };
  return { keep, drop };
}

async function resolveTarget(file: string): Promise<{ path: string; regular: boolean }> {
  try {
    const path = await realpath(file);
    return { path, regular: (await stat(path)).isFile() };
  } catch {
    return { path: file, regular: true };
  }
}

async function pour(text: Iterable<string>, gzip: boolean, path: string): Promise<void> {
  const source = Readable.from(text, { objectMode: true });
  const through: Transform[] = gzip ? [createGzip()] : [];
  await pipeline([source, ...through, createWriteStream(path)]);
}

function explain(option: string, file: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return error;
  return new BadInputError(option, `${option} cannot be written to ${file}: ${message}. Name a file that can be.`);
}
