import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PersonKind } from '../../../src/domain/person-kind.js';
import type { Act, Log, Share } from './interaction-log.js';

const FOLDER = resolve('test/fixtures/golden');

interface Line {
  readonly type?: 'person' | 'message' | 'interaction';
  readonly id: string;
  readonly kind?: string;
  readonly from?: string;
  readonly to?: string;
  readonly at?: string;
  readonly inReplyTo?: string;
}

/** Reads a golden log of canonical records. */
export function readGoldenLog(name: string): Log {
  const text = readFileSync(resolve(FOLDER, `${name}.ndjson`), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  const kinds: Record<string, PersonKind> = {};
  for (const { type, id, kind } of lines) if (type === 'person') kinds[id] = kind as PersonKind;
  const interactions = lines.filter(({ type }) => type === undefined || type === 'interaction');
  const acts = interactions.map(({ from, to, kind, at }): Act => {
    return { from: from!, to: to!, kind: kind!, at: Date.parse(at!) };
  });
  const shares = interactions
    .filter(({ kind }) => kind === 'share')
    .map(({ id, from, to, at, inReplyTo }): Share => {
      return { message: id, object: inReplyTo ?? null, from: from!, to: to!, at: Date.parse(at!) };
    });
  return { acts, shares, kinds };
}

export type Numbers = Readonly<Record<string, number>>;

export interface ExpectedPerson {
  readonly relational: number | null;
  readonly broadcast: number | null;
  readonly trust?: number;
  readonly given?: number;
  readonly received?: number;
  readonly raw?: Numbers;
  readonly squashed?: Numbers;
  readonly contribution?: Numbers;
  readonly broadcastRaw?: Numbers;
}

export interface Expected {
  readonly asOf: string;
  readonly seeds: readonly string[] | null;
  readonly people: Readonly<Record<string, ExpectedPerson>>;
  readonly ties: Readonly<Record<string, Numbers>>;
}

/** Reads the independent answer to a golden log. */
export function readExpected(name: string): Expected {
  return JSON.parse(readFileSync(resolve(FOLDER, `${name}.expected.json`), 'utf8')) as Expected;
}
