import { type ScoreDifference, TWINS, type Twin } from '../domain/score-check.js';
import type { ScoreRun } from '../domain/score-run.js';
import { RapportError } from '../errors.js';
import type { ScoreStore } from '../store/score-store.js';
import type { TwinStore } from '../store/twin-store.js';

/** What a verification came to: how many numbers were recomputed and how many of them differ, and the first 1,000 differences of each kind. */
export interface Verification {
  readonly run: number;
  readonly checked: Readonly<Record<Twin, number>>;
  readonly different: Readonly<Record<Twin, number>>;
  readonly differences: readonly ScoreDifference[];
}

export interface VerifyParts {
  readonly store: Pick<ScoreStore, 'published'>;
  readonly twins: Pick<TwinStore, 'check'>;
}

/** Recomputes the published run in plain Cypher and names every difference above 1e-9. */
export class VerifyScores {
  readonly #parts: VerifyParts;

  constructor(parts: VerifyParts) {
    this.#parts = parts;
  }

  /** Throws RapportError SCORES_NOT_COMPUTED before the first run. */
  async verify(onTwin: (twin: Twin) => void = () => undefined): Promise<Verification> {
    const run = await this.#parts.store.published();
    if (run === null)
      throw new RapportError('SCORES_NOT_COMPUTED', 'There is no published run to verify. Run rapport score first.');
    return this.#check(run, onTwin);
  }

  async #check(run: ScoreRun, onTwin: (twin: Twin) => void): Promise<Verification> {
    const checked = {} as Record<Twin, number>;
    const different = {} as Record<Twin, number>;
    const differences: ScoreDifference[] = [];
    for (const twin of TWINS) {
      onTwin(twin);
      const report = await this.#parts.twins.check(twin, run);
      checked[twin] = report.checked;
      different[twin] = report.different;
      differences.push(...report.differences);
    }
    return { run: run.number, checked, different, differences };
  }
}
