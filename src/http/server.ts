import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import type { Context } from '../graphql/context.js';
import { printSchemaFile } from '../graphql/schema.js';
import type { Logger } from '../log.js';
import { type ApolloParts, createApollo } from './apollo.js';
import { landingPage } from './landing-page.js';

/** 1 MB for any request body. */
const BODY_LIMIT = 1_048_576;

export interface ServerParts extends ApolloParts {
  readonly createContext: () => Context;
  /** Whether queries can be answered; the reason otherwise. */
  readonly readiness: () => Promise<{ readonly ready: boolean; readonly body: Readonly<Record<string, unknown>> }>;
}

/** What answers over HTTP. */
export interface Server {
  /** Returns the address. */
  listen(where: { readonly host: string; readonly port: number }): Promise<string>;
  /** Takes no new request, and waits ten seconds at most for those under way. */
  stop(): Promise<void>;
}

/** The HTTP side: GraphQL, the schema file, health, and a plain first page. Listens when told to. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    requestTimeout: 20_000,
    forceCloseConnections: 'idle',
  });
  server.server.headersTimeout = 10_000;
  const apollo = createApollo(parts, [fastifyApolloDrainPlugin(server)]);
  await apollo.start();
  addErrorHandler(server, parts.log);
  server.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS', 'HEAD'],
    handler: fastifyApolloHandler(apollo, { context: async () => parts.createContext() }),
  });
  addPages(server, parts);
  return { listen: (where) => server.listen(where), stop: () => apollo.stop() };
}

function addPages(server: FastifyInstance, parts: ServerParts): void {
  const sdl = printSchemaFile(parts.schema);
  const page = landingPage();
  server.addHook('onSend', async (_request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('x-frame-options', 'DENY');
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
  server.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/schema.graphql', async (_request, reply) => reply.type('text/plain; charset=utf-8').send(sdl));
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const { ready, body } = await parts.readiness();
    return reply.code(ready ? 200 : 503).send(body);
  });
}

function addErrorHandler(server: FastifyInstance, log: Logger): void {
  server.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({
      errors: [{ message: 'There is nothing here; the API is at /graphql.', extensions: { code: 'NOT_FOUND' } }],
    }),
  );
  server.setErrorHandler((error: { statusCode?: number; code?: string; message: string }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log.error({ err: error }, 'unexpected failure in a request');
    const code = status === 413 ? 'BODY_TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
    const message =
      status === 413
        ? `The body is larger than ${BODY_LIMIT} bytes.`
        : status < 500
          ? 'The request is not well formed: send JSON with a query.'
          : 'Something went wrong on the server; its log says what.';
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });
}
