import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { openingOf, reachedSince, tiesOpened } from '../domain/initiation.js';
import { type ConnectionOf, PageArguments, readPage, toConnection } from './connection.js';
import type { Context } from './context.js';
import {
  Initiation,
  TieOpener,
  type TieOpening,
  TieOpeningConnection,
  toTieOpening,
  toUnservedPerson,
  type UnservedPerson,
  UnservedPersonConnection,
} from './initiation.type.js';
import { Person } from './person.type.js';
import { Tie } from './tie.type.js';
import { toDate } from './to-date.js';

@Resolver(() => Person)
export class PersonInitiationResolver {
  @FieldResolver(() => Initiation, {
    nullable: true,
    description: 'How their ties with other persons began; null for organisations and bots.',
  })
  async initiation(
    @Root() { source: { kind, idx } }: Person,
    @Ctx() context: Context,
    @Arg('since', () => Date, {
      nullable: true,
      description:
        'Since when reached persons count, UTC; absent for 90 days before the instant of the run, or before now without a run.',
    })
    since?: Date | null,
  ): Promise<Initiation | null> {
    if (kind !== 'person') return null;
    const from = since?.getTime() ?? reachedSince((await context.run())?.asOf ?? Date.now());
    const found = await context.initiationLoaders.initiation.load({ idx, since: from });
    return Object.assign(new Initiation(), found, { since: new Date(from), owner: idx });
  }

  @FieldResolver(() => UnservedPersonConnection, {
    description:
      'People who would benefit from hearing from this person: persons who wrote to, mentioned or read them and upon whom they never acted in any way; those without any act of known time are left out. The latest first; empty for organisations and bots.',
  })
  async unservedPeople(
    @Root() { source: { idx } }: Person,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<UnservedPerson>> {
    const list = `unservedPeople ${idx}`;
    const found = await context.initiationLoaders.unserved.load({ idx, ...readPage(list, page) });
    return toConnection(list, found, toUnservedPerson);
  }
}

@Resolver(() => Initiation)
export class InitiationResolver {
  @FieldResolver(() => TieOpeningConnection, {
    description: 'The persons behind the ties, with the act that opened each; the latest opening first.',
  })
  async people(
    @Root() initiation: Initiation,
    @Ctx() context: Context,
    @Arg('openedBy', () => TieOpener, {
      nullable: true,
      description: 'Only ties that this person opened, or that the others opened; absent for all.',
    })
    openedBy: TieOpener | undefined,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<TieOpening>> {
    const mine = openedBy ? openedBy === TieOpener.ME : null;
    const list = `openings ${initiation.owner} ${mine}`;
    const wish = { idx: initiation.owner, mine, total: tiesOpened(initiation, mine), ...readPage(list, page) };
    const found = await context.initiationLoaders.openings.load(wish);
    return toConnection(list, found, toTieOpening);
  }
}

@Resolver(() => Tie)
export class TieInitiationResolver {
  @FieldResolver(() => Person, {
    nullable: true,
    description:
      'Who acted first, at the same instant the one with the smaller id; null without an act of known time, and with an organisation or a bot.',
  })
  openedBy(@Root() tie: Tie): Person | null {
    const opening = openingOfTie(tie);
    return opening === null ? null : opening.opener.person;
  }

  @FieldResolver(() => Date, { nullable: true, description: 'When that act happened, UTC; null when openedBy is.' })
  openedAt(@Root() tie: Tie): Date | null {
    const opening = openingOfTie(tie);
    return toDate(opening?.at);
  }
}

function openingOfTie({ a, b, outgoing, incoming }: Tie) {
  if (a.source.kind !== 'person' || b.source.kind !== 'person') return null;
  const side = (person: Person, firstAt: Date | null | undefined) => ({
    id: person.personId,
    firstAt: firstAt?.getTime() ?? null,
    person,
  });
  return openingOf(side(a, outgoing?.firstAt), side(b, incoming?.firstAt));
}
