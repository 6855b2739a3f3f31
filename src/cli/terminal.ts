import cliProgress from 'cli-progress';
import pc from 'picocolors';

/** Where a command speaks: data on stdout, everything else on stderr. */
export class Terminal {
  readonly #quiet: boolean;
  readonly #stderr: NodeJS.WriteStream;

  constructor(quiet = false, stderr = process.stderr) {
    this.#quiet = quiet;
    this.#stderr = stderr;
  }

  /** Data, for other programs. */
  data(text: string): void {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  json(value: unknown): void {
    this.data(JSON.stringify(value));
  }

  /** A remark for the person at the terminal. */
  say(text: string): void {
    if (!this.#quiet) this.#stderr.write(`${text}\n`);
  }

  warn(text: string): void {
    this.#stderr.write(`${pc.yellow(text)}\n`);
  }

  fail(text: string): void {
    this.#stderr.write(`${pc.red(text)}\n`);
  }

  /**
   * Progress of a stream of records: how many, how many a second, and of `bytes` known beforehand a bar and the time left; 0 bytes means unknown. Silent
   * where stderr is no terminal.
   */
  progress(bytes = 0): { update(records: number, bytes?: number): void; stop(): void } {
    if (this.#quiet || !this.#stderr.isTTY) return { update() {}, stop() {} };
    const known = bytes > 0;
    const bar = new cliProgress.SingleBar({
      format: `${known ? '[{bar}] {percentage}% · ' : ''}{records} records · {rate}/s · ${known ? '{eta_formatted} left' : '{duration_formatted}'}`,
      stream: this.#stderr,
      clearOnComplete: true,
      etaBuffer: 50,
      formatTime: (seconds, options, round) =>
        known && !(Number(seconds) > 0) ? '…' : cliProgress.Format.TimeFormat(seconds, options, round),
    });
    const began = performance.now();
    bar.start(bytes, 0, { records: 0, rate: 0 });
    return {
      update: (records, read = 0) =>
        bar.update(read, { records, rate: Math.round(records / Math.max((performance.now() - began) / 1_000, 0.001)) }),
      stop: () => bar.stop(),
    };
  }

  /** What long work is at, on a line that the next step, or null, takes the place of. Silent where stderr is no terminal. */
  step(text: string | null): void {
    if (!this.#quiet && this.#stderr.isTTY) this.#stderr.write(`\r\u001b[K${text === null ? '' : `${text} …`}`);
  }
}
