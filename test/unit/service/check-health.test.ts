import { describe, expect, it } from '@jest/globals';
import type { ScoreRun } from '../../../src/domain/score-run.js';
import { DatabaseUnavailableError, RapportError } from '../../../src/errors.js';
import { checkHealth, type HealthParts } from '../../../src/service/check-health.js';

const NOW = 1_700_000_000_000;
const run = (facts: Partial<ScoreRun>) => ({ number: 3, computedAt: NOW, sequence: 5, ledgerSequence: 5, ...facts });

function examine(changes: Partial<HealthParts['store']>, more: Partial<HealthParts> = {}) {
  const store: HealthParts['store'] = {
    server: async () => ({ version: '5.26.25', edition: 'community' }),
    missing: async () => ({ migrations: [], indexes: [], offline: [] }),
    tryWrite: async () => undefined,
    interactions: async () => ({ resolved: 100, waiting: 0 }),
    ...changes,
  };
  const published = async () => run({}) as ScoreRun;
  return checkHealth({ store, published, now: () => NOW, given: true, ...more });
}

const fail = (error: Error) => async () => Promise.reject(error);

describe('the health of a database', () => {
  it('is six lines without a fix when all is well', async () => {
    const findings = await examine({});
    expect(findings.map(({ check, ok, fix }) => [check, ok, fix])).toEqual(
      [
        'Neo4j reachable',
        'Neo4j version',
        'Constraints and indexes',
        'Write test',
        'Scores',
        'Unresolved interactions',
      ].map((check) => [check, true, null]),
    );
  });

  it.each<[string, string, RegExp, Partial<HealthParts['store']>, Partial<HealthParts>]>([
    [
      'an unreachable server',
      'Neo4j reachable',
      /^start the Neo4j that NEO4J_URI names/,
      { server: fail(new DatabaseUnavailableError('away')) },
      {},
    ],
    [
      'a managed server that is away',
      'Neo4j reachable',
      /^rapport database start$/,
      { server: fail(new DatabaseUnavailableError('away')) },
      { given: false },
    ],
    [
      'a wrong password',
      'Neo4j reachable',
      /NEO4J_PASSWORD=/,
      { server: fail(new RapportError('DATABASE_UNAUTHORISED', 'no')) },
      {},
    ],
    [
      'an old server',
      'Neo4j version',
      /5\.26 or later/,
      { server: async () => ({ version: '5.20.0', edition: 'community' }) },
      {},
    ],
    [
      'a migration that is not applied',
      'Constraints and indexes',
      /^rapport migrate$/,
      { missing: async () => ({ migrations: ['x'], indexes: [], offline: [] }) },
      {},
    ],
    [
      'an index that was dropped',
      'Constraints and indexes',
      /^rapport migrate$/,
      { missing: async () => ({ migrations: [], indexes: ['x'], offline: [] }) },
      {},
    ],
    [
      'an index that failed',
      'Constraints and indexes',
      /drop one that is FAILED/,
      { missing: async () => ({ migrations: [], indexes: [], offline: ['x is FAILED'] }) },
      {},
    ],
    [
      'a server that cannot write',
      'Write test',
      /right to write/,
      { tryWrite: fail(new RapportError('INTERNAL', 'read only')) },
      {},
    ],
    ['no scores', 'Scores', /^rapport score$/, {}, { published: async () => null }],
    [
      'old scores with news since',
      'Scores',
      /^rapport score$/,
      {},
      { published: async () => run({ computedAt: NOW - 27 * 3_600_000, ledgerSequence: 6 }) as ScoreRun },
    ],
    [
      'much that waits',
      'Unresolved interactions',
      /^rapport import/,
      { interactions: async () => ({ resolved: 90, waiting: 10 }) },
      {},
    ],
  ])('names the fix of %s', async (_case, check, fix, changes, more) => {
    const findings = (await examine(changes, more)).filter(({ ok }) => !ok);
    expect(findings.map((finding) => finding.check)).toEqual([check]);
    expect(findings[0]!.fix).toMatch(fix);
  });

  it('takes old scores for good while nothing new came, and new ones with news', async () => {
    const old = run({ computedAt: NOW - 1_000 * 3_600_000 }) as ScoreRun;
    const behind = run({ ledgerSequence: 6 }) as ScoreRun;
    for (const published of [old, behind])
      expect((await examine({}, { published: async () => published })).every(({ ok }) => ok)).toBe(true);
  });
});
