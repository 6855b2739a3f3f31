import { describe, expect, it } from '@jest/globals';

import { asColumn, asLines } from '../../../src/neo4j/parameters.js';

describe('a column of texts travels as lines', () => {
  it('one line each, null as an empty one, 64-bit numbers as their digits', () => {
    expect(asLines(['a', null, 'ü b'])).toBe('a\n\nü b');
    expect(asLines(['alone'])).toBe('alone');
  });

  it('without any value it is null, which splits to nothing', () => {
    expect(asLines([])).toBeNull();
    expect(asLines([null, null])).toBeNull();
  });

  it('a text of several lines would shift everything after it and is refused', () => {
    expect(() => asLines(['a', 'b\nc', 'd'])).toThrow(RangeError);
    expect(() => asLines(['\n'])).toThrow('line break');
  });
});

it('a column of numbers travels as it is, and empty where it holds no value', () => {
  const numbers = asColumn<number>();
  expect(numbers([1, null, 3])).toEqual([1, null, 3]);
  expect(numbers([null, null])).toEqual([]);
});
