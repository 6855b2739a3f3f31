/** Why one record was not stored. `index` counts records from 0 in the order of the input. */
export interface Reject {
  readonly index: number;
  readonly code: RejectCode;
  /** Field at fault, dotted; empty when the whole record is. */
  readonly path: string;
  /** Names the field, the limit and the fix. */
  readonly message: string;
  /** Line of the file it began on, from 1; absent for records of a request. */
  readonly line?: number;
}

export const REJECT_CODES = [
  'MALFORMED',
  'NOT_AN_OBJECT',
  'TYPE_UNKNOWN',
  'FIELD_MISSING',
  'FIELD_INVALID',
  'ID_EMPTY',
  'ID_TOO_LONG',
  'ID_MALFORMED',
  'PLATFORM_MISSING',
  'KIND_UNKNOWN',
  'TARGET_MISSING',
  'TIME_INVALID',
  'TIME_WITHOUT_OFFSET',
  'TIME_UNIT_MISSING',
  'TIME_TOO_EARLY',
  'TIME_IN_FUTURE',
  'META_TOO_LARGE',
  'TOO_MANY_TAGS',
  'RECORD_TOO_LARGE',
  'ID_CONFLICT',
  'REPLY_CYCLE',
] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

export const MAX_INLINE_REJECTS = 1_000;

/** What became of the records of one import or request; received = stored + duplicate + ignored + rejected. */
export interface Verdict {
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  /** Counted apart and harmless: somebody answering themselves (SELF), a record that was retracted. */
  readonly ignored: number;
  readonly rejected: number;
  /** Stored interactions whose target person is not known yet. */
  readonly unresolved: number;
  /** Stored interactions whose `to` is not the author of the message they name; `to` won. */
  readonly mismatched: number;
  /** The first 1,000. */
  readonly rejects: readonly Reject[];
}
