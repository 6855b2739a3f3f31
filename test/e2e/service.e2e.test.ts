import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, rapport, type Service, serve } from '../support/command-line.js';
import { emptyDatabase } from '../support/empty-database.js';

interface RankingPage {
  readonly totalCount: number;
  readonly nodes: readonly { readonly personId: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

describe('the service', () => {
  let service: Service;

  beforeAll(async () => {
    await emptyDatabase();
    await rapport(['import', 'test/fixtures/golden/golden-log.ndjson']);
    service = await serve({ RAPPORT_RESCORE_QUIET_SECONDS: '1', RAPPORT_MIN_INTERACTIONS: '2' });
  }, 60_000);

  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  });

  it('scores news by itself when it has been quiet for a moment', async () => {
    const scored = async () =>
      (await ask(service.url, '{ person(personId: "demo:A") { scores { status run { stale } } } }')).data['person']
        .scores;
    for (let tries = 0; tries < 100 && (await scored()).status === 'NOT_COMPUTED'; tries++)
      await new Promise((done) => setTimeout(done, 200));
    expect(await scored()).toEqual({ status: 'OK', run: { stale: false } });
  });

  it('keeps an instant that was asked for, until now is asked for', async () => {
    const refresh = async (options: string) => {
      const document = `mutation { refreshScores${options} { asOf asOfFixed } }`;
      for (;;) {
        const { data, errors } = await ask(service.url, document);
        if (errors?.[0]?.extensions.code !== 'RUN_IN_PROGRESS') return data['refreshScores'];
        await new Promise((done) => setTimeout(done, 200));
      }
    };
    const fixed = { asOf: '2026-01-02T00:00:00.000Z', asOfFixed: true };
    expect(await refresh('(options: {asOf: "2026-01-02T00:00:00Z"})')).toEqual(fixed);
    expect(await refresh('')).toEqual(fixed);
    const { asOf, asOfFixed } = await refresh('(options: {asOf: null})');
    expect([asOfFixed, Math.abs(Date.now() - Date.parse(asOf)) < 60_000]).toEqual([false, true]);
    expect((await refresh('')).asOfFixed).toBe(false);
  });

  it('records over GraphQL, with one verdict per record', async () => {
    const at = '2026-01-01T00:00:00Z';
    const records = [
      { id: 'n1', from: 'demo:N', to: 'demo:A', kind: 'comment', at },
      { id: 'n1', from: 'demo:N', to: 'demo:A', kind: 'comment', at },
      { id: 'n2', from: 'demo:N', to: 'demo:N', kind: 'comment', at },
      { id: 'n3', from: 'demo:N', to: 'demo:A', kind: 'poke', at },
      { id: 'n4', from: 'demo:N', kind: 'reply', at, inReplyTo: 'later' },
    ];
    const query =
      'mutation($r: [RecordInput!]!) { record(records: $r) { received stored duplicate ignored rejected unresolved rejects { index code path } } }';
    const { data } = await ask(service.url, query, { r: records });
    expect(data['record']).toEqual({
      received: 5,
      stored: 2,
      duplicate: 1,
      ignored: 1,
      rejected: 1,
      unresolved: 1,
      rejects: [{ index: 3, code: 'KIND_UNKNOWN', path: 'kind' }],
    });
  });

  it('retracts through the record mutation', async () => {
    const query =
      'mutation($r: [RecordInput!]!) { record(records: $r) { received stored duplicate ignored rejected } }';
    const record = { id: 'n9', from: 'demo:N', to: 'demo:A', kind: 'like', at: '2026-01-01T00:00:00Z' };
    const retraction = { id: 'n9', op: 'retract' };
    const { data } = await ask(service.url, query, { r: [record, retraction, record, retraction] });
    expect(data['record']).toEqual({ received: 4, stored: 2, duplicate: 1, ignored: 1, rejected: 0 });
  });

  it('refreshes scores on demand and says what it computed with', async () => {
    const query =
      'mutation { refreshScores(options: {asOf: "2026-01-02T00:00:00Z", halfLifeDays: 30}) { asOf halfLifeDays trustMode privateInteractions modelVersion } }';
    let answer = await ask(service.url, query);
    for (let tries = 0; tries < 50 && answer.errors?.[0]?.extensions.code === 'RUN_IN_PROGRESS'; tries++) {
      await new Promise((done) => setTimeout(done, 200));
      answer = await ask(service.url, query);
    }
    const { data } = answer;
    expect(data['refreshScores']).toEqual({
      asOf: '2026-01-02T00:00:00.000Z',
      halfLifeDays: 30,
      trustMode: 'none',
      privateInteractions: 'count',
      modelVersion: '4',
    });
  });

  it('pages through a ranking without repeating or missing anybody', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer = await ask(
        service.url,
        'query($after: String) { ranking(metric: RELATIONAL, first: 2, after: $after) { totalCount nodes { personId } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const ranking = answer.data['ranking'] as RankingPage;
      seen.push(...ranking.nodes.map((node) => node.personId));
      after = ranking.pageInfo.hasNextPage ? ranking.pageInfo.endCursor : null;
      expect(ranking.totalCount).toBe(4);
    } while (after !== null);
    expect([...seen].sort()).toEqual(['demo:A', 'demo:B', 'demo:C', 'demo:D']);
  });

