import type { RejectCode } from '../../../src/domain/verdict.js';

type Case = readonly [claim: string, raw: unknown, code: RejectCode, path: string];

const good = { id: 'i1', op: 'retract' };
const but = (fields: object) => ({ ...good, ...fields });

/** Retractions that must be refused, each with its code and field. */
export const BAD_RETRACTIONS: readonly Case[] = [
  ['a retraction of nothing', { op: 'retract' }, 'FIELD_MISSING', 'id'],
  ['a retraction of null', but({ id: null }), 'FIELD_MISSING', 'id'],
  ['a retraction of a number', but({ id: 7 }), 'FIELD_INVALID', 'id'],
  ['a retraction of a list of ids', but({ id: ['i1', 'i2'] }), 'FIELD_INVALID', 'id'],
  ['a retraction of an empty id', but({ id: '' }), 'ID_EMPTY', 'id'],
  ['a retraction of a blank id', but({ id: ' \u00a0' }), 'ID_EMPTY', 'id'],
  ['a retraction of an id of 256 characters', but({ id: 'i'.repeat(256) }), 'ID_TOO_LONG', 'id'],
  [
    'a retraction of an id too long with its platform',
    but({ id: 'i'.repeat(254), platform: 'x' }),
    'ID_TOO_LONG',
    'id',
  ],
  ['a retraction of half a surrogate pair', but({ id: 'a\ud800' }), 'ID_MALFORMED', 'id'],
  ['a retraction of an id with a newline', but({ id: 'a\nb' }), 'ID_MALFORMED', 'id'],
  ['a retraction with an empty platform', but({ platform: '' }), 'FIELD_INVALID', 'platform'],
  ['a retraction with a colon in its platform', but({ platform: 'a:b' }), 'FIELD_INVALID', 'platform'],
  ['a retraction of a person', but({ type: 'person', id: 'x:a' }), 'FIELD_INVALID', 'op'],
  ['a retraction of an unknown type', but({ type: 'event' }), 'TYPE_UNKNOWN', 'type'],
  ['a retraction as type', { id: 'i1', type: 'retraction' }, 'TYPE_UNKNOWN', 'type'],
  ['an operation in capitals', but({ op: 'RETRACT' }), 'FIELD_INVALID', 'op'],
  ['an empty operation', but({ op: '' }), 'FIELD_INVALID', 'op'],
  ['true as operation', but({ op: true }), 'FIELD_INVALID', 'op'],
  ['a list of operations', but({ op: ['retract'] }), 'FIELD_INVALID', 'op'],
  ['an unknown operation on a message', but({ type: 'message', op: 'delete' }), 'FIELD_INVALID', 'op'],
];
