import type { PairStatistic } from '../domain/network-scores.js';
import { mutualStrength } from './mutual-network.js';
import { saturate } from './saturation.js';

/** Everything the relational components ask about one alter v of a person u. */
export interface AlterTie {
  /** τ of the alter; 0 for organisations. */
  trust: number;
  /** φ(x) of effort u→v and v→u. */
  given: number;
  received: number;
  /** Mutual strength m. */
  strength: number;
  /** Statistics of u→v. */
  initiated: number;
  attention: number;
  obligations: number;
  answeredCredit: number;
  invitations: number;
  answered: number;
  switches: number;
  /** Raw centrality of the alter, and Σ of the strengths of all mutual ties of the alter; asked by explanations only. */
  centrality: number;
  totalStrength: number;
}

export type TieStatistics = Readonly<Record<PairStatistic, number>>;

/** What is known about an alter as a person. */
export interface AlterPerson {
  readonly trust: number;
  readonly centrality: number;
  readonly totalStrength: number;
}

/** Makes the alter's side of the story from the stored ties u→v and v→u (values at asOf); null where nobody acted. */
export function toAlterTie(out: TieStatistics | null, back: TieStatistics | null, alter: AlterPerson): AlterTie {
  const given = saturate(out?.effort ?? 0);
  const received = saturate(back?.effort ?? 0);
  return {
    ...alter,
    given,
    received,
    strength: mutualStrength(given, received),
    initiated: out?.initiated ?? 0,
    attention: out?.attention ?? 0,
    obligations: back?.invitations ?? 0,
    answeredCredit: out?.answered_credit ?? 0,
    invitations: out?.invitations ?? 0,
    answered: out?.answered ?? 0,
    switches: out?.switches ?? 0,
  };
}
