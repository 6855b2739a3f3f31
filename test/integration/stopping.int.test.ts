import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KindRegistry } from '../../src/domain/interaction-kind.js';
import { RefreshScores, type ScoreEngine } from '../../src/service/refresh-scores.js';
import { WorkerScoreEngine } from '../../src/service/worker-engine.js';
import { act, Community } from '../support/community.js';

/** A worker that never comes to an end. */
const ENDLESS = new URL('data:text/javascript,setInterval(() => undefined, 1000)');

describe('a score run that is stopped', () => {
  let community: Community;
  beforeAll(async () => {
    community = await Community.open();
    await community.record([act('ann', 'bob', 10), act('bob', 'ann', 11)]);
  });
  afterAll(() => community[Symbol.asyncDispose]());

  function open(onTask: () => void): RefreshScores {
    const worker = new WorkerScoreEngine(ENDLESS, new KindRegistry());
    const engine: ScoreEngine = {
      score: (task, signal) => {
        onTask();
        return worker.score(task, signal);
      },
    };
    const nothing = { summarise: async () => undefined };
    const log = { info: () => undefined, warn: () => undefined } as never;
    const { scores: store } = community;
    return new RefreshScores({ store, engine, threads: nothing, precomputed: nothing, minInteractions: 1, log });
  }

  it('while it computes ends at once, publishes nothing and gives its place free', async () => {
    const { options, number } = await community.score();
    let run: Promise<unknown> = Promise.resolve();
    let refresh = open(() => undefined);
    await new Promise<void>((computing) => {
      refresh = open(computing);
      run = refresh.refresh(options).catch((error: unknown) => error);
    });
    await expect(community.score()).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
    const began = performance.now();
    await refresh.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(await run).toMatchObject({ code: 'STOPPING' });
    expect((await community.scores.published())!.number).toBe(number);
    await expect(refresh.refresh(options)).rejects.toMatchObject({ code: 'STOPPING' });
    await community.record([act('ann', 'bob', 12)]);
    expect((await community.score()).number).toBe(number + 1);
  });

  it('is none where none is under way', async () => {
    const refresh = open(() => undefined);
    await refresh.stop();
    await refresh.stop();
  });
});
