import { Extensions, Field, ID, Int, ObjectType } from 'type-graphql';
import type { DialogueInteraction as DomainInteraction } from '../domain/conversation.js';
import type { Dialogue as StoredDialogue } from '../store/conversation-store.js';
import { type ConnectionOf, connectionType, toConnection } from './connection.js';
import { Person, toPerson } from './person.type.js';
import { toDate } from './to-date.js';

@ObjectType({ description: 'One open interaction between the two persons of a dialogue.', simpleResolvers: true })
export class DialogueInteraction {
  @Field(() => ID, { description: 'Id of the interaction as it was recorded.' })
  interactionId!: string;

  @Field(() => String, { description: 'Name of a registered kind of interaction, such as reply.' })
  kind!: string;

  @Field(() => Date, { nullable: true, description: 'When it happened, UTC; null when the time is not known.' })
  at!: Date | null;

  @Field(() => Person, { description: 'Who acted.' })
  from!: Person;

  @Field(() => Person, { description: 'On whom.' })
  to!: Person;

  readonly messageKey!: string | null;
  readonly objectKey!: string | null;
}

export const DialogueInteractionConnection = connectionType(
  'DialogueInteraction',
  () => DialogueInteraction,
  'interactions between two persons',
);

@ObjectType({ description: 'What two persons did to each other, over all threads.', simpleResolvers: true })
export class Dialogue {
  @Field(() => Person, { description: 'The first person.' })
  a!: Person;

  @Field(() => Person, { description: 'The second person.' })
  b!: Person;

  @Field(() => Int, { description: 'Private interactions of the two, 0 or more. They are counted and never listed.' })
  privateInteractions!: number;

  @Extensions({ items: 20 })
  @Field(() => DialogueInteractionConnection, {
    description: 'Open interactions, both ways, newest first and unknown times last.',
  })
  interactions!: ConnectionOf<DialogueInteraction>;
}

/** A dialogue as the API gives it; `list` names the list to which its cursors belong. */
export function toDialogue(list: string, stored: StoredDialogue): Dialogue {
  const a = toPerson(stored.a);
  const b = toPerson(stored.b);
  return {
    a,
    b,
    privateInteractions: stored.privateInteractions,
    interactions: toConnection(list, stored.interactions, (interaction) => toInteraction(interaction, a, b)),
  };
}

/** An open interaction of a towards b (forward) or of b towards a. */
export function toInteraction(interaction: DomainInteraction, a: Person, b: Person): DialogueInteraction {
  return Object.assign(new DialogueInteraction(), {
    interactionId: interaction.id,
    kind: interaction.kind,
    at: toDate(interaction.at),
    from: interaction.forward ? a : b,
    to: interaction.forward ? b : a,
    messageKey: interaction.message,
    objectKey: interaction.object,
  });
}
