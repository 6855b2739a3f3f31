import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getVariableValues,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { RapportError } from '../errors.js';

/** Objects that one operation may ask for. */
export const MAX_COST = 100_000;
/** Messages that a chain is taken to have: it ends at 1,000, and hardly any has 400. */
export const LONG_CHAIN = 400;
/** Levels of fields in one operation. */
export const MAX_LEVELS = 25;

/**
 * How many objects the answer may hold; null where variables or arguments do not fit, which is left to the execution. Throws COST_LIMIT_EXCEEDED for
 * an operation that asks for more than an answer should hold; nothing has run then.
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return null;
  const counted = count(schema, document, operation, coerced);
  if (counted === null) return null;
  const { cost, levels } = counted;
  if (levels > MAX_LEVELS)
    throw refusal(`The query nests ${levels} levels of fields or more`, levels, MAX_LEVELS, 'Ask in two queries.');
  if (cost > MAX_COST)
    throw refusal(
      `The query asks for ${cost} objects or more`,
      cost,
      MAX_COST,
      'Lower `first` of the lists inside lists: their sizes multiply.',
    );
  return cost;
}

/** Null where an argument does not fit, which the execution says better. */
function count(...asked: Parameters<typeof costOf>): ReturnType<typeof costOf> | null {
  try {
    return costOf(...asked);
  } catch {
    return null;
  }
}

function refusal(said: string, cost: number, limit: number, hint: string): GraphQLError {
  const message = `${said}; ${limit} are the limit. ${hint}`;
  const originalError = new RapportError('COST_LIMIT_EXCEEDED', message, { cost, limit, hint });
  return new GraphQLError(message, { originalError, extensions: { http: { status: 400 } } });
}

/**
 * How many objects an answer could hold, and how deep it is. A field with `first` holds so many of what is below it, a list without as many as its
 * extension `items` says, one where it says nothing. Aliases count each, fragments once in each place where they are spread; introspection is not counted.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): { readonly cost: number; readonly levels: number } {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  let cost = 0;
  let levels = 0;
  const addField = (field: FieldNode, type: GraphQLCompositeType, times: number, level: number): void => {
    levels = Math.max(levels, level);
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    const below = definition && getNamedType(definition.type);
    if (!field.selectionSet || !isCompositeType(below)) return;
    const { first = definition!.extensions['items'] } = getArgumentValues(definition!, field, variables);
    const each = times * (typeof first === 'number' ? Math.max(first, 1) : 1);
    cost += each;
    add(field.selectionSet, below, each, level + 1, new Set());
  };
  const add = (
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    times: number,
    level: number,
    spread: Set<object>,
  ): void => {
    if (cost > MAX_COST || levels > MAX_LEVELS) return;
    for (const selection of set.selections) {
      if (selection.kind === 'Field') addField(selection, type, times, level);
      else {
        const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value)! : selection;
        if (spread.has(fragment)) continue;
        spread.add(fragment);
        const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
        add(fragment.selectionSet, isCompositeType(condition) ? condition : type, times, level, spread);
      }
    }
  };
  add(operation.selectionSet, schema.getRootType(operation.operation)!, 1, 1, new Set());
  return { cost, levels };
}
