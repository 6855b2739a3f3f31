import { describe, expect, it } from '@jest/globals';
import { type GraphQLError, type OperationDefinitionNode, parse, validate } from 'graphql';
import { checkCost, costOf, MAX_COST, MAX_LEVELS } from '../../../src/graphql/cost.js';
import { createSchema } from '../../../src/graphql/schema.js';

const schema = createSchema();

function prepare(source: string) {
  const document = parse(source);
  expect(validate(schema, document)).toEqual([]);
  const operation = document.definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  )!;
  return { document, operation };
}

function cost(source: string, variables: Record<string, unknown> = {}) {
  const { document, operation } = prepare(source);
  return costOf(schema, document, operation, variables);
}

function refusal(source: string, variables: Record<string, unknown> = {}): GraphQLError | null {
  const { document, operation } = prepare(source);
  try {
    checkCost(schema, document, operation, variables);
    return null;
  } catch (error) {
    return error as GraphQLError;
  }
}

const nested = (sizes: readonly number[], field = 'engages'): string =>
  sizes.reduceRight((inner, size) => `${field}(first: ${size}) { nodes { ${inner} } }`, 'personId');

describe('the cost of an operation', () => {
  it.each([
    ['{ ranking(metric: RELATIONAL) { totalCount } }', 20, 2],
    ['{ ranking(metric: RELATIONAL, first: 3) { nodes { personId } } }', 6, 3],
    ['{ ranking(metric: RELATIONAL, first: 3) { nodes { personId scores { relational } } } }', 9, 4],
    ['{ a: person(personId: "t:a") { personId } b: person(personId: "t:b") { personId } }', 2, 2],
    ['{ person(personId: "t:a") { ...F } } fragment F on Person { scores { relational } }', 2, 3],
    ['{ person(personId: "t:a") { ... on Person { scores { ... { relational } } } } }', 2, 3],
    ['{ conversation(messageId: "t:a") { longestChain { author { personId } } } }', 801, 4],
    ['{ egoNetwork(id: "x", first: 50) { edges { strength } } }', 1_050, 3],
    ['{ __schema { types { name } } }', 0, 1],
  ])('is what %s may hold', (source, objects, levels) => {
    expect(cost(source)).toEqual({ cost: objects, levels });
  });

  it('follows variables, and their defaults', () => {
    const source = 'query($n: Int = 7) { ranking(metric: RELATIONAL, first: $n) { nodes { personId } } }';
    expect(cost(source, { n: 5 }).cost).toBe(10);
    expect(refusal(source)).toBeNull();
    expect(refusal(source, { n: 'many' })).toBeNull();
    expect(cost(source, { n: null }).cost).toBe(0);
  });

  it('goes on counting beside an argument that does not fit', () => {
    const large = nested([100, 100, 100]);
    const source = `query($n: Int) { a: person(personId: "t:a") { engages(first: $n) @skip(if: true) { totalCount } } b: person(personId: "t:a") { ${large} } }`;
    for (const n of [null, 1])
      expect(refusal(source, { n })!.originalError).toMatchObject({ code: 'COST_LIMIT_EXCEEDED' });
  });

  it('looks at a field once, in however many places its fragment is spread', () => {
    const depth = 6;
    const spreads = (i: number) =>
      Array.from({ length: 7 }, (_, place) => `a${place}: engages(first: $n) { nodes { ...F${i + 1} } }`).join(' ');
    const fragments = Array.from({ length: depth }, (_, i) => `fragment F${i} on Person { ${spreads(i)} }`).join(' ');
    const { document, operation } = prepare(
      `query($n: Int!) { person(personId: "t:a") { ...F0 } } ${fragments} fragment F${depth} on Person { kind }`,
    );
    let reads = 0;
    const variables = {
      get n() {
        reads++;
        return 1;
      },
    };
    expect(costOf(schema, document, operation, variables).levels).toBe(2 * depth + 2);
    expect(reads).toBeLessThan(10 * 7 * depth);
  });

  it('adds what answering takes beyond objects', () => {
    expect(cost('{ person(personId: "t:a") { mirror(first: 3) { asOf } } }').cost).toBe(104);
    expect(refusal(`{ ranking(metric: RELATIONAL, first: 100) { nodes { mirror(first: 1) { asOf } } } }`)).toBeNull();
    expect(
      refusal(
        '{ ranking(metric: RELATIONAL, first: 100) { nodes { engages(first: 100) { nodes { mirror(first: 1) { asOf } } } } } }',
      ),
    ).not.toBeNull();
  });

  it('multiplies by no first that is of one list below', () => {
    const episodes = 'episodes(first: 100) { nodes { acts } }';
    expect(cost(`{ dialogue(a: "x", b: "y", first: 100) { ${episodes} } }`).cost).toBe(1 + 100 + 100);
    expect(cost('{ explain(person: "x", first: 20) { components { people { alters { share } } } } }').cost).toBe(
      1 + 8 + 8 + 8 * 5,
    );
  });

  it('counts the items of lists that have no first', () => {
    const people = '{ ranking(metric: RELATIONAL, first: 10) { nodes { ground { given { slices { kind } } } } } }';
    expect(cost(people).cost).toBe(10 + 10 + 10 + 10 + 10 * 20);
  });

  it('is refused where lists in lists multiply', () => {
    const ask = (...sizes: number[]) => refusal(`{ person(personId: "t:a") { ${nested(sizes)} } }`);
    expect(ask(100, 100)).toBeNull();
    expect(
      refusal('{ conversation(messageId: "t:a") { longestChain { chainToRoot { author { personId } } } } }')!
        .originalError,
    ).toMatchObject({ code: 'COST_LIMIT_EXCEEDED' });
    const refused = ask(100, 100, 100)!;
    expect(refused.originalError).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', details: { limit: MAX_COST } });
    expect(refused.message).toMatch(/objects; 100000 are the limit. Lower `first`/);
  });

  it('is refused where a query nests too deep, whatever the sizes', () => {
    const deep = (steps: number) => refusal(`{ person(personId: "t:a") { ${nested(new Array(steps).fill(1))} } }`);
    expect(deep(11)).toBeNull();
    expect(deep(12)!.originalError).toMatchObject({ code: 'COST_LIMIT_EXCEEDED', details: { limit: MAX_LEVELS } });
  });

  it('counts a fragment once in a place, as it is answered, however often it is spread there', () => {
    const fragments = Array.from({ length: 30 }, (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`);
    const source = `{ person(personId: "t:a") { ...F0 } } ${fragments.join(' ')} fragment F30 on Person { scores { relational } }`;
    expect(cost(source)).toEqual({ cost: 2, levels: 3 });
  });
});
