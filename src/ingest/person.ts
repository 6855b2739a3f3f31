import { PERSON_KINDS, type PersonKind } from '../domain/person-kind.js';
import type { PersonRecord } from '../domain/records.js';
import { Fault, quoted } from './fault.js';
import { parsePersonId, parsePlatform, platformOf } from './identity.js';
import type { RawObject } from './raw-item.js';
import type { RecordContext } from './record-context.js';
import { optionalList, optionalText, requiredText } from './text.js';

/** Facts about somebody from raw fields; absent, null and blank ones say nothing and are left out. Throws a Fault. */
export function parsePerson(raw: RawObject, context: RecordContext): PersonRecord {
  const platform = parsePlatform(raw['platform'], context.platform);
  const id = parsePersonId(raw['id'], 'id', platform);
  const facts = {
    name: optionalText(raw['name'], 'name'),
    handle: optionalText(raw['handle'], 'handle')?.replace(/^@/, '') || undefined,
    kind: parsePersonKind(raw['kind']),
    roles: optionalList(raw['roles'], 'roles', requiredText),
    organisation: optionalText(raw['organisation'], 'organisation'),
    aliases: optionalList(raw['aliases'], 'aliases', (alias, path) => parsePersonId(alias, path, platform)),
  };
  return { type: 'person', id, platform: platformOf(id), ...withoutUndefined(facts) };
}

function parsePersonKind(value: unknown): PersonKind | undefined {
  if (value === undefined || value === null) return undefined;
  const kind = PERSON_KINDS.find((known) => typeof value === 'string' && known === value.toLowerCase());
  if (kind !== undefined) return kind;
  throw new Fault('KIND_UNKNOWN', 'kind', `kind ${quoted(value)} of a person is not one of ${PERSON_KINDS.join(', ')}`);
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(facts: T): Defined<T> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Defined<T>;
}
