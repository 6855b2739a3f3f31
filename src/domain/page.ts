/** One page of a list: items with the key after which the next page starts. */
export interface Page<T> {
  readonly items: readonly { readonly node: T; readonly key: string }[];
  readonly hasNextPage: boolean;
  /** All items of the list. */
  readonly totalCount: number;
}

/** A list of nothing. */
export const NO_PAGE: Page<never> = { items: [], hasNextPage: false, totalCount: 0 };

/** Cuts a list that was read one item too long. */
export function pageOf<T>(
  rows: readonly T[],
  first: number,
  totalCount: number,
  keyOf: (row: T, place: number) => string,
): Page<T> {
  return {
    items: rows.slice(0, first).map((node, place) => ({ node, key: keyOf(node, place) })),
    hasNextPage: rows.length > first,
    totalCount,
  };
}

/** The place of an item in a list, told by its key `value id`; ids may hold spaces. Before the first item the value is null. */
export function readPlace(key: string | null): { readonly value: number | null; readonly id: string } {
  if (key === null) return { value: null, id: '' };
  const space = key.indexOf(' ');
  return { value: Number(key.slice(0, space)), id: key.slice(space + 1) };
}

/** Where unknown times stand in a list by time: before everything. */
export const UNKNOWN_AT = Number.MIN_SAFE_INTEGER;
/** The same in a list of the earliest first: after everything. */
export const UNKNOWN_AT_END = Number.MAX_SAFE_INTEGER;