  it.each([
    ['{ ranking(metric: RELATIONAL, first: 101) { totalCount } }', 'BAD_USER_INPUT', /first must be between 1 and 100/],
    ['{ ranking(metric: RELATIONAL, first: -1) { totalCount } }', 'BAD_USER_INPUT', /first/],
    ['{ ranking(metric: RELATIONAL, after: "nonsense") { totalCount } }', 'BAD_USER_INPUT', /after must be a cursor/],
    ['{ ranking(metric: FAME) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', /FAME/],
    ['{ ranking { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', /metric/],
    ['{ person { personId } }', 'BAD_USER_INPUT', /one of id, personId/],
    ['{ person(id: "x") { personId } }', 'BAD_USER_INPUT', /id must be the id of a Person/],
    ['{ people(search: "") { totalCount } }', 'BAD_USER_INPUT', /search must have 1 to 200/],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED', /nothing/],
    ['{ person(', 'GRAPHQL_PARSE_FAILED', /Syntax/],
    ['subscription { anything }', 'BAD_USER_INPUT', /subscription/],
    ['{ conversations(participant: "") { totalCount } }', 'BAD_USER_INPUT', /participant/],
    [
      '{ person(personId: "demo:A") { engages(first: 100) { nodes { engages(first: 100) { nodes { engages(first: 100) { nodes { personId } } } } } } } }',
      'COST_LIMIT_EXCEEDED',
      /100000 are the limit/,
    ],
  ])('answers %s with %s', async (query, code, message) => {
    const { errors } = await ask(service.url, query);
    expect(errors![0]!.extensions.code).toBe(code);
    expect(errors![0]!.message).toMatch(message);
  });

  it('says what is wrong with a variable that is null, and with a query that stands only as a hash', async () => {
    const { errors } = await ask(
      service.url,
      'query($n: Int) { ranking(metric: RELATIONAL, first: $n) { totalCount } }',
      {
        n: null,
      },
    );
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining('"first"'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    const persisted = await fetch(`${service.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } }),
    });
    expect(await persisted.json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } }],
    });
  });

  it('says in every answer how much was asked for', async () => {
    const asked = async (query: string) => (await ask(service.url, query)).extensions?.['cost'];
    expect(await asked('{ ranking(metric: RELATIONAL, first: 3) { nodes { personId } } }')).toEqual({
      requested: 6,
      limit: 100_000,
    });
    expect(await asked('{ person(personId: "demo:nobody") { personId } }')).toEqual({ requested: 1, limit: 100_000 });
    expect(await asked('{ ranking(metric: FAME) { totalCount } }')).toBeUndefined();
  });

  it('finds people whatever they type', async () => {
    for (const search of ['demo', 'demo A', 'foo(', '"x', 'AND', '~', '* OR *', '\\', '🙂', 'ｄｅｍｏ']) {
      const { errors } = await ask(
        service.url,
        'query($s: String!) { people(search: $s) { totalCount nodes { personId } } }',
        { s: search },
      );
      expect(errors).toBeUndefined();
    }
  });

  it('answers malformed and oversized requests in JSON without an echo', async () => {
    const send = (body: string) =>
      fetch(`${service.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const malformed = await send('{"query": "{ secret-canary');
    expect([malformed.status, await malformed.text()]).toEqual([400, expect.not.stringContaining('canary')]);
    const large = await send(JSON.stringify({ query: `{ a }${' '.repeat(1_100_000)}` }));
    expect([
      large.status,
      ((await large.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code,
    ]).toEqual([413, 'BODY_TOO_LARGE']);
    const missing = await fetch(`${service.url}/nothing`);
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'NOT_FOUND' } }] },
    ]);
  });

  it('shows what it is at /, its schema, and its health', async () => {
    const page = await (await fetch(`${service.url}/`)).text();
    expect(page).toContain('Is somebody’s influence a broadcast, or a relationship?');
    expect(page).not.toMatch(/https?:\/\//);
    expect(await (await fetch(`${service.url}/schema.graphql`)).text()).toBe(
      readFileSync('schema/schema.graphql', 'utf8'),
    );
    expect(await (await fetch(`${service.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${service.url}/readyz`)).json()).toMatchObject({
      status: 'ok',
      scores: { stale: expect.any(Boolean) },
    });
  });

  it('is asked by rapport query when it runs', async () => {
    const { stdout, code } = await rapport(['query', 'schema/operations/network.graphql'], undefined, {
      RAPPORT_PORT: new URL(service.url).port,
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).data.network.people).toBe(6);
  });
});
