import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  type Conversation as DomainConversation,
  type ThreadShape as Shape,
  shapeOf,
  THREAD_SHAPES,
} from '../domain/conversation.js';
import { connectionType } from './connection.js';
import { toGlobalId } from './global-id.js';
import { Message, toMessage } from './message.type.js';
import { toDate } from './to-date.js';

export enum ConversationOrder {
  DEPTH = 'depth',
  TURNS = 'turns',
  RECENCY = 'recency',
}
registerEnumType(ConversationOrder, {
  name: 'ConversationOrder',
  description: 'By what conversations are listed, highest first.',
  valuesConfig: {
    DEPTH: { description: 'The deepest first: by the longest chain of replies.' },
    TURNS: { description: 'The longest first: by number of messages.' },
    RECENCY: { description: 'The most recent first: by the latest message.' },
  },
});

export const ThreadShape = Object.fromEntries(THREAD_SHAPES.map((name) => [name, name])) as { [K in Shape]: K };
registerEnumType(ThreadShape, {
  name: 'ThreadShape',
  description: 'What a thread is like.',
  valuesConfig: {
    BROADCAST_LIKE: {
      description:
        'At least half of the messages after the first answer it and are all that their authors wrote there.',
    },
    DIALOGUE_LIKE: {
      description:
        'At least half of them come from somebody who wrote there before, others since. Goes before broadcast-like.',
    },
    MIXED: { description: 'Neither.' },
  },
});

const PENDING = 'null until the first score run that saw the thread';

@ObjectType({
  description:
    'A thread: a root message and everything that answers it, directly or not. Its numbers are those of the last score run; private messages are counted in them and never listed.',
  simpleResolvers: true,
})
export class Conversation {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => Message, { description: 'The message that started it.' })
  root!: Message;

  @Field(() => Int, { nullable: true, description: `Messages with the root, 1 or more; ${PENDING}.` })
  turns!: number | null;

  @Field(() => Int, { nullable: true, description: `Largest distance to the root in replies, 0 or more; ${PENDING}.` })
  depth!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Mean distance to the root in replies over all messages, the root counted with 0; 0 to depth; ${PENDING}.`,
  })
  meanDepth!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Distinct authors, 0 or more; deleted accounts are not counted; ${PENDING}.`,
  })
  participants!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Mean distance in replies between two of its messages, 1 or more: near 2 for a broadcast that many answer, (turns + 1) / 3 for one chain; null below two messages and where the depths of all messages sum to more than 2 million; ${PENDING}.`,
  })
  structuralVirality!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `How evenly the authors share the messages, 0 to 1: entropy of the shares over its largest value, 1 for equal shares; null below two authors; ${PENDING}.`,
  })
  balance!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: `Re-entry: share of its authors who came back after somebody else had written. [0, 1]; null without known authors; ${PENDING}.`,
  })
  reEntry!: number | null;

  @Field(() => ThreadShape, {
    nullable: true,
    description: `Whether it is many answers to one or people coming back to each other; null below three messages; ${PENDING}.`,
  })
  shape!: Shape | null;

  @Field(() => Date, {
    nullable: true,
    description: `When its earliest message was written, UTC; null when no time is known; ${PENDING}.`,
  })
  startedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: `When its latest message was written, UTC; null when no time is known; ${PENDING}.`,
  })
  lastAt!: Date | null;
}

export function toConversation({ root, summary }: DomainConversation): Conversation {
  return Object.assign(new Conversation(), {
    id: toGlobalId('Conversation', root.id),
    root: toMessage(root),
    turns: summary?.turns ?? null,
    depth: summary?.depth ?? null,
    meanDepth: summary?.meanDepth ?? null,
    participants: summary?.participants ?? null,
    structuralVirality: summary?.structuralVirality ?? null,
    balance: summary?.balance ?? null,
    reEntry: summary?.participants && summary.returned !== null ? summary.returned / summary.participants : null,
    shape: summary && shapeOf(summary),
    startedAt: toDate(summary?.startedAt),
    lastAt: toDate(summary?.lastAt),
  });
}

export const ConversationConnection = connectionType('Conversation', () => Conversation, 'conversations');
