import { Arg, Args, Ctx, Query, Resolver, registerEnumType } from 'type-graphql';
import { NO_PAGE } from '../domain/page.js';
import type { RunOptions } from '../domain/score-run.js';
import { BadInputError } from '../errors.js';
import { RANKED_NUMBERS, type RankMetric } from '../store/centrality-store.js';
import { type ConnectionOf, PageArguments, readPage, toConnection } from './connection.js';
import type { Context } from './context.js';
import { type Person, PersonConnection, toPerson } from './person.type.js';

const METRICS = ['relational', 'broadcast', ...RANKED_NUMBERS] as const;

/** Enum of everything people can be ranked by. */
export const RankingMetric = Object.fromEntries(METRICS.map((metric) => [metric.toUpperCase(), metric])) as Record<
  string,
  RankMetric
>;
registerEnumType(RankingMetric, {
  name: 'RankingMetric',
  description: 'A stored number by which people can be ranked, highest first.',
  valuesConfig: Object.fromEntries(
    METRICS.map((metric) => [
      metric.toUpperCase(),
      { description: `By ${metric.replaceAll('_', ' ')}; unit and range stand at the field of that name in Scores.` },
    ]),
  ),
});

@Resolver()
export class RankingResolver {
  @Query(() => PersonConnection, {
    description:
      'Persons with enough data in descending order of one stored number. The metric must be named: there is no overall ranking of people. Empty while no run is published.',
  })
  async ranking(
    @Ctx() context: Context,
    @Arg('metric', () => RankingMetric, { description: 'The number to rank by.' }) metric: RankMetric,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionOf<Person>> {
    const list = `ranking ${metric}`;
    const { first, after } = readPage(list, page);
    const [run, ranked] = await Promise.all([context.run(), context.centrality.rank(metric, first, after)]);
    if (run !== null && unobserved(metric, run.options))
      throw new BadInputError(
        'metric',
        `metric ${metric.toUpperCase()} has no numbers: the published run says that its sources do not record it.`,
      );
    const published = run === null ? NO_PAGE : ranked;
    return toConnection(list, { ...published, totalCount: run?.eligible ?? 0 }, toPerson);
  }
}

function unobserved(metric: RankMetric, { attentionTracked, sharesTracked }: RunOptions): boolean {
  return (metric === 'listening' && !attentionTracked) || (metric === 'amplification' && !sharesTracked);
}
