import { fileURLToPath } from 'node:url';

/** A bundled community and how its scores are computed, so that the numbers mean something. */
export interface Community {
  readonly title: string;
  readonly file: string;
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
    file: bundled('irc-ubuntu.ndjson.gz'),
    asOf: '2018-03-01T00:00:00Z',
    halfLifeDays: 1_826.25,
    answerWindowDays: 7,
    attentionTracked: false,
    sharesTracked: false,
  },
  dartpost: {
    title: 'a five-day experiment on a platform built for it, 2020 (Liu et al., Scientific Reports 2021, MIT)',
    file: bundled('dartpost.ndjson.gz'),
    asOf: '2020-09-09T00:00:00Z',
    halfLifeDays: 5,
    answerWindowDays: 2,
    attentionTracked: true,
    sharesTracked: true,
  },
};
