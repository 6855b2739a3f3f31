import type { ScoreRun } from '../domain/score-run.js';
import { RapportError } from '../errors.js';
import type { HealthStore } from '../store/health-store.js';

/** One line of the doctor's report. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly finding: string;
  /** Command that mends it; null when there is nothing to mend. */
  readonly fix: string | null;
}

export interface HealthParts {
  readonly store: Pick<HealthStore, 'server' | 'missing' | 'tryWrite' | 'interactions'>;
  readonly published: () => Promise<ScoreRun | null>;
  /** Whether NEO4J_URI names the database; else it is the managed one. */
  readonly given: boolean;
  readonly now: () => number;
}

const MAX_UNRESOLVED = 0.05;
const MAX_AGE_HOURS = 26;

/** Looks at the database from connection to freshness; a check that fails never stops the next one. */
export async function checkHealth(parts: HealthParts): Promise<Finding[]> {
  const reached = await attempt('Neo4j reachable', startingOf(parts), async () => {
    const { version, edition } = await parts.store.server();
    const supported = /^(5\.2[6-9]|20\d\d\.)/.test(version);
    return [
      { check: 'Neo4j reachable', ok: true, finding: 'it answers', fix: null },
      {
        check: 'Neo4j version',
        ok: supported,
        finding: `${version} ${edition}`,
        fix: supported ? null : 'use Neo4j 5.26 or later (docker compose up, or rapport database start)',
      },
    ];
  });
  if (!reached[0]!.ok) return reached;
  const rest = [
    attempt('Constraints and indexes', 'rapport migrate', () => checkMigrations(parts)),
    attempt(
      'Write test',
      'give the user of NEO4J_USERNAME the right to write, and see whether the disk of the database is full',
      async () => {
        await parts.store.tryWrite();
        return [{ check: 'Write test', ok: true, finding: 'written and rolled back', fix: null }];
      },
    ),
    attempt('Scores', 'rapport score', () => checkScores(parts)),
    attempt('Unresolved interactions', 'rapport import <the messages they name>', () => checkUnresolved(parts)),
  ];
  return [...reached, ...(await Promise.all(rest)).flat()];
}

async function attempt(check: string, fix: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    const finding = error instanceof RapportError ? `${error.code}: ${error.message}` : String(error);
    const refused = error instanceof RapportError && error.code === 'DATABASE_UNAUTHORISED';
    return [
      {
        check,
        ok: false,
        finding,
        fix: refused ? 'NEO4J_USERNAME=<user> NEO4J_PASSWORD=<password> rapport doctor' : fix,
      },
    ];
  }
}

function startingOf({ given }: HealthParts): string {
  return given
    ? 'start the Neo4j that NEO4J_URI names, or unset NEO4J_URI for the managed one'
    : 'rapport database start';
}

async function checkMigrations({ store }: HealthParts): Promise<Finding[]> {
  const { migrations, indexes, offline } = await store.missing();
  const check = 'Constraints and indexes';
  const missing = [...migrations, ...indexes];
  if (missing.length > 0)
    return [{ check, ok: false, finding: `missing: ${missing.join(', ')}`, fix: 'rapport migrate' }];
  if (offline.length === 0) return [{ check, ok: true, finding: 'all there and online', fix: null }];
  return [
    {
      check,
      ok: false,
      finding: offline.join(', '),
      fix: 'wait while one is POPULATING; drop one that is FAILED, then rapport migrate',
    },
  ];
}

async function checkScores({ published, now }: HealthParts): Promise<Finding[]> {
  const run = await published();
  if (run === null) return [{ check: 'Scores', ok: false, finding: 'never computed', fix: 'rapport score' }];
  const hours = (now() - run.computedAt) / 3_600_000;
  const stale = run.ledgerSequence > run.sequence;
  const finding = `run ${run.number}, ${hours.toFixed(1)} h old${stale ? ', with news since' : ', nothing new since'}`;
  const ok = !stale || hours < MAX_AGE_HOURS;
  return [{ check: 'Scores', ok, finding, fix: ok ? null : 'rapport score' }];
}

async function checkUnresolved({ store }: HealthParts): Promise<Finding[]> {
  const { resolved, waiting } = await store.interactions();
  const share = resolved + waiting === 0 ? 0 : waiting / (resolved + waiting);
  const ok = share <= MAX_UNRESOLVED;
  const finding = `${waiting} of ${resolved + waiting} wait for the message they name (${(100 * share).toFixed(1)} %)`;
  return [
    {
      check: 'Unresolved interactions',
      ok,
      finding,
      fix: ok ? null : 'rapport import <the messages they name>; those of deleted authors stay',
    },
  ];
}
