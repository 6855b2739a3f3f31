import { type ErrorCode, RapportError } from '../errors.js';
import type { Logger } from '../log.js';

export interface RescoreSettings {
  /** Seconds without news after which news is scored. */
  readonly quietSeconds: number;
  /** Seconds after which news is scored even if more keeps coming. */
  readonly maxSeconds: number;
}

export interface RescoreParts {
  /** Ledger sequence now. */
  readonly sequence: () => Promise<number>;
  /** Ledger sequence of the published run; -1 before the first. */
  readonly scored: () => Promise<number>;
  readonly refresh: () => Promise<void>;
  readonly log: Logger;
  /** Milliseconds since the epoch; the clock of the process when absent. */
  readonly now?: () => number;
}

/** What passes by itself. */
const IN_THE_WAY = new Set<ErrorCode>(['RUN_IN_PROGRESS', 'DATABASE_UNAVAILABLE', 'STOPPING']);

/** Scores again by itself: when news has been quiet for a moment, or old for long. */
export class RescoreWhenQuiet implements Disposable {
  readonly #settings: RescoreSettings;
  readonly #parts: RescoreParts;
  readonly #timer: NodeJS.Timeout;
  #last = -1;
  #quietSince = 0;
  #newsSince = 0;
  #busy = false;
  #away = false;
  #wait = 0;
  #notBefore = 0;

  constructor(settings: RescoreSettings, parts: RescoreParts) {
    this.#settings = settings;
    this.#parts = parts;
    this.#timer = setInterval(() => void this.look(), Math.min(1_000, settings.quietSeconds * 500));
    this.#timer.unref();
  }

  /** Looks once; scores if it is time. Failures are logged and tried again, after a wait that doubles up to `maxSeconds` unless another run or the database was in the way. */
  async look(): Promise<void> {
    const now = this.#now();
    if (this.#busy || now < this.#notBefore) return;
    this.#busy = true;
    try {
      if (await this.#isTime(now)) {
        await this.#parts.refresh();
        this.#newsSince = this.#now();
        this.#wait = 0;
      }
      this.#away = false;
    } catch (err) {
      const code = err instanceof RapportError ? err.code : null;
      this.#parts.log[this.#levelOf(code)]({ err }, 'scores could not be refreshed');
      this.#away = code === 'DATABASE_UNAVAILABLE';
      if (code !== null && IN_THE_WAY.has(code)) return;
      this.#wait = Math.min(Math.max(2 * this.#wait, 1_000), this.#settings.maxSeconds * 1_000);
      this.#notBefore = this.#now() + this.#wait;
    } finally {
      this.#busy = false;
    }
  }

  /** That the database is away is said once, until it is back. */
  #levelOf(code: ErrorCode | null): 'debug' | 'warn' | 'error' {
    if (code === null || !IN_THE_WAY.has(code)) return 'error';
    return code === 'DATABASE_UNAVAILABLE' && !this.#away ? 'warn' : 'debug';
  }

  #now(): number {
    return (this.#parts.now ?? Date.now)();
  }

  async #isTime(now: number): Promise<boolean> {
    const [sequence, scored] = await Promise.all([this.#parts.sequence(), this.#parts.scored()]);
    if (sequence !== this.#last) {
      this.#last = sequence;
      this.#quietSince = now;
    }
    if (sequence <= scored) {
      this.#newsSince = 0;
      return false;
    }
    this.#newsSince ||= now;
    return (
      now - this.#quietSince >= this.#settings.quietSeconds * 1_000 ||
      now - this.#newsSince >= this.#settings.maxSeconds * 1_000
    );
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
  }
}
