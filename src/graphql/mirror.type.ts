import { Extensions, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { MIRROR_TOPICS, type Mirror as OfPerson, type MirrorTopic as Topic } from '../domain/mirror.js';
import { Person, toPerson } from './person.type.js';

export const MirrorTopic = Object.fromEntries(MIRROR_TOPICS.map((name) => [name, name])) as { [K in Topic]: K };
registerEnumType(MirrorTopic, {
  name: 'MirrorTopic',
  description: 'What a sentence of the mirror is about.',
  valuesConfig: {
    ANSWERED: { description: 'Whom this person answered; see invitations.' },
    WAITING: { description: 'Who waits for an answer; see openInvitations.' },
    LAPSED: { description: 'Who got none in time; see invitations.' },
    SILENT: { description: 'With whom a tie fell silent, by its own rhythm; see weather of a tie.' },
    LANDED: { description: 'On whose content comments landed; see landing.' },
    OPENED: { description: 'Whose ties this person opened; see initiation.' },
    UNSERVED: { description: 'Who turned to this person and never heard from them; see unservedPeople.' },
  },
});

@ObjectType({ description: 'One sentence, with the people it is about.', simpleResolvers: true })
export class MirrorSentence {
  @Field(() => MirrorTopic, { description: 'What it is about.' })
  topic!: Topic;

  @Field(() => String, { description: 'The sentence, in English, to the person themselves.' })
  text!: string;

  @Field(() => Int, { description: 'How many people it is about. ≥ 1.' })
  count!: number;

  @Field(() => [Person], {
    description: 'The first of them, as many as were asked for; the latest first, of LANDED those with most comments.',
  })
  people!: readonly Person[];
}

@ObjectType({
  description:
    'What a person’s own page says: sentences about people, no rank and no grade. A sentence that would say nothing is left out.',
  simpleResolvers: true,
})
export class Mirror {
  @Field(() => Date, { description: 'Instant up to which it looks: that of the published run, UTC.' })
  asOf!: Date;

  @Extensions({ items: 7 })
  @Field(() => [MirrorSentence], { description: 'The sentences.' })
  sentences!: readonly MirrorSentence[];
}

export function toMirror({ asOf, sentences }: OfPerson): Mirror {
  return {
    asOf: new Date(asOf),
    sentences: sentences.map((sentence) => ({ ...sentence, people: sentence.people.map(toPerson) })),
  };
}
