import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cadence, TieWeather, toCadence, toWeather } from './cadence.type.js';
import type { Context } from './context.js';
import { Person } from './person.type.js';
import { Tie, TieEdge } from './tie.type.js';

const TIE_CADENCE = {
  nullable: true,
  description: 'How regularly the two act on each other, both sides together; null unless both are persons.',
};
const TIE_WEATHER = {
  nullable: true,
  description: 'Where the tie is going; null below 4 active days, and unless both are persons.',
};

@Resolver(() => Person)
export class PersonCadenceResolver {
  @FieldResolver(() => Cadence, {
    nullable: true,
    description: 'How regularly they act on other persons; null for organisations and bots.',
  })
  async cadence(@Root() { source }: Person, @Ctx() context: Context): Promise<Cadence | null> {
    const found = await context.overTime.person.load(source.idx);
    return found === null ? null : toCadence(found, await context.overTime.moment());
  }
}

@Resolver(() => Tie)
export class TieCadenceResolver {
  @FieldResolver(() => Cadence, TIE_CADENCE)
  async cadence(@Root() { a, b }: Tie, @Ctx() context: Context): Promise<Cadence | null> {
    return cadenceOf(context, a.source.idx, b.source.idx);
  }

  @FieldResolver(() => TieWeather, TIE_WEATHER)
  async weather(@Root() { a, b }: Tie, @Ctx() context: Context): Promise<TieWeather | null> {
    return weatherOf(context, a.source.idx, b.source.idx);
  }
}

@Resolver(() => TieEdge)
export class TieEdgeCadenceResolver {
  @FieldResolver(() => Cadence, TIE_CADENCE)
  async cadence(@Root() { owner, node }: TieEdge, @Ctx() context: Context): Promise<Cadence | null> {
    return cadenceOf(context, owner, node.source.idx);
  }

  @FieldResolver(() => TieWeather, TIE_WEATHER)
  async weather(@Root() { owner, node }: TieEdge, @Ctx() context: Context): Promise<TieWeather | null> {
    return weatherOf(context, owner, node.source.idx);
  }
}

async function cadenceOf({ overTime }: Context, from: number, to: number): Promise<Cadence | null> {
  const rhythm = await overTime.tie.load({ from, to });
  return rhythm === null ? null : toCadence(rhythm.cadence, await overTime.moment());
}

async function weatherOf({ overTime }: Context, from: number, to: number): Promise<TieWeather | null> {
  const weather = (await overTime.tie.load({ from, to }))?.weather ?? null;
  return weather === null ? null : toWeather(weather, await overTime.moment());
}
