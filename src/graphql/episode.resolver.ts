import { Arg, Args, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql';
import type { DialogueAct } from '../domain/dialogue.js';
import { pageOfEpisodes } from '../domain/episode-page.js';
import { pageOf } from '../domain/page.js';
import type { DialogueReading } from '../service/read-dialogue.js';
import { type ConnectionOf, PageArguments, readPage, toConnection } from './connection.js';
import type { Context } from './context.js';
import { Dialogue, type DialogueInteraction, DialogueInteractionConnection, toInteraction } from './dialogue.type.js';
import { Episode, EpisodeConnection, EpisodeOrder, SideCounts, toEpisode } from './episode.type.js';

const MILLISECONDS_PER_HOUR = 3_600_000;
const UNLESS = 'null unless both are persons.';

/** An act that may be listed. */
type OpenAct = DialogueAct & { readonly id: string };

@Resolver(() => Dialogue)
export class DialogueEpisodesResolver {
  @FieldResolver(() => EpisodeConnection, {
    description:
      'What they said to each other (mention, quote, comment, reply, dm), cut where both fell silent for longer than gapThreshold; up to asOf. Empty unless both are persons.',
  })
  async episodes(
    @Root() { a, b }: Dialogue,
    @Ctx() context: Context,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('order', () => EpisodeOrder, { defaultValue: EpisodeOrder.NEWEST, description: 'What comes first.' })
    order: EpisodeOrder,
  ): Promise<ConnectionOf<Episode>> {
    const list = `episodes ${order} ${a.personId} ${b.personId}`;
    const wish = readPage(list, page);
    const episodes = (await readingOf(context, { a, b }))?.episodes ?? [];
    return toConnection(list, pageOfEpisodes(episodes, order, wish), (episode) => toEpisode(episode, a, b));
  }

  @FieldResolver(() => Int, { description: 'Episodes of all depths, monologues too. ≥ 0.' })
  async episodeCount(@Root() pair: Dialogue, @Ctx() context: Context): Promise<number> {
    return count(await readingOf(context, pair), () => true);
  }

  @FieldResolver(() => Int, { description: 'Episodes in which both spoke. ≥ 0.' })
  async dialogueCount(@Root() pair: Dialogue, @Ctx() context: Context): Promise<number> {
    return count(await readingOf(context, pair), (episode) => episode.turns >= 2);
  }

  @FieldResolver(() => Int, { description: 'Dialogues that took up an earlier one after a silence. ≥ 0.' })
  async revivals(@Root() pair: Dialogue, @Ctx() context: Context): Promise<number> {
    return count(await readingOf(context, pair), (episode) => episode.revival);
  }

  @FieldResolver(() => SideCounts, { description: 'Who keeps opening: episodes that each of the two began.' })
  async openedBy(@Root() pair: Dialogue, @Ctx() context: Context): Promise<SideCounts> {
    const reading = await readingOf(context, pair);
    return {
      a: count(reading, (episode) => episode.opensForward),
      b: count(reading, (episode) => !episode.opensForward),
    };
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: `Longest silence inside an episode, in hours: 4 median gaps between their acts, 1 to 720; the answer window below 4 gaps; ${UNLESS}`,
  })
  async gapThreshold(@Root() pair: Dialogue, @Ctx() context: Context): Promise<number | null> {
    const reading = await readingOf(context, pair);
    return reading === null ? null : reading.gapThreshold / MILLISECONDS_PER_HOUR;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether they have more than 20,000 conversational acts: everything about episodes is then of the newest.',
  })
  async truncated(@Root() pair: Dialogue, @Ctx() context: Context): Promise<boolean> {
    return (await readingOf(context, pair))?.truncated ?? false;
  }

  @FieldResolver(() => Date, {
    description:
      'Up to when episodes are counted, UTC: the instant of the published run, else now. Interactions and privateInteractions are not cut.',
  })
  async asOf(@Ctx() context: Context): Promise<Date> {
    return new Date((await context.overTime.moment()).asOf);
  }
}

@Resolver(() => Episode)
export class EpisodeResolver {
  @FieldResolver(() => DialogueInteractionConnection, {
    description: 'Its open acts, oldest first; private ones are left out, also of totalCount.',
  })
  interactions(
    @Root() { source, a, b }: Episode,
    @Args(() => PageArguments) page: PageArguments,
  ): ConnectionOf<DialogueInteraction> {
    const list = `episode ${source.firstAt} ${a.personId} ${b.personId}`;
    const { first, after } = readPage(list, page);
    const open = openActs(source.acts);
    const start = after === null ? 0 : open.findIndex(({ id }) => id === after) + 1;
    const acts = pageOf(open.slice(start, start + first + 1), first, open.length, ({ id }) => id);
    return toConnection(list, acts, (act) => toInteraction(act, a, b));
  }
}

/** Those that are not private. */
export function openActs(acts: readonly DialogueAct[]): OpenAct[] {
  return acts.filter((act): act is OpenAct => act.id !== null);
}

function readingOf({ overTime }: Context, { a, b }: Pick<Dialogue, 'a' | 'b'>): Promise<DialogueReading | null> {
  return overTime.between.load({ from: a.source.idx, to: b.source.idx });
}

function count(
  reading: DialogueReading | null,
  wanted: (episode: DialogueReading['episodes'][number]) => boolean,
): number {
  return reading?.episodes.filter(wanted).length ?? 0;
}
