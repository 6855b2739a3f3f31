import { type IncomingHttpHeaders, request } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createSchema } from '../../../src/graphql/schema.js';
import { createServer, type Server } from '../../../src/http/server.js';
import { createLogger } from '../../../src/log.js';

interface Reply {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const CODE = { 403: 'FORBIDDEN', 404: 'NOT_FOUND', 405: 'METHOD_NOT_ALLOWED' } as const;

let server: Server;

/** Serves without a database, and returns the address with the port. */
async function serve(host: string, port = 0): Promise<string> {
  server = await createServer({
    schema: createSchema(),
    introspection: true,
    log: createLogger('silent'),
    createContext: () => ({}) as never,
    readiness: async () => ({ ready: true, body: { status: 'ok' } }),
  });
  return server.listen({ host, port });
}

/** Sends a request as it stands; fetch would not let through every method, path and Host header. */
function send(address: string, method: string, path: string, headers = {}, body = ''): Promise<Reply> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const to = hostname.replace(/[[\]]/g, '');
    request({ hostname: to, port, method, path, headers, setHost: !('host' in headers) }, async (response) => {
      const text = (await response.toArray()).join('');
      resolve({ status: response.statusCode, headers: response.headers, text });
    })
      .on('error', reject)
      .end(body);
  });
}

const codeOf = ({ text }: Reply): string => JSON.parse(text).errors[0].extensions.code;

afterEach(() => server.stop());

describe('a service on loopback', () => {
  it.each(['localhost', 'LOCALHOST:4000', '127.0.0.1:1', '127.9.8.7', '[::1]', '[::1]:80'])(
    'answers requests to %s',
    async (host) => {
      const address = await serve('127.0.0.1');
      expect(await send(address, 'GET', '/healthz', { host })).toMatchObject({ status: 200 });
    },
  );

  it.each([
    'attacker.example',
    'attacker.example:4000',
    'localhost.attacker.example',
    '127.0.0.1.attacker.example:4000',
    '192.168.0.1',
    '[::2]',
    '0.0.0.0',
    'localhost:x',
    'a@localhost',
  ])('refuses requests to %s, whatever they ask', async (host) => {
    const address = await serve('127.0.0.1');
    const json = { host, 'content-type': 'application/json' };
    const replies = [
      await send(address, 'POST', '/graphql', json, '{"query": "{ __typename }"}'),
      ...(await Promise.all(
        ['/', '/graphql', '/schema.graphql', '/healthz', '/readyz', '/nothing'].map((path) =>
          send(address, 'GET', path, { host }),
        ),
      )),
      await send(address, 'PUT', '/graphql', { host }),
    ];
    expect(replies.map((reply) => [reply.status, codeOf(reply)])).toEqual(replies.map(() => [403, CODE[403]]));
  });

  it('answers to the name that it listens on, and to what names no host', async () => {
    const address = await serve('localhost');
    expect((await send(address, 'GET', '/healthz', { host: 'localhost' })).status).toBe(200);
    expect((await send(address, 'GET', '/healthz', { host: '' })).status).toBe(200);
    expect((await send(address, 'GET', '/healthz', { host: 'attacker.example' })).status).toBe(403);
  });
});

describe('a service on all addresses', () => {
  it('answers whatever host is asked for', async () => {
    const address = await serve('0.0.0.0');
    expect(await send(address, 'GET', '/healthz', { host: 'rapport.example' })).toMatchObject({ status: 200 });
  });

  it('shows how it is asked from where the page was seen, and lets nothing else into it', async () => {
    const address = await serve('0.0.0.0');
    const page = async (host: string) => (await send(address, 'GET', '/', { host })).text;
    const { port } = new URL(address);
    expect(await page('rapport.example:8080')).toContain("curl -s 'rapport.example:8080/graphql'");
    expect(await page('[::1]:8080')).toContain("curl -s '[::1]:8080/graphql'");
    for (const host of ["x';rm", '<b>', '-o', 'a b', '"', ''])
      expect(await page(host)).toContain(`curl -s 'localhost:${port}/graphql'`);
  });
});

describe('an address on which nothing can listen', () => {
  it.each(['203.0.113.1', '999.1.1.1'])('is told as the setting that names it: %s', async (host) => {
    await expect(serve(host)).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining(`RAPPORT_HOST: cannot listen on ${host}`),
    });
  });

  it('is told by the system where it is taken', async () => {
    const { port } = new URL(await serve('127.0.0.1'));
    const first = server;
    await expect(serve('127.0.0.1', Number(port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.stop();
  });
});

describe('what the service does not do', () => {
  it('is told of a document of more than 5,000 tokens', async () => {
    const address = await serve('127.0.0.1');
    const query = `{ ${'__typename '.repeat(5_000)}}`;
    const reply = await send(
      address,
      'POST',
      '/graphql',
      { 'content-type': 'application/json' },
      JSON.stringify({ query }),
    );
    expect([reply.status, codeOf(reply)]).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  });

  it.each([
    ['PUT', '/graphql', 405, 'GET, HEAD, POST, OPTIONS'],
    ['DELETE', '/graphql?a=b', 405, 'GET, HEAD, POST, OPTIONS'],
    ['POST', '/schema.graphql', 405, 'GET, HEAD'],
    ['PUT', '/nothing', 404, undefined],
    ['GET', '/graphql/more', 404, undefined],
  ] as const)('is told of %s %s with %d', async (method, path, status, allow) => {
    const address = await serve('127.0.0.1');
    for (const [type, body] of [
      ['text/plain', 'x'],
      ['application/json', '{'],
    ] as const) {
      const headers = { 'content-type': type, 'content-length': body.length };
      const reply = await send(address, method, path, headers, body);
      expect([reply.status, codeOf(reply), reply.headers.allow]).toEqual([status, CODE[status], allow]);
    }
  });

  it.each(['/%zz', '/graphql%', '/%c0%ae'])('is told of the path %s in the same shape', async (path) => {
    const address = await serve('127.0.0.1');
    const reply = await send(address, 'GET', path);
    expect([reply.status, codeOf(reply)]).toEqual([400, 'BAD_REQUEST']);
    expect(reply.headers['content-type']).toContain('application/json');
  });
});
