import cliProgress from 'cli-progress';
import pc from 'picocolors';

/** Where a command speaks: data on stdout, everything else on stderr. */
export class Terminal {
  readonly #quiet: boolean;

  constructor(quiet = false) {
    this.#quiet = quiet;
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
    if (!this.#quiet) process.stderr.write(`${text}\n`);
  }

  warn(text: string): void {
    process.stderr.write(`${pc.yellow(text)}\n`);
  }

  fail(text: string): void {
    process.stderr.write(`${pc.red(text)}\n`);
  }

  /** A progress bar with rate and time left; silent where stderr is no terminal. `total` 0 means unknown. */
  progress(label: string, total: number): { update(value: number, total?: number): void; stop(): void } {
    if (this.#quiet || !process.stderr.isTTY) return { update() {}, stop() {} };
    const format = `${label} ${total > 0 ? '[{bar}] {percentage}% ' : ''}{value}${total > 0 ? '/{total}' : ''} · {duration_formatted}${total > 0 ? ' · {eta_formatted} left' : ''}`;
    const bar = new cliProgress.SingleBar({
      format,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      etaBuffer: 50,
    });
    bar.start(total, 0);
    return { update: (value) => bar.update(value), stop: () => bar.stop() };
  }
}
