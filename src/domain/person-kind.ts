/** Persons relate; organisations are only related to; bots are neither scored nor counted. */
export const PERSON_KINDS = ['person', 'organisation', 'bot'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];
