import { readFileSync } from 'node:fs';
import type { App } from '../../app.js';
import { RapportError } from '../../errors.js';

interface Scored {
  readonly id: string;
  readonly personId: string;
  readonly scores: {
    readonly relational: number;
    readonly relationalPercentile: number;
    readonly broadcast: number;
    readonly broadcastPercentile: number;
    readonly confidence: number;
  };
}

interface Explained {
  readonly components: readonly {
    readonly name: string;
    readonly contribution: number;
    readonly people: {
      readonly alters: readonly { readonly person: { readonly personId: string }; readonly share: number }[];
    };
  }[];
}

interface Chain {
  readonly depth: number;
  readonly turns: number;
  readonly participants: number;
  readonly startedAt: string | null;
  readonly longestChain: readonly { readonly author: { readonly personId: string } | null }[];
}

interface NetworkNumbers {
  readonly people: number;
  readonly messages: number;
  readonly interactions: number;
  readonly ties: number;
  readonly mutualTies: number;
  readonly reciprocity: {
    readonly binary: number;
    readonly weighted: number;
    readonly nullMean: number;
    readonly excess: number;
  };
}

const CHAIN_SHOWN = 12;

/** What a community looks like on the two axes, told in numbers from the API's own answers. */
export async function tellStory(app: App, title: string): Promise<string> {
  const { network } = await ask<{ network: NetworkNumbers }>(app, 'network');
  const relating = (await ask<{ ranking: { nodes: Scored[] } }>(app, 'two-scores')).ranking.nodes;
  const loud = (await ask<{ ranking: { nodes: Scored[] } }>(app, 'loudest')).ranking.nodes;
  const contrast = (await ask<{ ranking: { nodes: Scored[] } }>(app, 'loudest', { first: 100 })).ranking.nodes;
  const { conversations } = await ask<{ conversations: { nodes: Chain[] } }>(app, 'longest-conversations', {
    first: 1,
  });
  const person = relating[0];
  if (person === undefined) return `${title}\n\nNobody has enough data for scores.`;
  const { explain } = await ask<{ explain: Explained }>(app, 'explain-person', { id: person.id });
  return [
    '',
    `This is ${title}.`,
    describeNetwork(network),
    '',
    'Who relates most (relational | broadcast, percentile in brackets):',
    ...relating.map(describeScores),
    '',
    'Who is loudest:',
    ...loud.map(describeScores),
    '',
    describeContrast(contrast),
    '',
    `Why ${person.personId} relates with ${person.scores.relational.toFixed(1)} of 100, and with whom:`,
    ...describeExplanation(explain),
    '',
    ...conversations.nodes.map(describeChain),
  ].join('\n');
}

async function ask<T>(app: App, operation: string, variables: Record<string, unknown> = {}): Promise<T> {
  const file = new URL(`../../../schema/operations/${operation}.graphql`, import.meta.url);
  const { data, errors } = await app.execute(readFileSync(file, 'utf8'), variables);
  if (errors !== undefined)
    throw new RapportError('INTERNAL', `${operation}: ${errors.map((error) => error.message).join('; ')}`);
  return data as T;
}

/** How many there are of what, and how far their reciprocity is from chance. */
export function describeNetwork({
  people,
  messages,
  interactions,
  ties,
  mutualTies,
  reciprocity,
}: NetworkNumbers): string {
  const { weighted, nullMean, excess } = reciprocity;
  const beside =
    excess >= 0
      ? `${excess.toFixed(3)} is above chance (0: none, 1: all)`
      : `it is ${(nullMean - weighted).toFixed(3)} below chance`;
  return [
    `${count(people, 'person', 'people')}, ${count(messages, 'message')}, ${count(interactions, 'interaction')} over ${count(ties, 'tie')}, ${mutualTies} of them mutual.`,
    `Reciprocity ${weighted.toFixed(3)}; chance alone would give ${nullMean.toFixed(3)}, so ${beside}.`,
  ].join('\n');
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function describeScores({ personId, scores }: Scored): string {
  const axis = (value: number, percentile: number): string =>
    `${value.toFixed(1).padStart(6)} (${percentile.toFixed(1).padStart(4)})`;
  return `  ${personId.padEnd(16)} ${axis(scores.relational, scores.relationalPercentile)} | ${axis(scores.broadcast, scores.broadcastPercentile)}`;
}

/** Who is loudest for how little they relate. Shares are rounded down: nobody is louder than everybody. */
export function describeContrast(people: readonly Scored[]): string {
  const gap = ({ scores }: Scored): number => scores.broadcastPercentile - scores.relationalPercentile;
  const speaker = [...people].sort((a, b) => gap(b) - gap(a))[0]!;
  const { relationalPercentile, broadcastPercentile } = speaker.scores;
  return `Loud, and relating least for it: ${speaker.personId}, louder than ${Math.floor(broadcastPercentile)} % and relating more than ${Math.floor(relationalPercentile)} %.`;
}

function describeExplanation({ components }: Explained): string[] {
  return [...components]
    .sort((a, b) => b.contribution - a.contribution)
    .filter(({ contribution }) => contribution > 0)
    .map(({ name, contribution, people }) => {
      const alters = people.alters
        .map(({ person, share }) => `${person.personId} ${(100 * share).toFixed(0)} %`)
        .join(', ');
      return `  ${contribution.toFixed(1).padStart(5)} ${name.toLowerCase().padEnd(15)} ${alters}`;
    });
}

/** How deep the longest chain of replies is, and who kept it going. */
export function describeChain({ depth, turns, participants, startedAt, longestChain }: Chain): string {
  const authors = longestChain.map(({ author }) => author?.personId ?? 'somebody');
  const shown = authors.length > CHAIN_SHOWN ? [...authors.slice(0, CHAIN_SHOWN), '…'] : authors;
  return `The longest conversation chain (${startedAt?.slice(0, 10) ?? 'of unknown time'}): ${count(depth, 'reply', 'replies')} deep, ${count(turns, 'message')} by ${count(participants, 'person', 'people')}.\n  ${shown.join(' → ')}`;
}
