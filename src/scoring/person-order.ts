/*
 * Order of persons by the code points of their ids, so that no result depends on how a store numbers them.
 * Cost: O(N log N).
 */

/** Ranks of persons: `rankOf[position]` and its inverse `positionOf[rank]`. */
export interface PersonOrder {
  readonly rankOf: Int32Array;
  readonly positionOf: Int32Array;
}

const BEYOND_BASIC_ORDER = /[\ud800-\uffff]/;

/** Ranks ids by code points. Throws RangeError when an id occurs twice. */
export function orderPersons(ids: readonly string[]): PersonOrder {
  const plain = !ids.some((id) => BEYOND_BASIC_ORDER.test(id));
  const compare = plain ? compareCodeUnits : compareCodePoints;
  const positionOf = Int32Array.from(ids.keys()).sort((a, b) => compare(ids[a]!, ids[b]!));
  const rankOf = new Int32Array(ids.length);
  for (let rank = 0; rank < positionOf.length; rank++) {
    const position = positionOf[rank]!;
    if (rank > 0 && ids[position] === ids[positionOf[rank - 1]!]) {
      throw new RangeError(`person id ${JSON.stringify(ids[position])} occurs twice; ids must be unique`);
    }
    rankOf[position] = rank;
  }
  return { rankOf, positionOf };
}

/** Spreads a column by rank into a column by input position. */
export function byPosition<T extends Float64Array | Int32Array>(column: T, order: PersonOrder): T {
  const spread = column.slice() as T;
  for (let position = 0; position < column.length; position++) spread[position] = column[order.rankOf[position]!]!;
  return spread;
}

/** Compares strings by Unicode code points: negative, zero or positive. JavaScript's `<` compares UTF-16 units instead. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA !== unitB) return codePointRank(unitA) - codePointRank(unitB);
  }
  return a.length - b.length;
}

function compareCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
