import { Arg, Args, Ctx, Extensions, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PageArguments, readPage } from './connection.js';
import type { Context } from './context.js';
import { findDialogue } from './dialogue.resolver.js';
import { Dialogue, DialogueInteraction, toInteraction } from './dialogue.type.js';
import { openActs } from './episode.resolver.js';
import { Tie } from './tie.type.js';
import { HeldRung, TrustLadder, toTrustLadder } from './trust-ladder.type.js';

@Resolver(() => Tie)
export class TieEvidenceResolver {
  @FieldResolver(() => TrustLadder, {
    nullable: true,
    description: 'What this tie has proven to carry; null unless both are persons.',
  })
  async trustLadder(@Root() { a, b }: Tie, @Ctx() context: Context): Promise<TrustLadder | null> {
    const reading = await context.overTime.between.load({ from: a.source.idx, to: b.source.idx });
    return reading === null ? null : toTrustLadder(reading.ladder, a, b);
  }

  @Extensions({ items: 1 })
  @FieldResolver(() => Dialogue, {
    description: 'What the two did to each other: their interactions, newest first, and the episodes they make.',
  })
  async dialogue(
    @Root() { a, b }: Tie,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<Dialogue> {
    return (await findDialogue(context, a.personId, b.personId, page))!;
  }
}

@Resolver(() => HeldRung)
export class HeldRungResolver {
  @FieldResolver(() => [DialogueInteraction], {
    description: 'The first open interactions that prove it, oldest first; empty when it is not held.',
  })
  evidence(
    @Root() { acts, a, b }: HeldRung,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
  ): DialogueInteraction[] {
    readPage('evidence', { first });
    return openActs(acts)
      .slice(0, first)
      .map((act) => toInteraction(act, a, b));
  }
}
