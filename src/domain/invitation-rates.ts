import type { InvitationCounts } from './relating.js';

/** Share of closed invitations that were answered, in public or in private: [0, 1]; null when none is closed. */
export function responseRate({ ANSWERED, ANSWERED_PRIVATELY, ACKNOWLEDGED, LAPSED }: InvitationCounts): number | null {
  const answered = ANSWERED + ANSWERED_PRIVATELY;
  const closed = answered + ACKNOWLEDGED + LAPSED;
  return closed === 0 ? null : answered / closed;
}
