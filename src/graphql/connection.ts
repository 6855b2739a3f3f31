import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import type { Page } from '../domain/page.js';
import { BadInputError } from '../errors.js';

export const MAX_PAGE = 100;

@ObjectType({ description: 'Where a page stands in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is a page after this one.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item; give it as `after` for the next page. Null for an empty page.',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 20, description: 'How many items, 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the item after which the page starts; absent for the first page.',
  })
  after?: string | null;
}

/** A class with the shape of a relay connection. */
export interface ConnectionOf<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** Declares `<name>Connection` and `<name>Edge` over a node type. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T>,
  of: string,
): ClassType<ConnectionOf<T>> {
  @ObjectType(`${name}Edge`, { description: `One of ${of}, with its place in the list.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'Opaque place in the list; give it as `after`.' })
    cursor!: string;

    @Field(node, { description: 'The item.' })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${of}.`, simpleResolvers: true })
  class Connection {
    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[];

    @Field(() => [node()], { description: 'The items alone.' })
    nodes!: T[];

    @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Items in the whole list.' })
    totalCount!: number;
  }
  return Connection as unknown as ClassType<ConnectionOf<T>>;
}

/** Checks page arguments; the cursor is bound to the list it came from. Throws BadInputError. */
export function readPage(list: string, { first, after }: PageArguments): { first: number; after: string | null } {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) {
    throw new BadInputError(
      'first',
      `first must be between 1 and ${MAX_PAGE}, not ${first}. Ask for further pages with after.`,
      { limit: MAX_PAGE },
    );
  }
  return { first, after: after === undefined || after === null ? null : readCursor(list, after) };
}

/** A page as a connection; `map` turns domain values into API values. */
export function toConnection<D, T>(list: string, page: Page<D>, map: (node: D) => T): ConnectionOf<T> {
  const edges = page.items.map(({ node, key }) => ({ cursor: writeCursor(list, key), node: map(node) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.totalCount,
  };
}

function writeCursor(list: string, key: string): string {
  return Buffer.from(`${list}|${key}`, 'utf8').toString('base64url');
}

function readCursor(list: string, cursor: string): string {
  const decoded = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!decoded.startsWith(`${list}|`) || writeCursor(list, decoded.slice(list.length + 1)) !== cursor) {
    throw new BadInputError('after', 'after must be a cursor that this same list gave, with the same other arguments.');
  }
  return decoded.slice(list.length + 1);
}
