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
export function pageOf<T>(rows: readonly T[], first: number, totalCount: number, keyOf: (row: T) => string): Page<T> {
  return {
    items: rows.slice(0, first).map((node) => ({ node, key: keyOf(node) })),
    hasNextPage: rows.length > first,
    totalCount,
  };
}
