import { BadInputError } from '../errors.js';

/** Kinds of things that have an id of their own. */
export type NodeType = 'Person' | 'Message' | 'Conversation';

/** Opaque global id: base64url of `Type:key`. */
export function toGlobalId(type: NodeType, key: string): string {
  return Buffer.from(`${type}:${key}`, 'utf8').toString('base64url');
}

/** Key inside a global id of this type; throws BadInputError naming the argument for anything else. */
export function fromGlobalId(type: NodeType, id: string, argument: string): string {
  const decoded = Buffer.from(id, 'base64url').toString('utf8');
  if (!decoded.startsWith(`${type}:`) || toGlobalId(type, decoded.slice(type.length + 1)) !== id) {
    throw new BadInputError(argument, `${argument} must be the id of a ${type} as another field of this API gave it.`);
  }
  return decoded.slice(type.length + 1);
}
