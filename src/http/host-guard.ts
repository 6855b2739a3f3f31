import { type AddressInfo, isIPv4 } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { errorBody } from './error-body.js';

const REFUSAL =
  'The service listens on loopback and answers requests to localhost, 127.0.0.1 and [::1] only; RAPPORT_HOST makes it listen elsewhere.';
const NAME = /^(\[::1\]|[^:]+)(:\d+)?$/;

/**
 * Where the service listens on loopback only, refuses requests that were meant for another host: a page from elsewhere whose name was made to point
 * here (DNS rebinding) could read everything otherwise. `listenHost` is the name it was told to listen on.
 */
export function guardHost(server: FastifyInstance, listenHost: () => string): void {
  let guarded = false;
  server.server.on('listening', () => {
    guarded = isLoopback((server.server.address() as AddressInfo).address);
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!guarded || mayAsk(request.headers.host, listenHost())) return;
    return reply.code(403).send(errorBody('FORBIDDEN', REFUSAL));
  });
}

function isLoopback(address: string): boolean {
  return address === '::1' || (isIPv4(address) && address.startsWith('127.')) || address.startsWith('::ffff:127.');
}

/** Browsers always name a host; what names none is none. */
function mayAsk(header: string | undefined, listenHost: string): boolean {
  if (header === undefined || header === '') return true;
  const name = NAME.exec(header)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  return name === 'localhost' || name === '[::1]' || isLoopback(name) || name === listenHost.toLowerCase();
}
