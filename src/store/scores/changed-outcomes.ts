import { INVITATION_STATES, LANDINGS } from '../../domain/relating.js';
import type { PublishedNumbers } from './published-numbers.js';
import { outcomeCode } from './score-reading.js';

/** Interactions whose outcome differs from what was written last; null takes it away. */
export interface OutcomeColumns {
  readonly ids: string[];
  readonly invitations: (string | null)[];
  readonly landings: (string | null)[];
}

/** Compares the outcome of every interaction with the one written last, and takes back those of interactions that no longer count. */
export function changedOutcomes(numbers: PublishedNumbers): OutcomeColumns {
  const { invitation, landing } = numbers.scores.relating.outcomes;
  const changed: OutcomeColumns = { ids: [], invitations: [], landings: [] };
  for (let row = 0; row < invitation.length; row++) {
    if (outcomeCode(invitation[row]!, landing[row]!) === numbers.written.outcomes[row]) continue;
    changed.ids.push(numbers.interactionIds[row]!);
    changed.invitations.push(INVITATION_STATES[invitation[row]! - 1] ?? null);
    changed.landings.push(LANDINGS[landing[row]! - 1] ?? null);
  }
  for (const id of numbers.leftOut) {
    changed.ids.push(id);
    changed.invitations.push(null);
    changed.landings.push(null);
  }
  return changed;
}
