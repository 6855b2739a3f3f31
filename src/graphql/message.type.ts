import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Message as DomainMessage } from '../domain/conversation.js';
import { connectionType } from './connection.js';
import { toGlobalId } from './global-id.js';
import { Person, toPerson } from './person.type.js';
import { toDate } from './to-date.js';

@ObjectType({
  description: 'A post, comment or reply. Its text is not stored; private messages are never shown.',
  simpleResolvers: true,
})
export class Message {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: 'Namespaced id as it was recorded, `platform:id`.' })
  messageId!: string;

  @Field(() => Person, { nullable: true, description: 'Who wrote it; null for a deleted account.' })
  author!: Person | null;

  @Field(() => Date, { nullable: true, description: 'When it was written, UTC; null when the time is not known.' })
  at!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Distance to the root in replies, 0 or more, 0 at the root; null while the root is not known.',
  })
  depth!: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the message it answers; null at a root, and where that message is private.',
  })
  inReplyTo!: string | null;
}

export function toMessage(message: DomainMessage): Message {
  return Object.assign(new Message(), {
    id: toGlobalId('Message', message.id),
    messageId: message.id,
    author: message.author === null ? null : toPerson(message.author),
    at: toDate(message.at),
    depth: message.depth,
    inReplyTo: message.inReplyTo === null ? null : toGlobalId('Message', message.inReplyTo),
  });
}

export const MessageConnection = connectionType('Message', () => Message, 'messages');
