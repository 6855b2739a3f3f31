import { GraphQLJSONObject } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@InputType({
  description:
    'One canonical record: an interaction, a message, a person, or the retraction of an id. Fields that do not belong to its type are ignored.',
})
export class RecordInput {
  @Field(() => String, { nullable: true, description: '`interaction` (when absent), `message` or `person`.' })
  type?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Id of the record; an interaction without one gets one from its content. At most 255 characters.',
  })
  id?: string;

  @Field(() => String, {
    nullable: true,
    description:
      '`retract` takes back, for good, the interaction and the message of this id, also those that come later; besides, only platform is read then.',
  })
  op?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Interaction: who acted, `platform:id`, or an id of `platform`.',
  })
  from?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Interaction: who was acted upon; may be missing when inReplyTo names a message.',
  })
  to?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Interaction: like, comment, reply, share, quote, mention, dm or read. Person: person, organisation or bot.',
  })
  kind?: string;

  @Field(() => String, {
    nullable: true,
    description: 'When it happened: RFC 3339 with offset, since 1970, at most 24 hours ahead.',
  })
  at?: string;

  @Field(() => String, {
    nullable: true,
    description: '`exact`, `estimated` or `unknown`; unknown times are stored and shown, never scored.',
  })
  atQuality?: string;

  @Field(() => String, { nullable: true, description: 'Interaction: the message this act made or happened in.' })
  message?: string;

  @Field(() => String, { nullable: true, description: 'The message acted upon.' })
  inReplyTo?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Root message of the thread; derived from inReplyTo when absent.',
  })
  conversation?: string;

  @Field(() => String, { nullable: true, description: '`public`, `unlisted`, `followers`, `group` or `direct`.' })
  visibility?: string;

  @Field(() => String, { nullable: true, description: 'Platform of the ids in this record.' })
  platform?: string;

  @Field(() => [String], { nullable: true, description: 'Tags, at most 50.' })
  tags?: string[];

  @Field(() => GraphQLJSONObject, { nullable: true, description: 'Kept, at most 4 KB, never interpreted.' })
  meta?: Record<string, unknown>;

  @Field(() => String, { nullable: true, description: 'Message: who wrote it; absent for deleted accounts.' })
  author?: string;

  @Field(() => String, { nullable: true, description: 'Person: display name.' })
  name?: string;

  @Field(() => String, { nullable: true, description: 'Person: handle, without a leading @.' })
  handle?: string;

  @Field(() => [String], { nullable: true, description: 'Person: roles, such as customer or staff.' })
  roles?: string[];

  @Field(() => String, { nullable: true, description: 'Person: organisation.' })
  organisation?: string;

  @Field(() => [String], { nullable: true, description: 'Person: other ids.' })
  aliases?: string[];
}

@ObjectType({ description: 'Why a record was not stored.', simpleResolvers: true })
export class Reject {
  @Field(() => Int, { description: 'Position of the record in the list, from 0.' })
  index!: number;

  @Field(() => String, { description: 'Stable code.' })
  code!: string;

  @Field(() => String, { description: 'Field at fault; empty when the whole record is.' })
  path!: string;

  @Field(() => String, { description: 'The field, the limit and the fix.' })
  message!: string;
}

@ObjectType({
  description: 'What became of the records; received = stored + duplicate + ignored + rejected.',
  simpleResolvers: true,
})
export class RecordVerdict {
  @Field(() => Int, { description: 'Records in the request. ≥ 0.' })
  received!: number;

  @Field(() => Int, { description: 'Stored, for good. ≥ 0.' })
  stored!: number;

  @Field(() => Int, { description: 'There already, with the same content, or retracted already. ≥ 0.' })
  duplicate!: number;

  @Field(() => Int, {
    description:
      'Harmless and without a trace in the graph of people: somebody answering themselves, or a record that has been retracted. ≥ 0.',
  })
  ignored!: number;

  @Field(() => Int, { description: 'Not stored; see rejects. ≥ 0.' })
  rejected!: number;

  @Field(() => Int, { description: 'Stored interactions that wait for the message they name.' })
  unresolved!: number;

  @Field(() => Int, {
    description: 'Stored interactions whose `to` is not the author of the message they name; `to` counts.',
  })
  mismatched!: number;

  @Field(() => [Reject], { description: 'Every rejected record.' })
  rejects!: readonly Reject[];
}
