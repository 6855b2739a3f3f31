import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { recordLine } from '../../operations.js';
import { generateSociety } from '../../society/generate-society.js';
import { SOCIETY_DEFAULTS } from '../../society/society-options.js';

/** A community to show, and how its scores are computed, so that the numbers mean something. */
export interface Community {
  readonly title: string;
  readonly platforms: readonly string[];
  /** Its records as NDJSON, gzipped or not. */
  readonly open: () => Readable;
  readonly asOf: string;
  readonly halfLifeDays: number;
  readonly answerWindowDays: number;
  readonly attentionTracked: boolean;
  readonly sharesTracked: boolean;
}

/** Path of a bundled file; beside the sources both in a checkout and in the package. */
function bundled(name: string): string {
  return fileURLToPath(new URL(`../../../src/cli/demo/data/${name}`, import.meta.url));
}

export const COMMUNITIES: Readonly<Record<string, Community>> = {
  irc: {
    title: 'the #ubuntu help channel, 173 days between 2004 and 2018 (Kummerfeld et al., ACL 2019, CC BY 4.0)',
    platforms: ['irc'],
    open: () => createReadStream(bundled('irc-ubuntu.ndjson.gz')),
    asOf: '2018-03-01T00:00:00Z',
    halfLifeDays: 1_826.25,
    answerWindowDays: 7,
    attentionTracked: false,
    sharesTracked: false,
  },
  dartpost: {
    title: 'a five-day experiment on a platform built for it, 2020 (Liu et al., Scientific Reports 2021, MIT)',
    platforms: ['dartpost'],
    open: () => createReadStream(bundled('dartpost.ndjson.gz')),
    asOf: '2020-09-09T00:00:00Z',
    halfLifeDays: 5,
    answerWindowDays: 2,
    attentionTracked: true,
    sharesTracked: true,
  },
};

/** An artificial community in which everything planted is known, made on the spot. */
export const SOCIETY: Community = {
  title: 'an artificial community of 200 people, with people of known ways among them',
  platforms: ['society', 'chat'],
  open: () => Readable.from(societyLines(), { objectMode: false }),
  asOf: new Date(SOCIETY_DEFAULTS.asOf).toISOString(),
  halfLifeDays: 60,
  answerWindowDays: 7,
  attentionTracked: true,
  sharesTracked: true,
};

function* societyLines(): Generator<string> {
  for (const record of generateSociety(SOCIETY_DEFAULTS).records()) yield `${recordLine(record)}\n`;
}
