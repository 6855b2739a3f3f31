import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLField,
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
 * How many objects the answer may hold; null where variables do not fit, which is left to the execution. Throws COST_LIMIT_EXCEEDED for an operation
 * that asks for more than an answer should hold; nothing has run then.
 */
export function checkCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number | null {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return null;
  const { cost, levels } = costOf(schema, document, operation, coerced);
  if (levels > MAX_LEVELS)
    throw refusal(`The query nests ${levels} levels of fields`, levels, MAX_LEVELS, 'Ask in two queries.');
  if (cost > MAX_COST)
    throw refusal(
      `The query asks for ${cost} objects`,
      cost,
      MAX_COST,
      'Lower `first` of the lists inside lists: their sizes multiply.',
    );
  return cost;
}

function refusal(said: string, cost: number, limit: number, hint: string): GraphQLError {
  const message = `${said}; ${limit} are the limit. ${hint}`;
  const originalError = new RapportError('COST_LIMIT_EXCEEDED', message, { cost, limit, hint });
  return new GraphQLError(message, { originalError, extensions: { http: { status: 400 } } });
}

interface Cost {
  readonly cost: number;
  readonly levels: number;
}

/**
 * How many objects an answer could hold, at most what a number holds exactly, and how deep it is. A field holds as many of what is below it as its
 * extension `items` says, else as `first` does, else one; the extension `cost` is added for each, where answering takes more than
 * an object. Aliases count each, fragments once in each place where they are spread; introspection is not counted, nor what is below an argument that
 * does not fit. Every field is looked at once for each place in which its fragment stands.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === 'FragmentDefinition') fragments.set(definition.name.value, definition);
  const known = new Map<FieldNode, Cost>();
  const ofField = (field: FieldNode, type: GraphQLCompositeType): Cost => {
    const found = known.get(field);
    if (found !== undefined) return found;
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    const below = definition && getNamedType(definition.type);
    let cost = 0;
    let levels = 1;
    if (field.selectionSet && isCompositeType(below)) {
      const each = sizeOf(definition!, field, variables);
      const inside = ofSet(field.selectionSet, below, new Set());
      cost = each * (1 + inside.cost) + Number(definition!.extensions['cost'] ?? 0);
      levels += inside.levels;
    }
    const counted = { cost: Math.min(cost, Number.MAX_SAFE_INTEGER), levels };
    known.set(field, counted);
    return counted;
  };
  const ofSet = (set: SelectionSetNode, type: GraphQLCompositeType, spread: Set<object>): Cost => {
    let cost = 0;
    let levels = 0;
    for (const selection of set.selections) {
      let counted: Cost;
      if (selection.kind === 'Field') counted = ofField(selection, type);
      else {
        const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value)! : selection;
        if (spread.has(fragment)) continue;
        spread.add(fragment);
        const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
        counted = ofSet(fragment.selectionSet, isCompositeType(condition) ? condition : type, spread);
      }
      cost += counted.cost;
      levels = Math.max(levels, counted.levels);
    }
    return { cost: Math.min(cost, Number.MAX_SAFE_INTEGER), levels };
  };
  return ofSet(operation.selectionSet, schema.getRootType(operation.operation)!, new Set());
}

/** How many objects a field holds; 0 where its arguments do not fit, since it has no answer then. */
function sizeOf(
  definition: GraphQLField<unknown, unknown>,
  field: FieldNode,
  variables: Record<string, unknown>,
): number {
  try {
    const { first } = getArgumentValues(definition, field, variables);
    const items = definition.extensions['items'] ?? first;
    return typeof items === 'number' ? Math.max(items, 1) : 1;
  } catch {
    return 0;
  }
}
