import { constants, ftruncateSync, type Stats, type WriteStream } from 'node:fs';
import { type FileHandle, open, realpath, rm, stat } from 'node:fs/promises';
import { BadInputError } from '../errors.js';

/** A file that must not be written over, and what it is to whoever started this. */
export interface KeptFile {
  readonly what: string;
  readonly stats: Stats;
}

/**
 * Rejects on their way into a file, one JSON object a line. What was there stays until `begin` or the first reject; where
 * neither comes, nothing has changed.
 */
export class RejectsFile {
  readonly #file: string;
  readonly #handle: FileHandle;
  readonly #before: Stats | null;
  #stream: WriteStream | null = null;
  #error: Error | null = null;

  private constructor(file: string, handle: FileHandle, before: Stats | null) {
    this.#file = file;
    this.#handle = handle;
    this.#before = before;
  }

  /** Throws BadInputError for a file that is one of `kept` by another name, and the error of the system for one that cannot be written. */
  static async open(file: string, kept: readonly KeptFile[]): Promise<RejectsFile> {
    const before = await stat(file).catch(() => null);
    const same = kept.find(({ stats }) => before?.isFile() && before.dev === stats.dev && before.ino === stats.ino);
    if (same !== undefined)
      throw new BadInputError('--rejects', `--rejects and ${same.what} must be two files, not both ${file}.`);
    return new RejectsFile(file, await open(file, constants.O_WRONLY | constants.O_CREAT), before);
  }

  /** Empties the file, once. */
  begin(): void {
    if (this.#stream !== null) return;
    if (this.#before?.isFile()) ftruncateSync(this.#handle.fd);
    this.#stream = this.#handle.createWriteStream();
    this.#stream.on('error', (error) => {
      this.#error ??= error;
    });
  }

  /** Throws what an earlier one could not be written for. */
  add(reject: object): void {
    if (this.#error !== null) throw this.#error;
    this.begin();
    this.#stream?.write(`${JSON.stringify(reject)}\n`);
  }

  /** Resolves once everything is written; throws where that failed. */
  async close(): Promise<void> {
    const stream = this.#stream;
    if (stream === null) {
      await this.#handle.close();
      if (this.#before === null) await rm(await realpath(this.#file).catch(() => this.#file), { force: true });
    } else if (!stream.closed) {
      await new Promise<void>((resolve) => stream.once('close', resolve).end());
    }
    if (this.#error !== null) throw this.#error;
  }
}
