import { afterEach, describe, expect, it } from '@jest/globals';
import { RapportError } from '../../../src/errors.js';
import { RescoreWhenQuiet } from '../../../src/service/rescore-when-quiet.js';

const SECOND = 1_000;
const made: RescoreWhenQuiet[] = [];
afterEach(() => {
  for (const rescore of made.splice(0)) rescore[Symbol.dispose]();
});

/** Looks once a second by a clock of its own; `refresh` says what a run does that takes so many seconds. */
function watch(refresh: (news: { sequence: number; scored: number }) => void, takes = 0) {
  const news = { sequence: 0, scored: 0 };
  const runs: number[] = [];
  const logged: string[] = [];
  let now = SECOND;
  const rescore = new RescoreWhenQuiet(
    { quietSeconds: 5, maxSeconds: 300 },
    {
      sequence: async () => news.sequence,
      scored: async () => news.scored,
      refresh: async () => {
        runs.push(now / SECOND);
        now += takes * SECOND;
        refresh(news);
      },
      now: () => now,
      log: Object.fromEntries(['debug', 'warn', 'error'].map((level) => [level, () => logged.push(level)])) as never,
    },
  );
  made.push(rescore);
  const pass = async (seconds: number, each: () => void = () => undefined): Promise<void> => {
    for (let i = 0; i < seconds; i++) {
      each();
      await rescore.look();
      now += SECOND;
    }
  };
  return { news, runs, logged, pass };
}

describe('scoring by itself', () => {
  it('waits for quiet', async () => {
    const { news, runs, pass } = watch((state) => (state.scored = state.sequence));
    await pass(10);
    news.sequence = 1;
    await pass(3);
    news.sequence = 2;
    await pass(20);
    expect(runs).toEqual([19]);
  });

  it('scores steady news once in a while, also where more comes during every run', async () => {
    const { news, runs, pass } = watch((state) => {
      state.scored = state.sequence;
      state.sequence++;
    });
    await pass(1_000, () => news.sequence++);
    expect(runs).toEqual([301, 601, 901]);
  });

  it('rests as long after a run that takes longer than that', async () => {
    const { news, runs, pass } = watch((state) => {
      state.scored = state.sequence;
      state.sequence++;
    }, 400);
    await pass(1_000, () => news.sequence++);
    expect(runs).toEqual([301, 1_001, 1_701]);
  });

  it('tries a run that fails less and less often, and as before once one succeeds', async () => {
    let broken = true;
    const { news, runs, pass } = watch((state) => {
      if (broken) throw new Error('out of memory');
      state.scored = state.sequence;
    });
    news.sequence = 1;
    await pass(60);
    expect(runs).toEqual([6, 7, 9, 13, 21, 37]);
    broken = false;
    await pass(60);
    expect(runs.slice(6)).toEqual([69]);
  });

  it('rests after a run that took long to fail', async () => {
    const { news, runs, pass } = watch(() => {
      throw new Error('timed out');
    }, 600);
    news.sequence = 1;
    await pass(20);
    expect(runs).toEqual([6, 607, 1_209, 1_813]);
  });

  it('tries again at once where another run was under way', async () => {
    const { news, runs, pass } = watch(() => {
      throw new RapportError('RUN_IN_PROGRESS', 'another');
    });
    news.sequence = 1;
    await pass(10);
    expect(runs).toEqual([6, 7, 8, 9, 10]);
  });

  it('says once that the database is away, and again when it went away again', async () => {
    let away = true;
    const { news, logged, pass } = watch((state) => {
      if (away) throw new RapportError('DATABASE_UNAVAILABLE', 'away');
      state.scored = state.sequence;
    });
    news.sequence = 1;
    await pass(10);
    expect(logged).toEqual(['warn', 'debug', 'debug', 'debug', 'debug']);
    away = false;
    await pass(5);
    away = true;
    news.sequence = 2;
    await pass(7);
    expect(logged.slice(5)).toEqual(['warn', 'debug']);
  });
});
