import type { Explanation, NamedShare, ScorePart, ShareBreakdown } from '../domain/explanation.js';
import type { BroadcastPart, RelationalComponent } from '../domain/network-scores.js';
import type { Person, StoredScores } from '../domain/person.js';
import type { ScoreRun } from '../domain/score-run.js';
import type { Alter, DirectedTie } from '../domain/tie.js';
import { BadInputError, RapportError } from '../errors.js';
import { toAlterTie } from '../scoring/alter-tie.js';
import { type AlterShare, type ExplainedTie, explainBroadcast, explainRelational } from '../scoring/explanation.js';
import type { TieStore } from '../store/tie-store.js';

/** Most alters that can be named behind one number. */
export const MAX_NAMED = 20;

type Ties = readonly ExplainedTie<Alter>[];

/** Says what and who makes up somebody's scores, from the stored ties and by the functions that scored them. */
export class ExplainScore {
  readonly #ties: Pick<TieStore, 'alters'>;

  constructor(ties: Pick<TieStore, 'alters'>) {
    this.#ties = ties;
  }

  /**
   * Explains one account's published scores, naming `first` (1 to 20) alters behind each number. Scores are null for kinds that have none and when
   * no run saw the account. Throws BadInputError, and NOT_FOUND for an unknown id.
   */
  async explain(id: string, run: ScoreRun, first: number): Promise<Explanation> {
    if (!Number.isInteger(first) || first < 1 || first > MAX_NAMED) {
      throw new BadInputError('first', `first must be between 1 and ${MAX_NAMED}, not ${first}.`, { limit: MAX_NAMED });
    }
    const found = await this.#ties.alters(id, run);
    if (found === null)
      throw new RapportError('NOT_FOUND', `There is no account with the id ${id}; look it up with person or people.`);
    const { person, alters } = found;
    if (person.scores === null || person.kind === 'bot') return { person, relational: null, broadcast: null };
    const ties = alters.map((alter) => ({
      alter,
      tie: toAlterTie(valuesOf(alter.outgoing), valuesOf(alter.incoming), alter),
    }));
    return {
      person,
      relational: person.kind === 'person' ? relationalPart(person.scores, ties, run, first) : null,
      broadcast: broadcastPart(person, person.scores, ties, run, first),
    };
  }
}

function relationalPart(scores: StoredScores, ties: Ties, run: ScoreRun, first: number): Explanation['relational'] {
  const missing: readonly RelationalComponent[] = run.options.attentionTracked ? [] : ['listening'];
  const { relational, components } = explainRelational(scores.components, ties, run.options.calibration, missing);
  return {
    score: relational,
    components: components.map(({ alters, ...part }) => ({
      ...observed(part, missing),
      ...breakDown(missing.includes(part.name) ? [] : alters, run, first),
    })),
  };
}

function broadcastPart(
  person: Person,
  scores: StoredScores,
  ties: Ties,
  run: ScoreRun,
  first: number,
): Explanation['broadcast'] {
  const { calibration, sharesTracked, seeds } = run.options;
  const engaging = person.kind === 'person' ? ties : ties.filter(({ tie }) => tie.received > 0);
  const { broadcast, parts, engagers } = explainBroadcast(scores.parts, engaging, calibration, {
    sharesTracked,
    seeded: seeds !== null,
  });
  const missing: readonly BroadcastPart[] = sharesTracked ? [] : ['amplification'];
  const known = parts.map((part) => observed(part, missing));
  return { score: broadcast, parts: known, engagers: breakDown(engagers, run, first) };
}

/** A part of a score without the numbers that the run did not observe. */
function observed<Name>(part: ScorePart<Name>, missing: readonly Name[]): ScorePart<Name> {
  return missing.includes(part.name) ? { ...part, raw: null, squashed: null } : part;
}

function breakDown(shares: readonly AlterShare<Alter>[], { options }: ScoreRun, first: number): ShareBreakdown {
  const alters: NamedShare[] = [];
  let otherShare = 0;
  let hiddenShare = 0;
  for (const { alter, share, amount } of shares) {
    if (options.privateInteractions === 'count' && isPartlyPrivate(alter)) hiddenShare += share;
    else if (alters.length < first) alters.push({ idx: alter.idx, share, amount });
    else otherShare += share;
  }
  return { alters, otherShare, hiddenShare };
}

/** Whether some of what makes up a share with this alter may be private. */
function isPartlyPrivate({ outgoing, incoming }: Alter): boolean {
  return [outgoing, incoming].some((tie) => tie !== null && tie.private > 0);
}

function valuesOf(tie: DirectedTie | null): DirectedTie['statistics'] {
  return tie?.statistics ?? null;
}
