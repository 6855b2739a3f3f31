import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
} from 'graphql';
import { createSchema, printSchemaFile } from '../../../src/graphql/schema.js';

const schema = createSchema();
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);

/** Everything of a type that a reader may point at, with its description. */
function describables(type: GraphQLNamedType): [place: string, description: string | null | undefined][] {
  const own: [string, string | null | undefined][] = [[type.name, type.description]];
  if (isEnumType(type))
    return [
      ...own,
      ...type
        .getValues()
        .map((value) => [`${type.name}.${value.name}`, value.description] as [string, string | null | undefined]),
    ];
  if (!isObjectType(type) && !isInputObjectType(type)) return own;
  for (const field of Object.values(type.getFields())) {
    own.push([`${type.name}.${field.name}`, field.description]);
    for (const argument of 'args' in field ? field.args : [])
      own.push([`${type.name}.${field.name}(${argument.name})`, argument.description]);
  }
  return own;
}

describe('the schema', () => {
  it('describes every type, field, argument and enum value', () => {
    const roots = new Set(['Query', 'Mutation']);
    const all = types.flatMap(describables).filter(([place]) => !roots.has(place));
    const silent = all.filter(([, description]) => !description || description.trim().length < 5);
    expect(silent.map(([place]) => place)).toEqual([]);
    expect(all.length).toBeGreaterThan(250);
  });

  it('says of every number its range or unit', () => {
    const numbers = types.filter(isObjectType).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => /^(Float|Int)!?$/.test(String(field.type)))
        .map((field) => [`${type.name}.${field.name}`, field.description ?? ''] as const),
    );
    const vague = numbers.filter(
      ([, description]) =>
        !/\d|≥|bytes|days|unit|how many|number|place|items|interactions|people|persons|percentile/i.test(description),
    );
    expect(vague.map(([place]) => place)).toEqual([]);
    expect(numbers.length).toBeGreaterThan(60);
  });

  it('says of the broadcast score that it is response to own output', () => {
    const scores = schema.getType('Scores');
    expect(isObjectType(scores) && scores.getFields()['broadcast']?.description).toMatch(/response to own output/i);
  });

  it('is the committed one', () => {
    expect(printSchemaFile(schema)).toBe(readFileSync('schema/schema.graphql', 'utf8'));
  });

  it('answers every named operation', () => {
    const files = readdirSync('schema/operations');
    for (const file of files)
      expect(validate(schema, parse(readFileSync(`schema/operations/${file}`, 'utf8')))).toEqual([]);
    expect(files.length).toBeGreaterThanOrEqual(6);
  });
});
