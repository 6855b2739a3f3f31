import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { RapportError } from '../errors.js';
import type { Context } from '../graphql/context.js';
import { printSchemaFile } from '../graphql/schema.js';
import type { Logger } from '../log.js';
import { type ApolloParts, createApollo } from './apollo.js';
import { errorBody } from './error-body.js';
import { guardHost } from './host-guard.js';
import { createLandingPage } from './landing-page.js';

/** 1 MB for any request body. */
const BODY_LIMIT = 1_048_576;
const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS'];
const MALFORMED_URL = 'The path of the request is not well formed; the API is at /graphql.';

export interface ServerParts extends ApolloParts {
  readonly createContext: () => Context;
  /** Whether queries can be answered; the reason otherwise. */
  readonly readiness: () => Promise<{ readonly ready: boolean; readonly body: Readonly<Record<string, unknown>> }>;
}

/** What answers over HTTP. */
export interface Server {
  /** Returns the address. Throws RapportError CONFIG_INVALID for a host or port that cannot be had, the error of the system for a taken port. */
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
    frameworkErrors: (_error, _request, reply: FastifyReply) =>
      void reply.code(400).send(errorBody('BAD_REQUEST', MALFORMED_URL)),
  });
  server.server.headersTimeout = 10_000;
  let listenHost = '';
  guardHost(server, () => listenHost);
  const apollo = createApollo(parts, [fastifyApolloDrainPlugin(server)]);
  await apollo.start();
  addErrorHandler(server, parts.log);
  server.route({
    url: '/graphql',
    method: ['GET', 'POST', 'OPTIONS', 'HEAD'],
    handler: fastifyApolloHandler(apollo, { context: async () => parts.createContext() }),
  });
  addPages(server, parts);
  const listen: Server['listen'] = async (where) => {
    listenHost = where.host;
    try {
      return await server.listen(where);
    } catch (error) {
      throw explainListening(error as NodeJS.ErrnoException, where);
    }
  };
  return { listen, stop: () => apollo.stop() };
}

function explainListening(cause: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): Error {
  const { code = '' } = cause;
  const refuse = (message: string) => new RapportError('CONFIG_INVALID', message, {}, { cause });
  if (['EACCES', 'EPERM'].includes(code))
    return refuse(`RAPPORT_PORT (--port): this user may not listen on port ${port}; choose one from 1024 on.`);
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL', 'EAFNOSUPPORT'].includes(code))
    return refuse(
      `RAPPORT_HOST: cannot listen on ${host} (${code}); name an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all.`,
    );
  return cause;
}

function addPages(server: FastifyInstance, parts: ServerParts): void {
  const sdl = printSchemaFile(parts.schema);
  const page = createLandingPage();
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
  server.get('/', async ({ headers, socket }, reply) =>
    reply.type('text/html; charset=utf-8').send(page(headers.host, socket.localPort)),
  );
  server.get('/schema.graphql', async (_request, reply) => reply.type('text/plain; charset=utf-8').send(sdl));
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    const { ready, body } = await parts.readiness();
    return reply.code(ready ? 200 : 503).send(body);
  });
}

function addErrorHandler(server: FastifyInstance, log: Logger): void {
  const missing = (request: FastifyRequest, reply: FastifyReply) => {
    const [url = ''] = request.url.split('?', 1);
    const allowed = METHODS.filter((method) => server.hasRoute({ url, method }));
    if (allowed.length === 0)
      return reply.code(404).send(errorBody('NOT_FOUND', 'There is nothing here; the API is at /graphql.'));
    const message = `${url} takes ${allowed.join(', ')}, not ${request.method}.`;
    return reply.code(405).header('allow', allowed.join(', ')).send(errorBody('METHOD_NOT_ALLOWED', message));
  };
  server.setNotFoundHandler(missing);
  // Before a body is looked at, which may be of a type that nothing here reads.
  server.addHook('onRequest', async (request, reply) => (request.is404 ? missing(request, reply) : undefined));
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
    return reply.code(status).send(errorBody(code, message));
  });
}
