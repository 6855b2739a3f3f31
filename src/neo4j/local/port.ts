import { connect, createServer } from 'node:net';
import { RapportError } from '../../errors.js';

const HOST = '127.0.0.1';

/** Whether a server could listen on this loopback port now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}

/** Whether somebody answers on this loopback port within `timeout` ms. */
export function isPortOpen(port: number, timeout = 500): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: HOST, timeout });
    const finish = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}

/** The wanted port, or the remembered one while it is free, or any free one. Throws PORT_TAKEN when a stranger holds the wanted port. */
export async function choosePort(wanted: number | undefined, remembered: number | undefined): Promise<number> {
  if (wanted !== undefined) {
    if (await isPortFree(wanted)) return wanted;
    throw new RapportError(
      'PORT_TAKEN',
      `Port ${wanted} is taken by another program: end it, or choose another port.`,
      { port: wanted },
    );
  }
  if (remembered !== undefined && (await isPortFree(remembered))) return remembered;
  return freePort();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
