import type { RejectCode } from '../../../src/domain/verdict.js';

type Case = readonly [claim: string, raw: unknown, code: RejectCode, path: string];

const message = { type: 'message', id: 'm1', author: 'x:a', at: '2026-10-01T10:00:00Z' };
const person = { type: 'person', id: 'x:a' };

/** Messages and persons that must be refused, each with its code and field. */
export const BAD_OTHERS: readonly Case[] = [
  ['a message without id', { ...message, id: undefined }, 'FIELD_MISSING', 'id'],
  ['a message with a number as id', { ...message, id: 1 }, 'FIELD_INVALID', 'id'],
  ['a message with an empty id', { ...message, id: '' }, 'ID_EMPTY', 'id'],
  ['a message whose id holds a tab', { ...message, id: 'a\tb' }, 'ID_MALFORMED', 'id'],
  ['a message without time', { ...message, at: undefined }, 'FIELD_MISSING', 'at'],
  ['a message of unknown time', { ...message, at: undefined, atQuality: 'unknown' }, 'FIELD_MISSING', 'at'],
  ['a message whose author has no platform', { ...message, author: 'a' }, 'PLATFORM_MISSING', 'author'],
  ['a message whose author is empty', { ...message, author: '' }, 'ID_EMPTY', 'author'],
  ['a message that answers itself', { ...message, inReplyTo: 'm1' }, 'REPLY_CYCLE', 'inReplyTo'],
  ['a message with an unknown visibility', { ...message, visibility: 'all' }, 'FIELD_INVALID', 'visibility'],
  ['a message with 51 tags', { ...message, tags: new Array(51).fill('t') }, 'TOO_MANY_TAGS', 'tags'],
  ['a message from the future', { ...message, at: '2027-01-01T00:00:00Z' }, 'TIME_IN_FUTURE', 'at'],
  ['a person without id', { type: 'person' }, 'FIELD_MISSING', 'id'],
  ['a person without platform', { ...person, id: 'a' }, 'PLATFORM_MISSING', 'id'],
  ['a person with a number as id', { ...person, id: 2 ** 53 + 2 }, 'FIELD_INVALID', 'id'],
  ['a person with a number as name', { ...person, name: 4 }, 'FIELD_INVALID', 'name'],
  ['a person with a name of 501 characters', { ...person, name: 'n'.repeat(501) }, 'FIELD_INVALID', 'name'],
  ['a person with half a surrogate pair in the name', { ...person, name: 'a\ud800' }, 'FIELD_INVALID', 'name'],
  ['a person of unknown kind', { ...person, kind: 'cat' }, 'KIND_UNKNOWN', 'kind'],
  ['a person with a text as roles', { ...person, roles: 'admin' }, 'FIELD_INVALID', 'roles'],
  ['a person with 51 roles', { ...person, roles: new Array(51).fill('r') }, 'FIELD_INVALID', 'roles'],
  ['a person with an alias without platform', { ...person, aliases: ['b'] }, 'PLATFORM_MISSING', 'aliases.0'],
  ['a person with a number as alias', { ...person, aliases: [1] }, 'FIELD_INVALID', 'aliases.0'],
];
