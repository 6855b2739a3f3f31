import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AnyQuery } from '../../../src/neo4j/query.js';
import { allQueries, cypherFiles } from '../../support/all-queries.js';

const LOOKUP = /MATCH [^\n]*\{(id|idx): /;

function parametersOf(statement: string): Set<string> {
  return new Set([...statement.matchAll(/\$([a-zA-Z]\w*)/g)].map((match) => match[1]!));
}

describe('the statements in cypher/', () => {
  let queries: readonly AnyQuery[];

  beforeAll(async () => {
    queries = await allQueries();
  });

  it('are each bound exactly once', () => {
    expect(queries.map(({ name }) => name).sort()).toEqual(cypherFiles());
    expect(queries.length).toBeGreaterThan(40);
  });

  it('name exactly the parameters that are declared', () => {
    const differing = queries.filter(({ statement, parameters }) => {
      const named = parametersOf(statement);
      return named.size !== Object.keys(parameters).length || Object.keys(parameters).some((name) => !named.has(name));
    });
    expect(
      differing.map(({ name, statement, parameters }) => [name, [...parametersOf(statement)], Object.keys(parameters)]),
    ).toEqual([]);
  });

  it('begin with a comment that says what they answer', () => {
    expect(queries.filter(({ statement }) => !/^\/\/ [A-Z].{20,}/.test(statement)).map(({ name }) => name)).toEqual([]);
  });

  it('seek an index in every batched lookup, since a plan made on an empty store would scan', () => {
    const batched = queries.filter(({ statement }) => statement.includes('UNWIND') && LOOKUP.test(statement));
    const careless = batched.filter(({ statement }) =>
      statement.split('\n').some((line) => LOOKUP.test(line) && !line.includes('USING INDEX SEEK')),
    );
    expect(batched.length).toBeGreaterThan(10);
    expect(careless.map(({ name }) => name)).toEqual([]);
  });

  it('are one statement each', () => {
    expect(
      queries
        .filter(({ statement }) =>
          statement
            .replace(/\/\/.*$/gm, '')
            .trim()
            .replace(/;$/, '')
            .includes(';'),
        )
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
