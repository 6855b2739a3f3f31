import { readFileSync } from 'node:fs';
import type { App } from '../../app.js';
import { RapportError } from '../../errors.js';
import { generateSociety } from '../../society/generate-society.js';
import { SOCIETY_DEFAULTS } from '../../society/society-options.js';

interface Axis {
  readonly value: number | null;
  readonly percentile: number | null;
}

interface Found {
  readonly stance: {
    readonly quadrant: string | null;
    readonly broadcast: Axis;
    readonly relational: Axis;
    readonly talkedAbout: Axis;
  };
  readonly invitationLedger: Readonly<Record<string, number | null>>;
  readonly landing: { readonly comments: number; readonly landed: number };
  readonly initiation: { readonly ties: number; readonly opened: number; readonly reached: number };
  readonly dialogueHIndex: number;
}

/** What was planted in the artificial community, beside what the measures found in it. */
export async function comparePlants(app: App): Promise<string> {
  const { truth } = generateSociety(SOCIETY_DEFAULTS);
  const { speaker, neighbour, quietReader, sprayer } = truth.personas;
  const people = { speaker, neighbour, 'quiet reader': quietReader, sprayer };
  const stances: string[] = [];
  for (const [name, { person }] of Object.entries(people)) stances.push(describeStance(name, await find(app, person)));
  const [invited] = truth.invitations;
  const { person: commenter, comments, landed } = truth.landing;
  const { person: opener, ties, opened, reached } = truth.initiation;
  const { answered, answeredPrivately, acknowledged, lapsed, open } = invited!;
  const planted = { answered, answeredPrivately, acknowledged, lapsed, open };
  const ledger = (await find(app, invited!.person)).invitationLedger;
  const landing = (await find(app, commenter)).landing;
  const initiation = (await find(app, opener)).initiation;
  const { hIndex } = truth.dialogues;
  const checks: [string, object, object][] = [
    ['invitations', planted, pick(ledger, planted)],
    ['landing', { comments, landed }, pick(landing, { comments, landed })],
    ['initiation', { ties, opened, reached }, pick(initiation, { ties, opened, reached })],
    ['dialogues', { hIndex: hIndex.value }, { hIndex: (await find(app, hIndex.person)).dialogueHIndex }],
  ];
  return [
    '',
    'Planted people on three axes (value, percentile in brackets):',
    ...stances,
    '',
    'Planted, and found:',
    ...checks.map(([name, was, is]) => `  ${name.padEnd(12)} ${describe(was)} | ${describe(is)}`),
  ].join('\n');
}

async function find(app: App, personId: string): Promise<Found> {
  const file = new URL('../../../schema/operations/stance.graphql', import.meta.url);
  const { data, errors } = await app.execute(readFileSync(file, 'utf8'), { personId });
  if (errors !== undefined)
    throw new RapportError('INTERNAL', `stance: ${errors.map(({ message }) => message).join()}`);
  return (data as { person: Found }).person;
}

function describeStance(name: string, { stance }: Found): string {
  const axis = ({ value, percentile }: Axis): string =>
    value === null ? '-'.padStart(14) : `${value.toFixed(1).padStart(6)} (${percentile!.toFixed(1).padStart(4)})`;
  const { broadcast, relational, talkedAbout, quadrant } = stance;
  return `  ${name.padEnd(12)} broadcast ${axis(broadcast)}  relational ${axis(relational)}  talked about ${axis(talkedAbout)}  ${quadrant ?? 'not enough data'}`;
}

function pick(found: object, planted: object): object {
  return Object.fromEntries(Object.keys(planted).map((name) => [name, (found as Record<string, unknown>)[name]]));
}

function describe(numbers: object): string {
  return Object.entries(numbers)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
