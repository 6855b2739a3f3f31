/** What became of an invitation. */
export const INVITATION_STATES = ['ANSWERED', 'ACKNOWLEDGED', 'ANSWERED_PRIVATELY', 'LAPSED', 'OPEN'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** With whom a comment on somebody else's ground landed: nobody, the person whose content it was about, others, or both. */
export const LANDINGS = ['NONE', 'OWNER', 'OTHERS', 'BOTH'] as const;
export type Landing = (typeof LANDINGS)[number];

/** Invitations by what became of them. */
export type InvitationCounts = Readonly<Record<InvitationState, number>>;

/** Comments given on others' ground, and how many of them landed. */
export interface LandingCounts {
  readonly comments: number;
  readonly byOwner: number;
  readonly byOthers: number;
  /** By either. */
  readonly landed: number;
}

/** What became of every interaction, by its position in the input; 0 means not one of these. */
export interface ActOutcomes {
  /** 1 + position in INVITATION_STATES. */
  readonly invitation: Uint8Array;
  /** 1 + position in LANDINGS. */
  readonly landing: Uint8Array;
}

/** How people relate beyond the two scores, as columns by person; positions are those of the input. Organisations and bots have 0 everywhere. */
export interface RelatingMeasures {
  /** Talk about somebody that they did not start, on the scale of broadcast engagement. ≥ 0, may exceed 100. */
  readonly talkedAbout: Float64Array;
  /** Received invitations by state, in the order of INVITATION_STATES. */
  readonly invitations: readonly Int32Array[];
  /** Kaplan-Meier median of the time to an answer, days; NaN when fewer than half would ever be answered, or nobody asked. */
  readonly latency: Float64Array;
  /** Comments given on others' ground whose own message is known. */
  readonly comments: Int32Array;
  readonly landedByOwner: Int32Array;
  readonly landedByOthers: Int32Array;
  /** Landed by either. */
  readonly landed: Int32Array;
  /** Messages of others below these comments. */
  readonly followed: Float64Array;
  /** What usually follows comments on the same owners' content. */
  readonly expected: Float64Array;
  /** Largest h such that h people exchanged at least h turn switches with them. */
  readonly dialogueHIndex: Int32Array;
  /** Threads of at least two messages they wrote in, and those they came back to after somebody else spoke. */
  readonly threads: Int32Array;
  readonly returned: Int32Array;
}

/** Everything about relating that a run computes. */
export interface Relating {
  readonly people: RelatingMeasures;
  readonly outcomes: ActOutcomes;
}
