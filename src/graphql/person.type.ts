import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import type { Person as DomainPerson } from '../domain/person.js';
import { connectionType } from './connection.js';
import { toGlobalId } from './global-id.js';

export enum PersonKind {
  PERSON = 'person',
  ORGANISATION = 'organisation',
  BOT = 'bot',
}
registerEnumType(PersonKind, {
  name: 'PersonKind',
  description: 'What stands behind an account.',
  valuesConfig: {
    PERSON: { description: 'A person: relates and is related to.' },
    ORGANISATION: { description: 'An organisation: only related to.' },
    BOT: { description: 'A bot: neither scored nor counted.' },
  },
});

@ObjectType({ description: 'Somebody in the community.', simpleResolvers: true })
export class Person {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Namespaced id as it was recorded, `platform:id`.' })
  personId!: string;

  @Field(() => String, { description: 'Platform of the account.' })
  platform!: string;

  @Field(() => String, { nullable: true, description: 'Handle without a leading @, when it was told.' })
  handle!: string | null;

  @Field(() => String, { nullable: true, description: 'Display name, when it was told.' })
  name!: string | null;

  @Field(() => PersonKind, { description: 'Person, organisation or bot.' })
  kind!: PersonKind;

  @Field(() => [String], { description: 'Roles, such as customer or staff, when they were told.' })
  roles!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Organisation this account belongs to, when it was told.' })
  organisation!: string | null;

  readonly source!: DomainPerson;
}

export function toPerson(person: DomainPerson): Person {
  return Object.assign(new Person(), {
    id: toGlobalId('Person', person.id),
    personId: person.id,
    platform: person.platform,
    handle: person.handle,
    name: person.name,
    kind: person.kind as PersonKind,
    roles: person.roles,
    organisation: person.organisation,
    source: person,
  });
}

export const PersonConnection = connectionType('Person', () => Person, 'people');
