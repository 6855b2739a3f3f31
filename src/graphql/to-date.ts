/** Milliseconds since the epoch as the API gives an instant; null where there is none. */
export function toDate(at: number | null | undefined): Date | null {
  return at === null || at === undefined ? null : new Date(at);
}
